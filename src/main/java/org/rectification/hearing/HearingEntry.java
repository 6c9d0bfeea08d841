package org.rectification.hearing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/** What the inspection office records of the joint hearing (S35). */
public record HearingEntry(
        @Nullable LocalDate heldOn,
        @Nullable String minutesNumber,
        @Nullable Opinions opinions,
        @Nullable List<Gap> gaps) {

    public HearingEntry {
        gaps = gaps == null ? List.of() : List.copyOf(gaps);
    }

    /** What each of the three bodies said. */
    public record Opinions(
            @Nullable String discipline, @Nullable String organisation, @Nullable String inspectionOffice) {

        static final Opinions NONE = new Opinions(null, null, null);
    }

    /**
     * A problem or weak point that the hearing found.
     *
     * @param disposition {@link #FOLLOW_UP} or {@link #DECLINED}
     * @param dueOn until when it is followed up
     * @param reason why it is not followed up
     */
    public record Gap(
            @Nullable String description,
            @Nullable String disposition,
            @Nullable LocalDate dueOn,
            @Nullable String reason) {

        public static final String FOLLOW_UP = "FOLLOW_UP";
        public static final String DECLINED = "DECLINED";

        boolean followedUp() {
            return FOLLOW_UP.equals(disposition);
        }
    }
}
