package org.rectification.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.rectification.people.Duties;
import org.rectification.people.People;
import org.rectification.people.Person;
import org.rectification.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One's own digest in the application: what the mail said, and behind the counts what they count, by kind; for the clerk
 * village by village, for a county body organisation by organisation. Names of places are said here and in no message.
 */
@Service
public class DigestReadings {

    private final JdbcClient jdbc;
    private final Waiting waiting;
    private final DigestCalendar calendar;
    private final Duties duties;
    private final People people;
    private final Clock clock;

    DigestReadings(
            JdbcClient jdbc, Waiting waiting, DigestCalendar calendar, Duties duties, People people, Clock clock) {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.calendar = calendar;
        this.duties = duties;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What a person reads today.
     *
     * @param lines the latest digest word by word, as in the mail; empty before the first
     * @param day of that digest
     * @param today whether it is today's; otherwise there was nothing new to tell
     * @param quiet whether no digest is written today: a day off
     * @param added tasks that had come since the digest before
     * @param kinds what is open now
     * @param villages of the clerk's township, with something open
     * @param organisations of a county body's cases, with something open for the reader
     */
    public record Digest(
            List<String> lines,
            @Nullable LocalDate day,
            boolean today,
            boolean quiet,
            int added,
            List<Kind> kinds,
            List<Place> villages,
            List<Place> organisations) {}

    /**
     * Tasks of one kind.
     *
     * @param key id of the user task
     * @param fresh came since the latest digest was written
     */
    public record Kind(String key, String label, int open, int overdue, int fresh) {}

    /** Counts of one place. */
    public record Place(String name, int open, int overdue) {}

    @Transactional(readOnly = true)
    public Digest of(String personId) {
        var today = LocalDate.now(clock);
        var latest = latest(personId);
        var organisation = people.find(personId).map(Person::organisationId);
        return new Digest(
                latest.map(told -> Wording.digest(told.day(), told.figures())).orElse(List.of()),
                latest.map(Told::day).orElse(null),
                latest.filter(told -> told.day().equals(today)).isPresent(),
                calendar.quiet(today),
                latest.map(Told::added).orElse(0),
                kinds(personId, latest.map(Told::toldAt).orElse(null)),
                organisation
                        .filter(code -> duties.exercises(personId, Role.RECTIFICATION_OFFICE, code))
                        .map(this::villages)
                        .orElse(List.of()),
                organisation.isEmpty() ? organisations(personId) : List.of());
    }

    private record Told(LocalDate day, Figures figures, int added, OffsetDateTime toldAt) {}

    private Optional<Told> latest(String personId) {
        return jdbc.sql("select * from rectification.digest_day where person_id = ? order by day desc limit 1")
                .param(personId)
                .query(DigestReadings::told)
                .optional();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(
                row.getObject("day", LocalDate.class),
                new Figures(
                        row.getInt("open"),
                        row.getInt("overdue"),
                        row.getInt("green"),
                        row.getInt("yellow"),
                        row.getInt("red"),
                        row.getInt("villages"),
                        row.getInt("notices")),
                row.getInt("added"),
                row.getObject("told_at", OffsetDateTime.class));
    }

    private List<Kind> kinds(String personId, @Nullable OffsetDateTime toldAt) {
        return jdbc.sql(
                        "with " + Waiting.TASKS
                                + """

                        select task_def_key_ as key, min(name_) as label, count(*) as open,
                               count(*) filter (where due_date_ <= :now) as overdue,
                               count(*) filter (where create_time_ > :told) as fresh
                          from task where person = :person group by task_def_key_ order by min(due_date_) nulls last, 1""")
                .param("person", personId)
                .param("now", waiting.now())
                .param(
                        "told",
                        toldAt == null
                                ? waiting.now()
                                : toldAt.atZoneSameInstant(clock.getZone()).toLocalDateTime())
                .query(Kind.class)
                .list();
    }

    private List<Place> villages(String organisationId) {
        return jdbc.sql(
                        "with " + Waiting.OF_VILLAGES
                                + """

                        select name, open, overdue from of_village
                         where organisation_id = :organisation order by position, village_code""")
                .param("today", LocalDate.now(clock))
                .param("now", waiting.now())
                .param("organisation", organisationId)
                .query(Place.class)
                .list();
    }

    private List<Place> organisations(String personId) {
        return jdbc.sql(
                        "with " + Waiting.TASKS
                                + """

                        select o.name, count(*)::int as open, count(*) filter (where t.due_date_ <= :now)::int as overdue
                          from task t join rectification.organisation o on o.id = t.tenant_id_
                         where t.person = :person group by o.id, o.name order by o.id""")
                .param("now", waiting.now())
                .param("person", personId)
                .query(Place.class)
                .list();
    }
}
