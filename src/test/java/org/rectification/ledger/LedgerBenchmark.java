package org.rectification.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rectification.ledger.LedgerTown.Case;
import org.rectification.plan.Plans;
import org.rectification.plan.StatementCounter;
import org.rectification.plan.sheet.FilledSheet;
import org.rectification.plan.sheet.PlanImportSteps;
import org.rectification.plan.sheet.PlanImports;
import org.rectification.plan.sheet.PlanSheets;
import org.rectification.round.CaseKey;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Prints how long things take with 2,000 findings; asserts nothing about time, because that belongs to the machine. Not part
 * of the ordinary tests; run it with {@code ./mvnw test -Dtest=LedgerBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 * Targets: plan import under 20 s, a page of the ledger under 200 ms.
 */
@LedgerTest
class LedgerBenchmark {

    private static final String CLERK = "lt-clerk";
    private static final int WARM_UP = 15;
    private static final int RUNS = 25;

    @Autowired
    private LedgerTown town;

    @Autowired
    private Ledger ledger;

    @Autowired
    private RollUp rollUp;

    @Autowired
    private FindingDetails details;

    @Autowired
    private Plans plans;

    @Autowired
    private PlanSheets sheets;

    @Autowired
    private PlanImports imports;

    @Autowired
    private PlanImportSteps steps;

    @Test
    void twoThousandFindings() throws Exception {
        var small = town.round(40, 20);
        var big = town.round(400, 200);
        town.mixed(small);
        town.mixed(big);
        print("findings", small.ids().size() + " and " + big.ids().size());
        compare("page of 50", small, big, of -> ledger.page(CLERK, ofCase(of), 0, 50));
        compare("page of 200", small, big, of -> ledger.page(CLERK, ofCase(of), 0, 200));
        compare(
                "last page of 50",
                small,
                big,
                of -> ledger.page(CLERK, ofCase(of), of.ids().size() / 50 - 1, 50));
        compare("overdue in one village", small, big, of -> ledger.page(CLERK, overdueIn(of, "lt-v3"), 0, 50));
        compare("text", small, big, of -> ledger.page(CLERK, text(of, "（7）"), 0, 50));
        compare("roll-up", small, big, of -> rollUp.of(CLERK, of.round(), LedgerTown.TOWN));
        compare("one finding", small, big, of -> details.of(CLERK, of.ids().get(6)));
        planImport();
    }

    private void planImport() throws Exception {
        var of = town.round(400, 200);
        plans.divide(CLERK, new CaseKey(of.round(), LedgerTown.TOWN), List.of());
        var out = new java.io.ByteArrayOutputStream();
        var download = time(() -> {
            try {
                sheets.write(sheets.lines(CLERK, of.round(), false), out);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        print("plan sheet of 2,000 findings written", millis(download) + ", " + out.size() / 1024 + " KiB");
        var sheet = new FilledSheet(out.toByteArray());
        for (int row = 1; row <= sheet.rows(); row++) {
            sheet.complete(row, town.today().plusDays(40));
        }
        var file = sheet.file();
        var looked = new PlanImports.View[1];
        var upload = time(() -> looked[0] = imports.upload(CLERK, of.round(), "整改方案编制表.xlsx", file));
        print("plan sheet looked at", millis(upload) + ", " + looked[0].figures());
        var longest = 0L;
        var saving = 0L;
        var statements = 0;
        var requests = 0;
        var view = looked[0];
        do {
            var now = new PlanImports.View[1];
            var began = System.nanoTime();
            statements += StatementCounter.during(() -> now[0] = steps.step(CLERK, looked[0].id()))
                    .size();
            var took = System.nanoTime() - began;
            longest = Math.max(longest, took);
            saving += took;
            requests++;
            view = now[0];
        } while (view.state().equals("RUNNING"));
        print("plan import saved", millis(saving) + " in " + requests + " steps, the longest " + millis(longest));
        print(
                "plan import statements",
                statements + ", " + statements / (double) view.figures().saved() + " per line");
        print("plan import as a whole", millis(upload + saving) + " (target 20000 ms), " + view.figures());
    }

    private interface Act {
        Object on(Case of);
    }

    private void compare(String what, Case small, Case big, Act act) {
        var few = median(() -> act.on(small));
        var many = median(() -> act.on(big));
        print(
                what,
                "%s and %s, ratio %.2f; %d and %d statements"
                        .formatted(
                                millis(few),
                                millis(many),
                                many / (double) few,
                                StatementCounter.during(() -> act.on(small)).size(),
                                StatementCounter.during(() -> act.on(big)).size()));
    }

    private static long median(Runnable act) {
        for (int run = 0; run < WARM_UP; run++) {
            act.run();
        }
        var times = new ArrayList<Long>();
        for (int run = 0; run < RUNS; run++) {
            times.add(time(act));
        }
        return times.stream().sorted().skip(RUNS / 2).findFirst().orElseThrow();
    }

    private static long time(Runnable act) {
        var began = System.nanoTime();
        act.run();
        return System.nanoTime() - began;
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    private static void print(String what, String figures) {
        System.out.printf(Locale.ROOT, "Benchmark: %s: %s%n", what, figures);
    }

    private static LedgerFilter ofCase(Case of) {
        return LedgerFilter.ofCase(of.round(), LedgerTown.TOWN);
    }

    private static LedgerFilter overdueIn(Case of, String village) {
        return new LedgerFilter(
                of.round(), LedgerTown.TOWN, village, null, null, null, null, null, null, true, null, null, null, null);
    }

    private static LedgerFilter text(Case of, String words) {
        return new LedgerFilter(
                of.round(), LedgerTown.TOWN, null, null, null, null, null, null, null, null, null, null, null, words);
    }
}
