package org.rectification.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.people.PeopleRegister;
import org.rectification.plan.StatementCounter;
import org.rectification.supervision.NoticeReadings;
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
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Notices through the doors that people have (S36, row 32). */
@RectificationTest
@Import(StatementCounter.class)
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
@Clause("S36")
@Feature(32)
class SupervisionNoticeIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTICES = "/supervision-notices";
    private static final String REPLY = "userTask_replyToNotice";
    private static final String JUDGE = "userTask_judgeReply";
    private static final String TAKE_UP = "userTask_takeUpNotice";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private NoticeReadings readings;

    private CheckedRound town;

    @Test
    @DisplayName(
            "A county's letter through every door: sent once, answered with a paper, returned, answered on the page, accepted")
    void aLetterOfTheCountyIsAnsweredAndAccepted() {
        town = new CheckedRound(port, beans, "sn", 2);
        var first = town.round.ofTown(1);
        whoMaySend(first);
        whatIsMissing(first);
        var letter = letter(List.of(first));
        letter.put("documentNumber", "市纪监函〔2026〕7号");
        var id = sent("discipline", letter);
        assertThat(sent("discipline", letter)).as("sent twice, it is one").isEqualTo(id);
        letter.put("title", "另一件事");
        assertThat(town.post("discipline", NOTICES, letter).body()).contains("文号“市纪监函〔2026〕7号”已用于第1号督办函。");
        assertThat(sentSoFar()).isEqualTo(1);

        var reply = task(id, REPLY);
        var done = Map.of("reply", "三份票据已补签。", "replyFiles", town.upload("sn-clerk", "补签票据.pdf"));
        for (var other : List.of("discipline", "cadre", "team", "sn-secretary", "sn-village1", "admin")) {
            town.doors.closed(other, reply, done);
        }
        town.doors.refuse("sn-clerk", reply, Map.of(), "请填写回复内容。", "reply");
        town.doors.refuse(
                "sn-clerk",
                reply,
                Map.of("reply", "已补签。", "replyFiles", "nothing"),
                "所附文件不存在或不属于本单位，请重新上传。",
                "replyFiles");
        for (var other : List.of("discipline", "sn-leader1", "sn-discipline")) {
            assertThat(town.post(other, NOTICES + "/" + id + "/reply", done).body())
                    .as(other)
                    .contains("督办函由整改办以镇党委名义回复");
        }
        for (var other : List.of("sn-village1", "sn-person1", "qx-clerk", "team", "admin")) {
            assertThat(town.post(other, NOTICES + "/" + id + "/reply", done).statusCode())
                    .as(other)
                    .isIn(403, 404);
        }
        town.doors.complete(Door.SUBMIT_FORM, "sn-clerk", reply, done);

        var judge = task(id, JUDGE);
        for (var other : List.of("cadre", "office", "sn-clerk", "sn-secretary", "admin")) {
            town.doors.closed(other, judge, Map.of("decision", "ACCEPT"));
        }
        var tomorrow = town.round.today().plusDays(1).toString();
        town.doors.refuse("discipline", judge, Map.of(), "请选择认可、退回或者提级督办。", "decision");
        town.doors.refuse(
                "discipline", judge, Map.of("decision", "RETURN", "newDueOn", tomorrow), "请填写退回理由。", "reason");
        town.doors.refuse("discipline", judge, Map.of("decision", "RETURN", "reason", "缺。"), "请填写回复期限。", "newDueOn");
        town.doors.refuse(
                "discipline",
                judge,
                Map.of(
                        "decision",
                        "RETURN",
                        "reason",
                        "缺。",
                        "newDueOn",
                        town.round.today().toString()),
                "回复期限应晚于今日。",
                "newDueOn");
        town.doors.refuse("discipline", judge, Map.of("decision", "RAISE", "newDueOn", tomorrow), "请填写提级理由。", "reason");
        town.doors.complete(
                Door.COMPLETE,
                "discipline",
                judge,
                Map.of("decision", "RETURN", "reason", "请附专题会记录。", "newDueOn", tomorrow));
        ok(town.post("sn-secretary", NOTICES + "/" + id + "/reply", Map.of("reply", "专题会记录已附。")));
        town.doors.complete(Door.WEB_COMPLETE, "discipline", task(id, JUDGE), Map.of("decision", "ACCEPT"));

        var page = town.get("sn-clerk", "/findings/" + first);
        assertThat(page.toString()).contains("发出督办", "回复督办", "退回督办回复", "认可督办回复", "第1号督办函");
        assertThat(section("sn-clerk", first)).contains("市纪委监委纪检监察室", "专题会记录已附。", "已办结");
        var words = CheckedRound.words(town.word("sn-clerk", NOTICES + "/" + id + "/notice.docx"));
        assertThat(words).contains("督办函", "市纪监函〔2026〕7号", "三份票据已补签。", "补签票据.pdf", "退回：请附专题会记录。", "大坪镇党委（演示）");
        assertThat(line("sn-clerk", id).path("standing").asText()).isEqualTo("已办结");
        assertThat(line("sn-village1", id).isMissingNode())
                .as("a village sees its own only")
                .isTrue();
        assertThat(town.answer("sn-village1", NOTICES + "/" + id + "/notice.docx")
                        .statusCode())
                .isEqualTo(404);
    }

    private void whoMaySend(String finding) {
        for (var other : List.of("sn-clerk", "sn-secretary", "sn-discipline", "sn-leader1", "team")) {
            assertThat(town.post(other, NOTICES, letter(List.of(finding))).body())
                    .as(other)
                    .contains("督办函由市级监督单位发给镇党委，您没有这项职责。");
        }
        for (var other : List.of("qx-clerk", "qx-discipline", "admin")) {
            assertThat(town.post(other, NOTICES, letter(List.of(finding))).statusCode())
                    .as(other)
                    .isBetween(401, 422);
        }
        var notice = letter(List.of());
        notice.put("village", "sn-v1");
        for (var other : List.of("discipline", "office", "sn-clerk", "sn-village1", "sn-leader1")) {
            assertThat(town.post(other, NOTICES, notice).body())
                    .as(other)
                    .contains("督办通知由镇纪委或者镇党委书记发给村（居）党支部，您没有这项职责。");
        }
        for (var other : List.of("sn-clerk", "sn-village1", "team", "admin")) {
            assertThat(start(other, typed(Map.of()), "start").statusCode())
                    .as(other)
                    .isEqualTo(403);
            assertThat(start(other, typed(Map.of()), "submit-form").statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(sentSoFar()).isZero();
    }

    private void whatIsMissing(String finding) {
        var empty =
                town.post("discipline", NOTICES, Map.of("roundId", town.round.roundId(), "organisationId", "sn-town"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("请填写督办事由。", "请填写督办事项和办理要求。");
        wrong("replyDueOn", town.round.today().toString(), "回复期限应晚于今日。");
        wrong("replyDueOn", town.round.today().plusDays(61).toString(), "回复期限不得超过60天。");
        wrong("organisationId", "nowhere", "没有找到这个轮次中的这个党组织。");
        wrong("findings", List.of(finding, "nothing"), "督办函只能涉及该党组织可以看到的问题。");
        wrong("title", "事".repeat(101), "督办事由不得超过100个字。");
        typedWrong(Map.of("organisation", "无此镇"), "organisation", "没有找到这个轮次、批次中的这个党组织。");
        typedWrong(Map.of("findingNumbers", "1、9"), "findingNumbers", "没有找到第9号问题，请核对村（居）和问题编号。");
        typedWrong(Map.of("village", "无此村"), "village", "没有找到这个村（居）党支部。");
        typedWrong(Map.of("title", ""), "title", "请填写督办事由。");
        assertThat(start("discipline", "{\"unknown\":1}", "start").statusCode()).isEqualTo(400);
        assertThat(start("discipline", typed(Map.of("replyDueOn", "后天")), "start")
                        .statusCode())
                .isEqualTo(400);
        assertThat(sentSoFar()).as("nothing is half stored").isZero();
    }

    @Test
    @DisplayName(
            "The township's notice to a village: started by the form, filled in by the clerk, raised, taken up by the county")
    void aNoticeToAVillageIsFilledInAndRaised() {
        town = new CheckedRound(port, beans, "sv", 2);
        var finding = town.round.ofVillage(1);
        var typed = typed(Map.of("roundNumber", "sv轮", "village", "第一村党支部（演示）", "findingNumbers", "1"));
        var started = start("sv-discipline", typed, "submit-form");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        var again = start("sv-discipline", typed, "start");
        assertThat(CheckedRound.json(again).path("id").asText())
                .as("the same start is the same notice")
                .isEqualTo(CheckedRound.json(started).path("id").asText());
        assertThat(CheckedRound.json(started).path("businessKey").asText()).endsWith("/sv-town/第1号督办通知");
        var id = only("sv-discipline").path("id").asText();
        assertThat(only("sv-village1").path("place").asText()).isEqualTo("第一村党支部（演示）");
        assertThat(only("sv-village1").path("replyDueOn").asText())
                .isEqualTo(calendar.plusWorkingDays(town.round.today(), 5).toString());
        assertThat(town.get("sv-person2", NOTICES).path("rows")).isEmpty();

        var reply = task(id, REPLY);
        for (var other : List.of("sv-clerk", "sv-discipline", "sv-leader1", "discipline", "admin")) {
            town.doors.closed(other, reply, Map.of("reply", "已公示。"));
        }
        assertThat(town.post("sv-leader1", NOTICES + "/" + id + "/reply", Map.of("reply", "已公示。"))
                        .body())
                .contains("督办通知由该村党支部书记回复");
        ok(town.post(
                "sv-clerk",
                NOTICES + "/" + id + "/reply",
                Map.of("reply", "已公示，照片见附件。", "replyFiles", town.upload("sv-clerk", "公示照片.pdf"))));
        assertThat(only("sv-village1").path("replies").path(0).path("by").asText())
                .as("both names")
                .isEqualTo("甲sv-clerk（代甲sv-village1填报）");

        var judge = task(id, JUDGE);
        for (var other : List.of("sv-clerk", "sv-secretary", "sv-village1", "discipline", "admin")) {
            town.doors.closed(other, judge, Map.of("decision", "ACCEPT"));
        }
        town.doors.complete(
                Door.WEB_SUBMIT_FORM, "sv-discipline", judge, Map.of("decision", "RAISE", "reason", "涉及市级部门审批。"));
        var takeUp = task(id, TAKE_UP);
        var own = Map.of(
                "decision",
                "TAKE_UP",
                "demand",
                "请镇党委会同主管部门办结审批。",
                "newDueOn",
                town.round.today().plusDays(9).toString());
        for (var other : List.of("sv-discipline", "sv-secretary", "sv-clerk", "team", "admin")) {
            town.doors.closed(other, takeUp, own);
        }
        town.doors.refuse("cadre", takeUp, Map.of(), "请选择由市级督办，或者交回镇里继续督办。", "decision");
        town.doors.refuse(
                "cadre",
                takeUp,
                Map.of("decision", "GIVE_BACK", "newDueOn", own.get("newDueOn")),
                "请填写交回理由。",
                "reason");
        town.doors.complete(Door.COMPLETE, "cadre", takeUp, own);
        assertThat(line("sv-village1", id).path("standing").asText()).isEqualTo("已由市级督办");
        assertThat(town.get("sv-village1", NOTICES).path("rows"))
                .as("the county's letter is the township's")
                .hasSize(1);
        assertThat(section("sv-clerk", finding)).contains("第1号督办通知", "第2号督办函", "市委组织部干监室");
        assertThat(section("sv-village1", finding)).contains("第1号督办通知").doesNotContain("第2号督办函");
    }

    @Test
    @DisplayName(
            "Only the sender moves the date, raises what is late and withdraws; each with a reason, through our own doors")
    void onlyTheSenderChangesANotice() {
        town = new CheckedRound(port, beans, "sc", 1);
        var id = sent("cadre", letter(List.of()));
        var door = NOTICES + "/" + id;
        var later = town.round.today().plusDays(10).toString();
        for (var other : List.of("discipline", "office", "sc-secretary", "sc-clerk")) {
            for (var what : List.of("/date", "/raising", "/withdrawal")) {
                assertThat(town.post(other, door + what, Map.of("reason", "理由。", "newDueOn", later))
                                .body())
                        .as(other + what)
                        .contains("此项督办由市委组织部干监室发出，由其办理，您没有这项职责。");
            }
        }
        for (var what : List.of("/date", "/raising", "/withdrawal")) {
            assertThat(town.post("admin", door + what, Map.of("reason", "理由。", "newDueOn", later))
                            .statusCode())
                    .isIn(403, 404);
        }
        assertThat(town.post("cadre", door + "/date", Map.of("newDueOn", later)).body())
                .contains("请填写调整理由。");
        assertThat(town.post("cadre", door + "/date", Map.of("reason", "宽限。")).body())
                .contains("请填写回复期限。");
        ok(town.post("cadre", door + "/date", Map.of("reason", "镇里申请宽限。", "newDueOn", later)));
        assertThat(jdbc.sql("select due_date_::date::text from act_ru_task where id_ = ?")
                        .param(task(id, REPLY))
                        .query(String.class)
                        .single())
                .as("24:00 of the day")
                .isEqualTo(town.round.today().plusDays(11).toString());
        assertThat(town.post("cadre", door + "/raising", Map.of("reason", "急。", "newDueOn", later))
                        .body())
                .contains("未过，不能因逾期提级");
        assertThat(town.post("cadre", door + "/withdrawal", Map.of()).body()).contains("请填写撤回理由。");
        ok(town.post("cadre", door + "/withdrawal", Map.of("reason", "发错单位。")));
        assertThat(jdbc.sql(
                                "select count(*) from act_ru_task t join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ where v.text_ = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(line("sc-clerk", id).path("standing").asText()).isEqualTo("已撤回");
        assertThat(town.post("sc-clerk", door + "/reply", Map.of("reply", "已办。"))
                        .body())
                .contains("第1号督办函目前不需要回复。");
    }

    @Test
    @DisplayName("Who stands in sends, replies and judges in the absent person's place; both names are on record")
    void substitutesActInTheAbsentPersonsPlace() {
        town = new CheckedRound(port, beans, "ss", 1);
        var finding = town.round.ofVillage(1);
        var standIn = new StandIn(town, jdbc, register);
        var clerk = standIn.helper("ss-helper", "党政办干事");
        var supervisor = standIn.helper("ss-standin", "纪委副书记");
        standIn.names("ss-clerk", "ss-clerk", clerk);
        standIn.names("ss-discipline", "ss-discipline", supervisor);
        town.round.technicalStepsAreDone();
        var notice = letter(List.of(finding));
        notice.put("village", "ss-v1");
        var toVillage = sent(supervisor, notice);
        town.doors.complete(Door.COMPLETE, "ss-village1", task(toVillage, REPLY), Map.of("reply", "已公示。"));
        town.doors.complete(Door.COMPLETE, supervisor, task(toVillage, JUDGE), Map.of("decision", "ACCEPT"));
        assertThat(standIn.acts(finding, "NOTICE_SENT")).containsExactly("ss-standin代ss-discipline");
        assertThat(standIn.acts(finding, "NOTICE_ACCEPTED")).containsExactly("ss-standin代ss-discipline");

        var toTown = sent("office", letter(List.of(town.round.ofTown(1))));
        town.doors.complete(Door.WEB_COMPLETE, clerk, task(toTown, REPLY), Map.of("reply", "已补签。"));
        assertThat(standIn.acts(town.round.ofTown(1), "NOTICE_REPLIED")).containsExactly("ss-helper代ss-clerk");
        town.doors.closed(clerk, task(toTown, JUDGE), Map.of("decision", "ACCEPT"));
        var again = sent("cadre", letter(List.of(town.round.ofTown(1))));
        ok(town.post(clerk, NOTICES + "/" + again + "/reply", Map.of("reply", "已补正。")));
        assertThat(standIn.acts(town.round.ofTown(1), "NOTICE_REPLIED"))
                .containsExactly("ss-helper代ss-clerk", "ss-helper代ss-clerk");
    }

    @Test
    @DisplayName(
            "Personal data in a text is recorded as such; the digest counts what waits; the list costs the same however long")
    void textsAreWatchedAndTheListStaysCheap() {
        town = new CheckedRound(port, beans, "sl", 1);
        var letter = letter(List.of());
        letter.put("demand", "请联系张某，手机13800138000，核实后回复。");
        sent("office", letter);
        assertThat(jdbc.sql(
                                "select count(*) from rectification.event where round_id = ? and kind = 'PERSONAL_DATA_WARNED'")
                        .param(town.round.roundId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        int one = StatementCounter.during(() -> readings.of("sl-clerk")).size();
        assertThat(one).isBetween(5, 20);
        for (int number = 2; number <= 8; number++) {
            letter.put("title", "第" + number + "件");
            sent("office", letter);
        }
        assertThat(readings.of("sl-clerk")).hasSize(8);
        assertThat(StatementCounter.during(() -> readings.of("sl-clerk")).size())
                .isEqualTo(one);
        assertThat(town.get("sl-clerk", "/digest").path("kinds").toString()).contains("回复督办");
        assertThat(town.get("sl-clerk", "/pages").toString()).contains("supervision.html");
    }

    private void wrong(String field, Object value, String sentence) {
        var letter = letter(List.of());
        letter.put(field, value);
        var answer = town.post("discipline", NOTICES, letter);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence, "\"" + field + "\"");
    }

    private void typedWrong(Map<String, String> change, String field, String sentence) {
        for (var way : List.of("start", "submit-form")) {
            var sender = change.containsKey("village") ? "sn-discipline" : "discipline";
            var answer = start(sender, typed(change), way);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains(sentence, "\"" + field + "\"");
        }
    }

    private Map<String, Object> letter(List<String> findings) {
        var letter = new HashMap<String, Object>();
        letter.put("roundId", town.round.roundId());
        letter.put("organisationId", town.round.town());
        letter.put("findings", findings);
        letter.put("title", "票据补签");
        letter.put("demand", "请补签三份票据，并书面回复。");
        return letter;
    }

    private static String typed(Map<String, String> change) {
        var typed = new HashMap<>(Map.of(
                "roundNumber", "sn轮",
                "batch", "第一批次",
                "organisation", "大坪镇党委（演示）",
                "title", "集体资金公示",
                "demand", "请公示并回复。"));
        typed.putAll(change);
        return text(typed);
    }

    private HttpResponse<String> start(String login, String entry, String way) {
        return new Browserless(port, login, TestPeople.PASSWORD)
                .at(
                        Browserless.REST,
                        "POST",
                        "/process-definition/key/supervisionNotice/" + way,
                        text(Map.of("variables", Map.of("entry", Map.of("type", "Json", "value", entry)))));
    }

    private String sent(String login, Map<String, Object> entry) {
        var answer = town.post(login, NOTICES, entry);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return CheckedRound.json(answer).path("id").asText();
    }

    private static void ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private int sentSoFar() {
        return jdbc.sql("select count(*) from rectification.supervision_notice where round_id = ?")
                .param(town.round.roundId())
                .query(Integer.class)
                .single();
    }

    private String task(String id, String key) {
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_
                         where v.name_ = 'noticeId' and v.text_ = ? and t.task_def_key_ = ?""")
                .params(id, key)
                .query(String.class)
                .single();
    }

    private JsonNode line(String reader, String id) {
        for (var row : town.get(reader, NOTICES).path("rows")) {
            if (row.path("id").asText().equals(id)) {
                return row;
            }
        }
        return JSON.missingNode();
    }

    private JsonNode only(String reader) {
        var rows = town.get(reader, NOTICES).path("rows");
        assertThat(rows).hasSize(1);
        return rows.path(0);
    }

    private String section(String reader, String finding) {
        for (JsonNode section : town.get(reader, "/findings/" + finding).path("sections")) {
            if (section.path("key").asText().equals("supervision")) {
                return section.toString();
            }
        }
        return "";
    }

    private static String text(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
