package org.rectification.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.people.PeopleRegister;
import org.rectification.people.Role;
import org.rectification.support.Browserless;
import org.rectification.support.CheckedRound;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.rectification.support.StandIn;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * What is done about findings, tried in somebody's place and as administrator: both names stand in the record, and no
 * substitution leads round independence.
 */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
@Feature({27, 28, 29, 41})
class SubstituteDoorsIT {

    private static final String WORK = "userTask_rectifyFinding";
    private static final String REVIEW = "userTask_reviewResult";
    private static final String VERIFY = "userTask_verifyFinding";
    private static final String CONFIRM = "userTask_confirmVerification";
    private static final String CONSENT = "userTask_consentLongTerm";
    private static final String REVIEW_AGAIN = "userTask_reviewLongTerm";
    private static final String CONFIRM_AGAIN = "userTask_confirmLongTermReview";
    private static final String EXTENSION = "userTask_decideExtension";
    private static final String HANDS = "问题的责任人和整改结果的办理人、审核人、代填人不能核验同一问题，请由其他有权人员核验。";
    private static final String STAND_INS = "责任人、办理人、审核人、代填人的代行职责人员不能核验同一问题，请由其他有权人员核验。";
    private static final Map<String, ?> RESULT_REPORTED_BEFORE =
            Map.of("result", "已补齐审批手续并公示。", "measures", List.of(), "documentNumber", "审批表3份");
    private static final Map<String, ?> AGREE = Map.of("answer", "AGREE", "reason", "情况属实，同意。");
    private static final Map<String, ?> RESULT = Map.of(
            "result", "已补齐审批手续并公示。",
            "measures", List.of(Map.of("text", "补齐审批手续", "kind", "NOW")),
            "documentNumber", "审批表3份");

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FindingStore findings;

    @Autowired
    private Findings all;

    @Autowired
    private Checkers checkers;

    private CheckedRound town;
    private StandIn people;

    private void town(String prefix, int inVillage) {
        town = new CheckedRound(port, beans, prefix, inVillage);
        people = new StandIn(town, jdbc, register);
    }

    private int status(String login, String path, Object entry) {
        return town.post(login, path, entry).statusCode();
    }

    @Test
    @Clause({"S20", "S25"})
    void singleMeasuresAndPartsOfCoOwnersAreDoneInSomebodysPlaceUnderBothNames() {
        town("ua", 1);
        var finding = town.round.ofTown(1);
        var measures = "/findings/" + finding + "/measures";
        var parts = "/findings/" + finding + "/co-owners";
        var measure =
                Map.of("measure", Map.of("text", "补齐审批手续", "kind", "NOW"), "proofs", Map.of("documentNumber", "审批表3份"));
        people.helper("ua-helper", "党政办干事");
        for (var stranger : List.of("ua-helper", "admin")) {
            assertThat(status(stranger, measures, measure)).as(stranger).isEqualTo(404);
        }
        var away = people.names("ua-person1", "ua-person1", "ua-helper");
        assertThat(status("ua-helper", measures, measure)).isEqualTo(204);
        assertThat(people.acts(finding, "MEASURE_REPORTED")).containsExactly("ua-helper代ua-person1");
        assertThat(people.acts(finding, "EVIDENCE_GIVEN")).containsExactly("ua-helper代ua-person1");
        var report = town.get("ua-helper", "/findings/" + finding + "/proofs")
                .at("/reports/0/id")
                .asText();
        assertThat(status("ua-helper", measures + "/" + report + "/withdrawal", Map.of("reason", "写错了")))
                .isEqualTo(204);
        assertThat(people.acts(finding, "MEASURE_WITHDRAWN")).containsExactly("ua-helper代ua-person1");
        assertThat(status("ua-helper", measures, measure)).isEqualTo(204);

        var part = Map.of("person", "ua-person2", "part", "核对名册");
        assertThat(status("admin", parts, part)).isEqualTo(404);
        assertThat(status("ua-helper", parts, part)).isEqualTo(204);
        assertThat(people.acts(finding, "CO_OWNER_NAMED")).containsExactly("ua-helper代ua-person1");
        people.helper("ua-other", "党建办干事");
        people.names("ua-clerk", "ua-person2", "ua-other");
        var confirmation = Map.of("confirmation", "名册已核对。");
        for (var other : List.of("ua-helper", "ua-clerk", "ua-leader1")) {
            assertThat(town.post(other, parts + "/me/confirmation", confirmation)
                            .body())
                    .as(other)
                    .contains("没有待完成的配合事项");
        }
        assertThat(town.get("ua-other", "/worklist/part")
                        .at("/rows/0/finding/id")
                        .asText())
                .isEqualTo(finding);
        assertThat(status("admin", parts + "/me/confirmation", confirmation)).isEqualTo(404);
        assertThat(status("ua-other", parts + "/me/confirmation", confirmation)).isEqualTo(204);
        assertThat(people.acts(finding, "CO_OWNER_CONFIRMED")).containsExactly("ua-other代ua-person2");
        assertThat(town.get("ua-clerk", "/findings/" + finding)
                        .at("/coOwners/0/confirmedBy")
                        .asText())
                .isEqualTo("甲ua-other");

        var hands = findings.get(finding);
        assertThat(hands.life().hands()).contains("ua-helper", "ua-person1", "ua-other", "ua-person2");
        people.ends("ua-clerk", away);
        assertThat(status("ua-helper", measures, measure)).as("over").isEqualTo(404);
        assertThat(checkers.standIns(hands))
                .as("in whose place a hand acted is known afterwards too")
                .contains("ua-person1");
    }

    @Test
    @Clause("S31")
    void anExtensionIsDecidedInSomebodysPlaceAndNobodysOwnThroughASubstitution() {
        town("ub", 1);
        var finding = town.round.ofVillage(1);
        var later = Map.of(
                "reason",
                "雨季施工受阻，材料进场推迟，需顺延工期。",
                "newDueOn",
                all.get(finding).dueOn().minusDays(10).toString());
        all.freezeBaseline(
                "ub-clerk",
                town.round.roundId(),
                town.round.town(),
                Map.of(finding, town.round.today().plusDays(30)));
        var path = "/findings/" + finding + "/extension";
        people.helper("ub-helper", "党政办干事");
        var clerkAway = people.names("ub-clerk", "ub-clerk", "ub-helper");
        assertThat(status("admin", path, later)).isEqualTo(404);
        var asked = new HashMap<String, Object>(later);
        asked.put("newDueOn", town.round.today().plusDays(45).toString());
        assertThat(status("ub-helper", path, asked)).isEqualTo(201);
        assertThat(people.acts(finding, "EXTENSION_REQUESTED")).containsExactly("ub-helper代ub-clerk");
        people.ends("ub-clerk", clerkAway);

        var task = town.doors.task(finding, EXTENSION);
        assertThat(assignee(task)).isEqualTo("ub-leader1");
        town.doors.closed("admin", task, AGREE);
        town.doors.closed("ub-village1", task, AGREE);

        // The responsible person stands in for the leader: the question goes up, and no door lets them answer it.
        var own = people.names("ub-clerk", "ub-leader1", "ub-village1");
        assertThat(assignee(task)).isEqualTo("ub-secretary");
        town.doors.closed("ub-village1", task, AGREE);
        tasks.setAssignee(task, "ub-village1");
        town.doors.refuse("ub-village1", task, AGREE, "延期应由上一级（党委书记）审批，您不是这次的审批人。", "");
        tasks.setAssignee(task, "ub-secretary");
        people.ends("ub-clerk", own);
        assertThat(assignee(task)).as("over, and back").isEqualTo("ub-leader1");

        // Whoever asked in the clerk's place, and the clerk in whose place it was asked, do not decide for the leader.
        for (var asking : List.of("ub-helper", "ub-clerk")) {
            var id = people.names("ub-secretary", "ub-leader1", asking);
            assertThat(assignee(task)).as(asking).isEqualTo("ub-secretary");
            town.doors.closed(asking, task, AGREE);
            people.ends("ub-secretary", id);
        }
        people.names("ub-clerk", "ub-leader1", "ub-leader2");
        assertThat(assignee(task)).isEqualTo("ub-leader1");
        town.doors.complete(Door.SUBMIT_FORM, "ub-leader2", task, AGREE);
        assertThat(people.acts(finding, "EXTENDED")).containsExactly("ub-leader2代ub-leader1");
        assertThat(all.get(finding).dueOn()).isEqualTo(town.round.today().plusDays(45));
    }

    @Test
    @Clause({"S22", "S26", "S36"})
    @Feature({41, 43})
    @DisplayName(
            "R3 from verdict to strike-off: verified, confirmed, consented and reviewed again, each by a substitute")
    void everyVerdictOfTheLongWayIsGivenInSomebodysPlaceAndByNoAdministrator() {
        town("uc", 1);
        town.planIssued();
        var finding = town.round.ofVillage(1);
        sensitive(finding);
        town.doors.complete(Door.LIST, "uc-village1", town.doors.task(finding, WORK), RESULT);
        town.round.technicalStepsAreDone();
        town.doors.complete(Door.LIST, "uc-leader1", town.doors.task(finding, REVIEW), AGREE);
        town.doors.complete(Door.LIST, "uc-leader3", town.doors.task(finding, REVIEW), AGREE);

        people.helper("uc-deputy", "纪委副书记");
        people.ofTheCounty("uc-room1", Role.DISCIPLINE_SUPERVISION);
        people.ofTheCounty("uc-room2", Role.DISCIPLINE_SUPERVISION);
        people.ofTheCounty("uc-office1", Role.INSPECTION_OFFICE);
        people.ofTheCounty("uc-office2", Role.INSPECTION_OFFICE);
        people.names("uc-discipline", "uc-discipline", "uc-deputy");
        people.names("uc-room1", "uc-room1", "uc-room2");
        people.names("uc-office1", "uc-office1", "uc-office2");

        var verify = town.doors.task(finding, VERIFY);
        var longTerm = Map.of(
                "verdict", "LONG_TERM",
                "reason", "制度执行需持续观察。",
                "noSheetReason", "停电，签名件次日补扫。",
                "nextReviewOn", town.round.today().plusDays(1).toString());
        nobodyElse(finding, verify, longTerm);
        town.doors.complete(Door.COMPLETE, "uc-deputy", verify, longTerm);
        assertThat(people.acts(finding, "VERIFIED")).containsExactly("uc-deputy代uc-discipline");

        var confirm = town.doors.task(finding, CONFIRM);
        nobodyElse(finding, confirm, AGREE);
        tasks.setAssignee(confirm, "uc-deputy");
        town.doors.refuse("uc-deputy", confirm, AGREE, "核验人不能确认本人的核验结果。", "");
        tasks.setAssignee(confirm, "uc-discipline");
        town.doors.refuse("uc-discipline", confirm, AGREE, "核验人及其代行、被代行人员不能确认同一核验结果。", "");
        takes("uc-room1", confirm);
        town.doors.complete(Door.WEB_COMPLETE, "uc-room2", confirm, AGREE);
        assertThat(people.acts(finding, "VERIFICATION_CONFIRMED")).containsExactly("uc-room2代uc-room1");

        var consent = town.doors.task(finding, CONSENT);
        nobodyElse(finding, consent, AGREE);
        takes("uc-office1", consent);
        town.doors.complete(Door.WEB_SUBMIT_FORM, "uc-office2", consent, AGREE);
        assertThat(people.acts(finding, "LONG_TERM_CONSENTED")).containsExactly("uc-office2代uc-office1");
        town.round.technicalStepsAreDone();
        assertThat(all.get(finding).state()).isEqualTo(FindingState.LONG_TERM);

        daysPass(1);
        var again = town.doors.task(finding, REVIEW_AGAIN);
        var done = Map.of("conclusion", "DONE", "reason", "制度已稳定执行，未再发生。");
        nobodyElse(finding, again, done);
        town.doors.complete(Door.SUBMIT_FORM, "uc-deputy", again, done);
        assertThat(people.acts(finding, "LONG_TERM_REVIEWED")).containsExactly("uc-deputy代uc-discipline");

        var confirmAgain = town.doors.task(finding, CONFIRM_AGAIN);
        nobodyElse(finding, confirmAgain, AGREE);
        tasks.setAssignee(confirmAgain, "uc-discipline");
        town.doors.refuse("uc-discipline", confirmAgain, AGREE, "复查人及其代行、被代行人员不能确认同一复查结论。", "");
        takes("uc-room1", confirmAgain);
        town.doors.complete(Door.LIST, "uc-room2", confirmAgain, AGREE);
        assertThat(people.acts(finding, "LONG_TERM_CONFIRMED")).containsExactly("uc-room2代uc-room1");
        town.round.technicalStepsAreDone();
        assertThat(all.get(finding).state()).isEqualTo(FindingState.STRUCK_OFF);
        assertThat(people.acts(finding, "STRUCK_OFF")).containsExactly("system");
    }

    @Test
    @Clause("S22")
    @DisplayName("Row 41 with the stand-ins of the database: whose hand, or in whose place, whenever, never verifies")
    void noSubstitutionOfTodayOrOfLongAgoLeadsRoundIndependence() {
        town("uf", 1);
        var finding = town.round.ofVillage(1);
        for (var helper : List.of("uf-one", "uf-two", "uf-three")) {
            people.helper(helper, "党政办干事");
        }
        var clerkAway = people.names("uf-clerk", "uf-clerk", "uf-one");
        assertThat(status(
                        "uf-one",
                        "/findings/" + finding + "/measures",
                        Map.of(
                                "measure", Map.of("text", "补齐审批手续", "kind", "NOW"),
                                "proofs", Map.of("documentNumber", "审批表3份"),
                                "filledInFor", "uf-village1")))
                .isEqualTo(204);
        people.ends("uf-clerk", clerkAway);
        assertThat(status(
                        "uf-clerk",
                        "/findings/" + finding + "/co-owners",
                        Map.of("person", "uf-person3", "part", "核对名册")))
                .isEqualTo(204);
        var partAway = people.names("uf-person3", "uf-person3", "uf-two");
        assertThat(status(
                        "uf-two",
                        "/findings/" + finding + "/co-owners/me/confirmation",
                        Map.of("confirmation", "已核对。")))
                .isEqualTo(204);
        people.ends("uf-person3", partAway);
        town.doors.complete(Door.LIST, "uf-village1", town.doors.task(finding, WORK), RESULT_REPORTED_BEFORE);
        town.round.technicalStepsAreDone();
        town.doors.complete(Door.LIST, "uf-leader1", town.doors.task(finding, REVIEW), AGREE);

        var verify = town.doors.task(finding, VERIFY);
        var done = Map.of("verdict", "DONE", "reason", "现场核验属实。", "noSheetReason", "停电，签名件次日补扫。");
        for (var hand : Map.of(
                        "uf-one", HANDS,
                        "uf-two", HANDS,
                        "uf-person3", HANDS,
                        "uf-clerk", STAND_INS)
                .entrySet()) {
            var away = people.names("uf-discipline", "uf-discipline", hand.getKey());
            town.doors.refuse(hand.getKey(), verify, done, hand.getValue(), "");
            people.ends("uf-discipline", away);
        }
        var villageAway = people.names("uf-village1", "uf-village1", "uf-three");
        var disciplineAway = people.names("uf-discipline", "uf-discipline", "uf-three");
        town.doors.refuse("uf-three", verify, done, STAND_INS, "");
        people.ends("uf-village1", villageAway);
        town.doors.complete(Door.LIST, "uf-three", verify, done);
        assertThat(people.acts(finding, "VERIFIED")).containsExactly("uf-three代uf-discipline");
        people.ends("uf-discipline", disciplineAway);
    }

    @Test
    @Clause("S22")
    @DisplayName("What a substitute of the leader did is reviewed by somebody else than the leader")
    void nobodyReviewsWhatWasDoneInTheirOwnPlace() {
        town("ud", 1);
        var finding = town.round.ofTown(1);
        all.assign("ud-clerk", finding, new Owners("ud-leader1", "党政办", "ud-leader1"), "由分管领导直接办理");
        people.names("ud-leader1", "ud-leader1", "ud-leader2");
        town.doors.complete(Door.COMPLETE, "ud-leader2", town.doors.task(finding, WORK), RESULT);
        assertThat(people.acts(finding, "RESULT_REPORTED")).containsExactly("ud-leader2代ud-leader1");
        town.round.technicalStepsAreDone();
        var review = town.doors.task(finding, REVIEW);
        assertThat(assignee(review)).isEqualTo("ud-secretary");
        tasks.setAssignee(review, "ud-leader1");
        town.doors.refuse("ud-leader1", review, AGREE, "整改结果由他人代行您的职责办理，您不能审核，请由其他有权人员审核。", "");
        tasks.setAssignee(review, "ud-leader2");
        town.doors.refuse("ud-leader2", review, AGREE, "您不是这个问题当前的审核人。", "");
    }

    @Test
    @Clause("S22")
    @DisplayName("Strike-off follows from the verdict: there is no door to it by hand, nor round the plan it waits for")
    void nobodyStrikesOffByHand() {
        town("ue", 1);
        var finding = town.round.ofVillage(1);
        var verify = town.underVerification(1);
        people.helper("ue-deputy", "纪委副书记");
        var disciplineAway = people.names("ue-discipline", "ue-discipline", "ue-deputy");
        town.doors.complete(
                Door.WEB_SUBMIT_FORM,
                "ue-deputy",
                verify,
                Map.of("verdict", "DONE", "reason", "现场核验属实。", "noSheetReason", "停电，签名件次日补扫。"));
        assertThat(all.get(finding).awaitsStrikeOff()).as("waits for the plan").isTrue();
        var instance = jdbc.sql("select process_instance_id from rectification.finding where id = ?")
                .param(finding)
                .query(String.class)
                .single();
        for (var login : List.of("admin", "ue-discipline", "ue-deputy", "ue-clerk", "office")) {
            var visitor = new Browserless(port, login, TestPeople.PASSWORD).loggedIn();
            for (var door : List.of(Browserless.REST, Browserless.WEB)) {
                assertThat(visitor.at(
                                        door,
                                        "POST",
                                        "/message",
                                        "{\"messageName\":\"findingRectification.planIssued\",\"processInstanceId\":\""
                                                + instance + "\"}")
                                .statusCode())
                        .as(login + " sends the message at " + door)
                        .isBetween(400, 499);
                assertThat(visitor.at(
                                        door,
                                        "POST",
                                        "/process-instance/" + instance + "/modification",
                                        "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"serviceTask_strikeOffFinding\"}]}")
                                .statusCode())
                        .as(login + " moves the token at " + door)
                        .isBetween(400, 499);
            }
        }
        assertThat(all.get(finding).state()).isEqualTo(FindingState.VERIFICATION);
        assertThatThrownBy(() ->
                        all.assign("ue-clerk", finding, new Owners("ue-leader1", "第一村党支部", "ue-discipline"), "调整分工"))
                .as("in whose place it was verified")
                .hasMessage("核验由他人代行其职责办理的，不能成为同一问题的责任领导或责任人员。");

        // Whoever verified stands in for the doer by now: that is no longer about the verdict.
        people.ends("ue-discipline", disciplineAway);
        people.names("ue-village1", "ue-village1", "ue-deputy");
        town.planIssued();
        town.round.technicalStepsAreDone();
        assertThat(all.get(finding).state()).isEqualTo(FindingState.STRUCK_OFF);
    }

    /** Administrators and whoever had a hand in it find every door closed, and even given the task they hear no. */
    private void nobodyElse(String finding, String task, Map<String, ?> entry) {
        town.doors.closed("admin", task, entry);
        var before = assignee(task);
        tasks.setAssignee(task, "admin");
        town.doors.refuse("admin", task, entry, "系统管理员不得办理核验，请由有权人员办理。", "");
        for (var hand : List.of("uc-village1", "uc-leader1")) {
            tasks.setAssignee(task, hand);
            town.doors.refuse(hand, task, entry, HANDS, "");
        }
        tasks.setAssignee(task, before);
        assertThat(people.acts(finding, "STRUCK_OFF")).isEmpty();
    }

    private void takes(String login, String task) {
        tasks.setAssignee(task, null);
        assertThat(new Browserless(port, login, TestPeople.PASSWORD)
                        .at(Browserless.REST, "POST", "/task/" + task + "/claim", "{\"userId\":\"" + login + "\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    private void daysPass(int days) {
        assertThat(town.post("office", "/clock", Map.of("advance", "P" + days + "D"))
                        .statusCode())
                .isEqualTo(200);
    }

    /** A key concern: two leaders review it, and discipline supervision confirms the verdict (R3). */
    private void sensitive(String finding) {
        jdbc.sql("update rectification.finding set key_concern = true where id = ?")
                .param(finding)
                .update();
    }

    private String assignee(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }
}
