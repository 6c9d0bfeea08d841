package org.rectification.period;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.rectification.deadline.Deadline;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures that the progress report of the hearing's day and the hearing itself have in common (S35, S45): whichever is
 * prepared first takes them, the other uses the same. So the three bodies never have two different sets before them.
 */
@Component
public class HearingDayFigures {

    private final JdbcClient jdbc;
    private final CaseCalendar calendar;
    private final CaseLedger ledger;
    private final StoredJson json;
    private final Clock clock;

    HearingDayFigures(JdbcClient jdbc, CaseCalendar calendar, CaseLedger ledger, StoredJson json, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
    }

    /** Whether the report of this number is due on the hearing's day. */
    public boolean sharedBy(CaseKey key, int number) {
        var deadlines = calendar.deadlines(key);
        var hearing = deadlines.monthTwoReview().map(Deadline::date);
        return deadlines.separateProgressReports().stream()
                .filter(report -> report.index() == number)
                .anyMatch(report -> hearing.filter(report.date()::equals).isPresent());
    }

    /** Whether any report is due on the hearing's day. */
    public boolean shared(CaseKey key) {
        return calendar.deadlines(key).separateProgressReports().stream()
                .anyMatch(report -> sharedBy(key, report.index()));
    }

    /** Empty until the report or the hearing was prepared. */
    public Optional<LedgerMoment> find(CaseKey key) {
        return jdbc.sql(
                        """
                        select figures, taken_at from rectification.hearing_day_figures
                         where round_id = ? and organisation_id = ?""")
                .params(key.roundId(), key.organisationId())
                .query((row, index) -> new LedgerMoment(
                        json.read(row.getString("figures"), LedgerFigures.class),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Those taken before, else the ledger as it is now, which stays from here on. */
    @Transactional
    public LedgerMoment take(CaseKey key) {
        jdbc.sql(
                        """
                        insert into rectification.hearing_day_figures (round_id, organisation_id, figures, taken_at)
                        values (?, ?, ?::jsonb, ?) on conflict do nothing""")
                .params(key.roundId(), key.organisationId(), json.write(ledger.figures(key)), OffsetDateTime.now(clock))
                .update();
        return find(key).orElseThrow();
    }
}
