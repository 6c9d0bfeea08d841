package org.rectification.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.demo.Papers;
import org.rectification.file.Level;
import org.rectification.file.StoredFiles;
import org.rectification.finding.Findings;
import org.rectification.finding.NewFinding;
import org.rectification.finding.SubLedgers;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A township of its own with one round per test, and what its people do about the plan. */
class PlanTown {

    static final String TOWN = "plan-town";
    static final String CLERK = "pt-clerk";
    static final String SECRETARY = "pt-secretary";
    static final String PERSON = "pt-person";
    static final String VILLAGE = "pt-village";
    static final String CONTACT = "pt-contact";
    static final LocalDate FEEDBACK = LocalDate.of(2026, 3, 10);
    static final LocalDate COMPLETE_BY = LocalDate.of(2026, 6, 10);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Findings findings;

    @Autowired
    Plans plans;

    @Autowired
    PlanReviews reviews;

    @Autowired
    PlanAmendments amendments;

    @Autowired
    SubLedgers subLedgers;

    @Autowired
    StoredFiles files;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    private CaseKey key;
    private String instance;

    /** A round on the day after feedback with findings of the township and of its village; nothing of the plan yet. */
    List<String> ledger(int ofTown, int ofVillage) {
        ClockUtil.setCurrentTime(Date.from(ShanghaiTime.appearsAt(FEEDBACK.plusDays(1))));
        people();
        key = new CaseKey(UUID.randomUUID().toString(), TOWN);
        jdbc.sql(
                        """
                        insert into rectification.round (id, round_number, batch, inspection_team, inspected_from, inspected_to,
                            leading_group_heard_on, five_person_group_heard_on, profile, content_hash, registered_at, registered_by)
                        values (?, ?, '第一批次', '市委巡察一组', '2026-01-05', '2026-02-13', '2026-02-27', '2026-03-05',
                            'speech-2020', 'x', '2026-03-06T00:00Z', 'pt-office')""")
                .params(key.roundId(), key.roundId())
                .update();
        jdbc.sql(
                        """
                        insert into rectification.inspected_organisation (round_id, organisation_id, position, name, inspected_from,
                            inspected_to, inspection_team, feedback_on, complete_by, hearing_required, feedback_held_at)
                        values (?, ?, 1, '方案镇党委（演示）', '2026-01-05', '2026-02-13', '市委巡察一组', ?, ?, true,
                            '2026-03-10T02:00Z')""")
                .params(key.roundId(), TOWN, FEEDBACK, COMPLETE_BY)
                .update();
        jdbc.sql("insert into rectification.village values (?, ?, 'pt-v1', 1, '下坪村党支部（演示）', 'COVERED')")
                .params(key.roundId(), TOWN)
                .update();
        var all = new ArrayList<NewFinding>();
        for (var i = 1; i <= ofTown; i++) {
            all.add(finding(i, null, "TEAM"));
        }
        for (var i = 1; i <= ofVillage; i++) {
            all.add(finding(i, "pt-v1", "TEAM"));
        }
        var ids = findings.register(key.roundId(), TOWN, all);
        findings.openAll(key.roundId(), TOWN, CLERK);
        return ids;
    }

    /** As {@link #ledger}, with one finding of the township and one in each of so many villages, all of one kind. */
    List<String> ledgerOfVillages(int villages) {
        ledger(0, 0);
        for (var i = 2; i <= villages; i++) {
            jdbc.sql("insert into rectification.village values (?, ?, ?, ?, ?, 'COVERED')")
                    .params(key.roundId(), TOWN, "pt-v" + i, i, "第" + i + "村党支部（演示）")
                    .update();
        }
        pastTheDatabasesOwnRules(() -> jdbc.sql("delete from rectification.sub_ledger where round_id = ?")
                .param(key.roundId())
                .update());
        var all = new ArrayList<NewFinding>();
        all.add(finding(1, null, "TEAM"));
        for (var i = 1; i <= villages; i++) {
            all.add(finding(1, "pt-v" + i, "TEAM"));
        }
        var ids = findings.register(key.roundId(), TOWN, all);
        findings.openAll(key.roundId(), TOWN, CLERK);
        return ids;
    }

    /** The product never deletes a row that matters; here the database is told to look away. */
    void pastTheDatabasesOwnRules(Runnable act) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            act.run();
        });
    }

    /** As {@link #ledger}, with the plan requested as the organisation's process does. */
    List<String> planRequested(int ofTown, int ofVillage) {
        var ids = ledger(ofTown, ofVillage);
        instance = runtime.startProcessInstanceByKey(
                        "planDrafting", Map.of("roundId", key.roundId(), "organisationId", TOWN))
                .getId();
        return ids;
    }

    /** As {@link #ledger}, with the plan issued today. */
    List<String> issued(int ofTown, int ofVillage) {
        var ids = ledger(ofTown, ofVillage);
        plans.divide(CLERK, key, List.of());
        saveAll(PERSON);
        saveAll(VILLAGE);
        plans.deliberate(CLERK, key, new Deliberation(today(), "5", paper("党委会会议记录"), null, null));
        for (var body : plans.reviewers(key.roundId(), TOWN)) {
            reviews.record(
                    "pt-office",
                    key,
                    body,
                    new PlanReview(ReviewVerdict.AGREE, null, List.of(), "陈主任", today(), paper("审核意见")));
        }
        reviews.merge("system", key);
        plans.issue(CLERK, key, new Issue("方案镇委〔2026〕9号", today()));
        plans.freeze("system", key);
        return ids;
    }

    /** Each finding has its instance in the engine, with its timer. */
    void findingsAreWorkedOn() {
        for (var list : subLedgers.ids(key.roundId(), TOWN)) {
            runtime.startProcessInstanceByKey(
                    "subLedger", Map.of("roundId", key.roundId(), "organisationId", TOWN, "subLedgerId", list));
        }
        for (int ran = 1; ran > 0; ) {
            ran = 0;
            for (var job : management
                    .createJobQuery()
                    .messages()
                    .active()
                    .withRetriesLeft()
                    .list()) {
                if (key.roundId().equals(runtime.getVariable(job.getExecutionId(), "roundId"))) {
                    management.executeJob(job.getId());
                    ran++;
                }
            }
        }
    }

    /** When the finding's parked timer fires. */
    LocalDateTime warningDue(String findingId) {
        var instanceOf = jdbc.sql("select process_instance_id from rectification.finding where id = ?")
                .param(findingId)
                .query(String.class)
                .single();
        return management
                .createJobQuery()
                .processInstanceId(instanceOf)
                .activityId("event_warningDue")
                .timers()
                .singleResult()
                .getDuedate()
                .toInstant()
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toLocalDateTime();
    }

    void struckOff(String findingId) {
        jdbc.sql(
                        """
                        update rectification.finding set state = 'STRUCK_OFF', verdict = 'DONE', verified_by = 'pt-discipline',
                            struck_off_at = '2026-03-12T02:00Z' where id = ?""")
                .param(findingId)
                .update();
    }

    /** Opens an amendment and returns its id; tasks are those of its process from now on. */
    String amendment(String reason) {
        var opened = amendments.open(CLERK, key, reason);
        instance = opened.process().processInstanceId();
        return opened.amendmentId();
    }

    LocalDate today() {
        return ClockUtil.getCurrentTime()
                .toInstant()
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toLocalDate();
    }

    void today(LocalDate day) {
        ClockUtil.setCurrentTime(Date.from(ShanghaiTime.appearsAt(day)));
    }

    /** What the form of a task has in it before anybody types. */
    String entry(String taskKey) {
        var task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(taskKey)
                .singleResult();
        return tasks.getVariable(task.getId(), "entry").toString();
    }

    void opinion(String number) {
        jdbc.sql("insert into rectification.opinion values (?, ?, ?, ?, '压实主体责任。')")
                .params(key.roundId(), TOWN, number, Integer.parseInt(number))
                .update();
    }

    private void people() {
        jdbc.sql("insert into rectification.organisation values (?, '方案镇党委（演示）') on conflict do nothing")
                .param(TOWN)
                .update();
        duty("pt-office", null, "INSPECTION_OFFICE", null, null);
        duty("pt-discipline", null, "DISCIPLINE_SUPERVISION", null, null);
        duty("pt-cadre", null, "CADRE_SUPERVISION", null, null);
        duty(SECRETARY, TOWN, "PARTY_SECRETARY", null, null);
        duty(CLERK, TOWN, "RECTIFICATION_OFFICE", null, null);
        duty("pt-leader", TOWN, "VILLAGE_LEADER", "pt-v1", null);
        duty("pt-portfolio", TOWN, "LEADERSHIP_MEMBER", null, "CONDUCT");
        duty(VILLAGE, TOWN, "VILLAGE_SECRETARY", "pt-v1", null);
        duty(CONTACT, TOWN, "VILLAGE_CONTACT", "pt-v1", null);
        duty(PERSON, TOWN, "RESPONSIBLE_PERSON", null, "CONDUCT");
        duty("pt-other", TOWN, "RESPONSIBLE_PERSON", null, "ORGANISATION");
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

    static NewFinding finding(int number, String village, String addressee) {
        return new NewFinding(
                String.valueOf(number),
                "低保评议不公开",
                village == null ? "TOWN" : "VILLAGE",
                village,
                "CONDUCT",
                null,
                "INSPECTION",
                null,
                null,
                "低保评议结果未公示。",
                "立即公示。",
                false,
                null,
                null,
                false,
                List.of(),
                addressee,
                "OTHER",
                COMPLETE_BY);
    }

    /** A line with nothing missing. */
    static PlanLineEntry complete() {
        return new PlanLineEntry(
                "制度执行不严",
                "排查全部评议事项，未发现同类问题",
                12,
                0,
                "评议结果100%公示",
                LocalDate.of(2026, 5, 20),
                null,
                null,
                null,
                null,
                List.of(
                        new Measure(Horizon.NOW, "补办公示", null),
                        new Measure(Horizon.LASTING, "修订评议公示制度", LocalDate.of(2026, 12, 31))),
                null,
                null);
    }

    void saveAll(String person) {
        for (var id : jdbc.sql("select finding_id from rectification.plan_line where round_id = ? and drafter = ?")
                .params(key.roundId(), person)
                .query(String.class)
                .list()) {
            plans.saveLine(person, id, complete());
        }
    }

    /** Completes as the form would: in the person's name, with one variable; then runs what is due at once. */
    void complete(String person, String taskKey, String loop, Map<String, ?> entry) {
        var task = tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(taskKey).list().stream()
                .filter(each -> loop == null || loop.equals(loopOf(each)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task " + taskKey + " for " + loop));
        identity.setAuthentication(
                person,
                jdbc.sql("select distinct replace(lower(role), '_', '-') from rectification.duty where person_id = ?")
                        .param(person)
                        .query(String.class)
                        .list(),
                List.of(TOWN));
        try {
            tasks.complete(
                    task.getId(),
                    Map.of(
                            "entry",
                            SpinValues.jsonValue(Spin.JSON(entry).toString()).create()));
        } finally {
            identity.clearAuthentication();
        }
        runJobs();
    }

    private String loopOf(Task task) {
        var drafter = tasks.getVariable(task.getId(), "drafterId");
        return String.valueOf(drafter == null ? tasks.getVariable(task.getId(), "body") : drafter);
    }

    private void runJobs() {
        for (int ran = 1; ran > 0; ) {
            ran = 0;
            for (var job : management
                    .createJobQuery()
                    .processInstanceId(instance)
                    .messages()
                    .list()) {
                management.executeJob(job.getId());
                ran++;
            }
        }
    }

    String view(String taskKey) {
        var task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(taskKey)
                .list()
                .get(0);
        return tasks.getVariable(task.getId(), "view").toString();
    }

    /** A stored paper of this case. */
    String paper(String name) {
        return files.upload(
                        CLERK,
                        key.roundId(),
                        TOWN,
                        name + ".pdf",
                        Level.INTERNAL,
                        new ByteArrayInputStream(Papers.pdf(name, key.roundId())))
                .id();
    }

    /** What the task of one drafter or body shows. */
    String viewOf(String taskKey, String loop) {
        var task = tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(taskKey).list().stream()
                .filter(each -> loop.equals(loopOf(each)))
                .findFirst()
                .orElseThrow();
        return tasks.getVariable(task.getId(), "view").toString();
    }

    /** The merged comments as the clerk's form has them. */
    List<Map<String, Object>> openComments() {
        var task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey("userTask_revisePlan")
                .singleResult();
        try {
            return new ObjectMapper()
                    .readValue(
                            tasks.getVariable(task.getId(), "entry").toString(),
                            new TypeReference<Map<String, List<Map<String, Object>>>>() {})
                    .get("answers");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Days on whose end the tasks are due. */
    List<LocalDate> dueDays(String taskKey) {
        return tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(taskKey).list().stream()
                .map(each -> each.getDueDate()
                        .toInstant()
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toLocalDate()
                        .minusDays(1))
                .toList();
    }

    int count(String table) {
        return jdbc.sql("select count(*) from rectification." + table + " where round_id = ?")
                .param(key.roundId())
                .query(Integer.class)
                .single();
    }

    List<String> openTasks() {
        return tasks.createTaskQuery().processInstanceId(instance).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    boolean ended() {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .finished()
                        .count()
                == 1;
    }

    List<String> trail() {
        return jdbc.sql("select kind || ' ' || actor from rectification.event where round_id = ? order by id")
                .param(key.roundId())
                .query(String.class)
                .list();
    }

    /** With what something is refused. */
    static List<Refusal.Violation> refusal(ThrowingCallable act) {
        var thrown = Assertions.catchThrowable(act);
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.violations();
            }
        }
        throw new AssertionError("not refused", thrown);
    }

    CaseKey key() {
        return key;
    }
}
