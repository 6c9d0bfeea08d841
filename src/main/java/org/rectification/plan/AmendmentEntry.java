package org.rectification.plan;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What the clerk enters about an amendment: the lines as they shall be, and the committee's meeting where measures, goals or
 * limits change.
 */
public record AmendmentEntry(
        @Nullable Action action,
        @Nullable List<LineAmendment> changes,
        @Nullable LocalDate meetingOn,
        @Nullable String minutesNumber,
        @Nullable String minutesFile,
        @Nullable String paperPerson,
        @Nullable LocalDate paperOn) {

    /** Whether the amendment goes on. */
    public enum Action {
        SUBMIT,
        WITHDRAW
    }

    public AmendmentEntry {
        changes = changes == null ? List.of() : List.copyOf(changes);
    }

    Deliberation meeting() {
        return new Deliberation(meetingOn, minutesNumber, minutesFile, paperPerson, paperOn);
    }
}
