package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rectification.demo.Papers;
import org.rectification.file.StoredFiles;
import org.rectification.people.PeopleRegister;
import org.rectification.plan.PlanLines;
import org.rectification.plan.PlanRoad;
import org.rectification.plan.sheet.FilledSheet;
import org.rectification.support.Browser;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The ledger leaves by a click, comes back changed, and tells what would differ; a notice is read and told about. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class ExcelInTheBrowserIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private PlanLines lines;

    @Autowired
    private StoredFiles files;

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
    @Clause({"S19", "S20"})
    @Feature(15)
    void theClerkAmendsTheIssuedPlanByTheLedgersExcelAndSeesExactlyWhatDiffers() throws IOException {
        var road = new PlanRoad(port, jdbc, register, lines, files, "xb")
                .drafted()
                .deliberated()
                .agreed()
                .issued();
        var page = browser.loggedIn("tasklist", "xb-clerk", TestPeople.PASSWORD);
        open(
                page,
                "plan-versions.html?round=" + road.round().roundId() + "&organisation="
                        + road.round().town() + "&part=amendments");
        page.locator("[name=reason]").fill("分工调整，措施细化");
        page.locator("button:has-text('提出方案调整')").click();
        page.locator("a:has-text('导出整改台账')").waitFor();
        var download =
                page.waitForDownload(() -> page.locator("a:has-text('导出整改台账')").click());
        assertThat(download.suggestedFilename()).isEqualTo("整改台账.xlsx");
        var sheet = new FilledSheet(Files.readAllBytes(download.path()));
        sheet.set(sheet.rowOf(road.round().ofTown(1)), "责任人员", "甲xb-person4（办公室主任）");
        sheet.set(sheet.rowOf(road.round().ofTown(2)), "措施1内容", "10日内逐笔核对、补齐审批手续并公示");
        sheet.set(sheet.rowOf(road.round().ofVillage(1)), "整改时限", "月底");
        page.locator("#amendmentSheet").setInputFiles(new FilePayload("整改台账.xlsx", XLSX, sheet.file()));
        page.locator(".sheet-sums").waitFor();
        assertThat(page.locator(".sheet-sums").innerText()).isEqualTo("共 3 行，没有改动 0 行，列入本次调整 2 行，需要更正 1 行。");
        assertThat(page.locator(".sheet-problems tbody tr").allInnerTexts())
                .singleElement()
                .asString()
                .contains("第4行", "整改时限", "“月底”不是日期");
        assertThat(page.locator(".amended tbody tr").allInnerTexts()).hasSize(2);
        Browser.readable(page, "excel-01-amendment");
        page.locator("button:has-text('报送巡察办')").click();
        page.locator(".refusal").waitFor();
        assertThat(page.locator(".refusal").innerText()).contains("请上传党委会会议记录或纪要。");
        assertThat(page.locator(".amended tbody tr").allInnerTexts())
                .as("what was read stays")
                .hasSize(2);
        page.locator("[name=meetingOn]").fill(road.today().toString());
        page.locator(".files input[type=file]")
                .setInputFiles(new FilePayload("党委会会议记录.pdf", "application/pdf", Papers.pdf("党委会会议记录", "演示")));
        page.locator(".files-list a").waitFor();
        page.locator("button:has-text('报送巡察办')").click();
        page.locator("h3:has-text('已报巡察办')").waitFor();
        page.context().close();
        road.complete("office", road.round().task("userTask_consentToAmendment"), Map.of("decision", "CONSENT"));
        var office = browser.loggedIn("tasklist", "office", TestPeople.PASSWORD);
        open(
                office,
                "plan-versions.html?round=" + road.round().roundId() + "&organisation="
                        + road.round().town() + "&part=versions");
        office.locator("ins").first().waitFor();
        assertThat(office.locator("ins").allInnerTexts()).hasSize(2);
        Browser.readable(office, "excel-02-versions");
        office.context().close();
    }

    @Test
    @Clause({"S02", "S03", "S24"})
    @Feature(20)
    void aNoticeIsReadOnTheFindingsPageToldAboutAndMarkedInTheLedger() {
        var round = new OpenRound(port, jdbc, register, "xi")
                .withNotice(LocalDate.of(2026, 2, 3), "立〔2026〕1号", LocalDate.of(2026, 3, 20))
                .registered()
                .opened();
        var page = browser.loggedIn("tasklist", "xi-clerk", TestPeople.PASSWORD);
        open(page, "finding.html?id=" + round.ofTown(1));
        page.locator("#immediate").waitFor();
        assertThat(page.locator("#immediate").innerText())
                .contains("立行立改通知", "立〔2026〕1号", "2026-02-03", "2026-03-20", "尚未登记");
        page.locator("#immediate summary").click();
        page.locator("#immediate button:has-text('保存')").click();
        page.locator("#immediate .refusal").waitFor();
        assertThat(page.locator("#immediate .refusal").innerText()).isEqualTo("请填写办理情况。");
        page.locator("#immediate textarea").fill("已退还8户补贴，并在村务公开栏公示7日。");
        page.locator("#immediate").scrollIntoViewIfNeeded();
        Browser.screenshot(page, "immediate-01-told");
        page.locator("#immediate button:has-text('保存')").click();
        page.locator("#immediate summary:has-text('更新办理情况')").waitFor();
        assertThat(page.locator("#immediate").innerText()).contains("已退还8户补贴，并在村务公开栏公示7日。", "2026-03-10");
        page.locator("#immediate").scrollIntoViewIfNeeded();
        Browser.readable(page, "immediate-02-finding");
        open(page, "ledger.html?round=" + round.roundId() + "&organisation=" + round.town());
        page.locator("#rows .tag:has-text('立行立改 2026-03-20前')").waitFor();
        page.locator("#rows").scrollIntoViewIfNeeded();
        Browser.readable(page, "immediate-03-ledger");
        page.context().close();
    }

    private static void open(Page page, String list) {
        page.navigate(page.url().replaceFirst("/camunda/.*", "/camunda/lists/" + list));
    }
}
