package org.rectification.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.finding.SampleFinding.DUE;
import static org.rectification.finding.SampleFinding.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.rectification.finding.LegalMoves.Mistake;
import org.rectification.finding.ReportedResult.Horizon;
import org.rectification.finding.ReportedResult.Measure;
import org.rectification.refusal.Refusal;
import org.rectification.support.Clause;
import org.rectification.support.Feature;

/**
 * Whatever anybody tries in whatever order: the aggregate takes and refuses what an independent model of the legal moves
 * takes and refuses, both stand in the same place afterwards, and no invariant breaks.
 */
@Feature({28, 41, 42, 43, 47})
@Clause({"S22", "S23", "S31"})
class FindingSequencesTest {

    private static final List<String> PEOPLE = List.of("doer", "leader", "contact", "verifier", "room", "substitute");
    private static final Set<String> STAND_INS = Set.of("substitute");
    private static final int EXTENSION = 30;

    /** Days by which an extension asks for more. */
    static final int LONGER = 15;

    private static final ExtensionLimits LIMITS = new ExtensionLimits(30, LegalMoves.MOST_EXTENSIONS, 15);

    enum Act {
        PLAN,
        FREEZE,
        ASSIGN,
        MEASURE_DONE,
        REPORT,
        FILL_IN,
        REPORT_PUNISHMENT_ONLY,
        ROUTE,
        ROUTE_CONFIRMED,
        ACCEPT,
        SEND_BACK,
        DONE,
        MOSTLY_DONE,
        NOT_DONE,
        LONG_TERM,
        FALSIFIED,
        CONFIRM,
        REFUSE_TO_CONFIRM,
        CONSENT,
        REFUSE_CONSENT,
        CONTINUE,
        AMEND_LIMIT,
        EXTEND,
        LONG_TERM_LIST,
        STRIKE_OFF,
        RECUR
    }

    record Step(Act act, String person) {}

    private static final List<Step> MAIN_LINE = List.of(
            new Step(Act.FREEZE, "leader"),
            new Step(Act.REPORT, "doer"),
            new Step(Act.ROUTE, "room"),
            new Step(Act.ROUTE_CONFIRMED, "room"),
            new Step(Act.ACCEPT, "leader"),
            new Step(Act.DONE, "verifier"),
            new Step(Act.LONG_TERM, "verifier"),
            new Step(Act.CONFIRM, "room"),
            new Step(Act.CONSENT, "room"),
            new Step(Act.STRIKE_OFF, "room"),
            new Step(Act.LONG_TERM_LIST, "room"),
            new Step(Act.RECUR, "room"));

    @Provide
    Arbitrary<List<Step>> steps() {
        // Mostly a step of the main line, so that sequences get far; the rest is anything by anybody.
        var anything = Combinators.combine(Arbitraries.of(Act.class), Arbitraries.of(PEOPLE))
                .as(Step::new);
        return Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.of(MAIN_LINE)), Tuple.of(1, anything))
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.BOUNDED)
    void noSequenceOfMovesBreaksAnInvariantOrLeavesTheLegalMoves(
            @ForAll("steps") List<Step> steps, @ForAll boolean town) {
        compare(steps, town, Mistake.NONE);
    }

    /** The comparison notices each mistake, planted in the model; planted in the aggregate it would be the same difference. */
    @Example
    void aMistakeInOneOfTheTwoIsNoticed() {
        for (var mistake : Mistake.values()) {
            if (mistake == Mistake.NONE) {
                continue;
            }
            assertThatThrownBy(() -> {
                        var random = new Random(7);
                        for (int sequence = 0; sequence < 10_000; sequence++) {
                            compare(anySteps(random), random.nextBoolean(), mistake);
                        }
                    })
                    .as(mistake.name())
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Example
    void sequencesReachEveryPartOfTheLife() {
        var random = new Random(11);
        var reached = new java.util.EnumMap<FindingState, Integer>(FindingState.class);
        var cameBack = new java.util.EnumMap<FindingState, Integer>(FindingState.class);
        for (int sequence = 0; sequence < 10_000; sequence++) {
            var ended = compare(anySteps(random), random.nextBoolean(), Mistake.NONE);
            reached.merge(ended.first(), 1, Integer::sum);
            ended.recurrence().ifPresent(state -> cameBack.merge(state, 1, Integer::sum));
        }
        assertThat(cameBack).as("what came back is worked on").containsKeys(FindingState.LEADER_REVIEW);
        assertThat(cameBack.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(200);
        assertThat(reached).containsKeys(FindingState.STRUCK_OFF, FindingState.LONG_TERM, FindingState.CONTINUED);
        assertThat(reached.get(FindingState.STRUCK_OFF)).isGreaterThan(500);
    }

    private static List<Step> anySteps(Random random) {
        var steps = new ArrayList<Step>();
        for (int count = 5 + random.nextInt(56); count > 0; count--) {
            steps.add(
                    random.nextInt(3) > 0
                            ? MAIN_LINE.get(random.nextInt(MAIN_LINE.size()))
                            : new Step(
                                    Act.values()[random.nextInt(Act.values().length)],
                                    PEOPLE.get(random.nextInt(PEOPLE.size()))));
        }
        return steps;
    }

    /** Where the first finding ended, and where the last one of those that came back did. */
    private record Ended(FindingState first, Optional<FindingState> recurrence) {}

    /** One that is closed, as it was on the day that it came back. */
    private record Closed(Finding finding, Map<String, Object> then) {}

    /** Makes every step on both; from a recurrence on the steps are the fresh finding's, and tried on the closed ones too. */
    private static Ended compare(List<Step> steps, boolean town, Mistake mistake) {
        var finding = town ? SampleFinding.ofTown() : SampleFinding.ofVillage();
        var model = new LegalMoves(mistake, town, STAND_INS, DUE);
        var closed = new ArrayList<Closed>();
        var counted = 0;
        for (var step : steps) {
            if (step.act() == Act.REPORT_PUNISHMENT_ONLY && !town) {
                continue; // What villages may report so is not this model's business.
            }
            var day = dayOf(step, finding);
            var allowed = model.allows(step.act(), step.person());
            var former = finding.state();
            var taken = apply(finding, step, day);
            assertThat(taken).as("%s on %s", step, model).isEqualTo(allowed);
            if (taken) {
                model.make(step.act(), step.person(), day);
            }
            sameOnBoth(finding, model, step);
            invariants(finding, former, step);
            if (taken && step.act() == Act.RECUR) {
                counted += model.rebounds;
                closed.add(new Closed(finding, finding.snapshot()));
                finding = SampleFinding.recurrenceOf(finding);
                model = model.recurrence(DUE);
                assertThat(counted).as("each counted as rebound").isEqualTo(closed.size());
            }
            closed.forEach(each -> staysClosed(each, step));
        }
        return closed.isEmpty()
                ? new Ended(finding.state(), Optional.empty())
                : new Ended(closed.get(0).finding().state(), Optional.of(finding.state()));
    }

    /** Whatever somebody tries with it: neither its state nor any of its days is another than when it came back. */
    private static void staysClosed(Closed closed, Step step) {
        apply(closed.finding(), step, dayOf(step, closed.finding()));
        assertThat(closed.finding().snapshot())
                .as("the closed one after %s", step)
                .isEqualTo(closed.then());
    }

    private static LocalDate dayOf(Step step, Finding finding) {
        return switch (step.act()) {
            case CONTINUE -> finding.dueOn().plusDays(EXTENSION);
            case AMEND_LIMIT -> TODAY.plusDays(EXTENSION);
            case EXTEND -> finding.dueOn().plusDays(LONGER);
            default -> DUE;
        };
    }

    private static void sameOnBoth(Finding finding, LegalMoves model, Step step) {
        var life = finding.life();
        assertThat(finding.state()).as("state after %s", step).isEqualTo(model.state);
        assertThat(finding.dueOn()).as("due after %s", step).isEqualTo(model.due);
        assertThat(finding.originalDueOn()).as("first date after %s", step).isEqualTo(model.original);
        assertThat(finding.returns()).as("returns after %s", step).isEqualTo(model.returns);
        assertThat(finding.inBaseline()).as("plan after %s", step).isEqualTo(model.inPlan);
        assertThat(life.verdict).as("verdict after %s", step).isEqualTo(model.verdict);
        assertThat(life.verifiedBy).as("verifier after %s", step).isEqualTo(model.verifier);
        assertThat(life.confirmedBy).as("confirmation after %s", step).isEqualTo(model.confirmer);
        assertThat(life.consentedBy).as("consent after %s", step).isEqualTo(model.consenter);
    }

    /** What must hold whatever the model says. */
    private static void invariants(Finding finding, FindingState former, Step step) {
        var life = finding.life();
        if (life.verifiedBy != null) {
            assertThat(life.hands()).doesNotContain(life.verifiedBy);
            assertThat(STAND_INS).doesNotContain(life.verifiedBy);
        }
        assertThat(former == FindingState.STRUCK_OFF && finding.state() != FindingState.STRUCK_OFF)
                .as("a struck-off finding is never reopened, not by %s", step)
                .isFalse();
        if (finding.state() == FindingState.STRUCK_OFF) {
            assertThat(finding.inBaseline()).isTrue();
            assertThat(life.verdict).isEqualTo(Verdict.DONE);
            assertThat(life.verifiedBy).isNotNull();
            assertThat(!life.routing.confirmed() || life.confirmedBy != null).isTrue();
        }
        if (finding.state() == FindingState.LONG_TERM) {
            assertThat(life.consentedBy).isNotNull();
            assertThat(life.nextReviewOn).isAfter(TODAY);
        }
    }

    private static boolean apply(Finding finding, Step step, LocalDate day) {
        try {
            move(finding, step, day);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private static void move(Finding finding, Step step, LocalDate day) {
        var who = step.person();
        var verification = finding.verification();
        switch (step.act()) {
            case PLAN -> finding.plan();
            case FREEZE -> finding.freeze(day);
            case ASSIGN -> finding.assign(new Owners("leader", "上坡村党支部", who), "分工调整");
            case MEASURE_DONE -> measureDone(finding, who);
            case REPORT -> finding.report(who, null, SampleFinding.result());
            case FILL_IN -> finding.report("张三", who, SampleFinding.result());
            case REPORT_PUNISHMENT_ONLY ->
                finding.report(who, null, SampleFinding.result(new Measure("批评两名下属", Horizon.NOW, true)));
            case ROUTE -> finding.route(SampleFinding.routing(false));
            case ROUTE_CONFIRMED -> finding.route(SampleFinding.routing(true));
            case ACCEPT -> finding.accept(who);
            case SEND_BACK -> finding.sendBack(who, "未到位");
            case DONE -> verify(finding, who, Verdict.DONE);
            case MOSTLY_DONE -> verify(finding, who, Verdict.MOSTLY_DONE);
            case NOT_DONE -> verify(finding, who, Verdict.NOT_DONE);
            case LONG_TERM -> verify(finding, who, Verdict.LONG_TERM);
            case FALSIFIED -> verify(finding, who, Verdict.FALSIFIED);
            case CONFIRM -> verification.confirm(who, true, "同意", STAND_INS);
            case REFUSE_TO_CONFIRM -> verification.confirm(who, false, "不同意", STAND_INS);
            case CONSENT -> verification.consent(who, true, "同意", STAND_INS);
            case REFUSE_CONSENT -> verification.consent(who, false, "不同意", STAND_INS);
            case CONTINUE -> finding.continueUntil(day, TODAY);
            case AMEND_LIMIT -> finding.amendLimit(day, TODAY);
            case EXTEND -> finding.extendUntil(day, TODAY, LIMITS);
            case LONG_TERM_LIST -> verification.registerLongTerm();
            case RECUR -> finding.demandRecurrable();
            case STRIKE_OFF -> verification.strikeOff(Instant.parse("2026-06-20T00:00:00Z"), STAND_INS);
        }
    }

    /** A measure reported by itself, or a co-owner's part: kept beside the finding, but whoever did it had a hand in it. */
    private static void measureDone(Finding finding, String who) {
        if (!finding.state().atWork()) {
            throw finding.illegal("报告整改措施");
        }
        finding.life().helpers.add(who);
    }

    private static void verify(Finding finding, String who, Verdict verdict) {
        finding.verification().verify(who, verdict, "已核验", TODAY.plusMonths(6), TODAY, STAND_INS);
    }
}
