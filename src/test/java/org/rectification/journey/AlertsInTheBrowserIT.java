package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.WarningLadder.Step;
import org.rectification.support.Browser;
import org.rectification.support.CheckedRound;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.rectification.warning.Audience;
import org.rectification.warning.Warnings;
import org.rectification.warning.WatchedItem;
import org.rectification.warning.WatchedItem.Kind;
import org.rectification.warning.WatchedItem.People;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an organisation is late with stands before its Secretary and before the supervisors until they have seen it. */
@RectificationTest
@Feature(30)
class AlertsInTheBrowserIT {

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Warnings warnings;

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
    @Clause("S36")
    @DisplayName(
            "A report that stays away stands on top of the supervisor's lists; seen, it is gone, in the trail and in the person's history for a month")
    void whatIsLateStandsBeforeTheSupervisorUntilSeen() {
        var town = new CheckedRound(port, beans, "al", 1);
        var today = town.round.today();
        var item = new WatchedItem(
                Kind.PROGRESS_REPORT,
                town.round.roundId() + "/1",
                town.round.roundId(),
                town.round.town(),
                today.minusDays(30),
                today.minusDays(7),
                new People(List.of("al-clerk"), List.of(), List.of("al-secretary"), List.of("discipline", "office")),
                "第1期整改进展报告");
        assertThat(warnings.raise(item, Step.YELLOW, Audience.PERSON_AND_LEADER))
                .isTrue();
        assertThat(town.get("al-clerk", "/alerts"))
                .as("yellow is for the digest only")
                .isEmpty();
        assertThat(warnings.raise(item, Step.RED, Audience.UNIT_AND_SECRETARY)).isTrue();
        assertThat(warnings.raise(item, Step.SUPERVISORS, Audience.SUPERVISORS)).isTrue();
        assertThat(town.get("al-secretary", "/alerts").get(0).path("kind").asText())
                .isEqualTo("红色督办");

        var page = browser.loggedIn("tasklist", "discipline", TestPeople.PASSWORD);
        page.navigate(page.url().replaceFirst("/camunda/.*", "/camunda/lists/"));
        var alert = page.locator(".alert:has-text('第1期整改进展报告')");
        alert.waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Browser.screenshot(page, "alerts-1-supervisor");
        assertThat(alert.innerText())
                .contains("红色督办（报监督单位）", "应于" + item.due() + "前完成，到期未完成。")
                .doesNotContain("undefined", "null");
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);

        alert.getByLabel("批示意见（可不填）").fill("请清溪镇党委三日内补报。");
        alert.locator("button:has-text('已阅')").click();
        alert.waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        var seen = page.locator("#alerts-seen");
        seen.locator("summary").click();
        seen.locator("td:has-text('请清溪镇党委三日内补报。')").waitFor();
        Browser.screenshot(page, "alerts-2-seen");
        assertThat(seen.innerText())
                .contains("已阅提示（近30天，1 条）", "第1期整改进展报告", "红色督办（报监督单位）")
                .doesNotContain("undefined", "null");
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        page.context().close();
        assertThat(town.get("al-secretary", "/alerts/seen"))
                .as("another person's own history")
                .isEmpty();
        assertThat(jdbc.sql(
                                """
                                select after ->> 'remark' from rectification.event
                                 where kind = 'ALERT_SEEN' and round_id = ? and actor = 'discipline'""")
                        .param(town.round.roundId())
                        .query(String.class)
                        .single())
                .isEqualTo("请清溪镇党委三日内补报。");
        var secretarys = town.get("al-secretary", "/alerts").get(0).path("id").asText();
        assertThat(town.post("al-clerk", "/alerts/" + secretarys + "/seen", Map.of())
                        .statusCode())
                .as("the clerk was told, and may say so")
                .isEqualTo(204);
        assertThat(town.post("al-leader1", "/alerts/" + secretarys + "/seen", Map.of())
                        .statusCode())
                .as("it was not addressed to the leader")
                .isEqualTo(404);
    }
}
