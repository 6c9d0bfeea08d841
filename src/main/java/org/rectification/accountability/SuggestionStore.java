package org.rectification.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.rectification.accountability.SuggestionProcess.Started;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps suggestions and what becomes of them. */
@Component
class SuggestionStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    SuggestionStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Enters the suggestion unless its occasion is known. Whoever comes second waits here until the first has committed or
     * rolled back: uniqueness is the database's.
     *
     * @return whether it was entered
     */
    boolean claim(String actor, String id, Suggestion suggestion) {
        return jdbc.sql(
                                """
                                insert into rectification.suggestion
                                    (id, round_id, organisation_id, finding_id, trigger, occasion, facts, work_reported,
                                     raised_by, raised_at, state)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RAISED')
                                on conflict on constraint suggestion_once do nothing""")
                        .params(
                                id,
                                suggestion.roundId(),
                                suggestion.organisationId(),
                                suggestion.findingId(),
                                suggestion.trigger().name(),
                                suggestion.occasion(),
                                suggestion.facts(),
                                suggestion.workReported(),
                                actor,
                                OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** What stands for the same occasion. */
    Raised standing(Suggestion suggestion) {
        return jdbc.sql(
                        """
                        select id, process_instance_id, process_definition_id from rectification.suggestion
                         where round_id = ? and organisation_id = ? and finding_id is not distinct from ?
                           and trigger = ? and occasion = ?""")
                .params(
                        suggestion.roundId(),
                        suggestion.organisationId(),
                        suggestion.findingId(),
                        suggestion.trigger().name(),
                        suggestion.occasion())
                .query((row, number) -> new Raised(
                        row.getString("id"),
                        row.getString("process_instance_id"),
                        row.getString("process_definition_id")))
                .single();
    }

    void started(String id, Started started) {
        jdbc.sql("update rectification.suggestion set process_instance_id = ?, process_definition_id = ? where id = ?")
                .params(started.processInstanceId(), started.processDefinitionId(), id)
                .update();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is no such suggestion */
    Matter get(String id) {
        return find(id, "");
    }

    /** As {@link #get}, and holds the row until the transaction ends. */
    Matter lock(String id) {
        return find(id, " for update");
    }

    void judged(String id, Shortcoming shortcoming, Severity severity) {
        jdbc.sql("update rectification.suggestion set shortcoming = ?, severity = ? where id = ?")
                .params(shortcoming.name(), severity.name(), id)
                .update();
    }

    void considered(String actor, Matter matter) {
        jdbc.sql(
                        """
                        update rectification.suggestion
                           set state = ?, considered_by = ?, considered_at = ?, dismissal_reason = ? where id = ?""")
                .params(matter.state().name(), actor, OffsetDateTime.now(clock), matter.dismissalReason(), matter.id())
                .update();
    }

    void explained(String actor, Matter matter, StatementEntry entry) {
        advance(matter);
        jdbc.sql("insert into rectification.statement values (?, ?, ?, ?, ?)")
                .params(matter.id(), entry.personConcerned(), entry.text(), actor, OffsetDateTime.now(clock))
                .update();
    }

    void referred(String actor, Matter matter, ReferralEntry entry) {
        advance(matter);
        jdbc.sql("insert into rectification.referral values (?, ?, ?, ?, ?, ?)")
                .params(
                        matter.id(),
                        entry.referredTo(),
                        entry.facts(),
                        entry.basis().stream().map(Enum::name).distinct().toArray(String[]::new),
                        actor,
                        OffsetDateTime.now(clock))
                .update();
    }

    void concluded(String actor, Matter matter, OutcomeEntry entry) {
        advance(matter);
        jdbc.sql("insert into rectification.outcome values (?, ?, ?, ?, ?, ?)")
                .params(
                        matter.id(),
                        entry.documentNumber(),
                        entry.decidedOn(),
                        entry.forms().stream().map(Enum::name).distinct().toArray(String[]::new),
                        actor,
                        OffsetDateTime.now(clock))
                .update();
    }

    StatementEntry statement(String id) {
        return jdbc.sql("select person_concerned, text from rectification.statement where suggestion_id = ?")
                .param(id)
                .query((row, number) -> new StatementEntry(row.getString("person_concerned"), row.getString("text")))
                .single();
    }

    ReferralEntry referral(String id) {
        return jdbc.sql("select referred_to, facts, basis from rectification.referral where suggestion_id = ?")
                .param(id)
                .query((row, number) -> new ReferralEntry(
                        row.getString("referred_to"), row.getString("facts"), names(row, "basis", Basis::valueOf)))
                .single();
    }

    OutcomeEntry outcome(String id) {
        return jdbc.sql("select document_number, decided_on, forms from rectification.outcome where suggestion_id = ?")
                .param(id)
                .query((row, number) -> new OutcomeEntry(
                        row.getString("document_number"),
                        row.getObject("decided_on", LocalDate.class),
                        names(row, "forms", AccountabilityForm::valueOf)))
                .single();
    }

    private static <T> List<T> names(ResultSet row, String column, Function<String, T> reading) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(reading)
                .toList();
    }

    private void advance(Matter matter) {
        jdbc.sql("update rectification.suggestion set state = ? where id = ?")
                .params(matter.state().name(), matter.id())
                .update();
    }

    private Matter find(String id, String lock) {
        return jdbc.sql("select * from rectification.suggestion where id = ?" + lock)
                .param(id)
                .query(SuggestionStore::read)
                .single();
    }

    private static Matter read(ResultSet row, int number) throws SQLException {
        var shortcoming = row.getString("shortcoming");
        var severity = row.getString("severity");
        return new Matter(
                row.getString("id"),
                new Suggestion(
                        row.getString("round_id"),
                        row.getString("organisation_id"),
                        row.getString("finding_id"),
                        Trigger.valueOf(row.getString("trigger")),
                        row.getString("occasion"),
                        row.getString("facts"),
                        row.getBoolean("work_reported")),
                row.getString("raised_by"),
                shortcoming == null ? null : Shortcoming.valueOf(shortcoming),
                severity == null ? null : Severity.valueOf(severity),
                MatterState.valueOf(row.getString("state")),
                row.getString("dismissal_reason"));
    }
}
