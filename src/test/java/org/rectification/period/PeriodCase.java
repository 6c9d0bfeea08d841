package org.rectification.period;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.demo.Papers;
import org.rectification.engine.clock.RehearsalClock;
import org.rectification.file.Level;
import org.rectification.file.StoredFiles;
import org.rectification.finding.Findings;
import org.rectification.finding.NewFinding;
import org.rectification.meeting.ComparisonEntry;
import org.rectification.meeting.ComparisonReadings;
import org.rectification.meeting.Comparisons;
import org.rectification.meeting.MeetingActs;
import org.rectification.meeting.MeetingDecision;
import org.rectification.meeting.MeetingEntry;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case whose period runs, for tests: two villages, four findings, and people who do their tasks as forms would. */
public class PeriodCase {

    public static final String CLERK = "pt-clerk";
    public static final String SECRETARY = "pt-secretary";
    public static final String OFFICE = "pt-office";
    public static final String DISCIPLINE = "pt-discipline";
    public static final String CADRE = "pt-cadre";
    public static final String SECRETARY_NAME = "周书记（演示）";

    private static final String ORGANISATION = "period-town";
    private static final Map<String, List<String>> GROUPS = Map.of(
            OFFICE, List.of("inspection-office"),
            DISCIPLINE, List.of("discipline-supervision"),
            CADRE, List.of("cadre-supervision"));

    private final JdbcClient jdbc;
    private final InspectedOrganisations organisations;
    private final Findings findings;
    private final MeetingActs meetings;
    private final Comparisons comparisons;
    private final ComparisonReadings readings;
    private final StoredFiles files;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final IdentityService identity;
    private final FormService forms;
    private final RehearsalClock rehearsal;
    private final Clock clock;

    PeriodCase(
            JdbcClient jdbc,
            InspectedOrganisations organisations,
            Findings findings,
            MeetingActs meetings,
            Comparisons comparisons,
            ComparisonReadings readings,
            StoredFiles files,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            IdentityService identity,
            FormService forms,
            RehearsalClock rehearsal,
            Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.findings = findings;
        this.meetings = meetings;
        this.comparisons = comparisons;
        this.readings = readings;
        this.files = files;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.identity = identity;
        this.forms = forms;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ShanghaiTime.ZONE);
    }

    /** A case whose feedback was held and recorded today. */
    public CaseKey open(String profile) {
        return open(profile, today(), today().plusMonths(3));
    }

    /** A case whose feedback was held on that day and is recorded only today. */
    public CaseKey open(String profile, LocalDate feedbackOn, LocalDate completeBy) {
        people();
        var key = new CaseKey("round-" + UUID.randomUUID(), ORGANISATION);
        jdbc.sql(
                        """
                        insert into rectification.round values
                            (?, ?, '第一批次', '市委巡察一组（演示）', :day, :day, :day, :day, ?, 'none', null, :now, 'test', null)"""
                                .replace(":day", "?")
                                .replace(":now", "?"))
                .params(
                        key.roundId(),
                        key.roundId(),
                        feedbackOn,
                        feedbackOn,
                        feedbackOn,
                        feedbackOn,
                        profile,
                        OffsetDateTime.now(clock))
                .update();
        jdbc.sql(
                        """
                        insert into rectification.inspected_organisation
                            (round_id, organisation_id, position, name, inspected_from, inspected_to, inspection_team,
                             feedback_on, complete_by, hearing_required)
                        values (?, ?, 0, '溪口镇党委（演示）', ?, ?, '市委巡察一组（演示）', ?, ?, ?)""")
                .params(
                        key.roundId(),
                        ORGANISATION,
                        feedbackOn,
                        feedbackOn,
                        feedbackOn,
                        completeBy,
                        "speech-2020".equals(profile))
                .update();
        for (int village = 1; village <= 2; village++) {
            jdbc.sql("insert into rectification.village values (?, ?, ?, ?, ?, 'COVERED')")
                    .params(key.roundId(), ORGANISATION, "v" + village, village, "第" + village + "村党支部（演示）")
                    .update();
        }
        findings.register(
                key.roundId(),
                ORGANISATION,
                List.of(
                        finding("1", null, completeBy),
                        finding("2", null, completeBy),
                        finding("1", "v1", completeBy),
                        finding("1", "v2", completeBy)));
        organisations.reach(key, Milestone.FEEDBACK_HELD, OFFICE);
        return key;
    }

    private static NewFinding finding(String number, String village, LocalDate dueOn) {
        return new NewFinding(
                number,
                "问题" + number,
                village == null ? "TOWN" : "VILLAGE",
                village,
                "CONDUCT",
                null,
                "INSPECTION",
                null,
                null,
                "台账不全。",
                "补齐台账。",
                false,
                null,
                null,
                false,
                List.of(),
                "TEAM",
                "OTHER",
                dueOn);
    }

    private void people() {
        if (jdbc.sql("select count(*) from rectification.organisation where id = ?")
                        .param(ORGANISATION)
                        .query(Integer.class)
                        .single()
                > 0) {
            return;
        }
        jdbc.sql("insert into rectification.organisation values (?, '溪口镇党委（演示）')")
                .param(ORGANISATION)
                .update();
        person(CLERK, "钱干事（演示）", Role.RECTIFICATION_OFFICE, ORGANISATION);
        person(SECRETARY, SECRETARY_NAME, Role.PARTY_SECRETARY, ORGANISATION);
        person(OFFICE, "吴主任（演示）", Role.INSPECTION_OFFICE, null);
        person(DISCIPLINE, "郑科长（演示）", Role.DISCIPLINE_SUPERVISION, null);
        person(CADRE, "王科长（演示）", Role.CADRE_SUPERVISION, null);
    }

    private void person(String id, String name, Role role, String organisationId) {
        jdbc.sql("insert into rectification.person values (?, ?, ?, ?, true)")
                .params(id, name, role.label(), organisationId)
                .update();
        jdbc.sql(
                        "insert into rectification.duty (person_id, organisation_id, role, since) values (?, ?, ?, '2020-01-01')")
                .params(id, organisationId, role.name())
                .update();
    }

    /** Every finding struck off, as the finding capability would leave it. */
    public void strikeOffAll(CaseKey key) {
        jdbc.sql(
                        """
                        update rectification.finding
                           set state = 'STRUCK_OFF', baseline = true, verdict = 'DONE', verified_by = ?, struck_off_at = ?,
                               version = version + 1
                         where round_id = ? and organisation_id = ?""")
                .params(OFFICE, OffsetDateTime.now(clock), key.roundId(), key.organisationId())
                .update();
    }

    /** Starts a process of the case and executes what is due. */
    public String start(String processKey, CaseKey key) {
        var instance = runtime.startProcessInstanceByKey(
                processKey, Map.of("roundId", key.roundId(), "organisationId", key.organisationId()));
        executeDue();
        return instance.getId();
    }

    /** Executes every job that is due now. */
    public void executeDue() {
        rehearsal.moveTo(clock.instant());
    }

    /** Walks to 09:00 of the day. */
    public void walkTo(LocalDate day) {
        rehearsal.moveTo(ShanghaiTime.appearsAt(day).plusSeconds(3600));
    }

    public void walkTo(Instant moment) {
        rehearsal.moveTo(moment);
    }

    public OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** What the form shows when the person opens it, as JSON text. */
    public String shown(String person, Task task, String name) {
        identity.setAuthentication(person, GROUPS.getOrDefault(person, List.of()), List.of(ORGANISATION));
        try {
            var shown = forms.getTaskFormVariables(task.getId(), List.of(name), false);
            return String.valueOf(shown.getValueTyped(name).getValue());
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The clock moves on while nothing of this instance is executed, as if the application were down. */
    public void downUntil(LocalDate day, String processInstanceId) {
        management.suspendJobByProcessInstanceId(processInstanceId);
        walkTo(day);
        management.activateJobByProcessInstanceId(processInstanceId);
        executeDue();
    }

    /** Open tasks of the case, called processes included. */
    public List<Task> tasks(CaseKey key, String definitionKey) {
        return tasks.createTaskQuery()
                .taskDefinitionKey(definitionKey)
                .processVariableValueEquals("roundId", key.roundId())
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    public Task task(CaseKey key, String definitionKey) {
        var found = tasks(key, definitionKey);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " open tasks " + definitionKey);
        }
        return found.get(0);
    }

    public Object variable(Task task, String name) {
        return tasks.getVariable(task.getId(), name);
    }

    /** Completes as the form would, in the person's name and with the person's groups only, and executes what is due. */
    public void complete(String person, Task task, String entry) {
        identity.setAuthentication(person, GROUPS.getOrDefault(person, List.of()), List.of(ORGANISATION));
        try {
            tasks.complete(
                    task.getId(), Map.of("entry", SpinValues.jsonValue(entry).create()));
        } finally {
            identity.clearAuthentication();
        }
        executeDue();
    }

    public void complete(String person, CaseKey key, String definitionKey, String entry) {
        complete(person, task(key, definitionKey), entry);
    }

    /** What the person is told; the task stays open. Empty when nothing was refused. */
    public List<Refusal.Violation> refused(String person, CaseKey key, String definitionKey, String entry) {
        try {
            complete(person, key, definitionKey, entry);
            return List.of();
        } catch (RuntimeException failure) {
            return refusal(failure).orElseThrow(() -> failure).violations();
        }
    }

    private static Optional<Refusal> refusal(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    /** Each of the two recipients acknowledges every open task of this kind. */
    public void acknowledgeBoth(CaseKey key, String definitionKey, String entry) {
        for (var task : new ArrayList<>(tasks(key, definitionKey))) {
            complete("discipline-supervision".equals(variable(task, "body")) ? DISCIPLINE : CADRE, task, entry);
        }
    }

    public long parkedTimers(CaseKey key) {
        return runtime.createProcessInstanceQuery().variableValueEquals("roundId", key.roundId()).list().stream()
                .mapToLong(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .count())
                .sum();
    }

    public boolean ended(String processInstanceId) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(processInstanceId)
                        .count()
                == 0;
    }

    /**
     * The thematic meetings: held today with their texts and scans, except the second village's, for a reason that the
     * Secretary accepts. Through the pages' own door, so that it works where only the sign-off runs, too.
     */
    public void recordMeetings(CaseKey key) {
        comparisons.idsOf(key.roundId(), key.organisationId()).forEach(this::writeComparison);
        record(key, "town", held(key));
        meetings.decide(SECRETARY, key, "town", new MeetingDecision("ACCEPT", null));
        record(key, "v1", held(key));
        record(key, "v2", new MeetingEntry("NOT_HELD", null, null, null, null, null, "党支部换届，推迟召开。", "李支书"));
        meetings.decide(SECRETARY, key, "v2", new MeetingDecision("ACCEPT", null));
        executeDue();
    }

    public void record(CaseKey key, String code, MeetingEntry entry) {
        meetings.record(CLERK, key, code, entry);
        executeDue();
    }

    /** Hands in a text on every aspect of the member's portfolio. */
    public void writeComparison(String comparisonId) {
        var member = comparisons.memberOf(comparisonId);
        comparisons.handIn(
                member,
                comparisonId,
                new ComparisonEntry(readings.read(member, comparisonId).text().aspects().stream()
                        .map(part -> new ComparisonEntry.Section(part.aspect(), "学习不深。", "抓落实不够。"))
                        .toList()));
        executeDue();
    }

    /** A meeting held today, with its scan uploaded. */
    public MeetingEntry held(CaseKey key) {
        return new MeetingEntry("HELD", today(), "周书记", 21, "逐项对照检查。", scan(key), null, "李支书");
    }

    /** The same as a form would send it. */
    public String heldAsEntry(CaseKey key) {
        return """
               {"outcome":"HELD","heldOn":"%s","chair":"周书记","attendance":21,"record":"逐项对照检查。","scanFile":"%s"}"""
                .formatted(today(), scan(key));
    }

    private String scan(CaseKey key) {
        return files.upload(
                        CLERK,
                        key.roundId(),
                        key.organisationId(),
                        "会议记录.pdf",
                        Level.INTERNAL,
                        new ByteArrayInputStream(
                                Papers.pdf("会议记录", UUID.randomUUID().toString())))
                .id();
    }

    /** From the invitation's day to the recorded hearing, with one gap followed up. */
    public void holdHearing(CaseKey key, LocalDate invitationOn, LocalDate hearingOn) {
        walkTo(invitationOn);
        complete(CLERK, key, "userTask_inviteThreeBodies", invitation(hearingOn));
        walkTo(hearingOn);
        giveOpinions(key);
        complete(OFFICE, key, "userTask_recordHearing", hearing(key, "\"市委巡察办纪要〔2026〕5号\""));
    }

    /** Each of the three bodies speaks, by its own people. */
    public void giveOpinions(CaseKey key) {
        for (var task : new ArrayList<>(tasks(key, "userTask_giveHearingOpinion"))) {
            var person = Map.of("DISCIPLINE", DISCIPLINE, "ORGANISATION", CADRE, "INSPECTION_OFFICE", OFFICE)
                    .get(variable(task, "body"));
            complete(person, task, "{\"opinion\":\"抓紧办理，注意佐证。\"}");
        }
    }

    /** A stored file of the case, as if it had been uploaded. */
    public String paper(CaseKey key) {
        var id = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                        insert into rectification.stored_file (id, round_id, organisation_id, name, media_type, size, sha256,
                            level, uploaded_by, uploaded_at) values (?, ?, ?, '纪要.pdf', 'application/pdf', 1, repeat('0', 64),
                            'INTERNAL', ?, ?)""")
                .params(id, key.roundId(), key.organisationId(), OFFICE, OffsetDateTime.now(clock))
                .update();
        return id;
    }

    public static String invitation(LocalDate plannedOn) {
        return """
               {"plannedOn":"%s","place":"镇三楼会议室","addressees":["DISCIPLINE","INSPECTION_OFFICE","ORGANISATION"]}"""
                .formatted(plannedOn);
    }

    /** The minutes as the inspection office records them today: one gap followed up, one declined. */
    public String hearing(CaseKey key, String minutes) {
        return """
               {"heldOn":"%s","minutesNumber":%s,"minutesFile":"%s","conclusion":"GREEN","findings":[],
                "gaps":[{"description":"个别村台账滞后。","disposition":"FOLLOW_UP","owner":"%s","dueOn":"%s"},
                        {"description":"建议扩大范围。","disposition":"DECLINED","reason":"不在本次反馈范围。"}]}"""
                .formatted(today(), minutes, paper(key), CLERK, today().plusDays(10));
    }

    public static String finalReports(boolean followUp) {
        return """
               {"a":{"deployment":"召开3次党委会。","participation":"到村4次。","supervision":"督办5件。"},
                "b":{"overview":"总体情况。","results":"成效。","nextSteps":"继续整改。"},
                "followUps":[%s]}"""
                .formatted(followUp ? "{\"position\":1,\"description\":\"个别村台账滞后。\",\"outcome\":\"已补齐。\"}" : "");
    }

    public String deliberation() {
        return "{\"heldOn\":\"" + today() + "\",\"minutesNumber\":\"溪党纪〔2026〕8号\"}";
    }

    public static String signature() {
        return "{\"decision\":\"SIGN\",\"confirmed\":true,\"signerName\":\"" + SECRETARY_NAME + "\"}";
    }

    public String delivery() {
        return "{\"receiptNumber\":\"收文〔2026〕31号\",\"receivedOn\":\"" + today() + "\"}";
    }
}
