package org.rectification.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.period.PeriodCase;
import org.rectification.round.CaseKey;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.LinkedMultiValueMap;

/**
 * Notices that come in as Excel files while the period of a case runs over New Year: feedback on Wednesday 25 November 2026,
 * hearing on Friday 22 January 2027 (the 24th is a Sunday), completion on Thursday 25 February. Reports: 10 and 25 December,
 * 8 and 22 January, the fifth on 4 February (the 8th belongs to the festival), the sixth on 23 February merges.
 */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-11-25T09:32:00+08:00")
@Import(PeriodCase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Feature(62)
class CalendarMovesIT {

    /** Two days more of the festival, and the three weeks before completion off. */
    private static final List<String> EARLY = days("02-05 02-06 02-07 02-08", 15, 25);

    private static final List<String> USUAL = days("02-05 02-06 02-07 02-08", 0, -1);

    private static CaseKey key;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PeriodCase period;

    private static List<String> days(String festival, int from, int to) {
        var days = new java.util.ArrayList<>(List.of("01-01"));
        days.addAll(List.of(festival.split(" ")));
        for (int day = from; day <= to; day++) {
            days.add("02-" + day);
        }
        return days;
    }

    private static byte[] excel(List<String> days) throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("放假安排");
            var head = sheet.createRow(0);
            List.of("日期", "类别", "名称").forEach(name -> head.createCell(Math.max(0, head.getLastCellNum()))
                    .setCellValue(name));
            for (var day : days) {
                var row = sheet.createRow(sheet.getLastRowNum() + 1);
                row.createCell(0).setCellValue("2027-" + day);
                row.createCell(1).setCellValue("放假");
                row.createCell(2).setCellValue("演示假日");
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private ResponseEntity<JsonNode> send(String path, String name, byte[] file, String fingerprint) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        parts.add("source", "国务院办公厅关于2027年部分节假日安排的通知（演示）");
        if (fingerprint != null) {
            parts.add("fingerprint", fingerprint);
        }
        return http.withBasicAuth("admin", TestPeople.PASSWORD)
                .postForEntity("/api/calendar" + path, parts, JsonNode.class);
    }

    private JsonNode imported(List<String> days) throws IOException {
        var file = excel(days);
        var fingerprint = send("/preview", "2027.xlsx", file, null)
                .getBody()
                .path("moves")
                .path("fingerprint")
                .asText();
        var answer = send("/import", "2027.xlsx", file, fingerprint);
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(200);
        return answer.getBody();
    }

    private List<String> reports() {
        return jdbc.sql(
                        """
                        select number || ' ' || due_on || ' ' || standing from rectification.progress_report
                         where round_id = ? order by number""")
                .param(key.roundId())
                .query(String.class)
                .list();
    }

    /** Days on which timers of the case ring, read from the engine's own table. */
    private List<String> timers(String activity) {
        return jdbc.sql(
                        """
                        select (j.duedate_ at time zone 'Asia/Shanghai')::date::text from act_ru_job j
                          join act_ru_variable v on v.proc_inst_id_ = j.process_instance_id_ and v.name_ = 'roundId'
                          join act_ru_jobdef d on d.id_ = j.job_def_id_
                         where v.text_ = ? and j.type_ = 'timer' and d.act_id_ = ? order by 1""")
                .params(key.roundId(), activity)
                .query(String.class)
                .list();
    }

    private String due(String sql) {
        return jdbc.sql(sql).param(key.roundId()).query(String.class).single();
    }

    @Test
    @Order(1)
    void aFileThatIsNoNoticeIsRefusedByName() throws IOException {
        var pdf = send("/preview", "放假通知.pdf", "%PDF-1.7 …".getBytes(java.nio.charset.StandardCharsets.UTF_8), null);
        assertThat(pdf.getStatusCode().value()).isEqualTo(422);
        assertThat(pdf.getBody().path("message").asText()).startsWith("“放假通知.pdf”不能识别：请使用 Excel 文件");
        var broken = send(
                "/preview",
                "放假.xlsx",
                "PK\u0003\u0004 half a file".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                null);
        assertThat(broken.getStatusCode().value()).isEqualTo(422);
        assertThat(broken.getBody().path("message").asText()).startsWith("“放假.xlsx”");
        var empty = send("/preview", "空表.xlsx", excel(List.of()), null);
        assertThat(empty.getBody().path("errors").findValuesAsText("message")).containsExactly("没有放假的日期，请按通知逐日填写。");
    }

    @Test
    @Order(2)
    @Clause("S45")
    void aReportWhoseDayFallsIntoTheLastDaysBeforeCompletionMergesAndComesBack() throws IOException {
        key = period.open("speech-2020", LocalDate.of(2026, 11, 25), LocalDate.of(2027, 2, 25));
        jdbc.sql("update rectification.inspected_organisation set complete_by_given = false where round_id = ?")
                .param(key.roundId())
                .update();
        period.start("periodSupervision", key);
        assertThat(reports())
                .containsExactly(
                        "1 2026-12-10 DUE",
                        "2 2026-12-25 DUE",
                        "3 2027-01-08 DUE",
                        "4 2027-01-22 DUE",
                        "5 2027-02-04 DUE",
                        "6 2027-02-23 MERGED");
        assertThat(timers("event_finalReportsDue")).isEmpty();

        var moves = imported(EARLY).path("moves").toString();

        // 15 to 25 February are off: completion goes back to Friday the 12th, and the fifth report lies within ten days
        // of it.
        assertThat(moves)
                .contains(
                        "报送整改进展情况（第5期），并入整改报告\",\"from\":\"2027-02-04\"",
                        "完成集中整改\",\"from\":\"2027-02-25\",\"to\":\"2027-02-12\"")
                .doesNotContain("报送整改进展情况（第6期）");
        assertThat(reports().subList(3, 6))
                .containsExactly("4 2027-01-22 DUE", "5 2027-02-04 MERGED", "6 2027-02-12 MERGED");

        assertThat(imported(USUAL).path("moves").toString()).contains("报送整改进展情况（第5期）\",\"to\":\"2027-02-04\"");
        assertThat(reports().get(4)).isEqualTo("5 2027-02-04 DUE");
    }

    @Test
    @Order(3)
    void daysCountedFromAnActFollowAndDaysThatPeopleAgreedStay() throws IOException {
        period.walkTo(LocalDate.of(2026, 12, 31));
        var asked = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                        insert into rectification.consultation (id, round_id, organisation_id, body, question, requested_by,
                            requested_at, answer_due_on)
                        values (?, ?, ?, 'INSPECTION_OFFICE', '如何把握？', 'pt-clerk', '2026-12-31T09:00:00+08:00', '2027-01-08')""")
                .params(asked, key.roundId(), key.organisationId())
                .update();
        // Friday 1 January is off either way: 4, 5, 6, 7 and 8 January; with Monday the 4th off as well, the 11th.
        var more = new java.util.ArrayList<>(USUAL);
        more.add("01-04");
        assertThat(imported(more).path("moves").toString())
                .contains("答复约请沟通\",\"from\":\"2027-01-08\",\"to\":\"2027-01-11\"");
        assertThat(due("select answer_due_on::text from rectification.consultation where round_id = ?"))
                .isEqualTo("2027-01-11");
    }

    @Test
    @Order(4)
    @Clause("S35")
    void theHearingMovesWithItsInvitationUntilTheBodiesAreInvitedAndWhatARedConclusionAsksForMovesAfterwards()
            throws IOException {
        // 22 January less five working days: 21, 20, 19, 18 and 15 January.
        assertThat(timers("event_invitationDue")).containsExactly("2027-01-15");
        var more = new java.util.ArrayList<>(USUAL);
        more.add("01-22");
        imported(more);
        assertThat(timers("event_invitationDue")).containsExactly("2027-01-14");
        assertThat(reports().get(3))
                .as("the report of the hearing's day shares it")
                .isEqualTo("4 2027-01-21 DUE");

        period.walkTo(LocalDate.of(2027, 1, 14));
        period.complete(
                "pt-clerk", key, "userTask_inviteThreeBodies", PeriodCase.invitation(LocalDate.of(2027, 1, 21)));
        imported(USUAL);
        assertThat(due("select planned_on::text from rectification.hearing where round_id = ?"))
                .as("the day to which the three were invited")
                .isEqualTo("2027-01-21");
        period.walkTo(LocalDate.of(2027, 1, 21));
        period.giveOpinions(key);
        period.complete(
                "pt-office",
                key,
                "userTask_recordHearing",
                period.hearing(key, "\"市委巡察办纪要〔2027〕1号\"")
                        .replace("\"conclusion\":\"GREEN\"", "\"conclusion\":\"RED\""));
        // Ten working days after 21 January: 22, 25 to 29 January, 1 to 4 February.
        var red = "select due_on::text from rectification.hearing_follow_up where round_id = ? and position is null";
        assertThat(due(red)).isEqualTo("2027-02-04");
        assertThat(
                        due(
                                "select due_on::text from rectification.hearing_follow_up where round_id = ? and position is not null"))
                .isEqualTo("2027-01-31");

        var shorter = new java.util.ArrayList<>(USUAL);
        shorter.add("02-04");
        // The 5th to the 8th belong to the festival: the tenth day is Tuesday the 9th.
        assertThat(imported(shorter).path("moves").toString())
                .contains("集中听取跟进事项\",\"from\":\"2027-02-04\",\"to\":\"2027-02-09\"");
        assertThat(due(red)).isEqualTo("2027-02-09");
        assertThat(jdbc.sql(
                                """
                                select distinct (t.due_date_ at time zone 'Asia/Shanghai')::date::text from act_ru_task t
                                  join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'followUpId'
                                  join rectification.hearing_follow_up u on u.id = v.text_ and u.position is null
                                 where u.round_id = ?""")
                        .param(key.roundId())
                        .query(String.class)
                        .single())
                .as("24:00 of the 9th")
                .isEqualTo("2027-02-10");
    }

    @Test
    @Order(5)
    void whenTheLastReportThatIsWaitedForMergesNobodyWaitsForItAnyLonger() throws IOException {
        assertThat(reports().get(4)).isEqualTo("5 2027-02-03 DUE");
        assertThat(timers("event_reportDue")).containsExactly("2027-01-29");

        imported(EARLY);

        assertThat(reports().get(4)).endsWith("MERGED");
        assertThat(timers("event_reportDue")).isEmpty();
        period.walkTo(LocalDate.of(2027, 2, 2));
        assertThat(period.tasks(key, "userTask_prepareProgressReport")).hasSize(4);
        imported(USUAL);
        assertThat(reports().get(4)).as("nobody would write it").endsWith("MERGED");
    }
}
