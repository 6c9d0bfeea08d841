package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.demo.Papers;
import org.rectification.support.Browser;
import org.rectification.support.CheckedRound;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Checking by mouse: a visit with several rows, a return, a strike-off, the batch list, the sample, the Secretary's alert. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class CheckingInTheBrowserIT {

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Clock clock;

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
    @Clause("S22")
    @DisplayName(
            "One visit with three rows, one returned, two struck off, the list noted, the sample drawn and looked at")
    void aVisitIsPlannedSignedAndDecidedRowByRowAndTheStrikeOffIsNoted() {
        var town = new CheckedRound(port, beans, "ba", 3).planIssued();
        for (int number = 1; number <= 3; number++) {
            town.underVerification(number);
        }
        var today = town.round.today().toString();

        var page = open("ba-discipline", "visits");
        var plan = page.locator("section.card form").first();
        plan.locator("button").click();
        plan.locator(".refusal").waitFor();
        assertThat(plan.locator(".refusal").innerText()).isEqualTo("请填写核验日期。");
        plan.getByLabel("拟去核验日期").fill(today);
        plan.locator("button").click();
        var visit = page.locator("section.visit");
        visit.waitFor();
        picture(page, "visit-1-planned");
        var first = visit.locator("details.row").first();
        first.locator("summary").click();
        first.getByLabel("已完成", exact()).check();
        first.getByLabel("理由").first().fill("三份审批表均已补齐。");
        first.locator("button.primary").click();
        first.locator(".refusal").waitFor();
        assertThat(first.locator(".refusal").innerText()).contains("签名件");
        assertThat(first.getByLabel("理由").first().inputValue()).isEqualTo("三份审批表均已补齐。");
        picture(page, "visit-2-refused-without-sheet");

        visit.getByLabel("实际核验日期").fill(today);
        visit.getByLabel("现场签名人员").fill("镇纪委书记、村党支部书记、村民代表");
        visit.locator("input[type=file]")
                .setInputFiles(new FilePayload("现场核验清单.pdf", "application/pdf", Papers.pdf("现场核验清单", "演示")));
        visit.locator(".files-name").waitFor();
        picture(page, "visit-3-sheet");
        visit.locator("button:has-text('提交签名件')").click();
        visit.locator("text=已现场核验，签名人员").waitFor();
        verdict(page, 0, "已完成", "三份审批表均已补齐。");
        verdict(page, 1, "基本完成（退回）", "还差一户未签字。");
        picture(page, "visit-4-decided");
        assertThat(page.locator("section.visit details.row")
                        .nth(1)
                        .locator("summary")
                        .innerText())
                .contains("基本完成")
                .doesNotContain("已完成");
        verdict(page, 2, "已完成", "现场公示属实。");
        page.context().close();
        town.round.technicalStepsAreDone();

        var work = open("ba-village1", "");
        work.locator("details.row:not([open]) summary, details.row[open]")
                .first()
                .waitFor();
        work.locator("details.row").first().evaluate("row => { row.open = true; }");
        work.locator("text=核验结论为“基本完成”，退回整改").first().waitFor();
        picture(work, "returned-to-the-village");
        work.context().close();

        var batches = open("ba-clerk", "batches");
        batches.locator("button:has-text('列入下一批')").click();
        batches.locator("h3:has-text('第1批')").waitFor();
        var noting = batches.locator(".batch form");
        noting.getByLabel("会议日期").fill(today);
        noting.getByLabel("会议纪要编号").fill("镇领导小组纪〔2026〕1号");
        noting.locator("button:has-text('登记会议通报')").click();
        noting.locator(".refusal").waitFor();
        assertThat(noting.locator(".refusal").innerText()).contains("请填写会议纪要。");
        noting.locator("input[type=file]")
                .setInputFiles(new FilePayload("会议纪要.pdf", "application/pdf", Papers.pdf("会议纪要", "演示")));
        noting.locator(".files-name").waitFor();
        picture(batches, "batch-1-noting");
        noting.locator("button:has-text('登记会议通报')").click();
        batches.locator("text=领导小组会议已通报").waitFor();
        picture(batches, "batch-2-noted");
        assertThat(batches.locator(".facts").first().innerText()).contains("已销号 2 个", "会议已通报 2 个");
        batches.context().close();

        var sample = open("office", "sample");
        var card = sample.locator("section.card:has-text('从尚未纳入的 2 个中抽取')").last();
        card.locator("button:has-text('抽取')").click();
        sample.locator("h3:has-text('从 2 个中抽中 1 个')").first().waitFor();
        sample.locator("details.again summary").first().click();
        sample.locator("details.again button").first().click();
        sample.locator("text=复算结果与抽取名单一致。").waitFor();
        sample.locator("details.row summary").first().click();
        picture(sample, "sample-1-drawn");
        var look = sample.locator("details.row form").first();
        look.getByLabel("整改属实").check();
        look.getByLabel("抽查日期").fill(today);
        look.getByLabel("抽查情况").fill("实地查看公示栏，属实。");
        look.locator("button.primary").click();
        sample.locator("details.row .good:has-text('整改属实')").first().waitFor();
        picture(sample, "sample-2-recorded");
        sample.context().close();
    }

    @Test
    @Clause("S22")
    @Feature(41)
    @DisplayName(
            "Tasklist says why the reviewer may not verify, and keeps what was typed; the Secretary sees a third return")
    void tasklistRefusesTheReviewerAndTheSecretarySeesTheThirdReturn() {
        var town = new CheckedRound(port, beans, "bb", 1);
        var task = town.underVerification(1);
        tasks.setAssignee(task, "bb-leader1");
        var tasklist = TasklistPage.of(browser, "bb-leader1", Date.from(clock.instant()))
                .open(task);
        tasklist.tick("已完成").write("核验情况和理由", "本人已核。").write("没有签名件的理由", "停电。");
        tasklist.submit();
        assertThat(tasklist.refusal()).contains("审核人、代填人不能核验同一问题");
        tasklist.seen("verify-refused-to-the-reviewer");
        assertThat(tasklist.form().getByLabel("核验情况和理由").inputValue()).isEqualTo("本人已核。");
        tasklist.close();

        tasks.setAssignee(task, "bb-discipline");
        town.verdict(1, "NOT_DONE", "未公示。");
        for (int attempt = 2; attempt <= 3; attempt++) {
            town.underVerification(1);
            town.verdict(1, "NOT_DONE", "仍未公示。");
        }
        var page = open("bb-secretary", "");
        page.locator(".alert").waitFor();
        assertThat(page.locator(".alert").innerText()).contains("第3次退回", "核验结论为“未完成”，退回整改。理由：仍未公示。");
        picture(page, "secretary-alert");
        page.locator(".alert").getByLabel("批示意见").fill("三日内到村督办。");
        page.locator(".alert button").click();
        page.locator(".alert")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        page.context().close();
    }

    private void verdict(Page page, int row, String verdict, String reason) {
        var box = page.locator("section.visit details.row").nth(row);
        box.locator("summary").click();
        box.getByLabel(verdict, exact()).check();
        box.getByLabel("理由").first().fill(reason);
        box.locator("button.primary").click();
        page.locator("section.visit details.row")
                .nth(row)
                .locator("summary .due:has-text('待作结论')")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    private static Locator.GetByLabelOptions exact() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private Page open(String person, String name) {
        return browser.list(person, name.isEmpty() ? "" : name + ".html");
    }

    private static void picture(Page page, String name) {
        Browser.readable(page, "checking-" + name);
    }
}
