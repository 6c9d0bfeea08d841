package org.rectification.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rectification.people.PersonEntry.DutyEntry;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Duties as rows: each has its first and its last day, none is ever deleted (who was in office when). */
@Component
class DutyRows {

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    DutyRows(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    private record Held(long id, Role role, String organisationId, String village, String area, LocalDate since) {

        boolean is(DutyEntry duty) {
            return duty.role() == role && Objects.equals(duty.village(), village) && Objects.equals(duty.area(), area);
        }
    }

    private List<Held> held(String personId) {
        return jdbc.sql(
                        """
                        select id, role, organisation_id, village_code as village, area, since from rectification.duty
                         where person_id = ? and until is null order by id""")
                .param(personId)
                .query(Held.class)
                .list();
    }

    /** Ends yesterday what the entry no longer names, or what belongs to another organisation. */
    List<Duty> endOthers(String actor, PersonEntry entry) {
        var ended = new ArrayList<Duty>();
        for (var duty : held(entry.id())) {
            var kept = Objects.equals(duty.organisationId(), entry.organisationId())
                    && entry.duties().stream().anyMatch(duty::is);
            if (!kept) {
                end(actor, entry.id(), duty, today().minusDays(1));
                ended.add(new Duty(entry.id(), duty.organisationId(), duty.role(), duty.village(), duty.area()));
            }
        }
        return ended;
    }

    private void end(String actor, String personId, Held duty, LocalDate lastDay) {
        jdbc.sql("update rectification.duty set until = ? where id = ?")
                .params(lastDay, duty.id())
                .update();
        trail.person(
                actor,
                duty.organisationId(),
                personId,
                "DUTY_ENDED",
                facts(duty.role(), duty.village(), duty.area(), duty.since(), null),
                facts(duty.role(), duty.village(), duty.area(), duty.since(), lastDay),
                null);
    }

    /** Begins what the entry names and the person does not hold yet. */
    List<Duty> begin(String actor, PersonEntry entry) {
        var begun = new ArrayList<Duty>();
        for (var duty : entry.duties()) {
            int added = jdbc.sql(
                            """
                            insert into rectification.duty (person_id, organisation_id, role, village_code, area, since)
                            values (?, ?, ?, ?, ?, ?)
                            on conflict do nothing""")
                    .params(
                            entry.id(),
                            entry.organisationId(),
                            duty.role().name(),
                            duty.village(),
                            duty.area(),
                            duty.since())
                    .update();
            if (added == 1) {
                trail.person(
                        actor,
                        entry.organisationId(),
                        entry.id(),
                        "DUTY_BEGUN",
                        null,
                        facts(duty.role(), duty.village(), duty.area(), duty.since(), null),
                        null);
                begun.add(new Duty(entry.id(), entry.organisationId(), duty.role(), duty.village(), duty.area()));
            }
        }
        return begun;
    }

    /**
     * Who follows whom: a duty that ended passes to whoever holds it now, one that began comes from whoever held it last,
     * as long as nobody held it in between. Where two hold the same duty, it stays with the one who has held it longest.
     */
    List<Passing> passings(List<Duty> ended, List<Duty> begun) {
        var passings = new LinkedHashMap<Duty, Passing>();
        for (var duty : ended) {
            holder(duty)
                    .filter(now -> !now.equals(duty.personId()))
                    .ifPresent(now -> put(passings, duty, duty.personId(), now));
        }
        for (var duty : begun) {
            if (holder(duty).filter(duty.personId()::equals).isPresent()) {
                predecessor(duty).ifPresent(former -> put(passings, duty, former, duty.personId()));
            }
        }
        return List.copyOf(passings.values());
    }

    private static void put(Map<Duty, Passing> passings, Duty duty, String from, String to) {
        passings.put(
                new Duty(from, duty.organisationId(), duty.role(), duty.village(), duty.area()),
                new Passing(duty.organisationId(), duty.role(), duty.village(), duty.area(), from, to));
    }

    private Optional<String> holder(Duty duty) {
        return same(duty, "d.since <= :today and (d.until is null or d.until >= :today) and p.active", "d.id");
    }

    private Optional<String> predecessor(Duty duty) {
        return same(duty, "d.until < :today and d.person_id <> :person", "d.until desc, d.id desc");
    }

    private Optional<String> same(Duty duty, String condition, String order) {
        return jdbc.sql(
                        """
                        select d.person_id from rectification.duty d join rectification.person p on p.id = d.person_id
                         where d.organisation_id is not distinct from :organisation and d.role = :role
                           and d.village_code is not distinct from :village and d.area is not distinct from :area
                           and (%s) order by %s limit 1"""
                                .formatted(condition, order))
                .param("organisation", duty.organisationId())
                .param("role", duty.role().name())
                .param("village", duty.village())
                .param("area", duty.area())
                .param("person", duty.personId())
                .param("today", today())
                .query(String.class)
                .optional();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Map<String, Object> facts(Role role, String village, String area, LocalDate since, LocalDate until) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("role", role.name());
        facts.put("village", village);
        facts.put("area", area);
        facts.put("since", String.valueOf(since));
        facts.put("until", until == null ? null : until.toString());
        return facts;
    }
}
