package org.rectification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rectification.finding.Findings;
import org.rectification.finding.Owners;
import org.rectification.ledger.LedgerTown.Case;
import org.rectification.support.Browser;
import org.rectification.support.Clause;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ledger and a finding's page as people have them open. */
@LedgerTest
@Clause("S21")
class LedgerInTheBrowserIT {

    private static final Pattern FOREIGN =
            Pattern.compile("undefined|\\bnull\\b|\\[object|[A-Z]{2,}_[A-Z_]{2,}|[A-Za-z]{3,} [a-z]{2,}");

    private static Browser browser;

    @Autowired
    private LedgerTown town;

    @Autowired
    private Findings findings;

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
    void clerkNarrowsTheLedgerDownAndOpensAFinding() {
        var round = town.round(30, 12);
        town.mixed(round);
        var page = browser.loggedIn("tasklist", "lt-clerk", TestPeople.PASSWORD);
        open(page, "ledger.html?organisation=" + LedgerTown.TOWN + "&round=" + round.round());
        found(page, "共 126 条");
        assertThat(page.locator("#rollUp tbody tr"))
                .satisfies(rows -> assertThat(rows.count()).isEqualTo(10));
        Browser.screenshot(page, "ledger-01-whole");
        looksRight(page);

        page.locator("#rollUp a:text('第3村党支部（演示）')").click();
        found(page, "共 12 条");
        page.locator("label:has-text('逾期') input").check();
        found(page, "共 " + late(round, "lt-v3") + " 条");
        assertThat(page.url()).contains("village=lt-v3", "overdue=true");
        assertThat(page.locator("#rows tbody tr").first().innerText()).contains("逾期", "红色督办");
        page.locator("#found").scrollIntoViewIfNeeded();
        Browser.screenshot(page, "ledger-02-filtered");

        page.reload();
        found(page, "共 " + late(round, "lt-v3") + " 条");
        page.goBack();
        found(page, "共 12 条");
        page.locator("button:text('清除条件')").click();
        found(page, "共 126 条");
        page.locator("button:text('下一页')").click();
        page.locator("#pages:has-text('第 2 / 3 页')").waitFor();

        page.locator("[name=text]").fill("（7）");
        page.locator("button:text('查询')").click();
        found(page, "共 9 条");
        page.locator("#rows tbody a").first().click();
        page.locator("#problem").waitFor();
        page.context().close();
    }

    @Test
    void everythingAboutAFindingStandsOnOnePage() {
        var round = town.round(8, 1);
        var finding = round.ids().get(6);
        town.mixed(round);
        findings.assign("lt-clerk", finding, new Owners("lt-leader1", "党建办", "lt-person2"), "分工调整");
        var page = browser.loggedIn("tasklist", "discipline", TestPeople.PASSWORD);
        open(page, "finding.html?id=" + finding);
        page.locator("#moves").waitFor();
        assertThat(page.locator("#finding").innerText())
                .contains("反弹问题", "逾期1天", "红色督办", "退回1次", "具体问题", "责任领导", "原定时限", "分工调整", "本问题是以下已销号问题的反弹");
        Browser.screenshot(page, "ledger-03-finding");
        page.locator("#moves").scrollIntoViewIfNeeded();
        Browser.screenshot(page, "ledger-04-finding-moves");
        looksRight(page);
        page.locator("#links a").click();
        page.locator("#links:has-text('本问题销号后反弹为')").waitFor();
        page.context().close();
    }

    @Test
    void neighbourIsToldThatThereIsNothing() {
        var round = town.round(1, 0);
        var page = browser.loggedIn("tasklist", "ln-clerk", TestPeople.PASSWORD);
        open(page, "finding.html?id=" + round.ids().get(0));
        page.locator("text=没有这个问题，或者您没有查看的权限。").waitFor();
        page.context().close();
    }

    private int late(Case round, String village) {
        return town.count(
                "round_id = ? and village_code = ? and due_on < ? and state not in ('STRUCK_OFF', 'LONG_TERM')",
                round.round(),
                village,
                town.today());
    }

    private static void open(Page page, String path) {
        page.navigate(page.url().replaceFirst("/camunda/.*", "/camunda/lists/" + path));
    }

    private static void found(Page page, String text) {
        page.locator("#found:has-text('" + text + "')").waitFor();
    }

    private static void looksRight(Page page) {
        assertThat(FOREIGN.matcher(page.locator("body").innerText()).results().map(each -> each.group()))
                .isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no horizontal scroll")
                .isTrue();
    }
}
