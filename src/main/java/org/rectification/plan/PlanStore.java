package org.rectification.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rectification.people.Visibility;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** Plans with their deliberations, reviews, answers to opinions and issued versions as rows. */
@Repository
class PlanStore {

    private static final String LINES =
            """
            insert into rectification.plan_line (finding_id, round_id, organisation_id, drafter, due_on)
            select f.id, f.round_id, f.organisation_id,
                   case when f.addressee = 'PRINCIPAL' then ? else coalesce(f.responsible_person, ?) end,
                   least(f.due_on, o.complete_by)
              from rectification.finding f
              join rectification.inspected_organisation o using (round_id, organisation_id)
             where\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An opinion of the feedback, with its answer once there is one. */
    record OpinionRow(String number, String text, @Nullable String answer, List<String> findings) {}

    /** @throws Refusal when the findings were not divided yet */
    Plan get(CaseKey key) {
        return find(key, "").orElseThrow(() -> Refusal.of("整改任务尚未分解，还没有整改方案。"));
    }

    /** As {@link #get}, held until the transaction ends; nobody saves a line meanwhile. */
    Plan lock(CaseKey key) {
        return find(key, " for update of p").orElseThrow(() -> Refusal.of("整改任务尚未分解，还没有整改方案。"));
    }

    Optional<Plan> find(CaseKey key) {
        return find(key, "");
    }

    /**
     * Opens the plan with one line per finding. Who answers for a finding drafts its line; what is addressed to the
     * principal the Secretary drafts.
     *
     * @return how many lines
     */
    int open(CaseKey key, String actor, String clerk, String secretary) {
        var created = jdbc.sql(
                        """
                        insert into rectification.plan (round_id, organisation_id, state, divided_by, divided_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(key.roundId(), key.organisationId(), PlanState.DRAFTING.name(), actor, now())
                .update();
        if (created == 0) {
            throw Refusal.of("整改任务已经分解，不能重复办理。");
        }
        return jdbc.sql(LINES + "f.round_id = ? and f.organisation_id = ?")
                .params(secretary, clerk, key.roundId(), key.organisationId())
                .update();
    }

    /** A line for a finding that was added later; nothing where the findings were not divided yet. */
    void openLine(String findingId, String clerk, String secretary) {
        jdbc.sql(LINES + "f.id = ? and exists (select from rectification.plan p"
                        + " where p.round_id = f.round_id and p.organisation_id = f.organisation_id)")
                .params(secretary, clerk, findingId)
                .update();
    }

    /** Why people answer for findings of another level (S13). */
    void answerLevels(Map<String, String> reasons) {
        if (!reasons.isEmpty()) {
            jdbc.sql(
                            """
                            update rectification.plan_line l set owner_reason = a.reason
                              from unnest(?::text[], ?::text[]) as a (finding_id, reason) where l.finding_id = a.finding_id""")
                    .param(reasons.keySet().toArray(String[]::new))
                    .param(reasons.values().toArray(String[]::new))
                    .update();
        }
    }

    /** Ids of the findings that stand in the issued plan. */
    Set<String> inBaseline(CaseKey key) {
        return Set.copyOf(
                jdbc.sql("select id from rectification.finding where round_id = ? and organisation_id = ? and baseline")
                        .params(key.roundId(), key.organisationId())
                        .query(String.class)
                        .list());
    }

    /** How people speak of findings that have no line. */
    List<String> unlined(CaseKey key) {
        return jdbc.sql(
                        """
                        select coalesce(v.name, '镇本级') as place, f.number, f.title from rectification.finding f
                          left join rectification.village v on v.round_id = f.round_id
                            and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where f.round_id = ? and f.organisation_id = ? and f.origin <> 'RECURRENCE'
                           and not exists (select from rectification.plan_line l where l.finding_id = f.id)
                         order by v.position nulls first, f.position""")
                .params(key.roundId(), key.organisationId())
                .query((row, number) -> row.getString("place") + Subject.numbered(row.getString("number")) + "“"
                        + row.getString("title") + "”")
                .list();
    }

    List<DraftingReadings.Village> villages(CaseKey key) {
        return jdbc.sql(
                        """
                        select code, name from rectification.village
                         where round_id = ? and organisation_id = ? order by position""")
                .params(key.roundId(), key.organisationId())
                .query(DraftingReadings.Village.class)
                .list();
    }

    /** Ids of the findings of the case that meet the condition of who sees what. */
    Set<String> visible(CaseKey key, Visibility.Condition seen) {
        return Set.copyOf(jdbc.sql(
                        """
                        select f.id from rectification.finding f
                          join rectification.inspected_organisation c using (round_id, organisation_id)
                          join rectification.plan_line l on l.finding_id = f.id
                         where f.round_id = :planRound and f.organisation_id = :planOrganisation and (%s)"""
                                .formatted(seen.sql()))
                .params(seen.params())
                .param("planRound", key.roundId())
                .param("planOrganisation", key.organisationId())
                .query(String.class)
                .list());
    }

    void save(Plan plan) {
        jdbc.sql(
                        """
                        update rectification.plan set state = ?, cycle = ?, submission = ?, document_number = ?,
                            issued_on = ? where round_id = ? and organisation_id = ?""")
                .params(plan.state().name(), plan.cycle(), plan.submission(), plan.documentNumber(), plan.issuedOn())
                .params(plan.key().roundId(), plan.key().organisationId())
                .update();
    }

    /** Who has lines that were neither claimed nor given back. */
    List<String> drafters(CaseKey key) {
        return jdbc.sql(
                        """
                        select distinct drafter from rectification.plan_line
                         where round_id = ? and organisation_id = ? and claimed_at is null and bounced_by is null
                         order by drafter""")
                .params(key.roundId(), key.organisationId())
                .query(String.class)
                .list();
    }

    void addDeliberation(Plan plan, Deliberation meeting, String actor) {
        jdbc.sql(
                        """
                        insert into rectification.plan_deliberation (round_id, organisation_id, cycle, held_on,
                            minutes_number, minutes_file, paper_person, paper_on, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(plan.key().roundId(), plan.key().organisationId(), plan.cycle())
                .params(meeting.meetingOn(), meeting.minutesNumber(), meeting.minutesFile())
                .params(meeting.paperPerson(), meeting.paperOn(), actor, now())
                .update();
    }

    /** The committee's last meeting about the plan. */
    Optional<Deliberation> deliberation(CaseKey key) {
        return jdbc.sql(
                        """
                        select d.held_on as meeting_on, d.minutes_number, d.minutes_file, d.paper_person, d.paper_on
                          from rectification.plan_deliberation d
                          join rectification.plan p using (round_id, organisation_id, cycle)
                         where d.round_id = ? and d.organisation_id = ?""")
                .params(key.roundId(), key.organisationId())
                .query(Deliberation.class)
                .optional();
    }

    /** Answers of opinions that the feedback does not have are left out; the number of those stored is returned. */
    int answer(CaseKey key, List<OpinionAnswer> answers, String actor) {
        return jdbc.sql(
                        """
                        insert into rectification.opinion_answer
                            (round_id, organisation_id, number, answer, lines, answered_by, answered_at)
                        select o.round_id, o.organisation_id, o.number, a.answer, string_to_array(a.lines, ','), ?, ?
                          from unnest(?::text[], ?::text[], ?::text[]) as a (number, answer, lines)
                          join rectification.opinion o on o.round_id = ? and o.organisation_id = ?
                            and o.number = a.number
                        on conflict (round_id, organisation_id, number) do update
                           set answer = excluded.answer, lines = excluded.lines, answered_by = excluded.answered_by,
                               answered_at = excluded.answered_at""")
                .params(actor, now())
                .param(answers.stream().map(OpinionAnswer::number).toArray(String[]::new))
                .param(answers.stream().map(OpinionAnswer::answer).toArray(String[]::new))
                .param(answers.stream()
                        .map(each -> String.join(",", each.findings()))
                        .toArray(String[]::new))
                .params(key.roundId(), key.organisationId())
                .update();
    }

    List<OpinionRow> opinions(CaseKey key) {
        return jdbc.sql(
                        """
                        select o.number, o.text, a.answer, coalesce(a.lines, '{}') as lines from rectification.opinion o
                          left join rectification.opinion_answer a using (round_id, organisation_id, number)
                         where o.round_id = ? and o.organisation_id = ? order by o.position""")
                .params(key.roundId(), key.organisationId())
                .query((row, number) -> new OpinionRow(
                        row.getString("number"), row.getString("text"), row.getString("answer"), List.of((String[])
                                row.getArray("lines").getArray())))
                .list();
    }

    private Optional<Plan> find(CaseKey key, String lock) {
        return jdbc.sql(
                        """
                        select p.*, o.feedback_on, o.complete_by,
                               (select d.held_on from rectification.plan_deliberation d
                                 where d.round_id = p.round_id and d.organisation_id = p.organisation_id
                                   and d.cycle = p.cycle) as deliberated_on
                          from rectification.plan p
                          join rectification.inspected_organisation o using (round_id, organisation_id)
                         where p.round_id = ? and p.organisation_id = ?"""
                                + lock)
                .params(key.roundId(), key.organisationId())
                .query(PlanStore::read)
                .optional();
    }

    private static Plan read(ResultSet row, int number) throws SQLException {
        return new Plan(
                new CaseKey(row.getString("round_id"), row.getString("organisation_id")),
                new Period(
                        row.getObject("feedback_on", LocalDate.class), row.getObject("complete_by", LocalDate.class)),
                PlanState.valueOf(row.getString("state")),
                row.getInt("cycle"),
                row.getInt("submission"),
                row.getObject("deliberated_on", LocalDate.class),
                row.getString("document_number"),
                row.getObject("issued_on", LocalDate.class));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** The clerk's words on the latest revision; empty before the first. */
    Optional<String> revisionSummary(CaseKey key) {
        return jdbc.sql(
                        """
                        select revision_summary from rectification.plan
                         where round_id = ? and organisation_id = ? and revision_summary is not null""")
                .params(key.roundId(), key.organisationId())
                .query(String.class)
                .optional();
    }

    void summariseRevision(CaseKey key, @Nullable String summary) {
        jdbc.sql("update rectification.plan set revision_summary = ? where round_id = ? and organisation_id = ?")
                .params(summary, key.roundId(), key.organisationId())
                .update();
    }
}
