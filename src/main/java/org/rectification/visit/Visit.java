package org.rectification.visit;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A visit to a village on a day: the results that are looked at there.
 *
 * @param number counted per organisation
 * @param visitedOn day on which the sheet was signed; null while it is only planned
 * @param participants who signed on site
 * @param sheetFile id of the scan of the signed sheet
 */
public record Visit(
        String id,
        String roundId,
        String organisationId,
        String organisationName,
        String villageCode,
        String villageName,
        int number,
        LocalDate plannedOn,
        String plannedByName,
        @Nullable LocalDate visitedOn,
        @Nullable String participants,
        @Nullable String sheetFile,
        List<Row> rows) {

    /**
     * A result on the list, as it stands now.
     *
     * @param waiting whether its verdict is still to be given
     * @param verdict what was said about exactly this result; null while it waits
     */
    public record Row(
            String findingId,
            String number,
            String title,
            String problem,
            @Nullable String result,
            @Nullable String measures,
            @Nullable String evidence,
            String person,
            boolean waiting,
            @Nullable String verdict,
            @Nullable String reason) {}

    public boolean signed() {
        return sheetFile != null;
    }
}
