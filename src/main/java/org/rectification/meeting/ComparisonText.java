package org.rectification.meeting;

import java.util.List;
import org.springframework.lang.Nullable;

/** A comparison text (对照检查材料): every finding of the member's portfolio, by aspect, each aspect with its two texts (S38). */
public record ComparisonText(List<Part> aspects) {

    public ComparisonText {
        aspects = List.copyOf(aspects);
    }

    /** One aspect (方面) with its findings; the texts are null in a list that is still to be written. */
    public record Part(String aspect, List<Line> findings, @Nullable String rootCause, @Nullable String selfCheck) {

        public Part {
            findings = List.copyOf(findings);
        }
    }

    /** A finding of the portfolio. */
    public record Line(String id, String place, String number, String title) {}
}
