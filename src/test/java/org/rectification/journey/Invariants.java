package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds after every step of every round, whatever people did: ledger and engine tell one story. */
public final class Invariants {

    private final JdbcClient jdbc;

    public Invariants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws AssertionError naming the first rule that is broken */
    public void check() {
        none(
                "a finding of an opened ledger is carried by one instance, running until it is struck off",
                """
                select count(*) from rectification.finding f
                  join rectification.inspected_organisation o using (round_id, organisation_id)
                  left join act_hi_procinst p on p.proc_inst_id_ = f.process_instance_id
                 where o.feedback_held_at is not null and f.process_instance_id is not null
                   and (p.end_time_ is not null) <> (f.state = 'STRUCK_OFF')""");
        none(
                "a finding has at most one instance",
                """
                select count(*) from (select v.text_ from act_hi_varinst v
                    join act_hi_procinst p on p.proc_inst_id_ = v.proc_inst_id_ and p.proc_def_key_ = 'findingRectification'
                    where v.name_ = 'findingId' group by v.text_ having count(distinct v.proc_inst_id_) > 1) twice""");
        none(
                "nothing runs before the feedback meeting is recorded",
                """
                select count(*) from rectification.finding f
                  join rectification.inspected_organisation o using (round_id, organisation_id)
                 where o.feedback_held_at is null and f.process_instance_id is not null""");
        none(
                "no sign-off before the hearing",
                "select count(*) from rectification.inspected_organisation where signed_at is not null and hearing_required and hearing_held_at is null");
        none(
                "no archiving before the signature, publication and evaluation",
                "select count(*) from rectification.inspected_organisation where archived_at is not null and (signed_at is null or published_at is null or evaluated_at is null)");
        none(
                "no archiving over an unsettled finding",
                """
                select count(*) from rectification.finding f join rectification.inspected_organisation o using (round_id, organisation_id)
                 where o.archived_at is not null and f.state not in ('STRUCK_OFF', 'LONG_TERM')
                   and not f.recurred_after_archiving""");
        none(
                "struck off only by somebody independent, from the issued plan",
                """
                select count(*) from rectification.finding where state = 'STRUCK_OFF'
                   and (not baseline or verified_by is null or verified_by = doer or verified_by = any (reviewers))""");
        none("no job without a due date", "select count(*) from act_ru_job where duedate_ is null");
        none("no job without tries", "select count(*) from act_ru_job where retries_ = 0");
        none("no incident", "select count(*) from act_ru_incident");
        none(
                "at most one parked timer per finding",
                """
                select count(*) from (select j.process_instance_id_ from act_ru_job j where j.type_ = 'timer'
                    and j.process_def_key_ in ('findingRectification', 'longTermFollowUp') group by 1 having count(*) > 1) more""");
        none(
                "at most four parked timers per organisation",
                """
                select count(*) from (select p.tenant_id_ from act_ru_job j join act_hi_procinst p on p.proc_inst_id_ = j.process_instance_id_
                    where j.type_ = 'timer' and j.process_def_key_ not in ('findingRectification', 'longTermFollowUp') group by 1 having count(*) > 4) more""");
        none(
                "the round's content is never an engine variable",
                "select count(*) from act_ru_variable where name_ = 'round'");
        none(
                "what people typed is not in the history",
                "select count(*) from act_hi_varinst where name_ in ('entry', 'view', 'round')");
    }

    private void none(String rule, String sql) {
        assertThat(jdbc.sql(sql).query(Long.class).single()).as(rule).isZero();
    }
}
