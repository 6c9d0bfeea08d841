package org.rectification.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.people.PeopleRegister;
import org.rectification.people.PersonEntry;
import org.rectification.people.PersonEntry.DutyEntry;
import org.rectification.people.Role;
import org.rectification.support.Browserless;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Row 41 at every door: whoever had a hand in a result, or stands in for somebody who had, never verifies it. */
@RectificationTest
@Import(IndependenceIT.Substitutions.class)
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class IndependenceIT {

    private static final String HANDS = "问题的责任人和整改结果的办理人、审核人、代填人不能核验同一问题，请由其他有权人员核验。";
    private static final String STAND_INS = "责任人、办理人、审核人、代填人的代行职责人员不能核验同一问题，请由其他有权人员核验。";
    private static final String VERIFY = "userTask_verifyFinding";
    private static final Map<String, ?> DONE =
            Map.of("verdict", "DONE", "reason", "已到现场核验。", "noSheetReason", "停电，签名件次日补扫。");
    private static final Map<String, ?> AGREE = Map.of("answer", "AGREE", "reason", "同意");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private TaskService tasks;

    private EveryDoor doors;

    @TestConfiguration
    static class Substitutions {

        /** Who stands in for whom while a test runs. */
        static final Map<String, String> FOR = new ConcurrentHashMap<>();

        @Bean
        StandIns substitutionsOfTheTest() {
            return people -> FOR.entrySet().stream()
                    .filter(pair -> people.contains(pair.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(java.util.stream.Collectors.toSet());
        }
    }

    @BeforeEach
    void atTheDoors() {
        doors = new EveryDoor(port, jdbc);
        Substitutions.FOR.clear();
    }

    @Test
    @Clause("S22")
    @Feature(41)
    @DisplayName("Same person (or via group, substitute, admin, REST) tries to verify own item: refused")
    void whoeverHadAHandInAnItemIsRefusedThroughEveryDoorAsSubstituteAsGroupMemberAndAsAdministrator() {
        var round = new OpenRound(port, jdbc, register, "ia").registered().opened();
        var finding = round.ofVillage(1);
        var task = underVerification(round, "ia", finding);

        for (var hand : List.of("ia-village1", "ia-leader1")) {
            doors.closed(hand, task, DONE);
            takesOver(hand, task);
            tasks.setAssignee(task, hand);
            doors.refuse(hand, task, DONE, HANDS, "");
        }
        tasks.setAssignee(task, "ia-clerk");
        doors.refuse("ia-clerk", task, DONE, "您不承担这个问题的核验职责，应由镇纪委办理。", "");
        doors.closed("admin", task, DONE);
        tasks.setAssignee(task, "admin");
        doors.refuse("admin", task, DONE, "系统管理员不得办理核验，请由有权人员办理。", "");

        tasks.setAssignee(task, "ia-discipline");
        Substitutions.FOR.put("ia-discipline", "ia-village1");
        doors.refuse("ia-discipline", task, DONE, STAND_INS, "");
        Substitutions.FOR.clear();
        doors.complete(Door.LIST, "ia-discipline", task, DONE);
        assertThat(verifier(finding)).isEqualTo("ia-discipline");
    }

    @Test
    @Clause("S22")
    @Feature(41)
    @DisplayName(
            "A member of the verifying body who filled the result in is refused, however the task came to that person")
    void aMemberOfTheVerifyingBodyWithAHandInItIsRefused() {
        var round = new OpenRound(port, jdbc, register, "ib").registered().opened();
        register.person(new PersonEntry(
                "ib-guest",
                "挂职干部（演示）",
                "巡察办副主任",
                null,
                TestPeople.PASSWORD,
                List.of(new DutyEntry(Role.INSPECTION_OFFICE, null, null, LocalDate.of(2020, 1, 1)))));
        var finding = round.ofTown(1);
        var work = doors.task(finding, "userTask_rectifyFinding");
        tasks.setAssignee(work, "ib-guest");
        doors.complete(Door.COMPLETE, "ib-guest", work, result("ib-person1"));
        round.technicalStepsAreDone();
        doors.complete(Door.SUBMIT_FORM, "ib-leader1", doors.task(finding, "userTask_reviewResult"), AGREE);

        var task = doors.task(finding, VERIFY);
        takesOver("ib-guest", task);
        tasks.setAssignee(task, "ib-guest");
        doors.refuse("ib-guest", task, DONE, HANDS, "");
        tasks.setAssignee(task, null);
        assertThat(new Browserless(port, "office", TestPeople.PASSWORD)
                        .at(Browserless.REST, "POST", "/task/" + task + "/claim", "{\"userId\":\"office\"}")
                        .statusCode())
                .isEqualTo(204);
        doors.complete(Door.WEB_COMPLETE, "office", task, DONE);
        assertThat(verifier(finding)).isEqualTo("office");
    }

    @Test
    @Clause("S22")
    @Feature(41)
    @DisplayName(
            "代填: who fills in for a village neither reviews nor verifies it, not even a later result of somebody else")
    void whoFilledInForAVillageNeitherReviewsNorVerifiesItEver() {
        var round = new OpenRound(port, jdbc, register, "ic").registered().opened();
        var finding = round.ofVillage(1);
        var work = doors.task(finding, "userTask_rectifyFinding");
        tasks.setAssignee(work, "ic-leader1");
        doors.complete(Door.LIST, "ic-leader1", work, result("第一村（演示）王五"));
        round.technicalStepsAreDone();
        var review = doors.task(finding, "userTask_reviewResult");
        assertThat(assignee(review))
                .as("the leader filled in, so the Secretary reviews")
                .isEqualTo("ic-secretary");
        tasks.setAssignee(review, "ic-leader1");
        doors.refuse("ic-leader1", review, AGREE, "您不是这个问题当前的审核人。", "");
        tasks.setAssignee(review, "ic-secretary");
        doors.complete(Door.LIST, "ic-secretary", review, Map.of("answer", "RETURN", "reason", "公示照片缺日期。"));

        doors.complete(Door.LIST, "ic-village1", doors.task(finding, "userTask_rectifyFinding"), result(null));
        round.technicalStepsAreDone();
        var again = doors.task(finding, "userTask_reviewResult");
        assertThat(assignee(again)).as("a new attempt washes no hands").isEqualTo("ic-secretary");
        doors.complete(Door.LIST, "ic-secretary", again, AGREE);
        var verify = doors.task(finding, VERIFY);
        tasks.setAssignee(verify, "ic-leader1");
        doors.refuse("ic-leader1", verify, DONE, HANDS, "");
        assertThat(jdbc.sql("select earlier_workers from rectification.finding where id = ?")
                        .param(finding)
                        .query((row, number) ->
                                Set.of((String[]) row.getArray(1).getArray()))
                        .single())
                .containsExactlyInAnyOrder("ic-leader1", "第一村（演示）王五");
    }

    /** Somebody who may not touch the task tries to get hold of it by every way that REST has. */
    private void takesOver(String person, String task) {
        var visitor = new Browserless(port, person, TestPeople.PASSWORD);
        var before = assignee(task);
        for (var act : List.of("claim", "assignee")) {
            assertThat(visitor.at(
                                    Browserless.REST,
                                    "POST",
                                    "/task/" + task + "/" + act,
                                    "{\"userId\":\"" + person + "\"}")
                            .statusCode())
                    .as(person + " " + act)
                    .satisfies(status -> assertThat(status == 204 || status >= 400 && status < 500)
                            .isTrue());
        }
        assertThat(visitor.at(
                                Browserless.REST,
                                "POST",
                                "/task/" + task + "/identity-links",
                                "{\"userId\":\"" + person + "\",\"type\":\"candidate\"}")
                        .statusCode())
                .as(person + " makes himself a candidate")
                .isBetween(400, 499);
        if (before == null) {
            tasks.setAssignee(task, null);
        } else {
            assertThat(assignee(task)).isEqualTo(before);
        }
    }

    private String underVerification(OpenRound round, String prefix, String finding) {
        doors.complete(Door.LIST, prefix + "-village1", doors.task(finding, "userTask_rectifyFinding"), result(null));
        round.technicalStepsAreDone();
        doors.complete(Door.LIST, prefix + "-leader1", doors.task(finding, "userTask_reviewResult"), AGREE);
        return doors.task(finding, VERIFY);
    }

    private static Map<String, ?> result(String filledInFor) {
        var entry = new java.util.HashMap<String, Object>(Map.of(
                "result", "已补齐审批手续并公示。",
                "measures", List.of(Map.of("text", "补齐审批手续", "kind", "NOW", "accountabilityOnly", false)),
                "documentNumber", "审批表3份"));
        if (filledInFor != null) {
            entry.put("filledInFor", filledInFor);
        }
        return entry;
    }

    private String assignee(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    private String verifier(String finding) {
        return jdbc.sql("select verified_by from rectification.finding where id = ?")
                .param(finding)
                .query(String.class)
                .single();
    }
}
