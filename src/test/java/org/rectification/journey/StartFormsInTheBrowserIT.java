package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.support.Browser;
import org.rectification.support.Clause;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What supervisors start with the mouse: a round from the Excel template, and a suggestion by hand. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:00:00+08:00")
class StartFormsInTheBrowserIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static Browser browser;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient jdbc;

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
    @DisplayName("A round is uploaded, corrected, confirmed and started; nothing is stored before the confirmation")
    void roundFromTheTemplate() throws IOException {
        var template = http.withBasicAuth("office", TestPeople.PASSWORD)
                .getForObject("/api/inspection-rounds/template.xlsx", byte[].class);
        var page = startForm("office", "巡察整改轮次", ".start-round .choose");
        Browser.screenshot(page, "start-01-empty");

        choose(page, SmallWorkbook.filledIn(template, "不知道"));
        page.locator("#startRoundResult table").first().waitFor();
        Browser.screenshot(page, "start-02-row-errors");
        assertThat(page.locator("#startRoundResult").innerText()).contains("问题类别", "以下各处需要更正");
        assertThat(page.locator("#startRoundConfirmed").isDisabled()).isTrue();

        choose(page, SmallWorkbook.filledIn(template, "群众身边腐败和不正之风"));
        page.locator("#startRoundResult .good").waitFor();
        assertThat(rounds()).isZero();
        page.locator("#startRoundConfirmed").check();
        Browser.screenshot(page, "start-03-confirmed");
        start(page);
        assertThat(rounds()).isEqualTo(1);
    }

    @Test
    @DisplayName("A supervisor is shown the form of a suggestion, and told in Chinese what is missing")
    void suggestionByHand() {
        var page = startForm("discipline", "整改问责", ".fjs-container input");
        Browser.screenshot(page, "start-04-suggestion");
        assertThat(page.locator(".fjs-container").innerText()).contains("提出整改问责建议", "发现的情形", "主要事实");
        page.locator(".modal-footer .btn-primary").click();
        page.locator(".fjs-form-field-error").first().waitFor();
        Browser.screenshot(page, "start-05-suggestion-incomplete");
        assertThat(page.locator(".fjs-form-field-error").allInnerTexts()).contains("此项必填。");
        page.context().close();
    }

    @Test
    @Clause("S36")
    @DisplayName("A notice is sent with the form; what is missing is said in Chinese and what was typed stays")
    void noticeByHand() {
        var page = startForm("cadre", "督办", ".fjs-container input");
        assertThat(page.locator(".fjs-container").innerText()).contains("发出督办", "督办事项和办理要求", "回复期限");
        Browser.screenshot(page, "start-06-notice");
        page.locator(".modal-footer .btn-primary").click();
        page.locator(".fjs-form-field-error").first().waitFor();
        assertThat(page.locator(".fjs-form-field-error").allInnerTexts()).contains("此项必填。");
        for (var typed : Map.of(
                        "巡察轮次", "第九十九轮",
                        "批次", "第一批次",
                        "被巡察党组织", "无此镇党委",
                        "督办事由", "干部档案补正",
                        "督办事项和办理要求", "请补正并回复。")
                .entrySet()) {
            page.locator(".fjs-container").getByLabel(typed.getKey()).first().fill(typed.getValue());
            page.locator(".fjs-container").getByLabel(typed.getKey()).first().blur();
        }
        page.locator(".modal-footer .btn-primary").click();
        page.locator("text=没有找到这个轮次、批次中的这个党组织").first().waitFor();
        Browser.screenshot(page, "start-07-notice-refused");
        assertThat(page.locator(".fjs-container").getByLabel("督办事由").first().inputValue())
                .isEqualTo("干部档案补正");
        page.context().close();
    }

    private long rounds() {
        return jdbc.sql("select count(*) from rectification.round where round_number = '第十五轮'")
                .query(Long.class)
                .single();
    }

    private static Page startForm(String login, String process, String field) {
        var page = browser.loggedIn("tasklist", login, TestPeople.PASSWORD);
        page.locator("a:has-text('启动流程')").first().click();
        page.locator(".modal-content a:has-text('" + process + "')").first().click();
        page.locator(field).first().waitFor();
        return page;
    }

    private static void choose(Page page, byte[] workbook) {
        page.locator("#startRoundFile").setInputFiles(new FilePayload("第十五轮.xlsx", XLSX, workbook));
    }

    private static void start(Page page) {
        page.locator(".modal-footer .btn-primary").click();
        page.locator(".modal-content").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.context().close();
    }
}
