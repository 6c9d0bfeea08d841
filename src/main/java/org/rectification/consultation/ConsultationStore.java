package org.rectification.consultation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** Consultations as rows. */
@Repository
class ConsultationStore {

    private static final String SELECT =
            """
            select c.*, p.name as requester from rectification.consultation c
              join rectification.person p on p.id = c.requested_by
            """;

    private final JdbcClient jdbc;

    ConsultationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Consultation> find(String id) {
        return jdbc.sql(SELECT + "where c.id = ?")
                .param(id)
                .query(Consultation.class)
                .optional();
    }

    /** Whoever decides at the same moment comes second. */
    Consultation lock(String id) {
        jdbc.sql("select id from rectification.consultation where id = ? for update")
                .param(id)
                .query(String.class)
                .optional();
        return find(id).orElseThrow(() -> new IllegalArgumentException("no consultation " + id));
    }

    List<Consultation> all() {
        return jdbc.sql(SELECT + "order by c.requested_at desc")
                .query(Consultation.class)
                .list();
    }

    List<Consultation> ofFinding(String findingId) {
        return jdbc.sql(
                        SELECT
                                + "where c.id in (select consultation_id from rectification.consultation_finding where finding_id = ?) order by c.requested_at")
                .param(findingId)
                .query(Consultation.class)
                .list();
    }

    void insert(String id, CaseKey key, RequestEntry entry, String actor, OffsetDateTime at, LocalDate answerDueOn) {
        jdbc.sql(
                        """
                        insert into rectification.consultation (id, round_id, organisation_id, body, question, preferred_on,
                            requested_by, requested_at, answer_due_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, key.roundId(), key.organisationId(), entry.body().name(), entry.question())
                .params(entry.preferredOn(), actor, at, answerDueOn)
                .update();
        for (var finding : entry.findings()) {
            jdbc.sql("insert into rectification.consultation_finding (consultation_id, finding_id) values (?, ?)")
                    .params(id, finding)
                    .update();
        }
    }

    void started(String id, String processInstanceId) {
        jdbc.sql("update rectification.consultation set process_instance_id = ? where id = ?")
                .params(processInstanceId, id)
                .update();
    }

    void answer(
            String id,
            boolean accepted,
            @Nullable OffsetDateTime talkAt,
            AnswerEntry entry,
            String actor,
            OffsetDateTime at) {
        jdbc.sql(
                        """
                        update rectification.consultation set accepted = ?, talk_at = ?, place = ?, answer = ?, proposed_on = ?,
                            answered_by = ?, answered_at = ? where id = ?""")
                .params(accepted, talkAt, accepted ? entry.place() : null, accepted ? null : entry.reason())
                .params(accepted ? null : entry.proposedOn(), actor, at, id)
                .update();
    }

    void minute(String id, MinutesEntry entry, @Nullable String file, String actor, OffsetDateTime at) {
        jdbc.sql(
                        """
                        update rectification.consultation set held_on = ?, advice = ?, effect = ?,
                            minutes_file = coalesce(?, minutes_file), minuted_by = ?, minuted_at = ?, return_reason = null
                         where id = ?""")
                .params(entry.heldOn(), entry.advice(), entry.effect(), file, actor, at, id)
                .update();
    }

    void confirm(String id, String actor, OffsetDateTime at) {
        jdbc.sql("update rectification.consultation set confirmed_by = ?, confirmed_at = ? where id = ?")
                .params(actor, at, id)
                .update();
    }

    void giveBack(String id, String reason) {
        jdbc.sql("update rectification.consultation set return_reason = ? where id = ?")
                .params(reason, id)
                .update();
    }

    List<About> findings(String id) {
        return jdbc.sql(
                        """
                        select f.id, f.round_id, f.organisation_id,
                               coalesce(v.name, '镇本级') || '第' || f.number || '号 ' || f.title as label, f.state,
                               f.responsible_leader as leader, f.responsible_person as person
                          from rectification.consultation_finding c join rectification.finding f on f.id = c.finding_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where c.consultation_id = ? order by v.position nulls first, f.position""")
                .param(id)
                .query(About.class)
                .list();
    }

    /** Findings that are neither struck off nor on the long-term list, of everybody. */
    List<About> open(Map<String, Object> params, String seen) {
        return jdbc.sql(
                        """
                        select f.id, f.round_id, f.organisation_id,
                               coalesce(v.name, '镇本级') || '第' || f.number || '号 ' || f.title as label, f.state,
                               f.responsible_leader as leader, f.responsible_person as person
                          from rectification.finding f
                          join rectification.inspected_organisation c
                            on c.round_id = f.round_id and c.organisation_id = f.organisation_id
                          join rectification.sub_ledger s on s.id = f.sub_ledger_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where f.state not in ('STRUCK_OFF', 'LONG_TERM') and (%s)
                         order by f.round_id, s.position, f.position"""
                                .formatted(seen))
                .params(params)
                .query(About.class)
                .list();
    }

    /** A finding as a consultation names it. */
    record About(
            String id,
            String roundId,
            String organisationId,
            String label,
            String state,
            @Nullable String leader,
            @Nullable String person) {

        CaseKey key() {
            return new CaseKey(roundId, organisationId);
        }
    }
}
