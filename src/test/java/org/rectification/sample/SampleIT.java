package org.rectification.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.finding.FindingOrigin;
import org.rectification.finding.Findings;
import org.rectification.finding.Owners;
import org.rectification.people.PeopleRegister;
import org.rectification.people.Role;
import org.rectification.round.CaseKey;
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

/** The county looks again: drawn with a recorded seed, looked at by somebody independent, with consequences. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class SampleIT {

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private Findings findings;

    @Autowired
    private TaskService tasks;

    @Autowired
    private SampleArchivingCheck archiving;

    @Test
    @Clause("S47")
    @Feature(49)
    @DisplayName("Reproducible draw gives the same list to anyone with the seed; result recorded per item")
    void theSeedGivesAnybodyTheSameListAndEachResultIsRecorded() {
        var town = new CheckedRound(port, beans, "pa", 4).planIssued();
        var key = Map.of("round", town.round.roundId(), "organisation", town.round.town());
        var where = new CaseKey(town.round.roundId(), town.round.town());
        assertThat(town.post("office", "/samples", key).body()).contains("没有需要抽查");
        for (int number = 1; number <= 4; number++) {
            town.struckOff(number);
        }
        assertThat(archiving.missing(where))
                .extracting(missing -> missing.item())
                .containsExactly("市级抽查的抽取，尚有4个已销号问题未纳入");
        assertThat(town.post("pa-discipline", "/samples", key).statusCode())
                .as("the county's")
                .isEqualTo(404);
        var id = CheckedRound.json(town.post("office", "/samples", key))
                .path("id")
                .asText();
        assertThat(town.post("office", "/samples", key).body())
                .as("drawn from once")
                .contains("没有需要抽查");

        var sample = town.get("pa-secretary", "/samples/" + id);
        assertThat(sample.path("seed").asText()).matches("[0-9a-f]{16}");
        assertThat(sample.path("population").asInt()).isEqualTo(4);
        var drawn = StreamSupport.stream(sample.path("items").spliterator(), false)
                .filter(item -> item.path("drawn").asBoolean())
                .toList();
        assertThat(drawn).hasSize(1);
        var smallest = StreamSupport.stream(sample.path("items").spliterator(), false)
                .map(item ->
                        Draw.hash(sample.path("seed").asText(), item.path("key").asText()))
                .sorted()
                .findFirst();
        assertThat(drawn.get(0).path("hash").asText()).isEqualTo(smallest.orElseThrow());
        var again = town.get(
                "pa-clerk",
                "/samples/" + id + "/again?seed=" + sample.path("seed").asText());
        assertThat(again).hasSize(1);
        assertThat(again.get(0).asText())
                .isEqualTo(drawn.get(0).path("findingId").asText());

        var finding = drawn.get(0).path("findingId").asText();
        var look = new HashMap<String, Object>(
                Map.of("outcome", "FALSIFIED", "lookedOn", town.round.today().toString()));
        assertThat(town.post("office", "/samples/findings/" + finding, look).body())
                .contains("请填写抽查情况。");
        look.put("remark", "审批表系事后补签，签名与笔迹不符，村民反映从未公示。");
        assertThat(town.post("pa-discipline", "/samples/findings/" + finding, look)
                        .statusCode())
                .isEqualTo(404);
        assertThat(town.post("office", "/samples/findings/" + finding, look).statusCode())
                .isEqualTo(204);
        assertThat(town.post("discipline", "/samples/findings/" + finding, look).body())
                .contains("不能更改");
        assertThat(jdbc.sql("select trigger from rectification.suggestion where finding_id = ?")
                        .param(finding)
                        .query(String.class)
                        .list())
                .containsExactly("FALSIFIED");
        assertThat(jdbc.sql("select state from rectification.finding where id = ?")
                        .param(finding)
                        .query(String.class)
                        .single())
                .as("never reopened")
                .isEqualTo("STRUCK_OFF");
        assertThat(archiving.missing(where)).isEmpty();
        assertThat(town.get("pa-village1", "/samples/cases")).isEmpty();
    }

    @Test
    @Clause({"S23", "S47"})
    @Feature({47, 49})
    @DisplayName("What does not hold comes back as a linked new finding; the closed one stays closed, dates unchanged")
    void whatDoesNotHoldOpensARecurrence() {
        var town = new CheckedRound(port, beans, "pb", 1).planIssued();
        var people = new StandIn(town, jdbc, register);
        town.struckOff(1);
        var finding = town.round.ofVillage(1);
        var key = Map.of("round", town.round.roundId(), "organisation", town.round.town());
        people.ofTheCounty("pb-office1", Role.INSPECTION_OFFICE);
        people.ofTheCounty("pb-office2", Role.INSPECTION_OFFICE);
        people.names("pb-office1", "pb-office1", "pb-office2");
        assertThat(town.post("admin", "/samples", key).statusCode()).isEqualTo(404);
        assertThat(town.post("pb-office2", "/samples", key).statusCode()).isEqualTo(201);
        var before = row(finding);

        var today = town.round.today();
        var look = new HashMap<String, Object>(
                Map.of("outcome", "NOT_HOLDING", "lookedOn", today.toString(), "remark", "现场查看，公示栏已被拆除，近两个月收支未再公开。"));
        var path = "/samples/findings/" + finding;
        assertThat(town.post("office", path, look).body()).contains("请填写新问题的整改时限");
        look.put("dueOn", today.plusDays(40).toString());
        assertThat(town.post("admin", path, look).statusCode()).isEqualTo(404);
        assertThat(town.post("pb-leader1", path, look).statusCode()).isEqualTo(404);
        assertThat(town.post("office", path, look).statusCode()).isEqualTo(204);
        town.round.technicalStepsAreDone();

        assertThat(row(finding)).as("closed stays closed, every date as it was").isEqualTo(before);
        var fresh = jdbc.sql("select id from rectification.finding where recurrence_of = ?")
                .param(finding)
                .query(String.class)
                .single();
        var sample =
                town.get("office", "/samples?round=" + key.get("round") + "&organisation=" + key.get("organisation"));
        assertThat(sample.at("/0/items/0/consequence").asText()).isEqualTo(fresh);
        assertThat(town.get("pb-clerk", "/findings/" + finding).path("links").toString())
                .contains(fresh);
        assertThat(town.get("pb-clerk", "/findings/" + fresh).path("links").toString())
                .contains(finding);
        assertThat(town.get("pb-village1", "/worklist/work").path("rows").findValuesAsText("number"))
                .as("it is at work")
                .contains("反弹1");
        assertThat(jdbc.sql("select problem || '|' || due_on || '|' || origin from rectification.finding where id = ?")
                        .param(fresh)
                        .query(String.class)
                        .single())
                .isEqualTo("现场查看，公示栏已被拆除，近两个月收支未再公开。|" + today.plusDays(40) + "|RECURRENCE");
        assertThat(findings.addedCounts(town.round.roundId(), town.round.town(), FindingOrigin.RECURRENCE)
                        .total())
                .as("counted as rebound")
                .isEqualTo(1);
        assertThat(town.post("office", path, look).body()).contains("不能更改");
    }

    @Test
    @Clause({"S22", "S47"})
    @Feature({29, 41, 49})
    @DisplayName("R1: neither who verified nor in whose place it was verified looks again for the county")
    void nobodyLooksAgainAtTheOwnVerdictOrAtOneGivenInTheirPlace() {
        var town = new CheckedRound(port, beans, "pd", 1).planIssued();
        var people = new StandIn(town, jdbc, register);
        var finding = town.round.ofTown(1);
        findings.assign("pd-clerk", finding, new Owners("pd-secretary", "党政办", "pd-person1"), "书记牵头");
        people.ofTheCounty("pd-office1", Role.INSPECTION_OFFICE);
        people.ofTheCounty("pd-office2", Role.INSPECTION_OFFICE);
        town.doors.complete(
                Door.LIST,
                "pd-person1",
                town.doors.task(finding, "userTask_rectifyFinding"),
                Map.of(
                        "result", "已补齐审批手续。",
                        "measures", List.of(Map.of("text", "补齐审批手续", "kind", "NOW")),
                        "documentNumber", "审批表3份"));
        town.round.technicalStepsAreDone();
        var verify = town.doors.task(finding, CheckedRound.VERIFY);
        tasks.setAssignee(verify, "pd-office1");
        people.names("pd-office1", "pd-office1", "pd-office2");
        town.doors.complete(Door.COMPLETE, "pd-office2", verify, Map.of("verdict", "DONE", "reason", "现场核验属实。"));
        assertThat(people.acts(finding, "VERIFIED")).containsExactly("pd-office2代pd-office1");
        town.doors.complete(
                Door.LIST,
                "discipline",
                town.doors.task(finding, "userTask_confirmVerification"),
                Map.of("answer", "AGREE", "reason", "同意"));
        town.round.technicalStepsAreDone();
        assertThat(town.post(
                                "office",
                                "/samples",
                                Map.of("round", town.round.roundId(), "organisation", town.round.town()))
                        .statusCode())
                .isEqualTo(201);
        var look = Map.of("outcome", "HOLDS", "lookedOn", town.round.today().toString(), "remark", "查看属实。");
        for (var one : List.of("pd-office1", "pd-office2")) {
            assertThat(town.post(one, "/samples/findings/" + finding, look).body())
                    .as(one)
                    .contains("核验人不能复核本人作出的结论，请由其他有权人员复核。");
        }
        assertThat(town.post("office", "/samples/findings/" + finding, look).statusCode())
                .isEqualTo(204);
    }

    private String row(String finding) {
        return jdbc.sql("select row_to_json(f)::text from rectification.finding f where id = ?")
                .param(finding)
                .query(String.class)
                .single();
    }
}
