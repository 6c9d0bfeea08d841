package org.rectification.plan.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rectification.ledger.LedgerTest;
import org.rectification.ledger.LedgerTown;
import org.rectification.plan.Plans;
import org.rectification.round.CaseKey;
import org.rectification.support.Browser;
import org.rectification.support.Clause;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The plan sheet as the clerk lives it: from the drafting list, down, filled in, up, two mistakes, confirmed. */
@LedgerTest
@Clause("S18")
class PlanSheetInTheBrowserIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Pattern FOREIGN =
            Pattern.compile("undefined|\\bnull\\b|\\[object|[A-Z]{2,}_[A-Z_]{2,}|[A-Za-z]{3,} [a-z]{2,}");

    private static Browser browser;

    @Autowired
    private LedgerTown town;

    @Autowired
    private Plans plans;

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
    void clerkFillsTheSheetInIsToldOfTwoMistakesAndConfirmsTheRestWithProgress() throws IOException {
        var round = town.round(60, 30);
        var due = town.today().plusDays(40);
        plans.divide("lt-clerk", new CaseKey(round.round(), LedgerTown.TOWN), List.of());
        var page = browser.loggedIn("tasklist", "lt-clerk", TestPeople.PASSWORD);
        page.navigate(page.url().replaceFirst("/camunda/.*", "/camunda/lists/plan-sheet.html?round=" + round.round()));
        page.locator("a:text('下载我可以填写的全部')").waitFor();
        Browser.screenshot(page, "sheet-01-empty");
        looksRight(page);

        var sheet = new FilledSheet(download(page));
        assertThat(sheet.rows()).isEqualTo(300);
        for (int row = 1; row <= 300; row++) {
            sheet.complete(row, due);
        }
        sheet.cell(5, "整改目标").setBlank();
        sheet.set(9, "责任人员", "王五");

        page.locator("#file").setInputFiles(new FilePayload("整改方案编制表.xlsx", XLSX, sheet.file()));
        page.locator("#sums:has-text('可以导入 298 行')").waitFor();
        assertThat(page.locator("#problems").innerText()).contains("整改目标未填写。", "“王五”不在本单位在职人员中");
        Browser.screenshot(page, "sheet-02-looked-at");
        page.locator("#changes").scrollIntoViewIfNeeded();
        Browser.screenshot(page, "sheet-03-changes");
        looksRight(page);

        page.locator("button:text('确认导入 298 行')").click();
        page.locator("#progress progress").waitFor();
        Browser.screenshot(page, "sheet-04-progress");
        page.locator(".outcome:text('导入完成：已保存 298 行。')").waitFor();
        Browser.screenshot(page, "sheet-05-result");
        page.reload();
        page.locator(".outcome:text('导入完成：已保存 298 行。')").waitFor();

        page.locator("a:text('返回编制清单')").click();
        page.locator("a:has-text('上传编制表')").first().waitFor();
        page.context().close();
    }

    private static byte[] download(Page page) throws IOException {
        var download =
                page.waitForDownload(() -> page.locator("a:text('下载我可以填写的全部')").click());
        assertThat(download.suggestedFilename()).isEqualTo("整改方案编制表.xlsx");
        return Files.readAllBytes(download.path());
    }

    private static void looksRight(Page page) {
        assertThat(FOREIGN.matcher(page.locator("body").innerText()).results().map(each -> each.group()))
                .isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no horizontal scroll")
                .isTrue();
    }
}
