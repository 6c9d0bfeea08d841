package org.rectification.schedule;

import java.util.List;
import java.util.Map;
import org.rectification.deadline.CalendarTable;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.deadline.YearNotice;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A year's notice about days off comes in. A preview carries everything out in a transaction and takes it back, so that it
 * tells exactly which running dates will move; a confirmation carries out exactly what was shown.
 */
@Service
public class CalendarImport {

    private static final int LONGEST_SOURCE = 200;

    private final CalendarTable table;
    private final WorkingCalendar calendar;
    private final CaseMover mover;
    private final OrganisationNames names;
    private final JdbcClient jdbc;
    private final Trail trail;
    private final TransactionTemplate transaction;

    CalendarImport(
            CalendarTable table,
            WorkingCalendar calendar,
            CaseMover mover,
            OrganisationNames names,
            JdbcClient jdbc,
            Trail trail,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.calendar = calendar;
        this.mover = mover;
        this.names = names;
        this.jdbc = jdbc;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What stands, the newest year first. */
    public List<CalendarTable.Standing> standing() {
        return table.standing();
    }

    /** Nothing is stored. */
    public Moves preview(YearNotice notice, String source, String actor) {
        demandSource(source);
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return carryOut(notice, source, actor);
        });
    }

    /**
     * The notice counts from now on, and everything that hangs on it has moved, all or nothing.
     *
     * @param fingerprint of the preview that was confirmed
     * @throws Refusal when something else would move than was shown
     */
    public Moves confirm(YearNotice notice, String source, String fingerprint, String actor) {
        demandSource(source);
        return transaction.execute(status -> {
            var done = carryOut(notice, source, actor);
            if (!done.fingerprint().equals(fingerprint)) {
                throw Refusal.of("fingerprint", "预览以后情况有了变化，请重新上传核对。");
            }
            return done;
        });
    }

    private Moves carryOut(YearNotice notice, String source, String actor) {
        var reason = notice.year() + "年放假安排公布（" + source + "）";
        var outcome = mover.move(
                openCases(),
                afterwards -> calendar.reckonWith(notice, () -> {
                    table.add(notice, source, actor);
                    afterwards.run();
                }),
                actor,
                reason);
        trail.person(
                actor,
                null,
                actor,
                "CALENDAR_IMPORTED",
                null,
                Map.of("year", notice.year(), "dates", outcome.moves().size()),
                source);
        return Moves.of(outcome, names, notice.days().toString());
    }

    /** Always in the same order, so that two who move dates never wait for each other. */
    private List<CaseKey> openCases() {
        return jdbc.sql(
                        """
                        select round_id, organisation_id from rectification.inspected_organisation
                         where archived_at is null order by round_id, organisation_id""")
                .query(CaseKey.class)
                .list();
    }

    private static void demandSource(String source) {
        if (source == null || source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw Refusal.of("source", "请填写通知的名称和文号，最多 " + LONGEST_SOURCE + " 个字。");
        }
    }
}
