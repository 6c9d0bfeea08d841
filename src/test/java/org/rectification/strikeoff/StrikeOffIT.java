package org.rectification.strikeoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.round.CaseKey;
import org.rectification.round.Missing;
import org.rectification.support.CheckedRound;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Rows 42 to 44: returns are counted, only 已完成 is struck off, and what is struck off leaves slips and lists on paper. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class StrikeOffIT {

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BatchArchivingCheck archiving;

    @Test
    @Clause("S31")
    @Feature(42)
    @DisplayName(
            "Returned item keeps history; third return alerts the Secretary, once, with the verdict that was given")
    void returnedItemKeepsHistoryAndTheThirdReturnAlertsTheSecretary() {
        var town = new CheckedRound(port, beans, "sa", 1);
        var finding = town.round.ofVillage(1);
        for (var verdict : List.of("NOT_DONE", "NOT_DONE", "MOSTLY_DONE")) {
            assertThat(town.get("sa-secretary", "/alerts")).isEmpty();
            town.underVerification(1);
            town.verdict(1, verdict, "还差一户未签字（" + verdict.length() + "）。");
        }
        var alerts = town.get("sa-secretary", "/alerts");
        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).path("kind").asText()).isEqualTo("第3次退回");
        assertThat(alerts.get(0).path("notice").asText()).isEqualTo("核验结论为“基本完成”，退回整改。理由：还差一户未签字（11）。");
        assertThat(town.get("sa-clerk", "/alerts")).isEmpty();

        var row = town.get("sa-village1", "/worklist/work").path("rows").get(0).path("finding");
        assertThat(row.path("returns").asInt()).isEqualTo(3);
        assertThat(row.path("returnReason").asText()).contains("基本完成", "退回整改").doesNotContain("已完成");
        assertThat(jdbc.sql(
                                "select note from rectification.event where finding_id = ? and kind = 'RETURNED' order by id")
                        .param(finding)
                        .query(String.class)
                        .list())
                .containsExactly("还差一户未签字（8）。", "还差一户未签字（8）。", "还差一户未签字（11）。");

        var seen = "/alerts/" + alerts.get(0).path("id").asText() + "/seen";
        assertThat(town.post("sa-clerk", seen, Map.of()).statusCode()).isEqualTo(404);
        assertThat(town.post("sa-secretary", seen, Map.of("remark", "三日内到村督办。")).statusCode())
                .isEqualTo(204);
        assertThat(town.get("sa-secretary", "/alerts")).isEmpty();
        assertThat(jdbc.sql("select note from rectification.event where finding_id = ? and kind = 'ALERT_SEEN'")
                        .param(finding)
                        .query(String.class)
                        .list())
                .containsExactly("三日内到村督办。");
    }

    @Test
    @Clause("S22")
    @Feature(43)
    @DisplayName("基本完成 cannot be struck off; long-term needs next review date and every 当下改 measure")
    void mostlyDoneIsNeverStruckOffAndLongTermNeedsItsNextReviewDate() {
        var town = new CheckedRound(port, beans, "sb", 1).planIssued();
        var finding = town.round.ofVillage(1);
        town.underVerification(1);
        town.verdict(1, "MOSTLY_DONE", "还差一户未签字。");
        assertThat(state(finding)).isEqualTo("IN_PROGRESS");
        assertThatThrownBy(() -> jdbc.sql(
                                "update rectification.finding set state = 'STRUCK_OFF', struck_off_at = '2026-05-01T00:00Z' where id = ?")
                        .param(finding)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);

        var task = town.underVerification(1);
        var longTerm = new HashMap<String, Object>(
                Map.of("verdict", "LONG_TERM", "reason", "制度执行需持续观察。", "noSheetReason", "停电。"));
        town.doors.refuse("sb-discipline", task, longTerm, "转为长期坚持的，必须填写今天以后的下次复查日期。", "nextReviewOn");
        longTerm.put("nextReviewOn", town.round.today().toString());
        town.doors.refuse("sb-discipline", task, longTerm, "转为长期坚持的，必须填写今天以后的下次复查日期。", "nextReviewOn");
        longTerm.put("nextReviewOn", town.round.today().plusMonths(6).toString());
        town.doors.complete(org.rectification.support.EveryDoor.Door.LIST, "sb-discipline", task, longTerm);
        assertThat(state(finding))
                .as("only with the inspection office's consent")
                .isEqualTo("VERIFICATION");
    }

    @Test
    @Clause("S22")
    @Feature(44)
    @DisplayName("Slip shows goal vs result, evidence list, verifier; printable for one finding, a village, a batch")
    void slipShowsGoalAgainstResultEvidenceListAndVerifierAndIsPrinted() throws IOException {
        var town = new CheckedRound(port, beans, "sc", 3).planIssued();
        town.underVerification(1);
        town.verdict(1, "NOT_DONE", "公示照片缺日期。");
        town.struckOff(1);
        town.struckOff(2);
        town.underVerification(3);

        var finding = town.round.ofVillage(1);
        jdbc.sql(
                        """
                        insert into rectification.plan (round_id, organisation_id, state, divided_by, divided_at)
                        values (?, ?, 'DRAFTING', 'sc-clerk', '2026-03-10T00:00Z')""")
                .params(town.round.roundId(), town.round.town())
                .update();
        jdbc.sql(
                        """
                        insert into rectification.plan_line (finding_id, round_id, organisation_id, drafter, due_on, goal)
                        values (?, ?, ?, 'sc-village1', ?, '审批手续补齐率100%')""")
                .params(finding, town.round.roundId(), town.round.town(), town.round.today())
                .update();
        try (var slip = kept(town.word("sc-clerk", "/findings/" + finding + "/slip.docx"), "slip")) {
            var hash = jdbc.sql(
                            "select s.sha256 from rectification.evidence e join rectification.stored_file s on s.id = e.file_id where e.finding_id = ? limit 1")
                    .param(finding)
                    .query(String.class)
                    .single();
            assertThat(CheckedRound.words(slip))
                    .contains("整改目标\t审批手续补齐率100%", "整改结果\t第1个问题已补齐审批手续并公示。")
                    .contains("巡察整改问题对账销号表", "第1号问题", "第1个问题已补齐审批手续并公示。", "补齐审批手续", "审批表1.pdf", hash)
                    .contains("核验结论为“未完成”，退回整改", "公示照片缺日期。", "退回次数\t1次", "核验结论：已完成")
                    .contains(
                            "核验人\t甲sc-discipline",
                            "没有签名清单，理由：停电，签名件次日补扫。",
                            town.round.today().toString());
            assertThat(slip.getHeaderList().get(0).getText()).contains("大坪镇党委（演示）");
            assertThat(slip.getDocument().getBody().getSectPr().getPgSz().getW())
                    .hasToString("11906");
        }
        try (var open = town.word("sc-clerk", "/findings/" + town.round.ofVillage(3) + "/slip.docx")) {
            assertThat(CheckedRound.words(open)).contains("尚未销号（当前状态：待核验）");
        }
        try (var village = town.word(
                "sc-village1",
                "/slips.docx?round=" + town.round.roundId() + "&organisation=" + town.round.town()
                        + "&village=sc-v1")) {
            assertThat(CheckedRound.words(village)).contains("第1号问题", "第2号问题").doesNotContain("第3号问题");
        }
        assertThat(town.answer("sc-person4", "/findings/" + finding + "/slip.docx")
                        .statusCode())
                .as("not theirs")
                .isEqualTo(404);
        assertThat(town.answer(
                                "sc-clerk",
                                "/slips.docx?round=" + town.round.roundId() + "&organisation=" + town.round.town())
                        .statusCode())
                .as("nothing of the township is struck off")
                .isEqualTo(404);
    }

    @Test
    @Clause("S22")
    @DisplayName(
            "A struck-off finding is in exactly one batch, noted with meeting and minutes; until then archiving names it")
    void aStruckOffFindingIsNotedInExactlyOneBatch() throws IOException {
        var town = new CheckedRound(port, beans, "sd", 2).planIssued();
        var key = Map.of("round", town.round.roundId(), "organisation", town.round.town());
        var where = new CaseKey(town.round.roundId(), town.round.town());
        assertThat(town.post("sd-clerk", "/batches", key).body()).contains("没有已销号、尚未列入清单的问题");
        town.struckOff(1);
        assertThat(missing(where)).contains("已销号的第一村党支部（演示）第1号问题的会议通报");
        assertThat(town.post("sd-leader1", "/batches", key).statusCode())
                .as("the clerk's")
                .isEqualTo(404);
        var first = CheckedRound.json(town.post("sd-clerk", "/batches", key))
                .path("id")
                .asText();
        assertThat(missing(where)).as("listed is not noted").contains("第1号问题的会议通报");
        var again = new HashMap<String, Object>(key);
        again.put("findings", List.of(town.round.ofVillage(1)));
        assertThat(town.post("sd-clerk", "/batches", again).body()).contains("一个问题只能列入一个批次");

        var noting = new HashMap<String, Object>(Map.of(
                "metOn",
                town.round.today().minusDays(1).toString(),
                "minutesNumber",
                "镇领导小组纪〔2026〕1号",
                "minutesFile",
                "none"));
        assertThat(town.post("sd-clerk", "/batches/" + first + "/noting", noting)
                        .body())
                .contains("不得早于清单中最后一个问题的销号日期");
        noting.put("metOn", town.round.today().toString());
        assertThat(town.post("sd-clerk", "/batches/" + first + "/noting", noting)
                        .body())
                .contains("所附文件不存在");
        noting.put("minutesFile", town.upload("sd-clerk", "会议纪要.pdf"));
        assertThat(town.post("sd-clerk", "/batches/" + first + "/noting", noting)
                        .statusCode())
                .isEqualTo(204);
        assertThat(town.post("sd-clerk", "/batches/" + first + "/noting", noting)
                        .body())
                .contains("已经会议通报");
        assertThat(missing(where)).isEmpty();

        town.struckOff(2);
        var second = CheckedRound.json(town.post("sd-clerk", "/batches", key))
                .path("id")
                .asText();
        assertThat(second).isNotEqualTo(first);
        var counts = town.get("sd-secretary", "/batches/counts").get(0);
        assertThat(List.of("struckOff", "listed", "noted", "unlisted").stream()
                        .map(name -> counts.path(name).asInt()))
                .containsExactly(2, 2, 1, 0);
        assertThatThrownBy(() -> jdbc.sql(
                                "update rectification.strike_off_batch_finding set batch_id = ? where finding_id = ?")
                        .params(second, town.round.ofVillage(1))
                        .update())
                .as("a noted list never changes")
                .isInstanceOf(DataIntegrityViolationException.class);
        try (var paper = kept(town.word("sd-clerk", "/batches/" + first + ".docx"), "batch")) {
            assertThat(CheckedRound.words(paper))
                    .contains("巡察整改销号清单（第1批）", "第1号", "甲sd-discipline", "镇领导小组纪〔2026〕1号")
                    .doesNotContain("第2号");
        }
        try (var slips = town.word("sd-clerk", "/slips.docx?batch=" + second)) {
            assertThat(CheckedRound.words(slips))
                    .contains("第2号问题", "第2批（待会议通报）")
                    .doesNotContain("第1号问题");
        }
        assertThat(town.get("sd-village1", "/batches/counts"))
                .as("lists are about the whole town")
                .isEmpty();
    }

    private String missing(CaseKey key) {
        return archiving.missing(key).stream().map(Missing::item).collect(Collectors.joining("；"));
    }

    private String state(String finding) {
        return jdbc.sql("select state from rectification.finding where id = ?")
                .param(finding)
                .query(String.class)
                .single();
    }

    /** Kept for those who want to look at it. */
    private static XWPFDocument kept(XWPFDocument document, String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "papers"));
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".docx"))) {
            document.write(out);
        }
        return document;
    }
}
