package org.rectification.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.people.PeopleRegister;
import org.rectification.support.CheckedRound;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.rectification.support.StandIn;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What is done about findings without a task: offered to those who may, refused to everybody else, in the record with both names. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class FindingActsIT {

    private static final String WORK = "userTask_rectifyFinding";
    private static final String OPEN = "方案中的长久立措施尚未报告完成：“修订管理办法”，不能销号。请由责任人员报告完成后再复查，或选择“继续坚持”并填写下次复查日期。";
    private static final Map<String, ?> DONE = Map.of("conclusion", "DONE", "reason", "制度已稳定执行，未再发生。");

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private Findings all;

    private CheckedRound town;
    private StandIn people;

    private void town(String prefix) {
        town = new CheckedRound(port, beans, prefix, 1);
        people = new StandIn(town, jdbc, register);
    }

    @Test
    @Feature(43)
    @Clause({"S26", "S27"})
    @DisplayName("长期坚持: a lasting measure is reported while the finding is on the list, and only then it is struck off")
    void aLastingMeasureIsReportedOnTheLongTermListAndNothingIsStruckOffBefore() {
        town("fa");
        town.planIssued();
        var finding = town.round.ofVillage(1);
        town.planned(finding, "fa-village1");
        town.underVerification(1);
        town.doors.complete(
                Door.LIST,
                "fa-discipline",
                town.doors.task(finding, CheckedRound.VERIFY),
                Map.of(
                        "verdict", "LONG_TERM",
                        "reason", "制度执行需持续观察。",
                        "noSheetReason", "停电，签名件次日补扫。",
                        "nextReviewOn", town.round.today().plusDays(5).toString()));
        town.round.technicalStepsAreDone();
        assertThat(offered("fa-village1", "measure"))
                .as("not before it is on the list")
                .isEmpty();
        town.doors.complete(
                Door.LIST,
                "office",
                town.doors.task(finding, "userTask_consentLongTerm"),
                Map.of("answer", "AGREE", "reason", "同意。"));
        town.round.technicalStepsAreDone();
        assertThat(all.get(finding).state()).isEqualTo(FindingState.LONG_TERM);

        // The doer, the village's contact and the clerk; nobody else, and no administrator.
        for (var doer : List.of("fa-village1", "fa-person1", "fa-clerk")) {
            assertThat(offered(doer, "measure")).as(doer).containsExactly(finding);
        }
        people.helper("fa-helper", "党政办干事");
        for (var other : List.of("fa-leader1", "fa-person2", "fa-secretary", "fa-helper", "fa-discipline", "admin")) {
            assertThat(offered(other, "measure")).as(other).isEmpty();
        }
        assertThat(town.get("admin", "/finding-acts")).isEmpty();
        var measures = "/findings/" + finding + "/measures";
        var lasting = Map.of(
                "measure", Map.of("measureId", finding + "-2"),
                "report", "办法已修订印发。",
                "proofs", Map.of("documentNumber", "清政〔演示〕5号"));
        assertThat(town.post("fa-leader1", measures, lasting).body()).contains("您不是这个问题的责任人员");
        for (var stranger : List.of("fa-person2", "fa-helper", "admin")) {
            assertThat(town.post(stranger, measures, lasting).statusCode())
                    .as(stranger)
                    .isEqualTo(404);
        }

        town.clockTo(town.round.today().plusDays(5));
        var again = town.doors.task(finding, "userTask_reviewLongTerm");
        town.doors.refuse("fa-discipline", again, DONE, OPEN, "conclusion");

        // Sent by mistake, taken back, and reported by somebody in the doer's place.
        assertThat(town.post("fa-village1", measures, lasting).statusCode()).isEqualTo(204);
        assertThat(offered("fa-village1", "measure")).isEmpty();
        assertThat(offered("fa-village1", "withdrawal")).containsExactly(finding);
        var reports =
                town.get("fa-village1", "/findings/" + finding + "/proofs").path("reports");
        var first = reports.get(0).path("id").asText();
        var second = reports.get(1).path("id").asText();
        assertThat(town.post("fa-village1", measures + "/" + first + "/withdrawal", Map.of("reason", "写错了"))
                        .body())
                .as("what was verified stands")
                .contains("这条措施已经核验（复查），不能撤回。");
        assertThat(town.post("fa-village1", measures + "/" + second + "/withdrawal", Map.of())
                        .body())
                .contains("请写明理由");
        assertThat(town.post("admin", measures + "/" + second + "/withdrawal", Map.of("reason", "写错了"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(town.post("fa-village1", measures + "/" + second + "/withdrawal", Map.of("reason", "写错了"))
                        .statusCode())
                .isEqualTo(204);
        town.doors.refuse("fa-discipline", again, DONE, OPEN, "conclusion");
        people.names("fa-clerk", "fa-village1", "fa-helper");
        assertThat(offered("fa-helper", "measure")).containsExactly(finding);
        assertThat(town.post("fa-helper", measures, lasting).statusCode()).isEqualTo(204);
        assertThat(people.acts(finding, "MEASURE_REPORTED"))
                .containsExactly("fa-village1", "fa-village1", "fa-helper代fa-village1");

        town.doors.complete(Door.SUBMIT_FORM, "fa-discipline", again, DONE);
        town.round.technicalStepsAreDone();
        assertThat(all.get(finding).state()).isEqualTo(FindingState.STRUCK_OFF);
        assertThat(offered("fa-village1", "withdrawal")).isEmpty();
    }

    @Test
    @Feature(27)
    @Clause("S20")
    @DisplayName(
            "Lead cannot finish while a co-owner's part is open; whoever leads takes it back, also in somebody's place")
    void anOpenPartIsTakenBackByThoseWhoLeadAndThenTheLeadFinishes() {
        town("fb");
        var finding = town.round.ofTown(1);
        var parts = "/findings/" + finding + "/co-owners";
        for (var person : List.of("fb-person2", "fb-person3")) {
            assertThat(town.post("fb-person1", parts, Map.of("person", person, "part", "核对名册"))
                            .statusCode())
                    .isEqualTo(204);
        }
        for (var leading : List.of("fb-person1", "fb-leader1", "fb-clerk", "fb-secretary")) {
            assertThat(offered(leading, "release")).as(leading).containsExactly(finding);
        }
        people.helper("fb-helper", "党政办干事");
        for (var other : List.of("fb-person2", "fb-leader2", "fb-village1", "fb-helper", "office", "admin")) {
            assertThat(offered(other, "release")).as(other).isEmpty();
        }
        var release = parts + "/fb-person2/release";
        assertThat(town.post("fb-person2", release, Map.of("reason", "人手不够")).body())
                .contains("只有责任领导、牵头的责任人员、党委书记或整改办");
        assertThat(town.post("admin", release, Map.of("reason", "人手不够")).statusCode())
                .isEqualTo(404);
        assertThat(town.post("fb-secretary", release, Map.of()).body()).contains("请写明理由");
        assertThat(town.post("fb-secretary", release, Map.of("reason", "改由本人办理"))
                        .statusCode())
                .isEqualTo(204);
        var result = Map.of(
                "result", "已补齐审批手续并公示。",
                "measures", List.of(Map.of("text", "补齐审批手续", "kind", "NOW")),
                "documentNumber", "审批表3份");
        town.doors.refuse(
                "fb-person1", town.doors.task(finding, WORK), result, "配合责任人甲fb-person3尚未确认完成配合事项，不能提交整改结果。", "");
        people.names("fb-clerk", "fb-person1", "fb-helper");
        assertThat(offered("fb-helper", "release")).containsExactly(finding);
        assertThat(town.post("fb-helper", parts + "/fb-person3/release", Map.of("reason", "名册已由牵头人核对"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(people.acts(finding, "CO_OWNER_RELEASED")).containsExactly("fb-secretary", "fb-helper代fb-person1");
        assertThat(offered("fb-person1", "release")).isEmpty();
        town.doors.complete(Door.COMPLETE, "fb-person1", town.doors.task(finding, WORK), result);
    }

    @Test
    @Clause("S25")
    void aReportSentByMistakeIsTakenBackOnlyBeforeTheResultIsReviewed() {
        town("fc");
        var finding = town.round.ofVillage(1);
        var measures = "/findings/" + finding + "/measures";
        var measure =
                Map.of("measure", Map.of("text", "补齐审批手续", "kind", "NOW"), "proofs", Map.of("documentNumber", "审批表3份"));
        assertThat(town.post("fc-village1", measures, measure).statusCode()).isEqualTo(204);
        for (var doer : List.of("fc-village1", "fc-person1", "fc-clerk")) {
            assertThat(offered(doer, "withdrawal")).as(doer).containsExactly(finding);
        }
        assertThat(offered("fc-leader1", "withdrawal")).isEmpty();
        town.underVerification(1);
        assertThat(offered("fc-village1", "withdrawal")).isEmpty();
        var report = town.get("fc-village1", "/findings/" + finding + "/proofs")
                .at("/reports/0/id")
                .asText();
        assertThat(town.post("fc-village1", measures + "/" + report + "/withdrawal", Map.of("reason", "写错了"))
                        .body())
                .contains("撤回措施");
        assertThat(town.get("fc-village1", "/finding-acts/withdrawal?search=%00"))
                .isEmpty();
        assertThat(town.answer("fc-village1", "/finding-acts/other").statusCode())
                .isEqualTo(404);
    }

    private List<String> offered(String person, String act) {
        return town.get(person, "/finding-acts/" + act).findValues("id").stream()
                .map(JsonNode::asText)
                .toList();
    }
}
