package org.rectification.hearing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What the inspection office records of the joint hearing (S35).
 *
 * @param minutesFile id of the stored minutes
 * @param conclusion about the rectification as a whole
 * @param findings those about which the minutes conclude something of their own
 */
public record HearingEntry(
        @Nullable LocalDate heldOn,
        @Nullable String minutesNumber,
        @Nullable String minutesFile,
        @Nullable Conclusion conclusion,
        @Nullable List<OfFinding> findings,
        @Nullable List<Gap> gaps) {

    public HearingEntry {
        findings = findings == null ? List.of() : List.copyOf(findings);
        gaps = gaps == null ? List.of() : List.copyOf(gaps);
    }

    /** @param finding id */
    public record OfFinding(@Nullable String finding, @Nullable Conclusion conclusion, @Nullable String note) {}

    /**
     * A problem or weak point that the hearing found.
     *
     * @param disposition {@link #FOLLOW_UP} or {@link #DECLINED}
     * @param owner login of who follows it up
     * @param dueOn until when it is followed up
     * @param reason why it is not followed up
     */
    public record Gap(
            @Nullable String description,
            @Nullable String disposition,
            @Nullable String owner,
            @Nullable LocalDate dueOn,
            @Nullable String reason) {

        public static final String FOLLOW_UP = "FOLLOW_UP";
        public static final String DECLINED = "DECLINED";

        boolean followedUp() {
            return FOLLOW_UP.equals(disposition);
        }
    }
}
