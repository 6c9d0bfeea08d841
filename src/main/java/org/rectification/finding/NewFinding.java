package org.rectification.finding;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A finding as the feedback states it (S05–S08, S10), already checked by the round's rule book.
 *
 * @param number unique within the township's list or the village's
 * @param level {@code TOWN} or {@code VILLAGE}
 * @param villageCode the village of a village finding, else null
 * @param area code of the profile's first-level class
 * @param special annexes of the final reports that it belongs to, possibly none
 * @param addressee {@code TEAM} or {@code PRINCIPAL}
 * @param topic {@code PETITION}, {@code WORK_STYLE} or {@code OTHER}
 * @param dueOn first due day: the immediate one for 立行立改, else the completion date of the case
 */
public record NewFinding(
        String number,
        String title,
        String level,
        @Nullable String villageCode,
        String area,
        @Nullable String aspect,
        String source,
        @Nullable LocalDate originDate,
        @Nullable String originNumber,
        String problem,
        String opinion,
        boolean immediate,
        @Nullable LocalDate immediateNoticeOn,
        @Nullable String immediateNoticeNumber,
        boolean keyConcern,
        List<String> special,
        String addressee,
        String topic,
        LocalDate dueOn) {

    public NewFinding {
        special = List.copyOf(special);
    }
}
