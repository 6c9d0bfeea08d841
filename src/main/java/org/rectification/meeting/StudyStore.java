package org.rectification.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** The register as rows; nothing is ever overwritten. */
@Repository
class StudyStore {

    private static final String ROWS =
            """
            select s.*, p.name as recorder, not s.withdrawn
                   and not exists (select from rectification.study_meeting l where l.corrects = s.id) as current
              from rectification.study_meeting s left join rectification.person p on p.id = s.recorded_by
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    StudyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String insert(String actor, CaseKey key, StudyEntry entry, @Nullable String minutes, @Nullable String corrects) {
        var id = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                        insert into rectification.study_meeting (id, round_id, organisation_id, kind, held_on, topic, chair,
                            attendance, minutes_file, finding_ids, corrects, correction_reason, withdrawn, recorded_by,
                            recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        key.roundId(),
                        key.organisationId(),
                        entry.kind(),
                        entry.heldOn(),
                        entry.topic(),
                        entry.chair())
                .params(entry.attendance(), minutes, entry.findings().toArray(String[]::new), corrects)
                .params(
                        corrects == null ? null : entry.correctionReason(),
                        corrects != null && entry.takesBack(),
                        actor,
                        OffsetDateTime.now(clock))
                .update();
        return id;
    }

    /** All rows of the case, in the order of the meetings; a correction right after what it replaces. */
    List<StudyMeeting> of(CaseKey key) {
        return jdbc.sql(ROWS + "where s.round_id = ? and s.organisation_id = ? order by s.held_on, s.recorded_at")
                .params(key.roundId(), key.organisationId())
                .query(StudyStore::row)
                .list();
    }

    Optional<CaseKey> caseOf(String id) {
        return jdbc.sql("select round_id, organisation_id from rectification.study_meeting where id = ?")
                .param(id)
                .query(CaseKey.class)
                .optional();
    }

    /** How many of these findings belong to the case. */
    int known(CaseKey key, List<String> findings) {
        return jdbc.sql(
                        """
                        select count(*) from rectification.finding
                         where round_id = ? and organisation_id = ? and id = any (?)""")
                .params(key.roundId(), key.organisationId())
                .param(findings.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private static StudyMeeting row(ResultSet row, int number) throws SQLException {
        return new StudyMeeting(
                row.getString("id"),
                row.getString("kind"),
                StudyKind.valueOf(row.getString("kind")).label(),
                row.getObject("held_on", LocalDate.class),
                row.getString("topic"),
                row.getString("chair"),
                row.getInt("attendance"),
                row.getString("minutes_file"),
                List.of((String[]) row.getArray("finding_ids").getArray()),
                row.getString("corrects"),
                row.getString("correction_reason"),
                row.getBoolean("withdrawn"),
                row.getBoolean("current"),
                row.getString("recorder"),
                row.getObject("recorded_at", OffsetDateTime.class)
                        .atZoneSameInstant(ShanghaiTime.ZONE)
                        .toLocalDate());
    }
}
