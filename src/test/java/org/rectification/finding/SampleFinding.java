package org.rectification.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.rectification.finding.ReportedResult.Horizon;
import org.rectification.finding.ReportedResult.Measure;

/** Findings for tests of the domain, without a database. */
final class SampleFinding {

    static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
    static final LocalDate DUE = LocalDate.of(2026, 6, 10);

    private SampleFinding() {}

    static Finding ofVillage() {
        return registered("VILLAGE");
    }

    static Finding ofTown() {
        return registered("TOWN");
    }

    private static Finding registered(String level) {
        var facts = new FindingFacts(
                "f1",
                "r1",
                "qingxi-town",
                "s1",
                "1",
                "低保评议不公开",
                level,
                level.equals("VILLAGE") ? "qx-v1" : null,
                "CONDUCT",
                "低保评议结果未公示。",
                "立即公示。",
                false,
                false,
                "OTHER",
                LocalDate.of(2026, 3, 10),
                DUE);
        var life = new FindingLife(DUE, DUE);
        life.owners = new Owners("leader", "上坡村党支部", "doer");
        return new Finding(facts, life);
    }

    /** As the ledger opens it: another finding of the same people, in the same plan, with a day of its own. */
    static Finding recurrenceOf(Finding old) {
        var life = new FindingLife(DUE, DUE);
        life.owners = old.life().owners;
        life.baseline = old.life().baseline;
        life.state = life.baseline ? FindingState.IN_PROGRESS : FindingState.REGISTERED;
        return new Finding(old.facts(), life);
    }

    static Routing routing(boolean confirmed) {
        return new Routing("R4", List.of("leader"), "township-discipline", confirmed, "TEN_PERCENT");
    }

    static ReportedResult result() {
        return result(new Measure("公示评议结果", Horizon.NOW, false), new Measure("修订评议制度", Horizon.LASTING, null));
    }

    static ReportedResult result(Measure... measures) {
        return new ReportedResult("已公示，已修订制度。", List.of(measures), null);
    }

    static Finding reported(Finding finding) {
        finding.report("doer", null, result());
        finding.route(routing(false));
        return finding;
    }

    static Finding underVerification(Finding finding) {
        reported(finding).accept("leader");
        return finding;
    }

    static void verify(Finding finding, String verifier, Verdict verdict) {
        finding.verification().verify(verifier, verdict, "已到现场核验。", LocalDate.of(2026, 12, 1), TODAY, Set.of());
    }

    static Finding verified(Finding finding) {
        verify(underVerification(finding), "verifier", Verdict.DONE);
        return finding;
    }
}
