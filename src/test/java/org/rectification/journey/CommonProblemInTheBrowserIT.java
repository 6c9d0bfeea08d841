package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.finding.Findings;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Browser;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A problem common to several villages by mouse: grouped, one leaves, the others refer to one measure and are struck off one by one. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class CommonProblemInTheBrowserIT {

    private static final String MEASURE = "制定全镇集体资金审批台账办法，每季度抽查不少于两个村。";

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private Findings findings;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TransactionTemplate transaction;

    private OpenRound round;
    private EveryDoor doors;

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
    @Clause({"S17", "S22"})
    @Feature({7, 44})
    @DisplayName("Three villages' common problem: one township owner, one lasting measure, each struck off by itself")
    void threeVillagesShareOneOwnerAndOneMeasureAndAreStruckOffOneByOne() {
        round = new OpenRound(port, jdbc, register, "cm")
                .withVillages(4)
                .registered()
                .opened();
        doors = new EveryDoor(port, jdbc);
        doors.complete(Door.COMPLETE, "cm-clerk", round.task("userTask_divideFindings"), "{}");
        round.technicalStepsAreDone();
        clerkGroups();
        oneLeavesAndNoneOfThreeMay();
        villageReadsTheCommonMeasure();
        issued();
        for (int village = 1; village <= 3; village++) {
            struckOff(village);
            var done = village;
            IntStream.rangeClosed(1, 3).forEach(each -> assertThat(state(each))
                    .as("village " + each)
                    .isEqualTo(each <= done ? "STRUCK_OFF" : "IN_PROGRESS"));
            if (village == 1) {
                ledgerShowsThem();
            }
        }
        assertThat(jdbc.sql("select count(distinct struck_off_at) from rectification.finding where id = any (?)")
                        .param(IntStream.rangeClosed(1, 3)
                                .mapToObj(village -> round.inVillage(village, 1))
                                .toArray(String[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private void clerkGroups() {
        var page = drafting("cm-clerk");
        page.locator("summary:has-text('共性问题（已归并 0 个')").click();
        var suggested = page.locator("details.again:has-text('可能的共性问题')");
        suggested.locator("summary").click();
        assertThat(suggested.locator(".choices input:checked").count()).isEqualTo(4);
        suggested.locator("[name=title]").fill("集体资金审批不规范");
        suggested.locator("[name=measure]").fill(MEASURE);
        suggested.locator("button:has-text('归并为共性问题')").click();
        suggested.locator(".refusal").waitFor();
        suggested.locator("[name=leader]").selectOption("cm-leader3");
        Browser.wholePage(page, "common-1-grouping");
        suggested.locator("button:has-text('归并为共性问题')").click();
        page.locator("[role=status]:has-text('已归并')").waitFor();
        page.context().close();
    }

    private void oneLeavesAndNoneOfThreeMay() {
        var page = drafting("cm-clerk");
        page.locator("summary:has-text('共性问题（已归并 1 个')").click();
        page.locator("details.again:has-text('集体资金审批不规范') > summary").click();
        var fourth = page.locator(".members > li:has-text('第四村')");
        fourth.locator("summary").click();
        fourth.locator("button:has-text('移出共性问题')").click();
        fourth.locator(".refusal:has-text('须说明理由')").waitFor();
        fourth.locator("[name=reason]").fill("本村资金由镇三资办代管，情况不同");
        Browser.wholePage(page, "common-2-leaving");
        fourth.locator("button:has-text('移出共性问题')").click();
        page.locator("[role=status]:has-text('已移出')").waitFor();
        page.reload();
        page.locator("summary:has-text('共性问题（已归并 1 个')").click();
        page.locator("details.again:has-text('3 个问题') > summary").click();
        var third = page.locator(".members > li:has-text('第三村')");
        third.locator("summary").click();
        third.locator("[name=reason]").fill("本村情况不同");
        third.locator("button:has-text('移出共性问题')").click();
        third.locator(".refusal:has-text('移出后不足三个村')").waitFor();
        assertThat(third.locator("[name=reason]").inputValue()).isEqualTo("本村情况不同");
        Browser.wholePage(page, "common-3-not-of-three");
        page.context().close();
    }

    private void villageReadsTheCommonMeasure() {
        var page = drafting("cm-village1");
        var line = page.locator("details.row[data-finding='" + round.inVillage(1, 1) + "']");
        line.locator("summary").first().click();
        line.locator(".draftmeasure textarea[readonly]").waitFor();
        assertThat(line.locator(".draftmeasure textarea[readonly]").inputValue())
                .isEqualTo(MEASURE);
        assertThat(line.innerText()).contains("共性措施，镇级责任领导：甲cm-leader3");
        Browser.wholePage(page, "common-4-village");
        page.context().close();
        assertThat(jdbc.sql("select count(distinct common_id) || ' ' || count(*) from rectification.plan_measure"
                                + " where text = ? and common_id is not null")
                        .param(MEASURE)
                        .query(String.class)
                        .single())
                .as("one measure, referred to by three")
                .isEqualTo("1 3");
    }

    private void issued() {
        transaction.executeWithoutResult(status -> {
            findings.freezeBaseline("cm-clerk", round.roundId(), round.town(), Map.of());
            runtime.createMessageCorrelation("findingRectification.planIssued")
                    .processInstanceVariableEquals("roundId", round.roundId())
                    .processInstanceVariableEquals("organisationId", round.town())
                    .correlateAll();
        });
        round.technicalStepsAreDone();
    }

    private void struckOff(int village) {
        var finding = round.inVillage(village, 1);
        doors.complete(
                Door.LIST,
                "cm-village" + village,
                doors.task(finding, "userTask_rectifyFinding"),
                Map.of(
                        "result", "第" + village + "村已清理规范，台账补齐。",
                        "measures",
                                List.of(
                                        Map.of("text", "清理" + village + "笔支出", "kind", "NOW"),
                                        Map.of("text", MEASURE, "kind", "LASTING")),
                        "documentNumber", "清委办〔演示〕" + village + "号"));
        round.technicalStepsAreDone();
        doors.complete(
                Door.LIST,
                "cm-leader" + village,
                doors.task(finding, "userTask_reviewResult"),
                Map.of("answer", "AGREE", "reason", "情况属实。"));
        round.technicalStepsAreDone();
        doors.complete(
                Door.LIST,
                "cm-discipline",
                doors.task(finding, "userTask_verifyFinding"),
                Map.of("verdict", "DONE", "reason", "现场核验属实。", "noSheetReason", "停电，签名件次日补扫。"));
        round.technicalStepsAreDone();
    }

    private void ledgerShowsThem() {
        var page = browser.list("cm-clerk", "ledger.html?round=" + round.roundId() + "&organisation=" + round.town());
        page.locator("table.ledger tbody tr").first().waitFor();
        Browser.wholePage(page, "common-5-ledger");
        page.navigate(page.url().replaceFirst("ledger.html.*", "finding.html?id=" + round.inVillage(1, 1)));
        page.locator("#plan").waitFor();
        assertThat(page.locator("#plan").innerText()).contains(MEASURE, "集体资金审批不规范（镇级责任领导：甲cm-leader3）");
        Browser.wholePage(page, "common-6-finding");
        page.context().close();
    }

    private String state(int village) {
        return findings.get(round.inVillage(village, 1)).state().name();
    }

    private Page drafting(String person) {
        var page = browser.list(person, "?kind=draft");
        page.locator("details.row").first().waitFor();
        return page;
    }
}
