package org.rectification.people.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.engine.ActingAs;
import org.rectification.finding.OfficeHolders;
import org.rectification.people.Duties;
import org.rectification.people.HandoverEntry;
import org.rectification.people.Handovers;
import org.rectification.people.PeopleRegister;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.support.Browserless;
import org.rectification.support.EveryDoor;
import org.rectification.support.Feature;
import org.rectification.support.FlowCoverage;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.rectification.support.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 工作交接 in a running round: both confirm, everything passes, and the days in office stay on record. */
@RectificationTest
@Import(FlowCoverage.class)
@Feature(29)
class OfficeHandoverProcessTest {

    private static FlowCoverage walked;
    private static int count;

    @LocalServerPort
    int port;

    @Autowired
    Handovers handovers;

    @Autowired
    PeopleRegister register;

    @Autowired
    Duties duties;

    @Autowired
    OfficeHolders officeHolders;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    ActingAs actingAs;

    @Autowired
    FlowCoverage coverage;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private OpenRound round;
    private String prefix;

    @BeforeEach
    void open() {
        walked = coverage;
        prefix = "oh" + ++count;
        round = new OpenRound(port, jdbc, register, prefix).registered().opened();
    }

    @AfterAll
    static void everyNodeAndFlowIsWalked() {
        assertThat(walked.missedIn("bpmn/office-handover.bpmn")).isEmpty();
    }

    private String start(String actor, String from, String to, boolean onPaper) {
        return handovers.start(actor, new HandoverEntry(prefix + from, prefix + to, "岗位调整", onPaper));
    }

    private void complete(String person, String key, String handover, String entry) {
        var task = tasks.createTaskQuery()
                .taskDefinitionKey(key)
                .processVariableValueEquals("handoverId", handover)
                .singleResult();
        assertThat(task.getAssignee()).isEqualTo(prefix + person);
        actingAs.run(
                prefix + person,
                () -> tasks.complete(
                        task.getId(),
                        Map.of("entry", SpinValues.jsonValue(entry).create())));
    }

    private static String refusal(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.violations().stream()
                        .map(Refusal.Violation::message)
                        .collect(java.util.stream.Collectors.joining());
            }
        }
        throw new AssertionError("not refused", thrown);
    }

    private void technicalStepsAreDone() {
        round.technicalStepsAreDone();
    }

    private String owner(String finding) {
        return jdbc.sql("select responsible_person from rectification.finding where id = ?")
                .param(finding)
                .query(String.class)
                .single();
    }

    @Test
    void bothConfirmAndDutiesFindingsAndTasksPassWithTheDaysInOffice() {
        var finding = round.ofVillage(1);
        var work = new EveryDoor(port, jdbc).task(finding, "userTask_rectifyFinding");
        var id = start(prefix + "-village1", "-village1", "-person3", false);
        assertThat(handovers.content(id).duties()).extracting("item").containsExactly("村（居）党支部书记");
        assertThat(handovers.content(id).findings()).hasSize(1);
        var early = org.assertj.core.api.Assertions.catchThrowable(
                () -> complete("-village1", "userTask_confirmHandingOver", id, "{}"));
        assertThat(refusal(early)).contains("请核对后确认移交");
        complete("-village1", "userTask_confirmHandingOver", id, "{\"confirmed\":true}");
        assertThat(owner(finding)).isEqualTo(prefix + "-village1");
        complete("-person3", "userTask_confirmTakingOver", id, "{\"answer\":\"AGREE\"}");
        technicalStepsAreDone();

        assertThat(owner(finding)).isEqualTo(prefix + "-person3");
        assertThat(tasks.createTaskQuery().taskId(work).singleResult().getAssignee())
                .isEqualTo(prefix + "-person3");
        assertThat(duties.holds(prefix + "-village1", Role.VILLAGE_SECRETARY)).isFalse();
        assertThat(duties.ofVillage(round.town(), Role.VILLAGE_SECRETARY, prefix + "-v1"))
                .contains(prefix + "-person3");
        var today = LocalDate.now(clock);
        assertThat(officeHolders.of(finding))
                .filteredOn(holder -> holder.office().equals("村（居）党支部书记"))
                .extracting(OfficeHolders.Holder::person, OfficeHolders.Holder::until, OfficeHolders.Holder::handover)
                .contains(org.assertj.core.groups.Tuple.tuple(prefix + "-person3", null, "工作交接"));
        assertThat(new Browserless(port, prefix + "-clerk", TestPeople.PASSWORD)
                        .at("/api", "GET", "/findings/" + finding, null)
                        .body())
                .contains("\"officeHolders\":[", "\"handover\":\"工作交接\"");
        assertThat(jdbc.sql("select until from rectification.duty where person_id = ? and role = 'VILLAGE_SECRETARY'")
                        .param(prefix + "-village1")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today.minusDays(1));
        assertThat(jdbc.sql(
                                "select kind from rectification.event where person_id = ? and kind like '%HAND%' order by id")
                        .param(prefix + "-village1")
                        .query(String.class)
                        .list())
                .containsExactly("HANDOVER_STARTED", "HANDOVER_CONFIRMED", "HANDOVER_ACCEPTED", "OFFICE_HANDED_OVER");
    }

    @Test
    void whoeverHasLeftIsStoodForByTheSignedSheetThatTheClerkRecords() {
        var id = start(prefix + "-clerk", "-person1", "-person2", true);
        var task = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_recordHandingOver")
                .processVariableValueEquals("handoverId", id)
                .singleResult();
        assertThat(task.getAssignee()).isEqualTo(prefix + "-clerk");
        var empty = org.assertj.core.api.Assertions.catchThrowable(
                () -> complete("-clerk", "userTask_recordHandingOver", id, "{}"));
        assertThat(refusal(empty)).contains("交接单签字人", "签字日期", "交接单扫描件");
        var later = org.assertj.core.api.Assertions.catchThrowable(() -> complete(
                "-clerk",
                "userTask_recordHandingOver",
                id,
                "{\"paperPerson\":\"甲\",\"paperOn\":\"2999-01-01\",\"sheetFile\":\"f1\"}"));
        assertThat(refusal(later)).contains("不能晚于今天");
        var today = LocalDate.now(clock);
        var none = org.assertj.core.api.Assertions.catchThrowable(() -> complete(
                "-clerk",
                "userTask_recordHandingOver",
                id,
                "{\"paperPerson\":\"甲\",\"paperOn\":\"" + today + "\",\"sheetFile\":\"nowhere\"}"));
        assertThat(refusal(none)).contains("文件");
        var sheet = new Uploads(port, round.roundId(), round.town())
                .file(prefix + "-clerk", "交接单.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8));
        complete(
                "-clerk",
                "userTask_recordHandingOver",
                id,
                "{\"paperPerson\":\"甲\",\"paperOn\":\"" + today + "\",\"sheetFile\":\"" + sheet + "\"}");
        assertThat(handovers.content(id).handedOver()).contains("纸面");
        complete("-person2", "userTask_confirmTakingOver", id, "{\"answer\":\"AGREE\"}");
        technicalStepsAreDone();
        assertThat(owner(round.ofTown(1))).isEqualTo(prefix + "-person2");
        register.deactivate("admin", prefix + "-person1");
    }

    @Test
    void whatNobodyTakesOverStaysWhereItWas() {
        var finding = round.ofTown(1);
        var before = owner(finding);
        var id = start(prefix + "-secretary", "-person1", "-person2", false);
        complete("-person1", "userTask_confirmHandingOver", id, "{\"confirmed\":true,\"remark\":\"无\"}");
        var without = org.assertj.core.api.Assertions.catchThrowable(
                () -> complete("-person2", "userTask_confirmTakingOver", id, "{\"answer\":\"RETURN\"}"));
        assertThat(refusal(without)).contains("不予接收的理由");
        complete("-person2", "userTask_confirmTakingOver", id, "{\"answer\":\"RETURN\",\"reason\":\"账目不清。\"}");
        assertThat(owner(finding)).isEqualTo(before);
        assertThat(handovers.of(prefix + "-clerk").get(0)).containsEntry("refusedReason", "账目不清。");
    }

    @Test
    void onlyWhoMayAsksForAHandoverAndOneAtATime() {
        refused("由本人、党委书记或者整改办提出", () -> start(prefix + "-person2", "-person1", "-person3", false));
        refused("由本人、党委书记或者整改办提出", () -> start("admin", "-person1", "-person3", false));
        refused("由市委巡察办提出", () -> start(prefix + "-clerk", "-secretary", "-leader1", false));
        refused("不能是同一人", () -> start(prefix + "-clerk", "-person1", "-person1", false));
        refused("没有这个在岗人员", () -> start(prefix + "-clerk", "-person1", "-nobody", false));
        start(prefix + "-clerk", "-person1", "-person3", false);
        refused("已有正在办理", () -> start(prefix + "-clerk", "-person1", "-person4", false));
        start("office", "-secretary", "-leader1", false);
    }

    private static void refused(String sentence, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).withMessageContaining(sentence);
    }
}
