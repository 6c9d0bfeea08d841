package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rectification.people.PeopleBook;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Browser;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The administrator's import, naming a substitute, handing over, and the substitute's work, by mouse. */
@RectificationTest
@Feature(29)
class PeopleAndSubstitutesInTheBrowserIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private JdbcClient jdbc;

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

    private Page at(String application, String person, String page) {
        var window = browser.loggedIn(application, person, TestPeople.PASSWORD);
        window.navigate(window.url().replaceFirst("/camunda/.*", "/camunda/lists/" + page));
        window.locator("main h2, main .card").first().waitFor();
        return window;
    }

    private PeopleBook book() {
        return new PeopleBook(http.withBasicAuth("admin", TestPeople.PASSWORD)
                .getForObject("/api/people/template.xlsx", byte[].class));
    }

    private static void looksRight(Page page, String picture) {
        Browser.screenshot(page, picture);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(picture + " fits the window")
                .isEqualTo(true);
        assertThat(page.locator("main").innerText()).doesNotContain("undefined", "null", "[object");
    }

    @Test
    void theAdministratorSeesEveryMistakeThenEveryChangeAndOnlyThenSaves() {
        var page = at("admin", "admin", "people.html");
        var wrong = book().organisation("br-town", "石塘镇党委（演示）")
                .village("br-town", "br-v1", "南屿村（演示）")
                .person("br-one", "高书记", "党委书记", "br-town", "上班")
                .person("br-two", "林干事", "整改办联络员", "br-towm", "在岗")
                .duty("br-two", "包村领导", "br-v9", null, "2025-13-01")
                .file();
        upload(page, wrong);
        page.locator("#errors").waitFor();
        looksRight(page, "people-import-errors");
        assertThat(page.locator("#errors").innerText()).contains("只能填 在岗、离岗。", "“br-towm”不在“单位”表中，也没有登记过。");
        assertThat(page.locator("button:has-text('确认保存')").count()).isZero();

        upload(
                page,
                book().organisation("br-town", "石塘镇党委（演示）")
                        .village("br-town", "br-v1", "南屿村（演示）")
                        .person("br-one", "高书记", "党委书记", "br-town", "在岗")
                        .person("br-two", "林干事", "整改办联络员", "br-town", "在岗")
                        .duty("br-one", "党委书记", null, null, "2025-01-01")
                        .duty("br-two", "整改办", null, null, "2025-01-01")
                        .contact("br-town", "巡察办", "市委巡察办综合科", "郑联络", "0593-1234567")
                        .file());
        page.locator("#changes").waitFor();
        looksRight(page, "people-import-preview");
        assertThat(jdbc.sql("select count(*) from rectification.organisation where id = 'br-town'")
                        .query(Long.class)
                        .single())
                .isZero();
        page.locator("button:has-text('确认保存')").click();
        page.locator("[role=status]:has-text('已保存')").waitFor();
        looksRight(page, "people-import-saved");
        var download = page.waitForDownload(
                () -> page.locator("button:has-text('下载初始密码表')").click());
        assertThat(download.suggestedFilename()).isEqualTo("初始密码表.csv");
        assertThat(jdbc.sql("select count(*) from rectification.person where id in ('br-one', 'br-two')")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        page.context().close();
    }

    private static void upload(Page page, byte[] file) {
        page.locator("#file").setInputFiles(new FilePayload("人员和分工.xlsx", XLSX, file));
        page.locator("button:text-is('核对')").click();
    }

    @Test
    void aPersonWithoutTheRightIsToldSo() {
        var window = browser.loggedIn("tasklist", "qx-clerk", TestPeople.PASSWORD);
        window.navigate(window.url().replaceFirst("/camunda/.*", "/camunda/lists/people.html"));
        window.locator("main:has-text('您没有办理此事项的权限。')").waitFor();
        window.context().close();
    }

    @Test
    void theLeaderNamesASubstituteWhoThenReviewsInTheTaskListAndTheRecordNamesBoth() {
        var round = new OpenRound(port, jdbc, register, "bs9").registered().opened();
        var doors = new EveryDoor(port, jdbc);
        var finding = round.ofVillage(1);
        doors.complete(
                Door.COMPLETE,
                "bs9-village1",
                doors.task(finding, "userTask_rectifyFinding"),
                Map.of(
                        "result", "评议结果已经公示。",
                        "measures", List.of(Map.of("text", "公示", "kind", "NOW", "accountabilityOnly", false)),
                        "documentNumber", "照片3张"));
        round.technicalStepsAreDone();

        var page = at("tasklist", "bs9-leader1", "substitution.html");
        var today = LocalDate.now(clock);
        page.locator("[name=absent]").selectOption("bs9-leader1");
        page.locator("[name=substitute] option[value=bs9-leader2]")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        page.locator("button:has-text('登记代行人')").click();
        page.locator(".refusal").waitFor();
        looksRight(page, "substitution-refused");
        page.locator("[name=substitute]").selectOption("bs9-leader2");
        page.locator("[name=startsOn]").fill(today.toString());
        page.locator("[name=endsOn]").fill(today.plusDays(5).toString());
        page.locator("[name=reason]").fill("到省委党校学习");
        looksRight(page, "substitution-form");
        page.locator("button:has-text('登记代行人')").click();
        page.locator("td:has-text('代行中')").waitFor();
        looksRight(page, "substitution-named");
        page.context().close();

        var list = at("tasklist", "bs9-leader2", "?kind=review");
        list.locator(".tag:has-text('代甲bs9-leader1办理')").waitFor();
        looksRight(list, "substitution-list");
        list.context().close();

        var tasklist = TasklistPage.of(browser, "bs9-leader2", Date.from(clock.instant()));
        tasklist.choose("代行职责待办", "审核整改结果");
        var take = tasklist.page().locator("button.stand-in");
        take.waitFor();
        Browser.screenshot(tasklist.page(), "substitution-tasklist-offered");
        take.click();
        tasklist.page().locator(".unclaim").first().waitFor();
        tasklist.form().waitFor();
        tasklist.tick("审核通过");
        tasklist.seen("substitution-tasklist-taken");
        tasklist.done();
        tasklist.close();
        assertThat(jdbc.sql(
                                """
                                select actor || '代' || on_behalf_of from rectification.event
                                 where finding_id = ? and kind = 'REVIEW_PASSED'""")
                        .param(finding)
                        .query(String.class)
                        .single())
                .isEqualTo("bs9-leader2代bs9-leader1");
    }

    @Test
    void anOfficeIsHandedOverByMouse() {
        new OpenRound(port, jdbc, register, "bs8").registered().opened();
        var page = at("tasklist", "bs8-clerk", "handover.html");
        page.locator("[name=from]").selectOption("bs8-person1");
        page.locator("[name=to] option[value=bs8-person2]")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        page.locator("[name=to]").selectOption("bs8-person2");
        page.locator("[name=reason]").fill("岗位调整");
        looksRight(page, "handover-form");
        page.locator("button:has-text('提出工作交接')").click();
        page.locator("td:has-text('等待移交人确认')").waitFor();
        looksRight(page, "handover-started");
        page.context().close();
        var from = TasklistPage.of(browser, "bs8-person1", Date.from(clock.instant()));
        from.choose("我的待办", "确认移交工作").form().getByLabel("已核对，确认移交").first().check();
        from.seen("handover-from");
        from.done();
        from.close();
        var to = TasklistPage.of(browser, "bs8-person2", Date.from(clock.instant()));
        to.choose("我的待办", "确认接收工作").tick("确认接收").seen("handover-to");
        to.done();
        to.close();
    }
}
