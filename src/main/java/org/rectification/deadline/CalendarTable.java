package org.rectification.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The notices about days off, in the database. Every reader sees the newest: the version is asked once per transaction
 * (outside of one, each time), the days are read again only when it has changed, on whichever node that was.
 */
@Component
public class CalendarTable {

    private static final String SYSTEM = "system";
    private static final String PACKAGED = "国务院办公厅关于部分节假日安排的通知";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;

    @Nullable private volatile Known known;

    private record Known(long version, PublishedDays days) {}

    CalendarTable(JdbcClient jdbc, JdbcTemplate batch, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
        new TransactionTemplate(transactions).executeWithoutResult(status -> seed());
    }

    private void seed() {
        lock();
        var standing = new HashSet<>(jdbc.sql("select distinct year from rectification.calendar_notice")
                .query(Integer.class)
                .list());
        for (var notice : PublishedDays.packaged().byYear()) {
            if (!standing.contains(notice.year())) {
                store(notice, PACKAGED + "（" + notice.year() + "年）", SYSTEM);
            }
        }
    }

    /** One import at a time, so that versions become visible in their order. */
    private void lock() {
        jdbc.sql("lock table rectification.calendar_notice in share row exclusive mode")
                .update();
    }

    /** Stores a year's notice as its newest version; readers in this transaction keep what they saw. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(YearNotice notice, String source, String actor) {
        lock();
        store(notice, source, actor);
    }

    private void store(YearNotice notice, String source, String actor) {
        var version = jdbc.sql(
                        """
                        insert into rectification.calendar_notice (year, source, imported_by, imported_at)
                        values (?, ?, ?, ?) returning version""")
                .params(notice.year(), source, actor, OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        batch.batchUpdate(
                "insert into rectification.calendar_day (version, day, kind, name) values (?, ?, ?, ?)",
                notice.days().stream()
                        .map(each ->
                                new Object[] {version, each.day(), each.kind().name(), each.name()})
                        .toList());
    }

    /** What is known now. */
    PublishedDays days() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return newest();
        }
        var seen = (PublishedDays) TransactionSynchronizationManager.getResource(this);
        if (seen == null) {
            var days = newest();
            TransactionSynchronizationManager.bindResource(this, days);
            TransactionSynchronizationManager.registerSynchronization(new Unbind());
            return days;
        }
        return seen;
    }

    private PublishedDays newest() {
        var version = jdbc.sql("select coalesce(max(version), 0) from rectification.calendar_notice")
                .query(Long.class)
                .single();
        var current = known;
        if (current == null || current.version() < version) {
            current = new Known(version, read(version));
            known = current;
        }
        return current.days();
    }

    private PublishedDays read(long version) {
        var holidays = new HashMap<LocalDate, String>();
        var makeUpDays = new HashSet<LocalDate>();
        var years = new HashSet<Integer>();
        jdbc.sql(
                        """
                        select n.year, d.day, d.kind, d.name from rectification.calendar_notice n
                          join rectification.calendar_day d using (version)
                         where n.version in (select max(version) from rectification.calendar_notice
                                              where version <= ? group by year)""")
                .param(version)
                .query(row -> {
                    var day = row.getObject("day", LocalDate.class);
                    years.add(row.getInt("year"));
                    if ("HOLIDAY".equals(row.getString("kind"))) {
                        holidays.put(day, row.getString("name"));
                    } else {
                        makeUpDays.add(day);
                    }
                });
        return new PublishedDays(holidays, makeUpDays, years);
    }

    /** What stands, the newest year first. */
    public List<Standing> standing() {
        return jdbc.sql(
                        """
                        select distinct on (n.year) n.year, n.source, n.imported_by as by, n.imported_at as at,
                               (select count(*) from rectification.calendar_day d where d.version = n.version
                                   and d.kind = 'HOLIDAY') as holidays,
                               (select count(*) from rectification.calendar_day d where d.version = n.version
                                   and d.kind = 'WORKDAY') as workdays
                          from rectification.calendar_notice n order by n.year desc, n.version desc""")
                .query(Standing.class)
                .list();
    }

    /** The notice of a year as it stands. */
    public record Standing(int year, String source, String by, OffsetDateTime at, int holidays, int workdays) {}

    private final class Unbind implements org.springframework.transaction.support.TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(CalendarTable.this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CalendarTable.this);
        }
    }
}
