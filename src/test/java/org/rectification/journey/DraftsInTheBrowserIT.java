package org.rectification.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Browser;
import org.rectification.support.EveryDoor;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What people type survives, and stays theirs, also at a PC that others use. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Feature(23)
class DraftsInTheBrowserIT {

    private static final String HALF = "三项工程已补齐验收签字，";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private Clock clock;

    private Browser browser;
    private OpenRound round;
    private String task;
    private String owner;

    @BeforeEach
    void roundIsOpen() {
        if (round != null) {
            return;
        }
        browser = Browser.at(port);
        round = new OpenRound(port, jdbc, register, "db").registered().opened();
        task = new EveryDoor(port, jdbc).task(round.ofVillage(1), "userTask_rectifyFinding");
        owner = jdbc.sql("select assignee_ from act_ru_task where id_ = ?")
                .param(task)
                .query(String.class)
                .single();
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @DisplayName("Row 23: type half a report, reload, log in again: the text is still there, and for nobody else")
    void halfAReportIsStillThereAfterReloadAndNewLogin() {
        var tasklist =
                TasklistPage.of(browser, owner, Date.from(clock.instant())).open(task);
        tasklist.form().getByLabel("整改结果").first().pressSequentially(HALF);
        tasklist.form().getByLabel("整改结果").first().blur();
        note(tasklist.page(), "已自动保存 09:3");
        var rows = tasklist.form().getByLabel("措施内容");
        int before = rows.count();
        tasklist.form().locator(".fjs-repeat-render-add").first().click();
        rows.nth(before).fill("修订工程验收制度");
        rows.nth(before).blur();
        kept("修订工程验收制度");
        Browser.screenshot(tasklist.page(), "draft-kept");
        assertThat(browserHolds(tasklist.page())).isEmpty();

        tasklist.page().reload();
        tasklist.form().waitFor();
        assertThat(tasklist.form().getByLabel("整改结果").first()).hasValue(HALF);
        assertThat(tasklist.form().getByLabel("措施内容").nth(before)).hasValue("修订工程验收制度");
        note(tasklist.page(), "已恢复 09:3");
        Browser.screenshot(tasklist.page(), "draft-restored");

        // The next person at the same PC.
        tasklist.page().locator(".account .dropdown-toggle, .account a").first().click();
        tasklist.page().locator("a:has-text('退出')").first().click();
        tasklist.page().locator(".form-signin").first().waitFor();
        assertThat(browserHolds(tasklist.page())).isEmpty();
        assertThat(tasklist.page().content()).doesNotContain(HALF);
        tasklist.close();

        var clerk = browser.loggedIn("tasklist", "db-clerk", TestPeople.PASSWORD);
        assertThat(clerk.request().get(address("/api/drafts/task/" + task)).status())
                .isEqualTo(404);
        clerk.context().close();

        // Another PC, days later: the same person goes on and hands it in.
        var again = TasklistPage.of(browser, owner, Date.from(clock.instant())).open(task);
        assertThat(again.form().getByLabel("整改结果").first()).hasValue(HALF);
        again.page().locator(".draft-note button").click();
        again.form().waitFor();
        assertThat(again.form().getByLabel("整改结果").first()).hasValue("");
        assertThat(drafts()).isZero();
        again.close();
    }

    @Test
    @DisplayName("Row 23: a row of a list page keeps what was typed, rows of measures included")
    void aListPageKeepsWhatWasTyped() {
        var page = browser.loggedIn("tasklist", "db-person1", TestPeople.PASSWORD);
        page.navigate(address("/camunda/lists/?kind=work"));
        var row = page.locator("details.row").first();
        openRow(page);
        row.locator("[name=result]").fill(HALF);
        row.locator("button:has-text('增加一条措施')").click();
        var last = row.locator("[name^='measures.'][name$='.text']").count() - 1;
        row.locator("[name='measures." + last + ".text']").fill("修订工程验收制度");
        note(page, "已自动保存");
        Browser.screenshot(page, "draft-kept-in-the-list");

        page.reload();
        openRow(page);
        assertThat(row.locator("[name=result]")).hasValue(HALF);
        assertThat(row.locator("[name='measures." + last + ".text']")).hasValue("修订工程验收制度");
        note(page, "已恢复");
        assertThat(browserHolds(page)).isEmpty();
        Browser.screenshot(page, "draft-restored-in-the-list");

        row.locator(".draft-note button").click();
        assertThat(row.locator("[name=result]")).hasValue("");
        page.context().close();
    }

    @Test
    @DisplayName("Personal data are warned about at the field while they are typed, and kept in no draft")
    void personalDataAreWarnedAboutWhileTyping() {
        var tasklist = TasklistPage.of(browser, "db-secretary", Date.from(clock.instant()))
                .open(round.task("userTask_signForFeedback"));
        var statement = tasklist.form().getByLabel("表态发言").first();
        statement.pressSequentially("联系13812345678");
        var hint = tasklist.form().locator(".personal-data");
        assertThat(hint).containsText("含有手机号，个人信息不得写入");
        note(tasklist.page(), "删除后才会自动保存");
        Browser.screenshot(tasklist.page(), "personal-data-warned");
        statement.fill("照单全收");
        assertThat(hint).hasCount(0);
        note(tasklist.page(), "已自动保存");
        tasklist.close();

        var page = browser.loggedIn("tasklist", "db-person2", TestPeople.PASSWORD);
        page.navigate(address("/camunda/lists/?kind=work"));
        openRow(page);
        page.locator("[name=result]").fill("王某350902198002291234已退款");
        assertThat(page.locator(".personal-data")).containsText("含有身份证号");
        Browser.screenshot(page, "personal-data-warned-in-the-list");
        page.context().close();
    }

    private static void openRow(Page page) {
        var row = page.locator("details.row").first();
        row.waitFor();
        if (row.getAttribute("open") == null) {
            row.locator("summary").click();
        }
        row.locator("[name=result]").waitFor();
        page.waitForTimeout(300);
    }

    private static void note(Page page, String text) {
        page.locator(".draft-note:has-text('" + text + "')").first().waitFor();
    }

    /** Until the server has it. */
    private void kept(String text) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select count(*) from rectification.draft where subject_id = ? and entry like ?")
                                .params(task, "%" + text + "%")
                                .query(Long.class)
                                .single()
                        == 1);
    }

    private long drafts() {
        return jdbc.sql("select count(*) from rectification.draft where subject_id = ?")
                .param(task)
                .query(Long.class)
                .single();
    }

    /** Whatever of a form the browser itself remembers. */
    private static String browserHolds(Page page) {
        return String.valueOf(
                page.evaluate(
                        """
                () => [...Object.entries(localStorage), ...Object.entries(sessionStorage)]
                  .filter(([key, value]) => /camunda-form|camForm/.test(key) || value.includes('验收'))
                  .map(([key]) => key).join()"""));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
