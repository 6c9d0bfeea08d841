package org.rectification.plan.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.plan.PlanLineEntry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** Imports of plan sheets and their rows. */
@Repository
class PlanImportStore {

    private static final TypeReference<List<SheetRow.Problem>> PROBLEMS = new TypeReference<>() {};
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final Clock clock;

    PlanImportStore(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    /** What became of a row, or will. */
    enum Outcome {
        INVALID,
        CHANGED_MEANWHILE,
        READY,
        SAVED,
        REFUSED
    }

    record Head(
            String id,
            String personId,
            String roundId,
            String fileName,
            int unchanged,
            OffsetDateTime uploadedAt,
            @Nullable OffsetDateTime confirmedAt,
            @Nullable OffsetDateTime endedAt,
            boolean abandoned) {}

    /** A row to be entered. */
    record NewRow(SheetRow row, String label, Outcome outcome, List<SheetRow.Problem> problems, List<Change> changes) {}

    /** A row to be saved. */
    record Ready(int position, String findingId, PlanLineEntry entry, String fingerprint, List<Integer> groups) {}

    /** A row as people read it. */
    record Shown(int row, String label, Outcome outcome, List<SheetRow.Problem> problems, List<Change> changes) {}

    record Change(String label, @Nullable String before, @Nullable String after) {}

    void enter(Head head, String sha256, List<NewRow> rows) {
        jdbc.sql(
                        """
                        insert into rectification.plan_import (id, person_id, round_id, file_name, sha256, unchanged, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(head.id(), head.personId(), head.roundId(), head.fileName(), sha256)
                .params(head.unchanged(), head.uploadedAt())
                .update();
        var position = new int[1];
        batches.batchUpdate(
                """
                insert into rectification.plan_import_row (import_id, position, sheet_row, finding_id, label, outcome, problems,
                    changes, entry, fingerprint, groups) values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?)""",
                rows.stream()
                        .map(each -> new Object[] {
                            head.id(),
                            ++position[0],
                            each.row().number(),
                            each.row().findingId(),
                            each.label(),
                            each.outcome().name(),
                            asJson(each.problems()),
                            asJson(each.changes()),
                            each.outcome() == Outcome.READY ? asJson(each.row().entry()) : null,
                            each.row().fingerprint(),
                            each.row().groups().toArray(Integer[]::new)
                        })
                        .toList());
    }

    /** Sheets that the person looked at and never confirmed are of no use once the next one is there. */
    void forgetUnconfirmed(String personId, String roundId) {
        jdbc.sql("delete from rectification.plan_import where person_id = ? and round_id = ? and confirmed_at is null")
                .params(personId, roundId)
                .update();
    }

    Optional<Head> find(String id, String personId) {
        return head("id = ? and person_id = ?", "", id, personId);
    }

    /** As {@link #find}, held until the transaction ends: two windows of one person take turns. */
    Optional<Head> lock(String id, String personId) {
        return head("id = ? and person_id = ?", " for update", id, personId);
    }

    /** The import that the person began last in this round. */
    Optional<Head> latest(String personId, String roundId) {
        return head("person_id = ? and round_id = ?", " order by uploaded_at desc, id limit 1", personId, roundId);
    }

    private Optional<Head> head(String condition, String more, Object... params) {
        return jdbc.sql("select * from rectification.plan_import where " + condition + more)
                .params(params)
                .query((row, number) -> new Head(
                        row.getString("id"),
                        row.getString("person_id"),
                        row.getString("round_id"),
                        row.getString("file_name"),
                        row.getInt("unchanged"),
                        shanghai(row, "uploaded_at"),
                        shanghai(row, "confirmed_at"),
                        shanghai(row, "ended_at"),
                        row.getBoolean("abandoned")))
                .optional();
    }

    @Nullable private OffsetDateTime shanghai(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(clock.getZone()).toOffsetDateTime();
    }

    void confirm(String id) {
        jdbc.sql("update rectification.plan_import set confirmed_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), id)
                .update();
    }

    /** Nothing more happens to it; what was typed is forgotten, the result stays. */
    void end(String id, boolean abandoned) {
        jdbc.sql("update rectification.plan_import set ended_at = ?, abandoned = ? where id = ?")
                .params(OffsetDateTime.now(clock), abandoned, id)
                .update();
        jdbc.sql(
                        """
                        update rectification.plan_import_row set entry = null, changes = '[]',
                            problems = case outcome when 'READY' then ?::jsonb else problems end,
                            outcome = case outcome when 'READY' then 'REFUSED' else outcome end
                         where import_id = ?""")
                .params(asJson(List.of(new SheetRow.Problem("", "导入已停止，本行未保存。"))), id)
                .update();
    }

    List<Ready> ready(String id, int most) {
        return jdbc.sql(
                        """
                        select position, finding_id, entry, fingerprint, groups from rectification.plan_import_row
                         where import_id = ? and outcome = 'READY' order by position limit ?""")
                .params(id, most)
                .query((row, number) -> new Ready(
                        row.getInt("position"),
                        row.getString("finding_id"),
                        read(row.getString("entry"), PlanLineEntry.class),
                        row.getString("fingerprint"),
                        Arrays.asList((Integer[]) row.getArray("groups").getArray())))
                .list();
    }

    void saved(String id, Collection<Integer> positions) {
        jdbc.sql(
                        """
                        update rectification.plan_import_row set outcome = 'SAVED', entry = null, changes = '[]'
                         where import_id = ? and position = any (?)""")
                .params(id, positions.toArray(Integer[]::new))
                .update();
    }

    void refused(String id, int position, List<SheetRow.Problem> problems) {
        jdbc.sql(
                        """
                        update rectification.plan_import_row set outcome = 'REFUSED', entry = null, changes = '[]',
                            problems = ?::jsonb where import_id = ? and position = ?""")
                .params(asJson(problems), id, position)
                .update();
    }

    Map<Outcome, Integer> counts(String id) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        for (var outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        jdbc.sql("select outcome, count(*) as rows from rectification.plan_import_row where import_id = ? group by 1")
                .param(id)
                .query(row -> {
                    counts.put(Outcome.valueOf(row.getString("outcome")), row.getInt("rows"));
                });
        return counts;
    }

    /** Rows that bear one of the outcomes, in the order of the sheet. */
    List<Shown> rows(String id, List<Outcome> outcomes, int most) {
        return jdbc.sql(
                        """
                        select sheet_row, label, outcome, problems, changes from rectification.plan_import_row
                         where import_id = ? and outcome = any (?) order by position limit ?""")
                .param(id)
                .param(outcomes.stream().map(Enum::name).toArray(String[]::new))
                .param(most)
                .query((row, number) -> new Shown(
                        row.getInt("sheet_row"),
                        row.getString("label"),
                        Outcome.valueOf(row.getString("outcome")),
                        read(row.getString("problems"), PROBLEMS),
                        read(row.getString("changes"), CHANGES)))
                .list();
    }

    private String asJson(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of a plan sheet cannot be written", e);
        }
    }

    private <T> T read(String stored, Class<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of a plan sheet cannot be read", e);
        }
    }

    private <T> T read(String stored, TypeReference<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of a plan sheet cannot be read", e);
        }
    }
}
