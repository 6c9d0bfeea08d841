package org.rectification.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectification.people.PeopleRegister;
import org.rectification.plan.sheet.FilledSheet;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Notices to put something right at once are handed over with day, number, due day and what came of them so far. */
@RectificationTest
@Clause({"S02", "S03", "S24"})
@Feature(20)
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class ImmediateNoticesIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private TestRestTemplate http;

    private OpenRound round;

    @Test
    void noticeIsHandedOverWithItsDayNumberDueDayAndResultAndIsShownInLedgerPageAndExport() {
        round = new OpenRound(port, jdbc, register, "in");
        var today = round.today();
        var issued = today.minusDays(35);
        var due = today.plusDays(10);
        round.withNotice(issued, "立〔2026〕1号", due).registered();
        var immediate = round.ofTown(1);
        assertThat(record("team", immediate, "通知已送达，镇党委正在清理。").getStatusCode().value())
                .as("while the feedback is still to come")
                .isEqualTo(200);
        assertThat(record("in-clerk", immediate, "已清理。").getStatusCode().value())
                .as("the inspected organisation sees nothing yet")
                .isEqualTo(404);
        round.opened();

        var detail = finding("in-clerk", immediate);
        assertThat(detail.at("/immediate/issuedOn").asText()).isEqualTo(issued.toString());
        assertThat(detail.at("/immediate/number").asText()).isEqualTo("立〔2026〕1号");
        assertThat(detail.at("/immediate/dueOn").asText()).isEqualTo(due.toString());
        assertThat(detail.at("/immediate/result").asText()).isEqualTo("通知已送达，镇党委正在清理。");
        assertThat(detail.at("/immediate/resultOn").asText()).isEqualTo(today.toString());
        assertThat(detail.at("/immediate/mayRecord").asBoolean()).isTrue();
        var row = get("in-clerk", "/api/findings?round=" + round.roundId()).at("/rows/0");
        assertThat(row.path("immediate").asBoolean()).isTrue();
        assertThat(row.path("immediateDueOn").asText()).isEqualTo(due.toString());
        assertThat(row.path("dueOn").asText()).isEqualTo(due.toString());

        assertThat(record("in-clerk", immediate, "已退还8户补贴，公示7日。")
                        .getBody()
                        .path("message")
                        .asText())
                .isEqualTo("已登记立行立改办理情况。");
        var moves = finding("office", immediate).path("moves").toString();
        assertThat(moves).contains("登记立行立改办理情况", "通知已送达，镇党委正在清理。", "已退还8户补贴，公示7日。");
        var sheet = new FilledSheet(http.withBasicAuth("in-clerk", TestPeople.PASSWORD)
                .getForObject("/api/ledger.xlsx?round=" + round.roundId(), byte[].class));
        var exported = new HashMap<String, String>();
        for (var header : sheet.columns().keySet()) {
            if (header.startsWith("立行立改")) {
                exported.put(header, sheet.cell(sheet.rowOf(immediate), header).getStringCellValue());
            }
        }
        assertThat(exported)
                .containsEntry("立行立改（只读）", "是")
                .containsEntry("立行立改通知日期（只读）", issued.toString())
                .containsEntry("立行立改通知文号（只读）", "立〔2026〕1号")
                .containsEntry("立行立改期限（只读）", due.toString())
                .containsEntry("立行立改办理情况（只读）", "已退还8户补贴，公示7日。");
        refusals(immediate);
    }

    private void refusals(String immediate) {
        refused("in-clerk", immediate, "", "请填写办理情况。");
        refused("in-clerk", immediate, "长".repeat(1_001), "办理情况不得超过1000个字");
        refused("in-clerk", immediate, "已退还8户补贴，公示7日。", "办理情况没有变化");
        refused("in-clerk", round.ofTown(2), "已改", "只有立行立改的问题");
        refused("in-secretary", immediate, "已改", "您没有这项职责");
        refused("discipline", immediate, "已改", "您没有这项职责");
        for (var stranger : new String[] {"admin", "in-village1"}) {
            assertThat(record(stranger, immediate, "已改").getStatusCode().value())
                    .as(stranger)
                    .isIn(403, 404);
        }
        assertThat(finding("in-secretary", immediate).at("/immediate/mayRecord").asBoolean())
                .isFalse();
        assertThat(finding("in-clerk", round.ofTown(2)).hasNonNull("immediate")).isFalse();
        jdbc.sql("update rectification.finding set state = 'CONTINUED' where id = ?")
                .param(immediate)
                .update();
        assertThat(record("in-clerk", immediate, "已全部退还。").getStatusCode().value())
                .isEqualTo(200);
        assertThat(finding("in-clerk", immediate).at("/immediate/result").asText())
                .isEqualTo("已全部退还。");
    }

    private void refused(String person, String finding, String text, String sentence) {
        var answer = record(person, finding, text);
        assertThat(answer.getStatusCode().value()).as(sentence).isEqualTo(422);
        assertThat(answer.getBody().path("message").asText()).contains(sentence);
    }

    private ResponseEntity<JsonNode> record(String person, String finding, String text) {
        return http.withBasicAuth(person, TestPeople.PASSWORD)
                .postForEntity("/api/findings/" + finding + "/immediate-result", Map.of("text", text), JsonNode.class);
    }

    private JsonNode finding(String person, String id) {
        return get(person, "/api/findings/" + id);
    }

    private JsonNode get(String person, String path) {
        return http.withBasicAuth(person, TestPeople.PASSWORD).getForObject(path, JsonNode.class);
    }
}
