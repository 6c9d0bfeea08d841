package org.rectification.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rhythm of progress reports (S45): when each is due and which ones the final reports replace. */
final class ProgressReportDates {

    private static final int HALF_MONTH_DAYS = 15;
    private static final int MIDDLE_OF_MONTH = 15;
    private static final int FIRST_REPORT_AFTER_DAYS = 7;

    private final WorkingCalendar calendar;

    ProgressReportDates(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    List<Deadline> of(Profile profile, LocalDate dayZero, LocalDate completeBy, Optional<Deadline> hearing) {
        Profile.ProgressRhythm rhythm = profile.progressReports().value();
        List<Deadline> reports = new ArrayList<>();
        if (rhythm == Profile.ProgressRhythm.NONE) {
            return reports;
        }
        for (int index = 1; ; index++) {
            Reckoning reckoning = reckoning(profile, rhythm, dayZero, index);
            if (reckoning.date().isAfter(completeBy)) {
                return reports;
            }
            reports.add(report(reckoning, index, profile, completeBy, hearing));
        }
    }

    private Reckoning reckoning(Profile profile, Profile.ProgressRhythm rhythm, LocalDate dayZero, int index) {
        Reckoning start = Reckoning.fromDayZero(calendar, profile.progressReports(), profile, dayZero);
        return switch (rhythm) {
            case HALF_MONTH_ROLLING ->
                start.moveTo(dayZero.plusDays((long) HALF_MONTH_DAYS * index), "加" + HALF_MONTH_DAYS * index + "天")
                        .rollBack();
            case MONTHLY ->
                start.moveTo(dayZero.plusMonths(index), "加" + index + "个月").rollBack();
            case FIFTEENTH_AND_MONTH_END ->
                start.moveTo(halfMonthEnd(dayZero, index), "第" + index + "个15日或月末")
                        .rollBack();
            case NONE -> throw new IllegalStateException("No reports are due in this rhythm");
        };
    }

    private static LocalDate halfMonthEnd(LocalDate dayZero, int index) {
        LocalDate end = halfMonthEndFrom(dayZero.plusDays(FIRST_REPORT_AFTER_DAYS));
        for (int i = 1; i < index; i++) {
            end = halfMonthEndFrom(end.plusDays(1));
        }
        return end;
    }

    private static LocalDate halfMonthEndFrom(LocalDate day) {
        return day.getDayOfMonth() <= MIDDLE_OF_MONTH
                ? day.withDayOfMonth(MIDDLE_OF_MONTH)
                : YearMonth.from(day).atEndOfMonth();
    }

    private static Deadline report(
            Reckoning reckoning, int index, Profile profile, LocalDate completeBy, Optional<Deadline> hearing) {
        LocalDate date = reckoning.date();
        if (hearing.map(Deadline::date).filter(date::equals).isPresent()) {
            reckoning.note("与集中听取整改进展情况同日，共用同一份数据");
        }
        int mergeDays = profile.progressMergeDays().value();
        if (date.isBefore(completeBy.minusDays(mergeDays))) {
            return reckoning.deadline(DeadlineId.PROGRESS_REPORT, index, null);
        }
        reckoning.note("距整改完成日期不超过" + mergeDays + "天，并入两份整改报告，不单独报送");
        return reckoning.deadline(DeadlineId.PROGRESS_REPORT, index, Deadline.FINAL_REPORTS);
    }
}
