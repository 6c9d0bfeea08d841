package org.rectification.finding.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.finding.Corrections;
import org.rectification.finding.DecisionLevel;
import org.rectification.finding.Extensions;
import org.rectification.finding.FindingState;
import org.rectification.finding.Findings;
import org.rectification.finding.LongTermConclusion;
import org.rectification.finding.LongTermReviews;
import org.rectification.finding.NewFinding;
import org.rectification.finding.Recurrences;
import org.rectification.finding.SubLedgers;
import org.rectification.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A township of its own with one round per test, and what its people do to findings. */
class FindingTown {

    static final String TOWN = "finding-town";
    static final LocalDate FEEDBACK = LocalDate.of(2026, 3, 10);
    static final LocalDate COMPLETE_BY = LocalDate.of(2026, 6, 10);
    static final Map<String, Object> RESULT = Map.of(
            "result", "已公示，已修订制度。",
            "measures", List.of(Map.of("text", "公示评议结果", "kind", "NOW", "accountabilityOnly", false)),
            "documentNumber", "清委办〔演示〕3号");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Findings findings;

    @Autowired
    SubLedgers subLedgers;

    @Autowired
    Extensions extensions;

    @Autowired
    Recurrences recurrences;

    @Autowired
    LongTermReviews longTermReviews;

    @Autowired
    Corrections corrections;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    TransactionTemplate transaction;

    private String round;

    /** Opens a new round on the feedback day with one finding and returns its id. */
    String open(NewFinding finding) {
        at(FEEDBACK, 10);
        people();
        round = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                        insert into rectification.round (id, round_number, batch, inspection_team, inspected_from, inspected_to,
                            leading_group_heard_on, five_person_group_heard_on, profile, content_hash, registered_at, registered_by)
                        values (?, ?, '第一批次', '市委巡察一组', '2026-01-05', '2026-02-13', '2026-02-27', '2026-03-05',
                            'speech-2020', 'x', '2026-03-06T00:00Z', 'ft-office')""")
                .params(round, round)
                .update();
        jdbc.sql(
                        """
                        insert into rectification.inspected_organisation (round_id, organisation_id, position, name, inspected_from,
                            inspected_to, inspection_team, feedback_on, complete_by, hearing_required, feedback_held_at)
                        values (?, ?, 1, '流程镇党委（演示）', '2026-01-05', '2026-02-13', '市委巡察一组', ?, ?, true,
                            '2026-03-10T02:00Z')""")
                .params(round, TOWN, FEEDBACK, COMPLETE_BY)
                .update();
        jdbc.sql("insert into rectification.village values (?, ?, 'ft-v1', 1, '上坡村党支部（演示）', 'COVERED')")
                .params(round, TOWN)
                .update();
        var id = findings.register(round, TOWN, List.of(finding)).get(0);
        findings.openAll(round, TOWN, "ft-clerk");
        for (var list : subLedgers.ids(round, TOWN)) {
            runtime.startProcessInstanceByKey(
                    "subLedger", Map.of("roundId", round, "organisationId", TOWN, "subLedgerId", list));
        }
        runJobs();
        return id;
    }

    private void people() {
        jdbc.sql("insert into rectification.organisation values (?, '流程镇党委（演示）') on conflict do nothing")
                .param(TOWN)
                .update();
        duty("ft-office", null, "INSPECTION_OFFICE", null, null);
        duty("ft-discipline", null, "DISCIPLINE_SUPERVISION", null, null);
        duty("ft-cadre", null, "CADRE_SUPERVISION", null, null);
        duty("ft-secretary", TOWN, "PARTY_SECRETARY", null, null);
        duty("ft-clerk", TOWN, "RECTIFICATION_OFFICE", null, null);
        duty("ft-commission", TOWN, "TOWNSHIP_DISCIPLINE", null, null);
        duty("ft-leader", TOWN, "VILLAGE_LEADER", "ft-v1", null);
        duty("ft-portfolio", TOWN, "LEADERSHIP_MEMBER", null, "CONDUCT");
        duty("ft-village", TOWN, "VILLAGE_SECRETARY", "ft-v1", null);
        duty("ft-person", TOWN, "RESPONSIBLE_PERSON", null, "CONDUCT");
    }

    private void duty(String person, String town, String role, String village, String area) {
        int added = jdbc.sql("insert into rectification.person values (?, ?, '办公室', ?, true) on conflict do nothing")
                .params(person, person + "（演示）", town)
                .update();
        if (added == 1) {
            jdbc.sql(
                            """
                            insert into rectification.duty (person_id, organisation_id, role, village_code, area, since)
                            values (?, ?, ?, ?, ?, '2020-01-01')""")
                    .params(person, town, role, village, area)
                    .update();
        }
    }

    static NewFinding village() {
        return finding("VILLAGE", "CONDUCT", false, COMPLETE_BY);
    }

    static NewFinding petition() {
        return finding("VILLAGE", "CONDUCT", true, COMPLETE_BY);
    }

    static NewFinding town(String area) {
        return finding("TOWN", area, false, COMPLETE_BY);
    }

    /** A village finding to be put right at once. */
    static NewFinding immediate(LocalDate due) {
        return finding("VILLAGE", "CONDUCT", false, true, due);
    }

    static NewFinding villageDue(LocalDate due) {
        return finding("VILLAGE", "CONDUCT", false, due);
    }

    private static NewFinding finding(String level, String area, boolean petition, LocalDate due) {
        return finding(level, area, petition, false, due);
    }

    private static NewFinding finding(String level, String area, boolean petition, boolean immediate, LocalDate due) {
        return new NewFinding(
                "1",
                "低保评议不公开",
                level,
                level.equals("VILLAGE") ? "ft-v1" : null,
                area,
                null,
                "INSPECTION",
                null,
                null,
                "低保评议结果未公示。",
                "立即公示。",
                immediate,
                null,
                null,
                false,
                List.of(),
                "TEAM",
                petition ? "PETITION" : "OTHER",
                due);
    }

    /** Sets the clock to a full hour in Asia/Shanghai. */
    void at(LocalDate day, int hour) {
        Instant moment = day.atTime(hour, 0).atZone(ShanghaiTime.ZONE).toInstant();
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** The finding's line in the draft plan, with one measure for now and one that lasts. */
    void drafted(String finding, String now, String lasting) {
        jdbc.sql(
                        """
                        insert into rectification.plan (round_id, organisation_id, state, divided_by, divided_at)
                        values (?, ?, 'DRAFTING', 'ft-clerk', '2026-03-11T00:00Z') on conflict do nothing""")
                .params(round, TOWN)
                .update();
        jdbc.sql(
                        """
                        insert into rectification.plan_line (finding_id, round_id, organisation_id, drafter)
                        values (?, ?, ?, 'ft-village')""")
                .params(finding, round, TOWN)
                .update();
        jdbc.sql(
                        """
                        insert into rectification.plan_measure (id, finding_id, position, horizon, text)
                        values (? || 'now', ?, 1, 'NOW', ?), (? || 'lasting', ?, 2, 'LASTING', ?)""")
                .params(finding, finding, now, finding, finding, lasting)
                .update();
    }

    void issuePlan() {
        transaction.executeWithoutResult(status -> {
            findings.freezeBaseline("ft-clerk", round, TOWN, Map.of());
            runtime.createMessageCorrelation("findingRectification.planIssued")
                    .processInstanceVariableEquals("roundId", round)
                    .processInstanceVariableEquals("organisationId", TOWN)
                    .correlateAll();
        });
    }

    /** Fires the finding's parked timer at its time. */
    void timer(String finding) {
        timer(parked(finding));
    }

    /** Fires the timer that brings a finding of the long-term list back. */
    void reviewComes(String finding) {
        timer(parked(finding, "event_reviewDue"));
    }

    private void timer(Job timer) {
        ClockUtil.setCurrentTime(timer.getDuedate());
        management.executeJob(timer.getId());
        runJobs();
    }

    Job parked(String finding) {
        return parked(finding, "event_warningDue");
    }

    Job parked(String finding, String activity) {
        return management
                .createJobQuery()
                .processInstanceId(instance(finding))
                .activityId(activity)
                .timers()
                .singleResult();
    }

    /** Runs what is due at once in this round, never a timer. */
    void runJobs() {
        for (int ran = 1; ran > 0; ) {
            ran = 0;
            for (var process : runtime.createProcessInstanceQuery()
                    .variableValueEquals("roundId", round)
                    .list()) {
                for (var job : management
                        .createJobQuery()
                        .processInstanceId(process.getId())
                        .messages()
                        .list()) {
                    management.executeJob(job.getId());
                    ran++;
                }
            }
        }
    }

    /** Asks for a later day with a reason that is long enough. */
    DecisionLevel extend(String person, String finding, LocalDate newDueOn) {
        return extensions.request(person, finding, "雨季施工受阻，材料进场推迟，需顺延工期。", newDueOn);
    }

    /** Says past every form that a finding of the long-term list can be looked at again later. */
    void review(String person, String finding) {
        longTermReviews.review(
                person,
                finding,
                new LongTermReviews.Outcome(LongTermConclusion.GOES_ON, "继续坚持", LocalDate.of(2027, 6, 1), null));
    }

    String recurrenceOf(String finding) {
        return jdbc.sql("select id from rectification.finding where recurrence_of = ?")
                .param(finding)
                .query(String.class)
                .single();
    }

    /** Completes as the form would: with the person's own rights and one variable. */
    void complete(String person, String finding, String taskKey, Map<String, ?> entry) {
        act(person, finding, taskKey, entry);
        runJobs();
    }

    void act(String person, String finding, String taskKey, Map<String, ?> entry) {
        var id = task(finding, taskKey).getId();
        identity.setAuthentication(
                person,
                jdbc.sql("select distinct replace(lower(role), '_', '-') from rectification.duty where person_id = ?")
                        .param(person)
                        .query(String.class)
                        .list(),
                List.of(TOWN));
        try {
            tasks.complete(
                    id,
                    Map.of(
                            "entry",
                            SpinValues.jsonValue(
                                            org.camunda.spin.Spin.JSON(entry).toString())
                                    .create()));
        } finally {
            identity.clearAuthentication();
        }
    }

    Task task(String finding, String key) {
        return tasks.createTaskQuery()
                .processInstanceId(instance(finding))
                .taskDefinitionKey(key)
                .singleResult();
    }

    List<String> openTasks(String finding) {
        return tasks.createTaskQuery().processInstanceId(instance(finding)).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    String instance(String finding) {
        return jdbc.sql("select process_instance_id from rectification.finding where id = ?")
                .param(finding)
                .query(String.class)
                .single();
    }

    FindingState state(String finding) {
        return findings.get(finding).state();
    }

    List<String> warnings(String finding) {
        return jdbc.sql(
                        """
                        select kind || ' ' || occasion || ' ' || array_to_string(recipients, ',') from rectification.warning
                         where finding_id = ? order by id""")
                .param(finding)
                .query(String.class)
                .list();
    }

    List<String> trail(String finding) {
        return jdbc.sql("select kind || ' ' || actor from rectification.event where finding_id = ? order by id")
                .param(finding)
                .query(String.class)
                .list();
    }

    /** Whether all lists of the round are settled. */
    boolean listsSettled() {
        return subLedgers.allSettled(round, TOWN);
    }

    /** Whether all lists of the round are settled and nothing of it is left in the engine. */
    boolean settled() {
        return subLedgers.allSettled(round, TOWN)
                && runtime.createProcessInstanceQuery()
                                .variableValueEquals("roundId", round)
                                .count()
                        == 0;
    }

    /** The sentence with which something is refused. */
    static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        var thrown = org.assertj.core.api.Assertions.catchThrowable(act);
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.getMessage();
            }
        }
        throw new AssertionError("not refused", thrown);
    }

    String round() {
        return round;
    }
}
