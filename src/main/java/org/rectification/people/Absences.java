package org.rectification.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rectification.engine.StandingIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who is away today, and who acts in whose place. Days in Asia/Shanghai, the last one included. */
@Service
public class Absences implements StandingIn {

    private static final String TODAY = " and s.ended_on is null and s.starts_on <= :today and s.ends_on >= :today";

    private final JdbcClient jdbc;
    private final Clock clock;

    Absences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Logins of those in whose place the person acts today. */
    public List<String> absentees(String substitute) {
        return jdbc.sql("select s.absent_id from rectification.substitution s where s.substitute_id = :person" + TODAY)
                .param("person", substitute)
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .list();
    }

    /** Who acts in the person's place today. */
    public Optional<String> substituteOf(String absent) {
        return jdbc.sql("select s.substitute_id from rectification.substitution s where s.absent_id = :person" + TODAY)
                .param("person", absent)
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .optional();
    }

    @Override
    public boolean standsIn(String substitute, String absent) {
        return !substitute.equals(absent) && absentees(substitute).contains(absent);
    }

    /** Whether an act that belongs to {@code person} may be the actor's: it is the same, or stands in today. */
    public boolean actsFor(String actor, String person) {
        return actor.equals(person) || standsIn(actor, person);
    }

    /** Everybody who stands in today for one of these people, and everybody for whom one of these stands in. */
    public Set<String> linkedWith(Collection<String> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql(
                        """
                        select case when s.absent_id in (:people) then s.substitute_id else s.absent_id end
                          from rectification.substitution s
                         where (s.absent_id in (:people) or s.substitute_id in (:people))"""
                                + TODAY)
                .param("people", people)
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .list());
    }
}
