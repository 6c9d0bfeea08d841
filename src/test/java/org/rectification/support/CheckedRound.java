package org.rectification.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.RuntimeService;
import org.rectification.demo.Papers;
import org.rectification.finding.Findings;
import org.rectification.people.PeopleRegister;
import org.rectification.support.EveryDoor.Door;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A small round with several findings in one village, whose people report, review and verify through their lists. */
public final class CheckedRound {

    public static final String VERIFY = "userTask_verifyFinding";

    private static final ObjectMapper JSON = new ObjectMapper();

    public final OpenRound round;
    public final EveryDoor doors;

    private final int port;
    private final String prefix;
    private final BeanFactory beans;

    /** @param prefix of all logins, used by one test only */
    public CheckedRound(int port, BeanFactory beans, String prefix, int inVillage) {
        var jdbc = beans.getBean(JdbcClient.class);
        this.port = port;
        this.prefix = prefix;
        this.beans = beans;
        this.doors = new EveryDoor(port, jdbc);
        this.round = new OpenRound(port, jdbc, beans.getBean(PeopleRegister.class), prefix)
                .withVillageFindings(inVillage)
                .registered()
                .opened();
    }

    /** The plan becomes the baseline, as if it had been issued, without its drafting. */
    public CheckedRound planIssued() {
        beans.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            beans.getBean(Findings.class).freezeBaseline(prefix + "-clerk", round.roundId(), round.town(), Map.of());
            beans.getBean(RuntimeService.class)
                    .createMessageCorrelation("findingRectification.planIssued")
                    .processInstanceVariableEquals("roundId", round.roundId())
                    .processInstanceVariableEquals("organisationId", round.town())
                    .correlateAll();
        });
        return this;
    }

    /** A line of the plan, as if it had been drafted: one measure for now, as it will be reported, and a lasting one. */
    public void planned(String finding, String drafter) {
        var jdbc = beans.getBean(JdbcClient.class);
        jdbc.sql(
                        """
                        insert into rectification.plan (round_id, organisation_id, state, divided_by, divided_at)
                        values (?, ?, 'DRAFTING', ?, now()) on conflict do nothing""")
                .params(round.roundId(), round.town(), drafter)
                .update();
        jdbc.sql(
                        """
                        insert into rectification.plan_line (finding_id, round_id, organisation_id, drafter)
                        values (?, ?, ?, ?)""")
                .params(finding, round.roundId(), round.town(), drafter)
                .update();
        jdbc.sql(
                        """
                        insert into rectification.plan_measure (id, finding_id, position, horizon, text)
                        values (? || '-1', ?, 1, 'NOW', '补齐审批手续'), (? || '-2', ?, 2, 'LASTING', '修订管理办法')""")
                .params(finding, finding, finding, finding)
                .update();
    }

    /** Reported by the village and accepted by the leader in charge; returns the task to verify. */
    public String underVerification(int number) {
        var finding = round.ofVillage(number);
        var paper = upload(prefix + "-village1", "审批表" + number + ".pdf");
        doors.complete(
                Door.LIST,
                prefix + "-village1",
                doors.task(finding, "userTask_rectifyFinding"),
                Map.of(
                        "result", "第" + number + "个问题已补齐审批手续并公示。",
                        "measures", List.of(Map.of("text", "补齐审批手续", "kind", "NOW", "accountabilityOnly", false)),
                        "evidence",
                                List.of(Map.of(
                                        "files",
                                        paper,
                                        "kind",
                                        "LEDGER",
                                        "representsOn",
                                        round.today().toString()))));
        round.technicalStepsAreDone();
        doors.complete(
                Door.LIST,
                prefix + "-leader1",
                doors.task(finding, "userTask_reviewResult"),
                Map.of("answer", "AGREE", "reason", "同意报核验。"));
        return doors.task(finding, VERIFY);
    }

    /** The township's discipline commission speaks, without a sheet. */
    public void verdict(int number, String verdict, String reason) {
        doors.complete(
                Door.LIST,
                prefix + "-discipline",
                doors.task(round.ofVillage(number), VERIFY),
                Map.of("verdict", verdict, "reason", reason, "noSheetReason", "停电，签名件次日补扫。"));
        round.technicalStepsAreDone();
    }

    public void struckOff(int number) {
        underVerification(number);
        verdict(number, "DONE", "现场核验属实。");
    }

    public String upload(String login, String name) {
        return new Uploads(port, round.roundId(), round.town())
                .file(login, name, Papers.pdf(name, "演示", round.roundId()));
    }

    public HttpResponse<String> post(String login, String path, Object content) {
        try {
            return new Browserless(port, login, TestPeople.PASSWORD)
                    .at("/api", "POST", path, JSON.writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Moves the clock to 09:00 of the day. */
    public void clockTo(LocalDate day) {
        var answer = post("office", "/clock", Map.of("now", day + "T09:00:00+08:00"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    public HttpResponse<String> answer(String login, String path) {
        return new Browserless(port, login, TestPeople.PASSWORD).at("/api", "GET", path, null);
    }

    public JsonNode get(String login, String path) {
        var answer = answer(login, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + answer.body(), e);
        }
    }

    /** A Word file, read with a Word library. */
    public XWPFDocument word(String login, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api" + path))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (login + ":" + TestPeople.PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            try (var body = answer.body()) {
                return new XWPFDocument(body);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that a Word file says, tables included. */
    public static String words(XWPFDocument document) {
        var words = new StringBuilder();
        document.getParagraphs()
                .forEach(paragraph -> words.append(paragraph.getText()).append('\n'));
        document.getTables().forEach(table -> table.getRows().forEach(row -> row.getTableCells()
                .forEach(cell -> words.append(cell.getText()).append('\t'))));
        return words.toString();
    }
}
