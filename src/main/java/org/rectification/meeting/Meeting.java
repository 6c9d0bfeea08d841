package org.rectification.meeting;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * A thematic meeting that a case owes, with what counts of it now (S37).
 *
 * @param code {@link ThematicMeetings#TOWN} or the village's code
 * @param place the township or the branch
 * @param standing the latest record decides it
 * @param recordedBy name of who recorded it
 * @param onBehalfOf for whom, where that was somebody else (代填)
 * @param decidedBy name of who accepted or returned it
 * @param decision what was said then
 */
public record Meeting(
        String code,
        String place,
        MeetingStanding standing,
        @Nullable LocalDate heldOn,
        @Nullable String chair,
        @Nullable Integer attendance,
        @Nullable String record,
        @Nullable String scanFile,
        @Nullable String reason,
        @Nullable String recordedBy,
        @Nullable String onBehalfOf,
        @Nullable String decidedBy,
        @Nullable String decision) {

    public boolean ofTown() {
        return ThematicMeetings.TOWN.equals(code);
    }

    /** 镇: 专题民主生活会, 村: 专题组织生活会. */
    public String name() {
        return place + (ofTown() ? "巡察整改专题民主生活会" : "巡察整改专题组织生活会");
    }

    public boolean held() {
        return heldOn != null;
    }
}
