package org.rectification.signoff;

import java.util.List;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/**
 * What the clerk writes for the two final reports (S44). Figures are never typed: they come from the ledger.
 *
 * @param a how the principal organised it
 * @param b the rectification itself
 * @param followUps what became of each gap that the joint hearing found
 */
public record FinalReportsEntry(@Nullable ReportA a, @Nullable ReportB b, @Nullable List<Outcome> followUps) {

    private static final int LONGEST_SECTION = 20_000;

    public FinalReportsEntry {
        followUps = followUps == null ? List.of() : List.copyOf(followUps);
    }

    /** @throws org.rectification.refusal.Refusal naming each section that is missing or too long */
    void check() {
        var violations = new Violations();
        (a == null ? new ReportA(null, null, null) : a).check(violations);
        (b == null ? new ReportB(null, null, null) : b).check(violations);
        violations.refuseAny();
    }

    /** 主要负责人组织落实情况报告: the Secretary's own acts in three kinds (S11). */
    public record ReportA(@Nullable String deployment, @Nullable String participation, @Nullable String supervision) {

        private void check(Violations violations) {
            violations
                    .requireText(deployment, "a.deployment", "直接部署情况", LONGEST_SECTION)
                    .requireText(participation, "a.participation", "直接参与情况", LONGEST_SECTION)
                    .requireText(supervision, "a.supervision", "直接督办情况", LONGEST_SECTION);
        }
    }

    /** 整改情况报告. */
    public record ReportB(@Nullable String overview, @Nullable String results, @Nullable String nextSteps) {

        private void check(Violations violations) {
            violations
                    .requireText(overview, "b.overview", "整改总体情况", LONGEST_SECTION)
                    .requireText(results, "b.results", "整改成效", LONGEST_SECTION)
                    .requireText(nextSteps, "b.nextSteps", "未完成问题和下步安排", LONGEST_SECTION);
        }
    }

    /**
     * What became of one gap.
     *
     * @param position number in the minutes
     * @param description as the list showed it; not read back
     */
    public record Outcome(int position, @Nullable String description, @Nullable String outcome) {}
}
