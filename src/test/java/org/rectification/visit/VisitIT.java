package org.rectification.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.demo.Papers;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Browserless;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.rectification.support.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** One visit, one list, one signed sheet; every row with its own verdict (R3, R4). */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class VisitIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_SHEET = "村级问题须现场核验：请先在“现场核验”中上传本次现场核验清单的签名件；没有签名件的，写明理由。";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Test
    @Clause("S36")
    @DisplayName(
            "A village visit is one act with its rows; one signed sheet serves them all, each verdict stands by itself")
    void oneSignedSheetServesAllRowsAndEachRowKeepsItsOwnVerdict() throws Exception {
        var round = new OpenRound(port, jdbc, register, "va")
                .withVillageFindings(3)
                .registered()
                .opened();
        var doors = new EveryDoor(port, jdbc);
        for (int number = 1; number <= 3; number++) {
            underVerification(round, doors, "va", round.ofVillage(number));
        }
        var done = Map.of("verdict", "DONE", "reason", "三份审批表均已补齐。");
        var first = doors.task(round.ofVillage(1), "userTask_verifyFinding");
        doors.refuse("va-discipline", first, done, NO_SHEET, "noSheetReason");

        var plan = Map.of(
                "round",
                round.roundId(),
                "organisation",
                round.town(),
                "village",
                "va-v1",
                "plannedOn",
                round.today().toString());
        assertThat(post("va-clerk", "/visits", plan).statusCode())
                .as("not the clerk's")
                .isEqualTo(404);
        assertThat(get("va-discipline", "/visits")
                        .path("waiting")
                        .get(0)
                        .path("count")
                        .asInt())
                .isEqualTo(3);
        var visit = JSON.readTree(post("va-discipline", "/visits", plan).body())
                .path("id")
                .asText();
        assertThat(post("va-discipline", "/visits", plan).body()).contains("尚未列入清单");
        assertThat(sheet("va-discipline", visit)).contains("第1号", "第2号", "第3号", "审批表3份", "□已完成\n□基本完成\n□未完成\n□长期坚持");
        doors.refuse("va-discipline", first, done, NO_SHEET, "noSheetReason");

        var signature = new HashMap<String, Object>(Map.of(
                "visitedOn",
                round.today().plusDays(1).toString(),
                "participants",
                "甲va-discipline、甲va-village1",
                "sheetFile",
                new Uploads(port, round.roundId(), round.town())
                        .file("va-discipline", "清单.pdf", Papers.pdf("现场核验清单", "演示"))));
        assertThat(post("va-discipline", "/visits/" + visit + "/signature", signature)
                        .body())
                .contains("实际核验日期不得晚于今天。");
        signature.put("visitedOn", round.today().toString());
        assertThat(post("va-village1", "/visits/" + visit + "/signature", signature)
                        .statusCode())
                .isEqualTo(404);
        var signed = post("va-discipline", "/visits/" + visit + "/signature", signature);
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(204);
        assertThat(post("va-discipline", "/visits/" + visit + "/signature", signature)
                        .body())
                .contains("清单不能再变动");

        doors.complete(Door.LIST, "va-discipline", first, done);
        var second = doors.task(round.ofVillage(2), "userTask_verifyFinding");
        doors.refuse("va-discipline", second, Map.of("verdict", "MOSTLY_DONE"), "请写明理由（1至1000字）。", "reason");
        doors.complete(Door.LIST, "va-discipline", second, Map.of("verdict", "MOSTLY_DONE", "reason", "还差一户未签字。"));
        round.technicalStepsAreDone();

        var rows = get("va-discipline", "/visits/" + visit).path("rows");
        assertThat(rows.findValuesAsText("waiting")).containsExactly("false", "false", "true");
        assertThat(rows.get(0).path("verdict").asText()).isEqualTo("已完成");
        assertThat(rows.get(1).path("verdict").asText()).isEqualTo("基本完成");
        assertThat(rows.get(1).path("reason").asText()).isEqualTo("还差一户未签字。");
        assertThat(jdbc.sql("select visit_id from rectification.site_check where finding_id in (?, ?) order by attempt")
                        .params(round.ofVillage(1), round.ofVillage(2))
                        .query(String.class)
                        .list())
                .containsExactly(visit, visit);
        underVerification(round, doors, "va", round.ofVillage(2));
        doors.refuse(
                "va-discipline",
                doors.task(round.ofVillage(2), "userTask_verifyFinding"),
                done,
                NO_SHEET,
                "noSheetReason");
    }

    @Test
    @DisplayName("A visit that does not take place gives its rows back, and new results join a list that is not signed")
    void aCancelledVisitGivesItsRowsBack() throws Exception {
        var round = new OpenRound(port, jdbc, register, "vb")
                .withVillageFindings(2)
                .registered()
                .opened();
        var doors = new EveryDoor(port, jdbc);
        underVerification(round, doors, "vb", round.ofVillage(1));
        var plan = Map.of(
                "round",
                round.roundId(),
                "organisation",
                round.town(),
                "village",
                "vb-v1",
                "plannedOn",
                round.today().plusDays(2).toString());
        var visit = JSON.readTree(post("vb-discipline", "/visits", plan).body())
                .path("id")
                .asText();
        underVerification(round, doors, "vb", round.ofVillage(2));
        assertThat(post(
                                "vb-discipline",
                                "/visits/" + visit + "/renewal",
                                Map.of("plannedOn", round.today().minusDays(1).toString()))
                        .body())
                .contains("不得早于今天");
        assertThat(post("vb-discipline", "/visits/" + visit + "/renewal", Map.of())
                        .statusCode())
                .isEqualTo(204);
        assertThat(get("vb-discipline", "/visits/" + visit).path("rows")).hasSize(2);
        assertThat(post("vb-discipline", "/visits/" + visit + "/cancellation", Map.of())
                        .body())
                .contains("请填写取消的理由。");
        assertThat(post("vb-discipline", "/visits/" + visit + "/cancellation", Map.of("reason", "防汛，改期"))
                        .statusCode())
                .isEqualTo(204);
        var again = get("vb-discipline", "/visits");
        assertThat(again.path("visits")).isEmpty();
        assertThat(again.path("waiting").get(0).path("count").asInt()).isEqualTo(2);
        assertThat(post("vb-discipline", "/visits", plan).statusCode()).isEqualTo(201);
    }

    private void underVerification(OpenRound round, EveryDoor doors, String prefix, String finding) {
        doors.complete(
                Door.LIST,
                prefix + "-village1",
                doors.task(finding, "userTask_rectifyFinding"),
                Map.of(
                        "result", "已补齐审批手续并公示。",
                        "measures", List.of(Map.of("text", "补齐审批手续", "kind", "NOW", "accountabilityOnly", false)),
                        "documentNumber", "审批表3份"));
        round.technicalStepsAreDone();
        doors.complete(
                Door.LIST,
                prefix + "-leader1",
                doors.task(finding, "userTask_reviewResult"),
                Map.of("answer", "AGREE", "reason", "同意"));
    }

    private java.net.http.HttpResponse<String> post(String person, String path, Object content)
            throws JsonProcessingException {
        return new Browserless(port, person, TestPeople.PASSWORD)
                .at("/api", "POST", path, JSON.writeValueAsString(content));
    }

    private JsonNode get(String person, String path) throws JsonProcessingException {
        var answer = new Browserless(port, person, TestPeople.PASSWORD).at("/api", "GET", path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** All that the paper says, read with a Word library. */
    private String sheet(String person, String visit) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/visits/" + visit + "/sheet.docx"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((person + ":" + TestPeople.PASSWORD).getBytes()))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        // Kept to be looked at.
        Files.createDirectories(Path.of("target", "papers"));
        Files.write(Path.of("target", "papers", "visit-sheet.docx"), answer.body());
        try (InputStream body = new ByteArrayInputStream(answer.body());
                var document = new XWPFDocument(body)) {
            return document.getTables().get(0).getRows().stream()
                    .flatMap(row -> row.getTableCells().stream())
                    .map(XWPFTableCell::getText)
                    .collect(Collectors.joining("\t"));
        }
    }
}
