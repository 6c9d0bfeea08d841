package org.rectification.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectification.trail.EventWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register as a whole, for checking a list against it and for handing it out in the same columns. */
@Service
@Transactional(readOnly = true)
public class RegisterReader {

    private final JdbcClient jdbc;
    private final EngineIdentity engine;
    private final Clock clock;

    RegisterReader(JdbcClient jdbc, EngineIdentity engine, Clock clock) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.clock = clock;
    }

    public Registered registered() {
        var organisations = new HashMap<String, String>();
        organisations().forEach(row -> organisations.put(row.get("code"), row.get("name")));
        var villages = new HashSet<String>();
        villages().forEach(row -> villages.add(row.get("organisation") + "/" + row.get("code")));
        var people = new HashMap<String, Person>();
        jdbc.sql("select id, name, office, organisation_id, active from rectification.person")
                .query(Person.class)
                .list()
                .forEach(person -> people.put(person.id(), person));
        var secretaries = new HashMap<String, String>();
        jdbc.sql(
                        "select organisation_id, person_id from rectification.duty where role = 'PARTY_SECRETARY' and until is null")
                .query(row -> {
                    secretaries.put(row.getString("organisation_id"), row.getString("person_id"));
                });
        return new Registered(organisations, villages, people, secretaries, engine.administrators());
    }

    public List<Map<String, String>> organisations() {
        return rows("select id as code, name from rectification.organisation order by id");
    }

    public List<Map<String, String>> villages() {
        return rows(
                """
                select organisation_id as organisation, code, name, branch from rectification.village_register
                 order by organisation_id, code""");
    }

    /** Everybody, also those who have left. */
    public List<Map<String, String>> people() {
        return rows(
                """
                select id, name, office, organisation_id as organisation, case when active then 'ACTIVE' else 'LEFT' end as state,
                       email
                  from rectification.person order by organisation_id nulls first, id""");
    }

    /** Duties held today. */
    public List<Map<String, String>> duties() {
        return rows(
                """
                select d.person_id as id, d.role, d.village_code as village, d.area, d.since::text as since
                  from rectification.duty d join rectification.person p on p.id = d.person_id and p.active
                 where d.until is null order by p.organisation_id nulls first, d.person_id, d.id""");
    }

    public List<Map<String, String>> contacts() {
        return rows(
                """
                select organisation_id as organisation, body, office, contact, phone from rectification.liaison_register
                 order by organisation_id, body""");
    }

    /** What happened to people, duties and substitutions; the latest first. */
    public List<Map<String, String>> trail(int page, int size) {
        var events = rows(
                """
                select to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at, e.kind,
                       coalesce(a.name, e.actor) || coalesce('（代' || coalesce(b.name, e.on_behalf_of) || '）', '') as actor,
                       coalesce(p.name, e.person_id) as person, o.name as organisation,
                       e.before::text as before, e.after::text as after, e.note
                  from rectification.event e
                  left join rectification.person a on a.id = e.actor
                  left join rectification.person b on b.id = e.on_behalf_of
                  left join rectification.person p on p.id = e.person_id
                  left join rectification.organisation o on o.id = e.organisation_id
                 where e.round_id is null order by e.id desc limit %d offset %d"""
                        .formatted(size, (long) page * size));
        events.forEach(event -> event.put("label", EventWords.of(event.get("kind"))));
        return events;
    }

    /** Days of office: who holds or held which duty of the organisation, overlapping the time since a day. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private List<Map<String, String>> rows(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> {
                    Map<String, String> fields = new LinkedHashMap<>();
                    var columns = row.getMetaData();
                    for (int column = 1; column <= columns.getColumnCount(); column++) {
                        fields.put(columns.getColumnLabel(column), row.getString(column));
                    }
                    return fields;
                })
                .list();
    }
}
