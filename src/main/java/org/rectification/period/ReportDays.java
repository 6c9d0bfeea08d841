package org.rectification.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rectification.deadline.DateMove;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.DeadlineId;
import org.rectification.deadline.Deadlines;
import org.rectification.deadline.KeptDates;
import org.rectification.period.ReportSchedule.Standing;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The scheduled days of progress reports (S45) follow the calendar until the report is sent; nobody becomes late by that. A
 * report whose new day falls into the last days before completion, or behind it, is merged into the final reports, unless
 * people write it already; one that leaves those days is owed again while further reports are waited for.
 */
@Component
class ReportDays implements KeptDates {

    private final JdbcClient jdbc;
    private final CaseCalendar calendar;
    private final PeriodMessages messages;

    ReportDays(JdbcClient jdbc, CaseCalendar calendar, PeriodMessages messages) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.messages = messages;
    }

    private record Stored(int number, LocalDate dueOn, String standing, boolean opened, boolean sent) {

        /** A report that is merged has no day of its own. */
        @Nullable LocalDate ownDay() {
            return is(Standing.MERGED) ? null : dueOn;
        }

        Stored on(LocalDate day, Standing as) {
            return new Stored(number, day, as.name(), opened, sent);
        }

        boolean waits() {
            return is(Standing.DUE) && !opened;
        }

        boolean is(Standing other) {
            return other.name().equals(standing);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DateMove> follow(
            String roundId, String organisationId, Deadlines before, Deadlines after, String actor, String reason) {
        var key = new CaseKey(roundId, organisationId);
        var stored = stored(key);
        if (stored.isEmpty()) {
            return notYetOwed(key, before, after);
        }
        var waited = stored.stream().anyMatch(Stored::waits);
        var moves = new ArrayList<DateMove>();
        var waits = false;
        for (var report : stored) {
            var now = moved(report, waited, after);
            waits |= now.waits();
            if (!now.equals(report)) {
                update(key, now);
            }
            if (!Objects.equals(now.ownDay(), report.ownDay())) {
                moves.add(told(key, report, now, after));
            }
        }
        if (waited && !waits) {
            messages.endReporting(key);
        }
        return moves;
    }

    private List<Stored> stored(CaseKey key) {
        return jdbc.sql(
                        """
                        select number, due_on, standing, opened_at is not null as opened, approved_at is not null as sent
                          from rectification.progress_report
                         where round_id = ? and organisation_id = ? order by number""")
                .params(key.roundId(), key.organisationId())
                .query(Stored.class)
                .list();
    }

    /** @param waited whether the process waits for a further report: only then can one be owed again */
    private Stored moved(Stored report, boolean waited, Deadlines after) {
        if (report.sent() || !report.is(Standing.DUE) && !report.is(Standing.MERGED)) {
            return report;
        }
        var rule = rule(report.number(), after);
        var merged = rule == null || rule.mergedInto() != null;
        if (merged) {
            return report.opened() ? report : report.on(rule == null ? report.dueOn() : rule.date(), Standing.MERGED);
        }
        if (rule.date().isBefore(calendar.today())) {
            return report;
        }
        return report.on(rule.date(), waited || report.is(Standing.DUE) ? Standing.DUE : Standing.MERGED);
    }

    private static List<DateMove> notYetOwed(CaseKey key, Deadlines before, Deadlines after) {
        var moves = new ArrayList<DateMove>();
        var numbers = Math.max(
                before.progressReports().size(), after.progressReports().size());
        for (int number = 1; number <= numbers; number++) {
            var was = as(number, before);
            var now = as(number, after);
            if (!Objects.equals(was.ownDay(), now.ownDay())) {
                moves.add(told(key, was, now, after));
            }
        }
        return moves;
    }

    private static Stored as(int number, Deadlines dates) {
        var rule = rule(number, dates);
        return rule == null || rule.mergedInto() != null
                ? new Stored(number, LocalDate.MAX, Standing.MERGED.name(), false, false)
                : new Stored(number, rule.date(), Standing.DUE.name(), false, false);
    }

    @Nullable private static Deadline rule(int number, Deadlines dates) {
        return dates.progressReports().stream()
                .filter(each -> Objects.equals(each.index(), number))
                .findFirst()
                .orElse(null);
    }

    private void update(CaseKey key, Stored report) {
        jdbc.sql(
                        """
                        update rectification.progress_report set due_on = ?, standing = ?
                         where round_id = ? and organisation_id = ? and number = ?""")
                .params(report.dueOn(), report.standing())
                .params(key.roundId(), key.organisationId(), report.number())
                .update();
    }

    private static DateMove told(CaseKey key, Stored was, Stored now, Deadlines after) {
        var rule = rule(was.number(), after);
        return new DateMove(
                key.roundId(),
                key.organisationId(),
                DeadlineId.PROGRESS_REPORT.label(was.number()) + (now.ownDay() == null ? "，并入整改报告" : ""),
                was.ownDay(),
                now.ownDay(),
                rule != null && rule.provisional());
    }
}
