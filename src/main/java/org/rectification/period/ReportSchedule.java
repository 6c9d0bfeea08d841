package org.rectification.period;

import java.time.LocalDate;
import java.util.List;
import org.rectification.deadline.Deadline;

/** Which progress reports an organisation owes (S45). */
final class ReportSchedule {

    private ReportSchedule() {}

    /**
     * @param reports computed dates, in order
     * @param recordedOn day on which the feedback was recorded: nothing is owed for a day before it
     */
    static List<Scheduled> of(List<Deadline> reports, LocalDate recordedOn) {
        return reports.stream()
                .map(report -> new Scheduled(report.index(), report.date(), standing(report, recordedOn)))
                .toList();
    }

    private static Standing standing(Deadline report, LocalDate recordedOn) {
        if (report.mergedInto() != null) {
            return Standing.MERGED;
        }
        return report.date().isBefore(recordedOn) ? Standing.PAST : Standing.DUE;
    }

    /** Whether a report is owed, and if not, why not. */
    enum Standing {
        DUE,
        /** Its day lay before the feedback was recorded. */
        PAST,
        /** The final reports stand for it. */
        MERGED,
        /** The final reports were signed before its day came. */
        REPLACED
    }

    record Scheduled(int number, LocalDate dueOn, Standing standing) {}
}
