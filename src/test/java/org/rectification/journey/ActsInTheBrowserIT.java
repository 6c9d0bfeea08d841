package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.finding.FindingState;
import org.rectification.finding.Findings;
import org.rectification.support.Browser;
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

/** What is done about findings without a task, by mouse, and the menus of those who have no findings. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class ActsInTheBrowserIT {

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Findings findings;

    @Autowired
    private Clock clock;

    @BeforeAll
    static void openBrowser(@LocalServerPort int port) {
        browser = Browser.at(port);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Clause({"S25", "S20"})
    @Feature(27)
    @DisplayName(
            "A report sent by mistake and an open part of a co-owner are taken back, in 我的清单 and on the page of acts")
    void whatWasGivenByMistakeIsTakenBackWithAReason() {
        var town = new CheckedRound(port, beans, "ga", 1);
        var finding = town.round.ofVillage(1);
        town.planned(finding, "ga-village1");
        var proofs = Map.of("documentNumber", "审批表3份");
        for (var measure : List.of("-1", "-2")) {
            assertThat(town.post(
                                    "ga-village1",
                                    "/findings/" + finding + "/measures",
                                    Map.of("measure", Map.of("measureId", finding + measure), "proofs", proofs))
                            .statusCode())
                    .isEqualTo(204);
        }
        for (var person : List.of("ga-person2", "ga-person3")) {
            assertThat(town.post(
                                    "ga-clerk",
                                    "/findings/" + finding + "/co-owners",
                                    Map.of("person", person, "part", "核对名册并补齐签字"))
                            .statusCode())
                    .isEqualTo(204);
        }

        var page = browser.list("ga-village1", "?kind=work");
        page.locator(".step:has-text('已报告的措施')").waitFor();
        var report = page.locator(".step:has-text('已报告的措施') .taking-back:has-text('补齐审批手续')");
        report.locator("summary").click();
        report.locator("button:has-text('撤回')").click();
        report.locator(".refusal:has-text('请写明理由')").waitFor();
        page.locator(".step summary:has-text('配合责任人')").first().click();
        picture(page, "acts-1-list-taking-back");
        report.locator("[name=reason]").fill("点错了，手续尚未补齐");
        report.locator("button:has-text('撤回')").click();
        page.locator(".measure-report:has-text('补齐审批手续') .act:has-text('报告完成')").waitFor();
        page.context().close();

        page = browser.list("ga-clerk", "acts.html?act=withdrawal");
        var row = open(page);
        assertThat(row.innerText()).contains("【长久立】修订管理办法");
        row.locator(".step summary").click();
        row.locator("[name=reason]").fill("办法只是征求意见稿，尚未印发");
        picture(page, "acts-2-withdrawal");
        row.locator("button:has-text('撤回')").click();
        page.locator("details.done:has-text('已撤回')").waitFor();
        picture(page, "acts-3-withdrawn");

        page.locator("nav button:has-text('取消配合责任人')").click();
        page.locator("nav button[aria-current=true]:has-text('取消配合责任人')").waitFor();
        row = open(page);
        var part = row.locator(".taking-back").first();
        part.locator("summary").click();
        part.locator("button:has-text('取消')").click();
        part.locator(".refusal:has-text('请写明理由')").waitFor();
        part.locator("[name=reason]").fill("已调离本单位，改由牵头人核对");
        picture(page, "acts-4-release");
        part.locator("button:has-text('取消')").click();
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator(".taking-back"))
                .hasCount(1);
        row.locator(".taking-back summary").click();
        row.locator("[name=reason]").fill("不再需要配合");
        row.locator("button:has-text('取消')").click();
        page.locator("details.done:has-text('已取消')").waitFor();
        page.context().close();
        assertThat(jdbc.sql("select count(*) from rectification.co_owner where finding_id = ? and released_at is null")
                        .param(finding)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Clause("S26")
    @Feature(43)
    @DisplayName(
            "A lasting measure of a finding on the long-term list is reported on the page of acts and read at the review")
    void aLastingMeasureIsReportedWhileTheFindingIsOnTheLongTermList() {
        var town = new CheckedRound(port, beans, "gb", 1).planIssued();
        var finding = town.round.ofVillage(1);
        town.planned(finding, "gb-village1");
        town.underVerification(1);
        town.doors.complete(
                Door.LIST,
                "gb-discipline",
                town.doors.task(finding, CheckedRound.VERIFY),
                Map.of(
                        "verdict", "LONG_TERM",
                        "reason", "制度执行需持续观察。",
                        "noSheetReason", "停电，签名件次日补扫。",
                        "nextReviewOn", town.round.today().plusDays(5).toString()));
        town.round.technicalStepsAreDone();
        officeSeesWhoseTaskItIs(town, finding);
        town.doors.complete(
                Door.LIST,
                "office",
                town.doors.task(finding, "userTask_consentLongTerm"),
                Map.of("answer", "AGREE", "reason", "同意。"));
        town.round.technicalStepsAreDone();
        assertThat(findings.get(finding).state()).isEqualTo(FindingState.LONG_TERM);

        var page = browser.list("gb-village1", "acts.html?act=measure");
        var row = open(page);
        assertThat(row.innerText()).contains("长期坚持").doesNotContain("【当下改】补齐审批手续\n报告完成");
        row.locator(".measure-report summary").click();
        row.locator("[name=report]").fill("管理办法已经村民代表会议通过并张榜公布。");
        row.locator("button:has-text('报告本条措施完成')").click();
        row.locator(".refusal:has-text('请上传佐证材料')").waitFor();
        row.locator("[name='evidence.0.kind']").selectOption("RULE");
        row.locator("[name='evidence.0.representsOn']").fill(town.round.today().toString());
        row.locator("input[type=file]")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "管理办法.pdf", "application/pdf", org.rectification.demo.Papers.pdf("管理办法（演示）", "第一条")));
        row.locator(".files-name:has-text('管理办法.pdf')").waitFor();
        picture(page, "acts-5-lasting-measure");
        row.locator("button:has-text('报告本条措施完成')").click();
        page.locator("details.done:has-text('长久立措施已全部报告')").waitFor();
        page.context().close();

        town.clockTo(town.round.today().plusDays(5));
        page = browser.list("gb-discipline", "?kind=follow");
        page.locator(".proof-lines").first().waitFor();
        assertThat(page.locator(".row").first().innerText()).contains("管理办法已经村民代表会议通过并张榜公布");
        picture(page, "acts-6-review");
        page.context().close();
    }

    /** The card of a task of a county body names the organisation; a task without a finding has no link to one. */
    private void officeSeesWhoseTaskItIs(CheckedRound town, String finding) {
        var tasklist = TasklistPage.of(browser, "office", Date.from(clock.instant()))
                .open(town.doors.task(finding, "userTask_consentLongTerm"));
        var page = tasklist.page();
        page.locator(".finding-link:visible").waitFor();
        Browser.screenshot(page, "acts-12-task-of-a-finding");
        page.locator(".task-filters .item:has-text('本机构待办') a").first().click();
        page.locator("ol.tasks-list .card-subject:has-text('大坪镇党委（演示），')")
                .first()
                .waitFor();
        assertThat(page.locator("ol.tasks-list").innerText()).doesNotContain("gb-town");
        Browser.screenshot(page, "acts-7-office-cards");
        tasklist.close();

        var clerk = TasklistPage.of(browser, "gb-clerk", Date.from(clock.instant()))
                .open(town.round.task("userTask_collectReceipts"));
        clerk.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertThat(clerk.page().locator(".finding-link:visible").count())
                .as("a task about no finding")
                .isZero();
        Browser.screenshot(clerk.page(), "acts-8-task-without-a-finding");
        clerk.close();
    }

    @Test
    @Feature(58)
    void administratorsAndTheInspectionOfficeFindTheirPagesInTheMenu() {
        var page = browser.list("admin", "people.html");
        page.locator("nav.rooms a").first().waitFor();
        assertThat(page.locator("nav.rooms a").allInnerTexts()).containsExactly("人员和分工", "工作日历", "期限口径");
        page.locator("table.plain").first().waitFor();
        Browser.readable(page, "acts-9-admin-menu");
        page.locator("nav.rooms a:has-text('工作日历')").click();
        page.locator("nav.rooms a[aria-current]:has-text('工作日历')").waitFor();
        Browser.readable(page, "acts-10-admin-calendar");
        page.context().close();

        page = browser.list("office", "people.html");
        page.locator("h2:has-text('变动记录')").waitFor();
        page.locator("nav.rooms a[aria-current]:has-text('人员和分工')").waitFor();
        assertThat(page.locator("main").innerText()).contains("人员和分工由系统管理员维护").doesNotContain("核对");
        assertThat(page.locator("#accounts").isVisible()).isFalse();
        Browser.readable(page, "acts-11-office-people");
        page.context().close();
    }

    private static Locator open(Page page) {
        var row = page.locator("details.row:not(.done)").first();
        row.waitFor();
        if (row.getAttribute("open") == null) {
            row.locator("summary").first().click();
        }
        row.locator(".step").waitFor();
        return row;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(java.nio.file.Path.of("target", "screenshots", name + ".png")));
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " fits the window")
                .isEqualTo(true);
        assertThat(page.locator("main").innerText()).as(name).doesNotContain("undefined", "null", "[object", "LASTING");
    }
}
