package org.rectification.period;

import java.time.LocalDate;
import java.util.Optional;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays the clerk's draft of a progress report from the ledger as it is at this moment. */
@Component
public class ProgressDrafts {

    private final ProgressReports reports;
    private final CaseProgress progress;
    private final CaseCalendar calendar;

    ProgressDrafts(ProgressReports reports, CaseProgress progress, CaseCalendar calendar) {
        this.reports = reports;
        this.progress = progress;
        this.calendar = calendar;
    }

    @Transactional(readOnly = true)
    public String text(CaseKey key, int number) {
        var told = reports.ledgerFor(key, number);
        var before = reports.before(key, number);
        var since = before.map(ProgressReport::figuresAt);
        var next = nextDue(key, number);
        return ProgressDraft.text(new ProgressDraft.Material(
                LocalDate.ofInstant(told.takenAt(), ShanghaiTime.ZONE),
                told.figures(),
                before.map(ProgressReport::figures).orElse(null),
                since.map(at -> LocalDate.ofInstant(at, ShanghaiTime.ZONE)).orElse(null),
                progress.between(key, number, since.orElse(null), told.takenAt()),
                next.map(day -> progress.dueUntil(key, day)).orElse(0),
                next.orElse(null)));
    }

    private Optional<LocalDate> nextDue(CaseKey key, int number) {
        return reports.all(key).stream()
                .filter(report -> report.number() > number && report.dueOn().isAfter(calendar.today()))
                .map(ProgressReport::dueOn)
                .findFirst();
    }
}
