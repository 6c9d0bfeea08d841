package org.rectification.finding;

import java.time.LocalDate;
import java.util.List;
import org.rectification.finding.ReportedResult.Horizon;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/**
 * A measure that is done, as people hand it in.
 *
 * @param measureId the plan's measure; without it the measure is known by its words, or is one that no plan names
 * @param accountabilityOnly it only holds people of a lower level to account (S15)
 * @param doneOn null: today
 */
public record MeasureEntry(
        @Nullable String measureId,
        @Nullable String text,
        @Nullable Horizon kind,
        @Nullable Boolean accountabilityOnly,
        @Nullable LocalDate doneOn) {

    private static final int LONGEST_TEXT = 4_000;

    static void check(List<MeasureEntry> measures, Violations violations, LocalDate today) {
        for (int i = 0; i < measures.size(); i++) {
            var measure = measures.get(i);
            var path = "measures[" + i + "].";
            violations
                    .require(
                            filled(measure.measureId) || filled(measure.text) && measure.kind != null,
                            path + "text",
                            "每项措施都要写明内容和类别（当下改或长久立）。")
                    .optionalText(measure.text, path + "text", "措施内容", LONGEST_TEXT)
                    .require(
                            measure.doneOn == null || !measure.doneOn.isAfter(today),
                            path + "doneOn",
                            "措施的完成日期不能晚于今天。");
        }
    }

    boolean namesPlanned() {
        return filled(measureId);
    }

    private static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
