package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.YearNotice;
import org.rectification.engine.clock.RehearsalClock;
import org.rectification.people.PeopleRegister;
import org.rectification.schedule.CalendarImport;
import org.rectification.support.Browser;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A round that runs over New Year, for which there is no notice yet: whoever reads a day reads that it may change. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-12-07T09:33:00+08:00")
@Feature({62, 67})
class ProvisionalInTheBrowserIT {

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private CalendarImport imports;

    @Autowired
    private Clock clock;

    @Autowired
    private RehearsalClock rehearsal;

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

    private Page at(String person, String page) {
        var window = browser.loggedIn("tasklist", person, TestPeople.PASSWORD);
        window.navigate(window.url().replaceFirst("/camunda/.*", "/camunda/lists/" + page));
        return window;
    }

    private static void looksRight(Page page, String picture) {
        Browser.screenshot(page, picture);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(picture + " fits the window")
                .isEqualTo(true);
        assertThat(page.locator("main").innerText()).doesNotContain("undefined", "null", "[object", "NaN");
    }

    private String form(String person, String task) {
        return http.withBasicAuth(person, TestPeople.PASSWORD)
                .getForObject("/engine-rest/task/" + task + "/form-variables?deserializeValues=false", String.class);
    }

    private List<String> limitsInTheExport(String round) throws IOException {
        var file = http.withBasicAuth("office", TestPeople.PASSWORD)
                .getForObject("/api/ledger.xlsx?round=" + round, byte[].class);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = workbook.getSheetAt(0);
            var column = 0;
            for (var cell : sheet.getRow(0)) {
                if (cell.getStringCellValue().startsWith("现行时限")) {
                    column = cell.getColumnIndex();
                }
            }
            var limits = new java.util.ArrayList<String>();
            for (Row row : sheet) {
                if (row.getRowNum() > 0) {
                    limits.add(row.getCell(column).getStringCellValue());
                }
            }
            return limits;
        }
    }

    @Test
    @DisplayName(
            "Ledger, export, finding, form, meetings: 暂定 until the notice is out, then no more, though no day moves")
    void everyShownDayIsMarkedUntilTheNoticeIsOut() throws IOException {
        var round = new OpenRound(port, jdbc, register, "pm").registered().opened();
        var finding = round.ofTown(1);
        var task = jdbc.sql(
                        """
                        select t.id_ from act_ru_task t join rectification.finding f on f.process_instance_id = t.proc_inst_id_
                         where f.id = ? and t.task_def_key_ = 'userTask_rectifyFinding'""")
                .param(finding)
                .query(String.class)
                .single();
        var person = jdbc.sql("select responsible_person from rectification.finding where id = ?")
                .param(finding)
                .query(String.class)
                .single();

        var ledger = at("pm-clerk", "ledger.html?round=" + round.roundId());
        ledger.locator("table.ledger .tag.wait").first().waitFor();
        looksRight(ledger, "provisional-1-ledger");
        ledger.locator("a:has-text('期限依据')").last().click();
        ledger.locator("h2:has-text('反馈会口径')").waitFor();
        assertThat(ledger.url()).endsWith("rules.html?round=" + round.roundId());
        ledger.context().close();

        var page = at("pm-clerk", "finding.html?id=" + finding);
        page.locator(".facts .tag.wait").waitFor();
        looksRight(page, "provisional-2-finding");
        assertThat(page.locator(".facts a:has-text('期限依据')").getAttribute("href"))
                .isEqualTo("rules.html?round=" + round.roundId());
        page.context().close();

        var meetings = at("pm-clerk", "meetings.html");
        meetings.locator(".counts .tag.wait").first().waitFor();
        looksRight(meetings, "provisional-3-meetings");
        meetings.context().close();

        assertThat(limitsInTheExport(round.roundId())).isNotEmpty().allMatch(day -> day.endsWith("（暂定）"));
        assertThat(form(person, task)).contains("2027-03-05（暂定）");
        var tasklist =
                TasklistPage.of(browser, person, Date.from(clock.instant())).open(task);
        assertThat(tasklist.form().innerText()).contains("2027-03-05（暂定）");
        Browser.screenshot(tasklist.page(), "provisional-4-form");
        tasklist.page().context().close();

        rehearsal.moveTo(OffsetDateTime.parse("2027-02-01T09:30:00+08:00").toInstant());
        var list = at(person, "?kind=progress");
        list.locator("h2:has-text('整改进展') .tag.wait").first().waitFor();
        looksRight(list, "provisional-5-progress-list");
        list.context().close();
        var reports = at("office", "reports.html");
        reports.locator("main .tag.wait").first().waitFor();
        looksRight(reports, "provisional-6-reports");
        reports.context().close();
        var hearing = at("pm-clerk", "hearing.html");
        hearing.locator("main .tag.wait").first().waitFor();
        looksRight(hearing, "provisional-7-hearing");
        hearing.context().close();

        // The notice says what the festivals say anyway for the day of completion: nothing of the findings moves.
        var notice = new YearNotice(
                2027,
                List.of(
                        new YearNotice.Day(LocalDate.of(2027, 1, 1), YearNotice.Kind.HOLIDAY, "元旦"),
                        new YearNotice.Day(LocalDate.of(2027, 2, 8), YearNotice.Kind.HOLIDAY, "春节")));
        imports.confirm(notice, "演示通知", imports.preview(notice, "演示通知", "admin").fingerprint(), "admin");

        assertThat(form(person, task)).contains("2027-03-05").doesNotContain("暂定");
        assertThat(limitsInTheExport(round.roundId())).isNotEmpty().noneMatch(day -> day.contains("暂定"));
        var seen = http.withBasicAuth("pm-clerk", TestPeople.PASSWORD)
                .getForObject("/api/findings?round=" + round.roundId(), JsonNode.class);
        assertThat(seen.findValuesAsText("provisional")).isNotEmpty().containsOnly("false");
    }
}
