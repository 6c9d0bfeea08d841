package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.finding.Findings;
import org.rectification.support.Browser;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A correction, an extension and a recurrence as people ask for them and decide, by mouse and at every door. */
@RectificationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:20:00+08:00")
class AfterwardsInTheBrowserIT {

    private static final String TOWN = "qingxi-town";
    private static final LocalDate DUE = LocalDate.of(2026, 4, 20);
    private static final String REASON = "雨季施工受阻，材料进场推迟，需顺延工期。";
    private static final String DECIDE = "userTask_decideExtension";

    private Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private Findings findings;

    @Autowired
    private Clock clock;

    private EveryDoor doors;
    private Visitor office;
    private String round;
    private String finding;

    @BeforeEach
    void aRoundAfterItsFeedback() throws IOException {
        if (round != null) {
            return;
        }
        browser = Browser.at(port);
        doors = new EveryDoor(port, jdbc);
        office = new Visitor(port, "office", TestPeople.PASSWORD);
        round = office.post(
                        "/api/inspection-rounds",
                        json.readTree(Path.of("docs/examples/round.json").toFile()))
                .expect(201)
                .json()
                .path("roundId")
                .asText();
        technicalStepsAreDone();
        var meeting = office.get("/engine-rest/task?taskDefinitionKey=userTask_recordFeedbackMeeting")
                .json()
                .path(0)
                .path("id")
                .asText();
        doors.complete(
                Door.COMPLETE,
                "office",
                meeting,
                Map.of(
                        "heldOn", "2026-03-10",
                        "place", "镇政府三楼会议室",
                        "host", "市委巡察工作领导小组副组长",
                        "attendance", "镇领导班子成员、各村党支部书记"));
        technicalStepsAreDone();
        finding = id("VILLAGE", "qx-v2");
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    @Clause("S04")
    @DisplayName("勘误: the inspection office corrects a text before the plan; the history shows both and the reason")
    void officeCorrectsAText() {
        var page = acts("office", "correction");
        var row = open(page, "村级零星工程验收手续不全");
        row.locator("[name=problem]").fill("村级零星工程验收手续不全。四项工程缺少验收签字。");
        send(row);
        assertThat(refusal(row)).isEqualTo("请写明理由（1至1000字）。");
        assertThat(row.locator("[name=problem]").inputValue()).contains("四项工程");
        row.locator("[name=reason]").fill("原文工程数量笔误。");
        Browser.screenshot(page, "after-1-correction");
        send(row);
        done(row);
        page.context().close();
        var moves = office.get("/api/findings/" + finding).expect(200).json().path("moves");
        var corrected = moves.path(moves.size() - 1);
        assertThat(corrected.path("kind").asText()).isEqualTo("CORRECTED");
        assertThat(corrected.path("before").path("problem").asText()).contains("三项工程");
        assertThat(corrected.path("after").path("problem").asText()).contains("四项工程");
        assertThat(corrected.path("note").asText()).isEqualTo("原文工程数量笔误。");
    }

    @Test
    @Order(2)
    @Clause("S31")
    @DisplayName("Row 28: asked for in the list, decided in Tasklist by the leader in charge")
    void anExtensionIsAskedForAndDecided() {
        findings.freezeBaseline("qx-clerk", round, TOWN, Map.of(finding, DUE));
        var page = browser.loggedIn("tasklist", "qx-village2", TestPeople.PASSWORD);
        page.context().clock().setFixedTime(Date.from(clock.instant()));
        page.navigate(page.url().replaceFirst("/camunda/app/.*", "/camunda/lists/?kind=work"));
        page.locator("a:has-text('申请延期')").first().click();
        page.waitForURL("**/acts.html?act=extension**");
        var row = page.locator("details.row[open]");
        row.waitFor();
        row.locator("[name=reason]").fill("来不及了");
        row.locator("[name=newDueOn]").fill("2026-05-10");
        send(row);
        assertThat(refusal(row)).isEqualTo("请写明延期理由，不少于15字。");
        assertThat(row.locator("[name=newDueOn]").inputValue()).isEqualTo("2026-05-10");
        Browser.screenshot(page, "after-2-extension-refused");
        row.locator("[name=reason]").fill(REASON);
        Browser.screenshot(page, "after-3-extension");
        send(row);
        done(row);
        page.context().close();

        var task = doors.task(finding, DECIDE);
        doors.refuse("qx-leader1", task, Map.of("answer", "RETURN"), "请写明理由（1至1000字）。", "reason");
        doors.refuse("qx-leader1", task, Map.of("reason", "同意"), "请选择办理意见。", "answer");
        for (var person : new String[] {"qx-village2", "qx-clerk", "qx-secretary", "admin", "office"}) {
            doors.closed(person, task, Map.of("answer", "AGREE", "reason", "同意"));
        }
        var tasklist = TasklistPage.of(browser, "qx-leader1", Date.from(clock.instant()))
                .choose("我的待办", "审批延期申请");
        assertThat(tasklist.form().innerText()).contains(REASON, "责任领导（包村领导）");
        tasklist.tick("同意延期").write("审批意见", "情况属实。").seen("after-4-decide-extension");
        tasklist.done();
        tasklist.close();
        var ledger = office.get("/api/findings/" + finding).json().path("finding");
        assertThat(ledger.path("dueOn").asText()).isEqualTo("2026-05-10");
        assertThat(ledger.path("originalDueOn").asText()).isEqualTo(DUE.toString());
    }

    @Test
    @Order(3)
    @DisplayName("Row 28: the door for programs answers as the page; who may not see the finding hears of none")
    void theDoorOfExtensionsKeepsTheSameRules() {
        var path = "/api/findings/" + finding + "/extension";
        var asked = Map.of("reason", REASON, "newDueOn", "2026-05-20");
        for (var stranger : new String[] {"qx-village1", "bs-secretary", "admin"}) {
            at(stranger).post(path, asked).expect(404);
        }
        for (var other : new String[] {"qx-secretary", "qx-discipline", "office"}) {
            assertThat(at(other).post(path, asked).expect(422).body()).contains("延期只能由责任人员、责任领导或者整改办联络员申请");
        }
        at("qx-clerk")
                .post(path, Map.of("reason", REASON, "newDueOn", "20 May"))
                .expect(400);
        at("qx-clerk").post(path, Map.of("why", REASON)).expect(400);
        assertThat(at("qx-clerk")
                        .post(path, Map.of("reason", REASON, "newDueOn", "2026-06-30"))
                        .expect(422)
                        .body())
                .contains("不得晚于集中整改完成日期");
        assertThat(at("qx-village2")
                        .post(
                                "/engine-rest/message",
                                Map.of("messageName", "findingRectification.extensionRequested", "all", true))
                        .status())
                .as("people correlate no messages")
                .isEqualTo(403);
        assertThat(at("qx-clerk")
                        .post(path, asked)
                        .expect(201)
                        .json()
                        .path("level")
                        .asText())
                .isEqualTo("LEADER");
        doors.complete(
                Door.LIST, "qx-leader1", doors.task(finding, DECIDE), Map.of("answer", "RETURN", "reason", "可以按期完成"));
        assertThat(office.get("/api/findings/" + finding)
                        .json()
                        .path("finding")
                        .path("dueOn")
                        .asText())
                .isEqualTo("2026-05-10");
    }

    @Test
    @Order(4)
    @Clause("S23")
    @DisplayName("Row 47: the township's discipline commission registers a recurrence; both findings show each other")
    void aRecurrenceIsRegistered() {
        strikeOff();
        var page = acts("qx-discipline", "recurrence");
        var row = open(page, "村级零星工程验收手续不全");
        row.locator("[name=reason]").fill("又发现一项工程没有验收签字，补签日期早于完工日期。");
        send(row);
        assertThat(refusal(row)).isEqualTo("请填写新问题的整改时限，晚于今天且不超过一年。");
        row.locator("[name=newDueOn]").fill("2026-08-31");
        Browser.screenshot(page, "after-5-recurrence");
        send(row);
        done(row);
        page.context().close();
        technicalStepsAreDone();

        var fresh = jdbc.sql("select id from rectification.finding where recurrence_of = ?")
                .param(finding)
                .query(String.class)
                .single();
        var old = office.get("/api/findings/" + finding);
        assertThat(old.json().path("finding").path("state").asText()).isEqualTo("STRUCK_OFF");
        assertThat(old.body()).as("the old one shows the new one").contains(fresh);
        assertThat(office.get("/api/findings/" + fresh).body())
                .as("and the other way round")
                .contains(finding);
        assertThat(doors.task(fresh, "userTask_rectifyFinding")).isNotBlank();
        at("qx-village2")
                .post(
                        "/api/findings/" + finding + "/recurrence",
                        Map.of("reason", "再次发现同样的问题，事实清楚。", "newDueOn", "2026-08-31"))
                .expect(422);
        at("admin")
                .post("/api/findings/" + finding + "/recurrence", Map.of("reason", REASON, "newDueOn", "2026-08-31"))
                .expect(404);
        var supervisor = acts("office", "recurrence");
        assertThat(open(supervisor, "村级零星工程验收手续不全").innerText()).contains("已有复发");
        Browser.screenshot(supervisor, "after-6-recurred");
        supervisor.context().close();
    }

    @Test
    @Order(5)
    @Clause("S44")
    @DisplayName("Row 46: what is missing for the archive is shown before anybody tries")
    void whatIsMissingIsShown() {
        var page = browser.loggedIn("tasklist", "office", TestPeople.PASSWORD);
        page.navigate(page.url()
                .replaceFirst(
                        "/camunda/app/.*", "/camunda/lists/archiving.html?round=" + round + "&organisation=" + TOWN));
        page.locator("main li").first().waitFor();
        assertThat(page.locator("main").innerText())
                .contains("整改方案印发（整改办的待办“印发整改方案”）")
                .contains("反弹1条");
        Browser.screenshot(page, "after-7-archiving");
        page.context().close();
    }

    private void strikeOff() {
        doors.complete(
                Door.LIST,
                "qx-village2",
                doors.task(finding, "userTask_rectifyFinding"),
                Map.of(
                        "result", "四项工程已补齐验收签字。",
                        "measures", java.util.List.of(Map.of("text", "补齐签字", "kind", "NOW")),
                        "documentNumber", "清委办〔演示〕3号"));
        technicalStepsAreDone();
        doors.complete(
                Door.LIST,
                "qx-leader1",
                doors.task(finding, "userTask_reviewResult"),
                Map.of("answer", "AGREE", "reason", "情况属实。"));
        technicalStepsAreDone();
        doors.complete(
                Door.LIST,
                "qx-discipline",
                doors.task(finding, "userTask_verifyFinding"),
                Map.of("verdict", "DONE", "reason", "现场核验属实。", "noSheetReason", "签名件由镇纪委存档。"));
        technicalStepsAreDone();
    }

    private Page acts(String person, String act) {
        var page = browser.loggedIn("tasklist", person, TestPeople.PASSWORD);
        page.context().clock().setFixedTime(Date.from(clock.instant()));
        page.navigate(page.url().replaceFirst("/camunda/app/.*", "/camunda/lists/acts.html?act=" + act));
        return page;
    }

    private static Locator open(Page page, String title) {
        var row = page.locator("details.row:has-text('" + title + "')").first();
        row.locator("summary").click();
        row.locator("form").waitFor();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        return row;
    }

    private static void send(Locator row) {
        row.locator("button.primary").click();
    }

    private static String refusal(Locator row) {
        row.locator(".refusal p").first().waitFor();
        return row.locator(".refusal p").first().innerText();
    }

    private static void done(Locator row) {
        row.page().locator("details.done").first().waitFor();
    }

    private Visitor at(String person) {
        return new Visitor(port, person, TestPeople.PASSWORD);
    }

    private String id(String level, String village) {
        return jdbc.sql("select id from rectification.finding where round_id = ? and level = ? and village_code = ?")
                .params(round, level, village)
                .query(String.class)
                .single();
    }

    private void technicalStepsAreDone() {
        assertThat(office.post("/api/clock", Map.of("advance", "PT1M"))
                        .expect(200)
                        .json()
                        .path("incidents")
                        .asInt())
                .isZero();
    }
}
