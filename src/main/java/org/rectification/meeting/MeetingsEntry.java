package org.rectification.meeting;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/** The thematic meetings of the township and its villages, one row each (S37). */
public record MeetingsEntry(@Nullable List<Row> meetings) {

    public MeetingsEntry {
        meetings = meetings == null ? List.of() : List.copyOf(meetings);
    }

    /**
     * @param code {@link ThematicMeetings#TOWN} or the village's code
     * @param name as the list showed it; not read back
     * @param record what happened, and where the record is kept
     * @param reason why none was held
     */
    public record Row(
            @Nullable String code,
            @Nullable String name,
            @Nullable LocalDate heldOn,
            @Nullable String record,
            @Nullable String reason) {

        /** Whether somebody typed something that belongs to a meeting held. */
        boolean tellsOfMeeting() {
            return heldOn != null || (record != null && !record.isBlank());
        }
    }
}
