package org.rectification.hearing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.support.CheckedRound;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The hearing through the doors that people have: who may what, and a pack whose numbers are the ledger's. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
@Clause("S35")
class HearingIT {

    private static final String INVITE = "userTask_inviteThreeBodies";
    private static final String OPINION = "userTask_giveHearingOpinion";
    private static final String RECORD = "userTask_recordHearing";
    private static final List<String> THREE = List.of("DISCIPLINE", "ORGANISATION", "INSPECTION_OFFICE");

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WorkingCalendar calendar;

    private CheckedRound town;

    @Test
    @Feature({34, 35})
    @DisplayName("Every number of the pack is the ledger's; who may do what holds at every door")
    void thePackIsTheLedgerAndEveryDoorKnowsWhoMay() throws IOException {
        town = new CheckedRound(port, beans, "jh", 5).planIssued();
        town.struckOff(1);
        town.underVerification(2);
        town.verdict(2, "NOT_DONE", "未公示。");
        town.clockTo(calendar.minusWorkingDays(report(1), 3));
        complete("jh-clerk", "userTask_prepareProgressReport", Map.of("content", "本期销号一个。"));
        town.struckOff(3);
        var sheet = sheet("jh-clerk");
        var computed = LocalDate.parse(sheet.path("computedOn").asText());
        var day = calendar.plusWorkingDays(computed, 1);

        var outside = Map.of("plannedOn", computed.minusDays(30).toString(), "reason", "提前。");
        var refused = town.post("jh-clerk", path("/day"), outside);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("可选日期：").contains(chinese(day));
        var agreed = Map.of("plannedOn", day.toString(), "reason", "市委组织部当日有会。");
        for (var other : List.of("jh-secretary", "office", "discipline", "cadre")) {
            assertThat(town.post(other, path("/day"), agreed).statusCode())
                    .as(other)
                    .isEqualTo(422);
        }
        for (var stranger :
                List.of("jh-village1", "jh-person1", "jh-leader1", "team", "qx-clerk", "qx-secretary", "admin")) {
            assertThat(town.post(stranger, path("/day"), agreed).statusCode())
                    .as(stranger)
                    .isBetween(401, 404);
            assertThat(town.answer(stranger, path("/pack.docx")).statusCode())
                    .as(stranger)
                    .isBetween(401, 404);
        }
        assertThat(town.post("jh-clerk", path("/day"), agreed).statusCode()).isEqualTo(204);
        invite(day);
        town.clockTo(day);
        jdbc.sql("update rectification.finding set due_on = ? where id = ?")
                .params(day.minusDays(3), town.round.ofVillage(4))
                .update();

        thePackIsTheLedger(day);
        opinionsAreEachBodysOwn(day);
        minutes();
    }

    private void invite(LocalDate day) {
        town.clockTo(calendar.minusWorkingDays(day, 5));
        var entry = Map.of("plannedOn", day.toString(), "place", "镇三楼会议室", "addressees", THREE);
        var task = town.round.task(INVITE);
        for (var other : List.of("jh-secretary", "jh-leader1", "office", "admin")) {
            town.doors.closed(other, task, entry);
        }
        town.doors.refuse(
                "jh-clerk",
                task,
                Map.of("plannedOn", day.toString(), "place", "镇三楼会议室", "addressees", THREE.subList(0, 2)),
                "须同时邀请市纪委监委、市委组织部、市委巡察办三家，不能增减。",
                "addressees");
        town.doors.complete(Door.WEB_SUBMIT_FORM, "jh-clerk", task, entry);
        town.round.technicalStepsAreDone();
    }

    private void thePackIsTheLedger(LocalDate day) throws IOException {
        for (var reader : List.of("jh-clerk", "jh-secretary", "office", "discipline", "cadre")) {
            var pack = town.word(reader, path("/pack.docx"));
            var words = CheckedRound.words(pack);
            assertThat(words).contains("以下数据和清单均取自整改台账，截至", chinese(day), "上次为第1期整改进展报告");
            assertThat(words).doesNotContain("研判", "建议", "null");
        }
        var pack = town.word("cadre", path("/pack.docx"));
        Files.createDirectories(Path.of("target", "papers"));
        try (var out = new FileOutputStream("target/papers/hearing-pack.docx")) {
            pack.write(out);
        }
        var figures = rows(pack.getTables().get(0));
        assertThat(figures.get("问题总数")).containsExactly(count("true"), "7", "0");
        assertThat(figures.get("已完成（已销号）")).containsExactly(count("state = 'STRUCK_OFF'"), "1", "+1");
        assertThat(figures.get("长期坚持").get(0)).isEqualTo(count("state = 'LONG_TERM'"));
        assertThat(figures.get("持续整改").get(0)).isEqualTo(count("state = 'CONTINUED'"));
        assertThat(figures.get("未办结").get(0)).isEqualTo(count("state not in ('STRUCK_OFF', 'LONG_TERM')"));
        var today = "date '" + day + "'";
        assertThat(figures.get("其中逾期").get(0))
                .isEqualTo(count("state not in ('STRUCK_OFF', 'LONG_TERM') and due_on < " + today));
        assertThat(figures.get("其中被退回").get(0))
                .isEqualTo(count("state not in ('STRUCK_OFF', 'LONG_TERM') and returns > 0"));
        tallies(rows(pack.getTables().get(1)), "coalesce(v.name, '镇本级')", today);
        assertThat(rows(pack.getTables().get(2)).get("合计"))
                .isEqualTo(rows(pack.getTables().get(1)).get("合计"));
        assertThat(lines(pack.getTables().get(3))).isEqualTo(count("state not in ('STRUCK_OFF', 'LONG_TERM')"));
        assertThat(lines(pack.getTables().get(4)))
                .isEqualTo(count("state not in ('STRUCK_OFF', 'LONG_TERM') and due_on < " + today));
        assertThat(lines(pack.getTables().get(5)))
                .isEqualTo(count("state not in ('STRUCK_OFF', 'LONG_TERM') and returns > 0"));
        assertThat(lines(pack.getTables().get(6))).isEqualTo(count("state = 'STRUCK_OFF'"));
        assertThat(pack.getTables().get(4).getText()).contains("第4号", day.minusDays(3) + "（逾期）", "甲jh-village1");
        assertThat(CheckedRound.words(pack)).contains("此后新增销号1个：第一村党支部（演示）第3号", "期，应于");
        assertThat(town.get("jh-secretary", "/pages").toString()).contains("hearing.html");
    }

    private void tallies(Map<String, List<String>> printed, String name, String today) {
        var open = "f.state not in ('STRUCK_OFF', 'LONG_TERM')";
        var expected = new TreeMap<String, List<String>>();
        jdbc.sql(
                        """
                        select %1$s as name, count(*) as a, count(*) filter (where f.state = 'STRUCK_OFF') as b,
                               count(*) filter (where f.state = 'LONG_TERM') as c, count(*) filter (where %2$s) as d,
                               count(*) filter (where %2$s and f.due_on < %3$s) as e,
                               count(*) filter (where %2$s and f.returns > 0) as f
                          from rectification.finding f left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where f.round_id = ? group by 1"""
                                .formatted(name, open, today))
                .param(town.round.roundId())
                .query(row -> {
                    expected.put(
                            row.getString("name"),
                            List.of(
                                    row.getString("a"),
                                    row.getString("b"),
                                    row.getString("c"),
                                    row.getString("d"),
                                    row.getString("e"),
                                    row.getString("f")));
                });
        assertThat(expected).hasSize(2);
        expected.forEach(
                (place, numbers) -> assertThat(printed.get(place)).as(place).isEqualTo(numbers));
    }

    private void opinionsAreEachBodysOwn(LocalDate day) {
        var entry = Map.of("opinion", "抓紧办理。");
        var ofDiscipline = opinionTask("DISCIPLINE");
        for (var other : List.of("cadre", "jh-clerk", "jh-secretary", "team", "admin")) {
            town.doors.closed(other, ofDiscipline, entry);
        }
        town.doors.refuse("office", ofDiscipline, entry, "代为登记纸面意见，须上传纸面意见扫描件。", "paperFile");
        town.doors.closed("discipline", opinionTask("INSPECTION_OFFICE"), entry);
        town.doors.complete(Door.COMPLETE, "office", opinionTask("INSPECTION_OFFICE"), entry);
        town.doors.complete(Door.SUBMIT_FORM, "cadre", opinionTask("ORGANISATION"), entry);
        assertThat(sheet("cadre").path("advice")).isEmpty();
        assertThat(sheet("jh-secretary").path("advice")).isEmpty();
        assertThat(sheet("discipline").path("opinions").toString()).doesNotContain("抓紧办理");
        assertThat(sheet("jh-clerk").path("opinions").toString()).doesNotContain("抓紧办理");
        town.doors.complete(
                Door.WEB_COMPLETE,
                "office",
                ofDiscipline,
                Map.of(
                        "opinion",
                        "不得敷衍。",
                        "paperPerson",
                        "张主任（演示）",
                        "paperOn",
                        day.toString(),
                        "paperFile",
                        town.upload("office", "意见.pdf")));
        town.round.technicalStepsAreDone();
        assertThat(sheet("jh-secretary").path("opinions").toString()).contains("纸面，张主任（演示）签署于", "抓紧办理");
        assertThat(sheet("cadre").path("advice")).hasSize(7);
    }

    private void minutes() {
        var task = town.round.task(RECORD);
        var entry = new java.util.HashMap<String, Object>(Map.of(
                "heldOn", town.round.today().toString(),
                "minutesNumber", "市巡办纪要〔2026〕5号",
                "conclusion", "YELLOW",
                "findings", List.of(Map.of("finding", town.round.ofVillage(4), "conclusion", "RED", "note", "逾期没有进展。")),
                "gaps",
                        List.of(Map.of(
                                "description", "台账更新滞后。",
                                "disposition", "FOLLOW_UP",
                                "owner", "jh-leader2",
                                "dueOn", town.round.today().plusDays(10).toString()))));
        town.doors.refuse("office", task, entry, "请上传会议纪要。", "minutesFile");
        entry.put("minutesFile", town.upload("office", "纪要.pdf"));
        for (var other : List.of("discipline", "cadre", "jh-clerk", "admin")) {
            town.doors.closed(other, task, entry);
        }
        town.doors.complete(Door.COMPLETE, "office", task, entry);
        town.round.technicalStepsAreDone();

        for (var reader : List.of("jh-clerk", "jh-secretary", "office", "discipline", "cadre")) {
            assertThat(sheet(reader).path("followUps")).as(reader).hasSize(2);
        }
        var gap = followUpTask("jh-leader2");
        var answer = Map.of("answer", "已逐条更新。", "evidenceFile", town.upload("jh-leader2", "台账.pdf"));
        for (var other : List.of("jh-clerk", "jh-secretary", "office", "admin")) {
            town.doors.closed(other, gap, answer);
        }
        town.doors.complete(Door.COMPLETE, "jh-leader2", gap, answer);
        assertThat(sheet("cadre").path("followUps").toString()).contains("待市委巡察办认可", "已逐条更新。");
        assertThat(town.get("jh-secretary", "/findings/" + town.round.ofVillage(4))
                        .toString())
                .contains("集中听取结论", "红（进展滞后）");
        assertThat(town.get("jh-secretary", "/alerts").toString()).contains("集中听取认定进展滞后");
    }

    private JsonNode sheet(String reader) {
        for (var sheet : town.get(reader, "/hearings")) {
            if (sheet.path("roundId").asText().equals(town.round.roundId())) {
                return sheet;
            }
        }
        throw new AssertionError("no hearing for " + reader);
    }

    private String path(String rest) {
        return "/hearings/" + town.round.roundId() + "/" + town.round.town() + rest;
    }

    private String opinionTask(String body) {
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t
                          join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'roundId' and v.text_ = ?
                          join act_ru_variable b on b.execution_id_ = t.execution_id_ and b.name_ = 'body' and b.text_ = ?
                         where t.task_def_key_ = ?""")
                .params(town.round.roundId(), body, OPINION)
                .query(String.class)
                .single();
    }

    private String followUpTask(String owner) {
        return jdbc.sql(
                        "select id_ from act_ru_task where task_def_key_ = 'userTask_answerFollowUp' and assignee_ = ? and name_ like '%跟进%' and (select count(*) from rectification.hearing_follow_up u where u.process_instance_id = proc_inst_id_ and u.position is not null) = 1")
                .param(owner)
                .query(String.class)
                .single();
    }

    private String count(String condition) {
        return jdbc.sql("select count(*) from rectification.finding where round_id = ? and origin = 'INSPECTION' and "
                        + condition)
                .param(town.round.roundId())
                .query(String.class)
                .single();
    }

    /** The rows of a table by their first cell. */
    private static Map<String, List<String>> rows(XWPFTable table) {
        var rows = new TreeMap<String, List<String>>();
        table.getRows().stream()
                .skip(1)
                .forEach(row -> rows.put(
                        row.getCell(0).getText(),
                        row.getTableCells().stream()
                                .skip(1)
                                .map(cell -> cell.getText())
                                .toList()));
        return rows;
    }

    private static String lines(XWPFTable table) {
        return String.valueOf(table.getRows().stream()
                .skip(1)
                .filter(row -> !row.getCell(0).getText().equals("无"))
                .count());
    }

    private LocalDate report(int number) {
        return jdbc.sql("select due_on from rectification.progress_report where round_id = ? and number = ?")
                .params(town.round.roundId(), number)
                .query(LocalDate.class)
                .single();
    }

    private void complete(String person, String taskKey, Map<String, ?> entry) {
        town.doors.complete(Door.COMPLETE, person, town.round.task(taskKey), entry);
        town.round.technicalStepsAreDone();
    }

    private static String chinese(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
