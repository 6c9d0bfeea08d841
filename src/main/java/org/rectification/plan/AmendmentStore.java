package org.rectification.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** Amendments as rows. */
@Repository
class AmendmentStore {

    private static final TypeReference<List<LineAmendment>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    AmendmentStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @throws Refusal while another one of the same plan is under way */
    void open(String id, CaseKey key, String reason, int baseVersion, String actor) {
        var added = jdbc.sql(
                        """
                        insert into rectification.plan_amendment (id, round_id, organisation_id, state, reason, base_version,
                            started_by, started_at) values (?, ?, ?, 'DRAWN_UP', ?, ?, ?, ?) on conflict do nothing""")
                .params(id, key.roundId(), key.organisationId(), reason, baseVersion, actor, now())
                .update();
        if (added == 0) {
            throw Refusal.of("reason", "上一次方案调整尚未办结，办结或撤回后再提出。");
        }
    }

    /** @throws NoSuchElementException when there is none */
    Amendment get(String id) {
        return find(id, "");
    }

    /** As {@link #get}, held until the transaction ends. */
    Amendment lock(String id) {
        return find(id, " for update");
    }

    /** Latest first. */
    List<Amendment> of(CaseKey key) {
        return jdbc.sql(
                        """
                        select * from rectification.plan_amendment where round_id = ? and organisation_id = ?
                         order by started_at desc, id""")
                .params(key.roundId(), key.organisationId())
                .query(this::read)
                .list();
    }

    void submit(
            Amendment amendment,
            int baseVersion,
            List<LineAmendment> changes,
            @Nullable Deliberation meeting,
            String actor) {
        jdbc.sql(
                        """
                        update rectification.plan_amendment set state = 'SUBMITTED', base_version = ?, changes = ?::jsonb,
                            meeting = ?::jsonb, submitted_by = ?, submitted_at = ?, decided_by = null, decided_at = null
                         where id = ?""")
                .params(
                        baseVersion,
                        text(changes),
                        meeting == null ? null : text(meeting),
                        actor,
                        now(),
                        amendment.id())
                .update();
    }

    void withdraw(Amendment amendment) {
        jdbc.sql("update rectification.plan_amendment set state = 'WITHDRAWN' where id = ?")
                .param(amendment.id())
                .update();
    }

    /** @param version what it became; null: given back */
    void decide(Amendment amendment, @Nullable Integer version, @Nullable String remark, String actor) {
        jdbc.sql(
                        """
                        update rectification.plan_amendment set state = ?, version = ?, remark = ?, decided_by = ?,
                            decided_at = ? where id = ?""")
                .params(version == null ? AmendmentState.RETURNED.name() : AmendmentState.EFFECTIVE.name(), version)
                .params(remark, actor, now(), amendment.id())
                .update();
    }

    private Amendment find(String id, String lock) {
        return jdbc.sql("select * from rectification.plan_amendment where id = ?" + lock)
                .param(id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no amendment " + id));
    }

    private Amendment read(ResultSet row, int number) throws SQLException {
        var changes = row.getString("changes");
        var meeting = row.getString("meeting");
        return new Amendment(
                row.getString("id"),
                new CaseKey(row.getString("round_id"), row.getString("organisation_id")),
                AmendmentState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("base_version"),
                changes == null ? List.of() : parsed(changes, CHANGES),
                meeting == null ? null : parsed(meeting, new TypeReference<Deliberation>() {}),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class),
                row.getString("submitted_by"),
                row.getString("decided_by"),
                row.getString("remark"),
                row.getObject("version", Integer.class));
    }

    private <T> T parsed(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept amendment cannot be read", e);
        }
    }

    private String text(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an amendment cannot be written", e);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
