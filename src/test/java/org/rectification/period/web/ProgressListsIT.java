package org.rectification.period.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.support.Browserless;
import org.rectification.support.CheckedRound;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Progress lists, the clerk's draft, the flag and the list of missing reports, through the doors that people have. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
@Clause({"S14", "S45"})
class ProgressListsIT {

    private static final String PREPARE = "userTask_prepareProgressReport";
    private static final String APPROVE = "userTask_approveProgressReport";
    private static final String ACKNOWLEDGE = "userTask_acknowledgeProgressReport";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private ObjectMapper json;

    private CheckedRound town;
    private String prefix;

    @Test
    @Feature(24)
    @DisplayName(
            "Three working days before a report's day a list opens to each owner, no task; what is written feeds the draft")
    void whatOwnersWriteFeedsTheDraftAndTheListClosesWithIt() {
        open("pl", 4);
        var opensOn = calendar.minusWorkingDays(due(1), 3);
        move(opensOn.minusDays(1));
        assertThat(lists("pl-village1")).isEmpty();
        long tasks = openTasks("pl-village1");
        move(opensOn);

        assertThat(lists("pl-village1")).hasSize(1);
        assertThat(openTasks("pl-village1")).isEqualTo(tasks);
        assertThat(rows("pl-village1", false)).hasSize(4);
        assertThat(rows("pl-person2", false)).hasSize(1);
        assertThat(rows("pl-clerk", false)).isEmpty();
        assertThat(rows("pl-clerk", true)).hasSize(4);
        assertThat(rows("pl-person1", true)).as("the village's contact").hasSize(4);
        assertThat(lists("pl-leader1")).isEmpty();
        assertThat(tab("pl-village1").path("count").asInt()).isEqualTo(4);
        assertThat(tab("pl-village1").path("overdue").asInt()).isZero();

        var first = town.round.ofVillage(1);
        assertThat(enter("pl-village1", first, "三份审批表已补两份")).isEqualTo(204);
        assertThat(enter("pl-village1", first, "三份审批表已补齐")).isEqualTo(204);
        assertThat(enter("pl-clerk", town.round.ofVillage(2), "已公示，待核对")).isEqualTo(204);
        assertThat(enter("pl-person2", first, "不是我的")).isEqualTo(404);
        assertThat(enter("discipline", first, "不是我的")).isEqualTo(404);
        assertThat(enter("pl-village1", first, " ")).isEqualTo(422);
        assertThat(enter("pl-village1", first, "长".repeat(201))).isEqualTo(422);
        assertThat(tab("pl-village1").path("count").asInt()).isEqualTo(2);

        var section = town
                .get("pl-secretary", "/findings/" + town.round.ofVillage(2))
                .path("sections")
                .findParents("key")
                .stream()
                .filter(each -> each.path("key").asText().equals("progress"))
                .findFirst()
                .orElseThrow();
        assertThat(section.toString()).contains("第1期", "已公示，待核对", "（甲pl-clerk代填）");
        for (var statement : List.of(
                "update rectification.progress_entry set text = 'x'", "delete from rectification.progress_entry")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class);
        }

        var before = draft();
        assertThat(before)
                .contains("反馈以来，台账没有变化。", "【第一村党支部（演示）】", "三份审批表已补齐。", "已公示，待核对。")
                .doesNotContain("已补两份");
        town.struckOff(3);
        town.underVerification(4);
        town.verdict(4, "NOT_DONE", "未公示。");
        assertThat(draft())
                .as("the form opens with the ledger of this moment")
                .contains("台账共有问题6个：已销号1个，长期坚持0个，未办结5个，其中逾期0个、被退回后仍在整改1个。")
                .contains("反馈以来，销号1个，被退回1个，报告完成整改措施")
                .contains("销号1个（第3号）；被退回1个（第4号）", "镇本级本期没有变化。");

        complete("pl-clerk", PREPARE, Map.of("content", draft()));
        assertThat(lists("pl-village1")).isEmpty();
        var late = town.post("pl-village1", "/worklist/progress/" + first, Map.of("text", "再补一句"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("已经起草");
        assertThat(figures(1)).isEqualTo(ledger());
    }

    @Test
    @Feature({25, 26})
    @DisplayName("A report that repeats the last one is flagged to its readers; one not sent is listed to supervisors")
    void aCopyIsFlaggedAndAMissingReportIsListedToSupervisorsTheNextWorkingDay() {
        open("pm", 1);
        move(calendar.minusWorkingDays(due(1), 3));
        complete("pm-clerk", PREPARE, Map.of("content", "截至本期，召开党委会2次，到村督办4次，三项审批手续正在补办。"));
        assertThat(view(APPROVE, "pm-secretary").path("similar").asText()).isEmpty();
        send();
        move(calendar.minusWorkingDays(due(2), 3));
        complete("pm-clerk", PREPARE, Map.of("content", "截至本期，召开党委会2次，到村督办5次，\n三项审批手续正在补办"));

        var secretary = view(APPROVE, "pm-secretary");
        assertThat(secretary.path("similar").asText()).matches("与第1期内容基本一致（相同部分约占9\\d%），请核实。");
        assertThat(secretary.path("earlier").asText()).contains("到村督办4次");
        complete("pm-secretary", APPROVE, Map.of("decision", "APPROVE"));
        for (var reader : List.of("discipline", "cadre")) {
            assertThat(view(ACKNOWLEDGE, reader).path("similar").asText()).contains("与第1期内容基本一致");
        }
        var address = "/progress-reports/" + town.round.roundId() + "/" + town.round.town() + "/";
        assertThat(town.get("office", address + 2).path("similarity").path("to").asInt())
                .isEqualTo(1);
        assertThat(town.get("pm-secretary", address + 2).path("content").asText())
                .contains("到村督办5次");
        for (var stranger : List.of("pm-village1", "qx-secretary", "team")) {
            assertThat(town.answer(stranger, address + 2).statusCode())
                    .as(stranger)
                    .isEqualTo(404);
        }

        move(due(3));
        assertThat(missing("office")).isEmpty();
        move(calendar.plusWorkingDays(due(3), 1));
        for (var supervisor : List.of("office", "discipline", "cadre")) {
            assertThat(missing(supervisor)).as(supervisor).hasSize(1);
        }
        var row = missing("cadre").get(0);
        assertThat(row.path("number").asInt()).isEqualTo(3);
        assertThat(row.path("missingSince").asText())
                .isEqualTo(calendar.plusWorkingDays(due(3), 1).toString());
        assertThat(row.path("standing").asText()).isEqualTo("待整改办起草");
        for (var other : List.of("pm-secretary", "pm-clerk", "pm-village1", "team")) {
            assertThat(missing(other)).as(other).isEmpty();
        }

        complete("pm-clerk", PREPARE, Map.of("content", "补报：三项审批手续已全部补办完成，正在公示。"));
        assertThat(missing("office").get(0).path("standing").asText()).isEqualTo("待党委书记审定");
        assertThat(view(APPROVE, "pm-secretary").path("moment").asText()).contains("晚于报送日期");
        complete("pm-secretary", APPROVE, Map.of("decision", "APPROVE"));
        assertThat(missing("office")).isEmpty();
        assertThat(town.get("office", address + 3).path("report").path("late").asBoolean())
                .isTrue();
    }

    @Test
    @Feature({24, 29})
    @DisplayName(
            "Only the clerk prepares and only the Secretary decides, at every door; a substitute's line names both")
    void everyDoorAsksTheSameAndASubstituteIsNamed() {
        open("pn", 2);
        move(calendar.minusWorkingDays(due(1), 3));
        var prepare = task(PREPARE);
        for (var other : List.of("admin", "office", "pn-secretary", "pn-village1")) {
            town.doors.closed(other, prepare, Map.of("content", "代为起草。"));
        }
        town.doors.refuse("pn-clerk", prepare, Map.of("content", " "), "请填写整改进展情况。", "content");

        jdbc.sql(
                        """
                        insert into rectification.substitution
                            (id, absent_id, substitute_id, starts_on, ends_on, reason, named_by, named_at)
                        values ('pn-away', 'pn-village1', 'pn-person4', :today, :today, '外出学习', 'pn-clerk', :now)""")
                .param("today", town.round.today())
                .param("now", town.round.today().atStartOfDay(ShanghaiTime.ZONE).toOffsetDateTime())
                .update();
        assertThat(rows("pn-person4", false)).hasSize(2);
        assertThat(enter("pn-person4", town.round.ofVillage(1), "已按程序补办审批手续。")).isEqualTo(204);
        assertThat(rows("pn-village1", false).get(0).path("last").path("by").asText())
                .isEqualTo("甲pn-village1（甲pn-person4代填）");
        assertThat(jdbc.sql(
                                """
                                select actor || ' for ' || on_behalf_of from rectification.event
                                 where finding_id = ? and kind = 'PROGRESS_ENTERED'""")
                        .param(town.round.ofVillage(1))
                        .query(String.class)
                        .list())
                .containsExactly("pn-person4 for pn-village1");

        complete("pn-clerk", PREPARE, Map.of("content", draft()));
        var approve = task(APPROVE);
        for (var other : List.of("admin", "office", "pn-clerk")) {
            town.doors.closed(other, approve, Map.of("decision", "APPROVE"));
        }
        town.doors.refuse("pn-secretary", approve, Map.of("decision", "RETURN"), "请填写退回理由。", "reason");
    }

    private void open(String of, int villageFindings) {
        prefix = of;
        town = new CheckedRound(port, beans, of, villageFindings).planIssued();
    }

    private LocalDate due(int number) {
        return jdbc.sql("select due_on from rectification.progress_report where round_id = ? and number = ?")
                .params(town.round.roundId(), number)
                .query(LocalDate.class)
                .single();
    }

    private void move(LocalDate day) {
        var answer = town.post("office", "/clock", Map.of("now", day + "T09:00:00+08:00"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(CheckedRound.json(answer).path("incidents").asInt())
                .as(answer.body())
                .isZero();
    }

    private List<JsonNode> lists(String person) {
        return all(town.get(person, "/worklist/progress"));
    }

    private List<JsonNode> rows(String person, boolean fillIn) {
        return lists(person).stream()
                .flatMap(list -> all(list.path("rows")).stream())
                .filter(row -> row.path("fillIn").asBoolean() == fillIn)
                .toList();
    }

    private JsonNode tab(String person) {
        return all(town.get(person, "/worklist").path("lists")).stream()
                .filter(list -> list.path("kind").asText().equals("progress"))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> missing(String person) {
        return all(town.get(person, "/progress-reports").path("missing")).stream()
                .filter(row -> row.path("roundId").asText().equals(town.round.roundId()))
                .toList();
    }

    private int enter(String person, String finding, String text) {
        return town.post(person, "/worklist/progress/" + finding, Map.of("text", text))
                .statusCode();
    }

    private String draft() {
        return variable(prefix + "-clerk", PREPARE, "entry").path("content").asText();
    }

    private JsonNode view(String taskKey, String person) {
        return variable(person, taskKey, "view");
    }

    private JsonNode variable(String person, String taskKey, String name) {
        var answer = new Browserless(port, person, TestPeople.PASSWORD)
                .at(
                        Browserless.REST,
                        "GET",
                        "/task/" + task(taskKey) + "/form-variables?variableNames=" + name + "&deserializeValues=false",
                        null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return json.readTree(
                    CheckedRound.json(answer).path(name).path("value").asText());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The latest of that kind. */
    private String task(String taskKey) {
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t
                        join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'roundId'
                        where v.text_ = ? and t.task_def_key_ = ? order by t.create_time_ desc limit 1""")
                .params(town.round.roundId(), taskKey)
                .query(String.class)
                .single();
    }

    private void complete(String person, String taskKey, Map<String, ?> entry) {
        town.doors.complete(Door.COMPLETE, person, task(taskKey), entry);
        town.round.technicalStepsAreDone();
    }

    private void send() {
        complete(prefix + "-secretary", APPROVE, Map.of("decision", "APPROVE"));
    }

    private long openTasks(String person) {
        return jdbc.sql("select count(*) from act_ru_task where assignee_ = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    private Map<String, Object> figures(int number) {
        return jdbc.sql(
                        """
                        select (figures ->> 'struckOff')::int as struck_off, (figures ->> 'unfinished')::int as unfinished,
                               (figures ->> 'total')::int as total
                          from rectification.progress_report where round_id = ? and number = ?""")
                .params(town.round.roundId(), number)
                .query()
                .singleRow();
    }

    private Map<String, Object> ledger() {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'STRUCK_OFF')::int as struck_off,
                               count(*) filter (where state not in ('STRUCK_OFF', 'LONG_TERM'))::int as unfinished,
                               count(*)::int as total from rectification.finding where round_id = ?""")
                .param(town.round.roundId())
                .query()
                .singleRow();
    }

    private static List<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
