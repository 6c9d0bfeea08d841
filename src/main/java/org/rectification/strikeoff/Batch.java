package org.rectification.strikeoff;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * 销号清单（第 n 批）: struck-off findings that the township's leading group notes together.
 *
 * @param metOn day of the meeting that noted it; null while the list is open
 * @param minutesFile id of the minutes
 */
public record Batch(
        String id,
        String roundId,
        String organisationId,
        String organisationName,
        int number,
        @Nullable LocalDate metOn,
        @Nullable String minutesNumber,
        @Nullable String minutesFile,
        List<Row> rows) {

    /** @param place the village, or 镇本级 */
    public record Row(
            String findingId,
            @Nullable String villageCode,
            String place,
            String number,
            String title,
            String leader,
            String person,
            String verifier,
            @Nullable String confirmer,
            LocalDate struckOffOn) {}
}
