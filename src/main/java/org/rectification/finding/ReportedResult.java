package org.rectification.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.springframework.lang.Nullable;

/**
 * What is claimed to have been done about a finding.
 *
 * @param text what changed, 1–4,000 characters
 * @param measures the measures that are done
 * @param claimedAmount money said to be recovered, in yuan, as the claims add up; null for none. What proves the result
 *     and the other claims stand in rows of their own
 */
public record ReportedResult(String text, List<Measure> measures, @Nullable BigDecimal claimedAmount) {

    private static final int LONGEST_TEXT = 4_000;

    /** Whether a measure corrects now (当下改) or builds an institution that lasts (长久立), S25–S26. */
    public enum Horizon {
        NOW("当下改"),
        LASTING("长久立");

        private final String label;

        Horizon(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A measure that is done.
     *
     * @param accountabilityOnly it only holds people of a lower level to account (S15)
     */
    public record Measure(String text, Horizon kind, @Nullable Boolean accountabilityOnly) {

        /** Whether it does more than that, by its own word and by its wording. */
        boolean corrects() {
            return !Boolean.TRUE.equals(accountabilityOnly) && (text == null || !AccountabilityWords.only(text));
        }
    }

    public ReportedResult {
        measures = measures == null ? List.of() : List.copyOf(measures);
    }

    /** @throws Refusal naming every gap of the claim */
    void demandComplete() {
        var violations = new ArrayList<Violation>();
        if (blank(text) || text.length() > LONGEST_TEXT) {
            violations.add(new Violation("result", "请填写整改结果（1至4000字）。"));
        }
        if (measures.isEmpty()) {
            violations.add(new Violation("measures", "请至少填写一项已完成的整改措施。"));
        }
        for (int i = 0; i < measures.size(); i++) {
            if (blank(measures.get(i).text()) || measures.get(i).kind() == null) {
                violations.add(new Violation("measures[" + i + "].text", "每项措施都要写明内容和类别（当下改或长久立）。"));
            }
        }
        Refusal.ifAny(violations);
    }

    /** Whether nothing but people of a lower level was dealt with: that never replaces one's own rectification (S15). */
    boolean onlyHoldsSubordinatesToAccount() {
        return measures.stream().noneMatch(Measure::corrects);
    }

    boolean correctsNow() {
        return measures.stream().anyMatch(measure -> measure.kind() == Horizon.NOW && measure.corrects());
    }

    public boolean claimsMoney() {
        return claimedAmount != null && claimedAmount.signum() > 0;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
