package org.rectification.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** Thematic meetings as rows: a new one for each time that something is handed in, the latest counts. */
@Repository
class MeetingStore {

    private static final String OWED =
            """
            select o.code, o.place, coalesce(m.standing, 'OWED') as standing, m.held_on, m.chair, m.attendance, m.record,
                   m.scan_file, m.reason, r.name as recorded_by, m.on_behalf_of, d.name as decided_by, m.decision
              from (select 'town' as code, null as village_code, name as place, -1 as position
                      from rectification.inspected_organisation where round_id = :round and organisation_id = :organisation
                    union all
                    select code, code, name, position from rectification.village
                     where round_id = :round and organisation_id = :organisation) o
              left join lateral (select * from rectification.thematic_meeting t
                     where t.round_id = :round and t.organisation_id = :organisation
                       and t.village_code is not distinct from o.village_code order by t.id desc limit 1) m on true
              left join rectification.person r on r.id = m.recorded_by
              left join rectification.person d on d.id = m.decided_by
             order by o.position, o.code""";

    private static final String UNFINISHED =
            """
            select o.round_id, o.organisation_id, o.code, o.place, coalesce(m.standing, 'OWED') as standing, m.held_on,
                   m.recorded_at
              from (select round_id, organisation_id, 'town' as code, null as village_code, name as place, -1 as position
                      from rectification.inspected_organisation
                    union all
                    select round_id, organisation_id, code, code, name, position from rectification.village) o
              join rectification.inspected_organisation c using (round_id, organisation_id)
              left join lateral (select * from rectification.thematic_meeting t
                     where t.round_id = o.round_id and t.organisation_id = o.organisation_id
                       and t.village_code is not distinct from o.village_code order by t.id desc limit 1) m on true
             where c.feedback_held_at is not null and c.archived_at is null
               and m.standing is distinct from 'ACCEPTED'
             order by o.round_id, o.organisation_id, o.position, o.code""";

    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The township first, then its villages. */
    List<Meeting> of(CaseKey key) {
        return jdbc.sql(OWED)
                .param("round", key.roundId())
                .param("organisation", key.organisationId())
                .query(MeetingStore::meeting)
                .list();
    }

    /**
     * A meeting of any case, as far as it says what is still to be done.
     *
     * @param recordedAt when it was handed in; null while it was not
     */
    record OfCase(CaseKey key, Meeting meeting, @Nullable OffsetDateTime recordedAt) {}

    /** Of all open cases, what was not handed in, or not accepted. */
    List<OfCase> unfinished() {
        return jdbc.sql(UNFINISHED)
                .query((row, number) -> new OfCase(
                        new CaseKey(row.getString("round_id"), row.getString("organisation_id")),
                        new Meeting(
                                row.getString("code"),
                                row.getString("place"),
                                MeetingStanding.valueOf(row.getString("standing")),
                                row.getObject("held_on", LocalDate.class),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        row.getObject("recorded_at", OffsetDateTime.class)))
                .list();
    }

    void insert(
            String actor,
            CaseKey key,
            String code,
            MeetingEntry entry,
            @Nullable String scanFile,
            @Nullable String onBehalfOf,
            MeetingStanding standing) {
        var held = entry.held();
        jdbc.sql(
                        """
                        insert into rectification.thematic_meeting
                            (round_id, organisation_id, village_code, held_on, record, reason, recorded_by, recorded_at,
                             chair, attendance, scan_file, on_behalf_of, standing)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.roundId(),
                        key.organisationId(),
                        ThematicMeetings.TOWN.equals(code) ? null : code,
                        held ? entry.heldOn() : null,
                        held ? entry.record() : null,
                        held ? null : entry.reason(),
                        actor,
                        OffsetDateTime.now(clock),
                        held ? entry.chair() : null,
                        held ? entry.attendance() : null,
                        scanFile,
                        onBehalfOf,
                        standing.name())
                .update();
    }

    void decide(String actor, CaseKey key, String code, MeetingDecision decision) {
        jdbc.sql(
                        """
                        update rectification.thematic_meeting
                           set standing = ?, decided_by = ?, decided_at = ?, decision = ?
                         where round_id = ? and organisation_id = ? and village_code is not distinct from ?
                           and standing = 'SUBMITTED'""")
                .params(
                        (decision.accepted() ? MeetingStanding.ACCEPTED : MeetingStanding.RETURNED).name(),
                        actor,
                        OffsetDateTime.now(clock),
                        decision.remark(),
                        key.roundId(),
                        key.organisationId(),
                        ThematicMeetings.TOWN.equals(code) ? null : code)
                .update();
    }

    private static Meeting meeting(ResultSet row, int number) throws SQLException {
        return new Meeting(
                row.getString("code"),
                row.getString("place"),
                MeetingStanding.valueOf(row.getString("standing")),
                row.getObject("held_on", LocalDate.class),
                row.getString("chair"),
                row.getObject("attendance", Integer.class),
                row.getString("record"),
                row.getString("scan_file"),
                row.getString("reason"),
                row.getString("recorded_by"),
                row.getString("on_behalf_of"),
                row.getString("decided_by"),
                row.getString("decision"));
    }
}
