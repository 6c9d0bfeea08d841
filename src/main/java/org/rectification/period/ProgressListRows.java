package org.rectification.period;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.finding.FindingState;
import org.rectification.finding.LimitMarks;
import org.rectification.people.Absences;
import org.rectification.people.Visibility;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose rows a progress list has: own open findings, those of an absent person in whose place somebody acts, and, to be
 * filled in for the village (代填), those of the villages whose contact one is; of all villages for the clerk. Nobody gets a
 * row of a finding that is not theirs to see.
 */
@Component
class ProgressListRows {

    private static final String OWN =
            """
            (f.responsible_person in (:me) or exists (select from rectification.duty d where d.person_id in (:me)
                and d.role = 'VILLAGE_SECRETARY' and d.organisation_id = f.organisation_id
                and d.village_code = f.village_code and d.since <= :today and (d.until is null or d.until >= :today)))""";

    private static final String SELECT =
            """
            select f.round_id, f.organisation_id, f.id, f.number, f.title, coalesce(v.name, '镇本级') as place, f.state,
                   f.immediate, %4$s,
                   coalesce(f.continued_until, f.due_on) as due_on, p.id as person_id, p.name as person, not %1$s as fill_in,
                   e.number as report, e.text, e.entered_at, ep.name || case when e.entered_by = e.entered_for then ''
                       else '（' || eb.name || '代填）' end as by
              from rectification.finding f
              join rectification.inspected_organisation c on c.round_id = f.round_id and c.organisation_id = f.organisation_id
              join rectification.sub_ledger s on s.id = f.sub_ledger_id
              join rectification.person p on p.id = f.responsible_person
              left join rectification.village v on v.round_id = f.round_id
                   and v.organisation_id = f.organisation_id and v.code = f.village_code
              left join lateral (select * from rectification.progress_entry x where x.finding_id = f.id
                                  order by x.id desc limit 1) e on true
              left join rectification.person ep on ep.id = e.entered_for
              left join rectification.person eb on eb.id = e.entered_by
             where f.state not in ('STRUCK_OFF', 'LONG_TERM') and (%2$s) and %3$s
               and (%1$s or f.village_code is not null and exists (select from rectification.duty d
                    where d.person_id in (:me) and d.organisation_id = f.organisation_id
                      and d.since <= :today and (d.until is null or d.until >= :today)
                      and (d.role = 'RECTIFICATION_OFFICE'
                           or d.role = 'VILLAGE_CONTACT' and d.village_code = f.village_code)))
             order by fill_in, s.position, f.position""";

    private final JdbcClient jdbc;
    private final Visibility visibility;
    private final Absences absences;
    private final LimitMarks marks;
    private final Clock clock;

    ProgressListRows(JdbcClient jdbc, Visibility visibility, Absences absences, LimitMarks marks, Clock clock) {
        this.jdbc = jdbc;
        this.visibility = visibility;
        this.absences = absences;
        this.marks = marks;
        this.clock = clock;
    }

    /** Own rows first, each part in the order of the ledger. */
    List<ProgressList.Row> of(String personId, CaseKey key) {
        var limits = marks.reader();
        return query(
                personId,
                "f.round_id = :round and f.organisation_id = :organisation",
                Map.of("round", key.roundId(), "organisation", key.organisationId()),
                row -> row(row, limits));
    }

    /** The finding, when it stands among this person's rows. */
    Optional<Owned> find(String personId, String findingId) {
        return query(
                        personId,
                        "f.id = :finding",
                        Map.of("finding", findingId),
                        row -> new Owned(
                                new CaseKey(row.getString("round_id"), row.getString("organisation_id")),
                                row.getString("person_id")))
                .stream()
                .findFirst();
    }

    private <T> List<T> query(String personId, String condition, Map<String, String> params, Reader<T> reader) {
        var seen = visibility.findings(personId);
        var me = new ArrayList<>(absences.absentees(personId));
        me.add(personId);
        var all = new HashMap<String, Object>(seen.params());
        all.putAll(params);
        return jdbc.sql(SELECT.formatted(OWN, seen.sql(), condition, LimitMarks.COLUMNS))
                .params(all)
                .param("me", me)
                .param("today", LocalDate.now(clock))
                .query((row, index) -> reader.read(row))
                .list();
    }

    private ProgressList.Row row(ResultSet row, LimitMarks.Reader limits) throws SQLException {
        return new ProgressList.Row(
                row.getString("id"),
                row.getString("number"),
                row.getString("title"),
                row.getString("place"),
                FindingState.valueOf(row.getString("state")).label(),
                row.getObject("due_on", LocalDate.class),
                limits.isProvisional(row),
                row.getString("person"),
                row.getBoolean("fill_in"),
                row.getString("text") == null
                        ? null
                        : new ProgressList.Last(
                                row.getInt("report"),
                                row.getString("text"),
                                row.getString("by"),
                                row.getObject("entered_at", OffsetDateTime.class)
                                        .atZoneSameInstant(clock.getZone())
                                        .toOffsetDateTime()));
    }

    /** @param person login of whose finding it is */
    record Owned(CaseKey key, String person) {}

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
