package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.demo.Papers;
import org.rectification.file.StoredFiles;
import org.rectification.people.PeopleRegister;
import org.rectification.plan.PlanLines;
import org.rectification.plan.PlanRoad;
import org.rectification.support.Browser;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The plan between committee, reviewing bodies and its later versions, by mouse. Pictures in {@code target/screenshots}. */
@RectificationTest
@Clause("S18")
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class PlanInTheBrowserIT {

    private static final String GOAL = "20日内台账完整率达到100%";

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

    @Autowired
    private Clock clock;

    private PlanRoad road;

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
    @Feature({14, 15, 16})
    @DisplayName(
            "Minutes are uploaded, comments merged and answered, changes shown, the plan issued, amended and compared")
    void planFromTheCommitteeToItsSecondVersion() {
        road = new PlanRoad(port, jdbc, register, lines, files, "pv").drafted();
        clerkRecordsTheMeeting();
        disciplineReturnsIt();
        officeRecordsThePaperOfCadreSupervision();
        road.complete("office", road.review("inspection-office"), Map.of("verdict", "AGREE"));
        clerkAnswersTheMergedComments();
        road.deliberated();
        disciplineSeesWhatChanged();
        road.complete("cadre", road.review("cadre-supervision"), Map.of("verdict", "AGREE"));
        road.complete("office", road.review("inspection-office"), Map.of("verdict", "AGREE"));
        clerkIssuesIt();
        clerkProposesAnAmendment();
        clerkAmendsItInTheList();
        officeConsents();
        anybodyComparesTheVersions();
    }

    private void clerkRecordsTheMeeting() {
        var tasklist = at("pv-clerk").open(road.round().task("userTask_deliberatePlan"));
        tasklist.day("会议日期", road.today().plusDays(1)).write("会议或文件编号", "镇委纪〔2026〕5号");
        tasklist.upload("minutesFile", "党委会会议记录.pdf", Papers.pdf("党委会会议记录", "演示"));
        tasklist.submit();
        tasklist.page().waitForTimeout(2_000);
        Browser.screenshot(tasklist.page(), "plan-00-refusal");
        assertThat(tasklist.refusal()).contains("会议日期不能晚于今天。");
        assertThat(tasklist.form().getByLabel("会议或文件编号").inputValue()).isEqualTo("镇委纪〔2026〕5号");
        tasklist.day("会议日期", road.today());
        finished(tasklist.seen("plan-01-deliberation"));
    }

    private void disciplineReturnsIt() {
        var tasklist = at("discipline").open(road.review("discipline-supervision"));
        tasklist.claim();
        assertThat(tasklist.form().innerText()).contains("10日内逐笔核对并补齐审批手续", "台账完整率100%");
        tasklist.tick("退回");
        tasklist.form().locator(".fjs-repeat-render-add").first().click();
        choose(tasklist, "问题", "镇本级第1号问题");
        choose(tasklist, "栏目", "整改目标");
        labelled(tasklist, "意见").fill("目标没有时限，不可检验。");
        tasklist.write("总体意见", "措施要落实到人、到天。");
        finished(tasklist.seen("plan-02-review"));
    }

    private void officeRecordsThePaperOfCadreSupervision() {
        var tasklist = at("office").open(road.review("cadre-supervision"));
        tasklist.claim();
        tasklist.tick("同意");
        tasklist.submit();
        assertThat(tasklist.refusal()).contains("代为登记纸面意见");
        tasklist.write("纸面意见签署人", "陈主任").day("纸面意见签署日期", road.today());
        tasklist.upload("paperFile", "干监室审核意见.pdf", Papers.pdf("干监室审核意见", "演示"));
        finished(tasklist.seen("plan-03-paper"));
    }

    private void clerkAnswersTheMergedComments() {
        var tasklist = at("pv-clerk").open(road.round().task("userTask_revisePlan"));
        lines.save("pv-clerk", road.round().ofTown(1), road.line(GOAL));
        var adopted = tasklist.form().getByLabel("采纳", new Locator.GetByLabelOptions().setExact(true));
        assertThat(adopted.count()).isEqualTo(2);
        adopted.first().check();
        tasklist.form()
                .getByLabel("未采纳", new Locator.GetByLabelOptions().setExact(true))
                .last()
                .check();
        tasklist.write("修改情况说明", "已明确时限，措施已落实到人。");
        tasklist.submit();
        assertThat(tasklist.refusal()).contains("第2条意见未采纳，须说明理由。");
        tasklist.form()
                .getByLabel("采纳", new Locator.GetByLabelOptions().setExact(true))
                .last()
                .check();
        finished(tasklist.seen("plan-04-merged-comments"));
    }

    private void disciplineSeesWhatChanged() {
        var tasklist = at("discipline").open(road.review("discipline-supervision"));
        tasklist.claim();
        assertThat(tasklist.form().innerText())
                .contains("与本单位上次所见相比的变化", "台账完整率100%", GOAL, "目标没有时限，不可检验。", "采纳", "已明确时限");
        tasklist.tick("同意");
        finished(tasklist.seen("plan-05-review-with-changes"));
    }

    private void clerkIssuesIt() {
        var tasklist = at("pv-clerk").open(road.round().task("userTask_issuePlan"));
        tasklist.write("文号", "镇委〔2026〕9号").day("印发日期", road.today());
        finished(tasklist.seen("plan-06-issue"));
    }

    private void clerkProposesAnAmendment() {
        var page = browser.loggedIn("tasklist", "pv-clerk", TestPeople.PASSWORD);
        page.locator("a:has-text('启动流程')").first().click();
        page.locator(".modal-content a:has-text('调整整改方案')").first().click();
        page.getByLabel("调整理由").fill("县里下达新的公示要求");
        page.getByLabel("调整理由").blur();
        Browser.screenshot(page, "plan-07-proposal");
        page.locator(".modal-footer .btn-primary").click();
        page.locator(".modal-content").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.context().close();
        var tasklist = at("pv-clerk").open(road.round().task("userTask_prepareAmendment"));
        tasklist.form().locator(".fjs-repeat-render-add").first().click();
        choose(tasklist, "问题", "镇本级第2号问题");
        tasklist.seen("plan-07-amendment-form").close();
    }

    private void clerkAmendsItInTheList() {
        var page = list("pv-clerk");
        page.locator("#parts button:has-text('方案调整')").click();
        page.getByLabel("要调整的问题").selectOption(road.round().ofTown(2));
        var line = page.locator(".amended").first();
        line.locator("[name=goal]").fill("台账完整率100%，每季度公示一次");
        line.locator("[name=dueOn]").fill(road.today().plusDays(70).toString());
        page.locator("button:has-text('报送巡察办')").click();
        page.locator(".refusal").waitFor();
        assertThat(page.locator(".refusal").innerText()).contains("请上传党委会会议记录或纪要。");
        assertThat(line.locator("[name=goal]").inputValue()).contains("每季度公示一次");
        page.locator("[name=meetingOn]").fill(road.today().toString());
        page.locator(".files input[type=file]").setInputFiles(pdf("党委会会议记录"));
        page.locator(".files-list a").waitFor();
        whole(page, "plan-07-amendment");
        page.locator("button:has-text('报送巡察办')").click();
        page.locator("h3:has-text('已报巡察办')").waitFor();
        page.context().close();
    }

    private void officeConsents() {
        var tasklist = at("office").open(road.round().task("userTask_consentToAmendment"));
        tasklist.claim();
        assertThat(tasklist.form().innerText()).contains("县里下达新的公示要求", "每季度公示一次");
        tasklist.tick("同意（备案）");
        finished(tasklist.seen("plan-08-consent"));
    }

    private void anybodyComparesTheVersions() {
        var page = list("pv-secretary");
        page.locator("del").first().waitFor();
        assertThat(page.locator("#content").innerText()).contains("第2版", "方案调整", "县里下达新的公示要求");
        assertThat(page.locator("del").allInnerTexts())
                .containsExactly("台账完整率100%", road.today().plusDays(60).toString());
        assertThat(page.locator("ins").allInnerTexts())
                .containsExactly("台账完整率100%，每季度公示一次", road.today().plusDays(70).toString());
        whole(page, "plan-09-versions");
        page.locator("#parts button:has-text('联合审核意见')").click();
        page.locator("td:has-text('目标没有时限')").waitFor();
        whole(page, "plan-10-comments");
        page.locator("#parts button:has-text('送审稿')").click();
        page.locator("ins").first().waitFor();
        whole(page, "plan-11-submissions");
        page.context().close();
    }

    private Page list(String person) {
        var page = browser.loggedIn("tasklist", person, TestPeople.PASSWORD);
        page.navigate("http://127.0.0.1:" + port + "/camunda/lists/plan-versions.html?round="
                + road.round().roundId() + "&organisation=" + road.round().town());
        page.locator("#parts button").first().waitFor();
        return page;
    }

    /** The whole page as a picture; nothing is cut off at its side. */
    private static void whole(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(java.nio.file.Path.of("target", "screenshots", name + ".png")));
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " fits the window")
                .isEqualTo(true);
        assertThat(page.locator("body").innerText())
                .doesNotContainPattern("undefined|\\bnull\\b|\\[object|[A-Z]{2,}_[A-Z_]{2,}");
    }

    private static FilePayload pdf(String name) {
        return new FilePayload(name + ".pdf", "application/pdf", Papers.pdf(name, "演示"));
    }

    /** The last field of exactly this name, whether or not it must be filled in. */
    private static Locator labelled(TasklistPage tasklist, String label) {
        return tasklist.form()
                .getByLabel(Pattern.compile("^" + label + "\\s*\\*?$"))
                .last();
    }

    private static void choose(TasklistPage tasklist, String label, String option) {
        tasklist.pick(label, option);
    }

    private void finished(TasklistPage tasklist) {
        tasklist.done();
        tasklist.close();
        road.round().technicalStepsAreDone();
    }

    private TasklistPage at(String person) {
        return TasklistPage.of(browser, person, Date.from(clock.instant()));
    }
}
