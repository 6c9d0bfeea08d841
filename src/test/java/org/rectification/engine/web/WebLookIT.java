package org.rectification.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rectification.support.Browser;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people see of the web applications in a browser: Chinese, the grade of the system, nothing of the vendor. */
@RectificationTest
class WebLookIT {

    private static final String GRADE = "非涉密系统，严禁录入、上传国家秘密";

    /** A label that has no text shows its key. */
    private static final Pattern RAW_KEY = Pattern.compile("[A-Z]{3,}_[A-Z_]{3,}");

    private static final Pattern ENGLISH =
            Pattern.compile("[A-Za-z]{3,} [a-z]{2,}|Camunda|Cockpit|Tasklist|Welcome|Admin");

    private static final String REFUSED = ".alert-danger .status:text('登录失败')";

    private static Browser browser;

    @Autowired
    ProcessEngine engine;

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
    void loginPage() {
        var page = browser.open("/camunda/app/tasklist/default/#/login");
        page.waitForSelector(".form-signin button[type=submit]");
        Browser.screenshot(page, "look-login");
        assertThat(page.locator(".form-signin button[type=submit]").innerText()).isEqualTo("登录");
        looksChinese(page, "巡察整改 待办任务");
    }

    @Test
    void refusedLoginIsToldInChineseAwayFromTheButton() {
        var page = browser.open("/camunda/app/tasklist/default/#/login");
        page.fill(".form-signin input[type=text]", "nobody");
        page.fill(".form-signin input[type=password]", "wrong");
        page.click(".form-signin button[type=submit]");
        page.waitForSelector(REFUSED);
        Browser.screenshot(page, "look-login-refused");
        assertThat(page.locator(".alert-danger").first().innerText()).contains("用户名或密码错误");
        looksChinese(page, "巡察整改 待办任务");
    }

    @Test
    void tasklistLeavesMostOfTheWindowToTheForm() {
        new FormProbe(engine).taskFor("qx-clerk");
        var page = browser.loggedIn("tasklist", "qx-clerk", TestPeople.PASSWORD);
        page.waitForSelector(".tasks-list .task");
        Browser.screenshot(page, "look-tasklist");
        looksChinese(page, "巡察整改 待办任务");
        assertThat(page.locator(".column-right").boundingBox().width).isGreaterThan(900);
        assertThat(page.locator(".create-task-action").isVisible()).isFalse();
    }

    @Test
    void formSaysInChineseWhatIsMissing() {
        var task = new FormProbe(engine).taskFor("qx-clerk");
        var page = browser.loggedIn("tasklist", "qx-clerk", TestPeople.PASSWORD);
        page.navigate(page.url().replaceFirst("#.*", "#/?task=" + task));
        page.waitForSelector(".fjs-container input");
        page.click(".form-actions button.btn-primary");
        page.waitForSelector(".fjs-form-field-error");
        Browser.screenshot(page, "look-form");
        assertThat(page.locator(".fjs-form-field-error").allInnerTexts()).contains("此项必填。");
        var notice = page.locator(".page-notifications .alert").first().boundingBox();
        assertThat(notice.y + notice.height)
                .as("the notice ends above the button")
                .isLessThan(page.locator(".form-actions button.btn-primary").boundingBox().y);
        assertThat(page.locator(".fjs-container .flatpickr-input").getAttribute("placeholder"))
                .isEqualTo("年/月/日");
        page.click(".fjs-container .flatpickr-input");
        Browser.screenshot(page, "look-form-calendar");
        assertThat(page.locator(".flatpickr-calendar.open .flatpickr-weekday").allInnerTexts())
                .containsExactlyInAnyOrder("一", "二", "三", "四", "五", "六", "日");
        looksChinese(page, "巡察整改 待办任务");
    }

    @Test
    void tasklistLeadsToTheListsInTheSameWindow() {
        var page = browser.loggedIn("tasklist", "qx-clerk", TestPeople.PASSWORD);
        page.click("text=我的清单");
        page.waitForURL("**/camunda/lists/");
        page.waitForSelector(".who:not(:empty)");
        Browser.screenshot(page, "look-lists");
        assertThat(page.title()).contains("我的清单");
        assertThat(page.context().pages()).hasSize(1);
    }

    @Test
    void otherApplicationsAreOfferedUnderChineseNames() {
        var page = browser.loggedIn("admin", "admin", TestPeople.PASSWORD);
        Browser.screenshot(page, "look-admin");
        looksChinese(page, "巡察整改 系统管理");
        page.click(".app-switch .dropdown-toggle");
        Browser.screenshot(page, "look-admin-applications");
        assertThat(page.locator(".app-switch .dropdown-menu li").allInnerTexts())
                .contains("待办任务", "流程监控");
        page.navigate(page.url().replaceFirst("#.*", "#/users"));
        page.waitForSelector("td:has-text('qx-clerk')");
        Browser.screenshot(page, "look-admin-users");
        looksChinese(page, "巡察整改 系统管理");
    }

    @Test
    void cockpit() {
        var page = browser.loggedIn("cockpit", "office", TestPeople.PASSWORD);
        Browser.screenshot(page, "look-cockpit");
        looksChinese(page, "巡察整改 流程监控");
        page.navigate(page.url().replaceFirst("#.*", "#/processes"));
        page.waitForSelector("td:has-text('巡察整改')");
        Browser.screenshot(page, "look-cockpit-processes");
        looksChinese(page, "巡察整改 流程监控");
    }

    @Test
    void startPage() {
        var page = browser.loggedIn("welcome", "qx-clerk", TestPeople.PASSWORD);
        Browser.screenshot(page, "look-welcome");
        looksChinese(page, "巡察整改 首页");
    }

    private static void looksChinese(Page page, String title) {
        String shown = page.locator("body").innerText();
        assertThat(shown).doesNotContainPattern(RAW_KEY).doesNotContainPattern(ENGLISH);
        assertThat(page.title()).startsWith(title).doesNotContainPattern(ENGLISH);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
        assertThat(page.locator(".ce-eol-banner").isVisible()).isFalse();
        assertThat(page.evaluate(
                        "() => getComputedStyle(document.querySelector('[cam-widget-header]'), '::before').content"))
                .isEqualTo('"' + GRADE + '"');
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }
}
