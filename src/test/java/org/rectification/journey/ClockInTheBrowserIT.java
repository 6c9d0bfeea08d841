package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Browser;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The clock as people see it: grounds of each date, an own profile, a year's notice, another profile for a round. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-11-25T09:31:00+08:00")
@Feature({62, 67})
class ClockInTheBrowserIT {

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private PeopleRegister register;

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

    private static Page at(String application, String person, String page) {
        var window = browser.loggedIn(application, person, TestPeople.PASSWORD);
        window.navigate(window.url().replaceFirst("/camunda/.*", "/camunda/lists/" + page));
        window.locator("main table.plain").first().waitFor();
        return window;
    }

    private static void looksRight(Page page, String picture) {
        Browser.screenshot(page, picture);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(picture + " fits the window")
                .isEqualTo(true);
        assertThat(page.locator("main").innerText()).doesNotContain("undefined", "null", "[object", "NaN");
    }

    @Test
    void theClerkReadsWhyADateIsWhatItIs() {
        new OpenRound(port, jdbc, register, "cb").registered().opened();
        var page = at("tasklist", "cb-clerk", "rules.html");
        assertThat(page.locator("nav.rooms a[aria-current]").innerText()).isEqualTo("期限依据");
        page.locator("tr:has-text('报送整改方案') summary").click();
        looksRight(page, "rule-clock-clerk");

        var plan = page.locator("tr:has-text('报送整改方案')").innerText();
        assertThat(plan).contains("2026-12-16", "S18", "本地默认", "自次日起数15个工作日");
        assertThat(page.locator("tr:has-text('完成集中整改') .wait").first().innerText())
                .isEqualTo("暂定");
        assertThat(page.locator("#switch").count()).isZero();
        page.context().close();
    }

    @Test
    void theSupervisorReadsTheDatesBesideTheRunningCase() {
        var round = new OpenRound(port, jdbc, register, "ck").registered().opened();
        var instance = jdbc.sql("select proc_inst_id_ from act_ru_task where id_ = ?")
                .param(round.task("userTask_collectReceipts"))
                .query(String.class)
                .single();
        var page = browser.loggedIn("cockpit", "office", TestPeople.PASSWORD);
        page.navigate(page.url().replaceFirst("#.*", "#/process-instance/" + instance + "/runtime"));
        page.locator("a:has-text('期限依据')").first().click();
        var plan = page.locator(".rule-clock tr:has-text('报送整改方案')").first();
        plan.locator("summary").click();
        Browser.screenshot(page, "rule-clock-cockpit");
        assertThat(plan.innerText()).contains("2026-12-16", "S18", "本地默认", "自次日起数15个工作日");
        assertThat(page.locator(".rule-clock").count())
                .as("of this organisation only")
                .isOne();
        page.context().close();
    }

    @Test
    void theOfficeSeesEveryChangedDateBeforeTheRoundGoesOver() {
        var round = new OpenRound(port, jdbc, register, "cc").registered();
        var page = at("tasklist", "office", "rules.html?round=" + round.roundId());
        page.locator("#profile").selectOption("reg-2024");
        page.locator("button:has-text('预览变动')").click();
        page.locator("#moves").waitFor();
        looksRight(page, "profile-switch-preview");
        page.locator("button:has-text('确认更换')").click();
        page.locator("[role=alert]:has-text('请填写更换理由')").waitFor();
        page.locator("#reason").fill("本轮按2024年条例执行（演示）");
        page.locator("button:has-text('确认更换')").click();
        page.locator("h2:has-text('2024条例口径')").waitFor();
        looksRight(page, "rule-clock-office");
        page.context().close();
    }

    @Test
    void theAdministratorMakesAProfileOutOfAnExistingOne() {
        var page = at("admin", "admin", "profiles.html");
        page.locator("#base").selectOption("speech-2020");
        page.locator("#name").fill("本县口径（演示）");
        page.locator("tr:has-text('报送整改方案期限') input[type=number]").fill("10");
        page.locator("button:has-text('保存为新口径')").click();
        page.locator("[role=alert]:has-text('请填写决定机关。')").waitFor();
        looksRight(page, "own-profile-refused");
        page.locator("#decidedBy").fill("县委巡察工作领导小组（演示）");
        page.locator("tr:has-text('报送整改方案期限') input[type=text]").fill("领导小组会议明确");
        page.locator("button:has-text('保存为新口径')").click();
        page.locator("[role=status]:has-text('已保存期限口径')").waitFor();
        looksRight(page, "own-profile-saved");
        page.context().close();
    }

    @Test
    void listsNamesAndEveryRungOfTheLadderAreSetAndRefusedFieldByField() {
        var page = at("admin", "admin", "profiles.html");
        page.locator("#base").selectOption("speech-2020");
        page.locator("#name").fill("本县清单口径（演示）");
        page.locator("#decidedBy").fill("县委巡察工作领导小组（演示）");
        set(page, "整改方案审核单位", row -> row.getByLabel("采用市委宣传部").check());
        set(page, "问题类别", row -> row.getByLabel("群众身边腐败和不正之风的名称").fill("整治群众身边不正之风"));
        set(page, "三色预警", row -> row.getByLabel("逾期报监督单位").fill("20"));
        set(page, "整改回访时间（签字后）", row -> row.locator("button:has-text('增加一次')").click());
        set(page, "再次评估期限（公开后）", row -> row.locator("select").first().selectOption("yes"));
        set(page, "反馈前第二次听取汇报的名称", row -> row.locator("input[type=text]")
                .first()
                .fill(""));
        page.locator("button:has-text('保存为新口径')").click();
        page.locator("[role=alert]:has-text('反馈前第二次听取汇报的名称应为1至20个字，不能换行。')").waitFor();
        assertThat(page.locator("[role=alert]").innerText()).contains("三色预警绿色提醒的天数应多于黄色预警", "提出整改问责建议应晚于报监督单位。");
        page.locator("#values").scrollIntoViewIfNeeded();
        looksRight(page, "own-profile-lists-refused");

        set(page, "三色预警", row -> row.getByLabel("逾期报监督单位").fill("10"));
        set(page, "反馈前第二次听取汇报的名称", row -> row.locator("input[type=text]")
                .first()
                .fill("书记专题会（演示）"));
        page.locator("button:has-text('保存为新口径')").click();
        page.locator("[role=status]:has-text('已保存期限口径')").waitFor();
        looksRight(page, "own-profile-lists-saved");
        page.context().close();

        var reader = at("tasklist", "office", "profiles.html");
        reader.locator("#base")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("本县清单口径（演示）"));
        assertThat(reader.locator("#values").innerText())
                .contains(
                        "市委巡察办、纪检监察室、干监室、市委宣传部",
                        "整治群众身边不正之风",
                        "逾期报监督单位10天、逾期提出整改问责建议15天",
                        "90天、12个月、12个月",
                        "书记专题会（演示）",
                        "县委巡察工作领导小组（演示）确定：会议明确",
                        "本地默认：本地自行确定，非法定");
        looksRight(reader, "own-profile-lists-read");
        reader.context().close();
    }

    /** Changes a parameter and says why. */
    private static void set(
            Page page, String parameter, java.util.function.Consumer<com.microsoft.playwright.Locator> change) {
        var row = page.locator("#values tbody tr")
                .filter(new com.microsoft.playwright.Locator.FilterOptions()
                        .setHas(page.locator("td:first-child:text-is('" + parameter + "')")));
        change.accept(row);
        row.locator("td:last-child input").fill("会议明确");
    }

    @Test
    void theAdministratorSeesEveryDateThatMovesBeforeANoticeCounts() {
        new OpenRound(port, jdbc, register, "cd").registered().opened();
        var page = at("admin", "admin", "calendar.html");
        upload(page, "日期,类别,名称\n2027-02-30,放假,春节\n2027-02-05,休息,春节\n");
        page.locator("#errors").waitFor();
        looksRight(page, "calendar-import-errors");
        // The second revisit, a year after completion, falls into these days.
        upload(
                page,
                "日期,类别,名称\n2028-02-21,放假,演示假日\n2028-02-22,放假,演示假日\n2028-02-23,放假,演示假日\n"
                        + "2028-02-24,放假,演示假日\n2028-02-25,放假,演示假日\n2028-02-26,上班,调休上班\n");
        page.locator("#moves").waitFor();
        looksRight(page, "calendar-import-preview");
        page.locator("button:has-text('确认导入并调整日期')").click();
        page.locator("[role=status]:has-text('已导入2028年放假安排')").waitFor();
        looksRight(page, "calendar-imported");
        assertThat(page.locator("#years").innerText()).contains("2028", "2026", "2025");
        page.context().close();
    }

    private static void upload(Page page, String notice) {
        page.locator("#source").fill("国务院办公厅关于部分节假日安排的通知（演示）");
        page.locator("#file")
                .setInputFiles(new FilePayload("放假安排.csv", "text/csv", notice.getBytes(StandardCharsets.UTF_8)));
        page.locator("button:text-is('核对')").click();
    }
}
