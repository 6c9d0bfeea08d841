package org.rectification.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.Certainty;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.DeadlineId;
import org.rectification.period.ReportSchedule.Scheduled;
import org.rectification.period.ReportSchedule.Standing;

class ReportScheduleTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 25);

    @Test
    void aReportIsOwedFromTheDayOfTheFeedbackRecordOn() {
        assertThat(schedule(FIRST))
                .extracting(Scheduled::standing)
                .containsExactly(Standing.DUE, Standing.DUE, Standing.MERGED);
    }

    @Test
    void aReportWhoseDayIsOverWhenTheFeedbackIsRecordedIsPast() {
        assertThat(schedule(FIRST.plusDays(1)))
                .extracting(Scheduled::standing)
                .containsExactly(Standing.PAST, Standing.DUE, Standing.MERGED);
    }

    @Test
    void theMergedReportStaysMergedHoweverLateTheRecord() {
        assertThat(schedule(FIRST.plusDays(100)))
                .extracting(Scheduled::standing)
                .containsExactly(Standing.PAST, Standing.PAST, Standing.MERGED);
    }

    private static List<Scheduled> schedule(LocalDate recordedOn) {
        return ReportSchedule.of(
                List.of(
                        report(1, FIRST, null),
                        report(2, FIRST.plusDays(15), null),
                        report(3, FIRST.plusDays(30), Deadline.FINAL_REPORTS)),
                recordedOn);
    }

    private static Deadline report(int number, LocalDate day, String mergedInto) {
        return new Deadline(
                DeadlineId.PROGRESS_REPORT, number, day, false, mergedInto, "S45", null, Certainty.A, List.of());
    }
}
