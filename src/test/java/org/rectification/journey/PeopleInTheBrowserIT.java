package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.demo.Papers;
import org.rectification.support.Browser;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * The first days of a small round as people live them: each of them logs in to Tasklist and does the first task with
 * the mouse. Pictures in {@code target/screenshots}.
 */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class PeopleInTheBrowserIT {

    private static final String FOR_MY_BODY = "本机构待办";
    private static final String MINE = "我的待办";

    private static final LocalDate FEEDBACK = LocalDate.of(2026, 3, 10);

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private Clock clock;

    private Visitor office;
    private int pictures;

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
    @DisplayName("Supervisor, Secretary, clerk, responsible person, leader and verifier do their first tasks by mouse")
    void everybodyDoesTheFirstTask() throws IOException {
        office = new Visitor(port, "office", TestPeople.PASSWORD);
        office.post(
                        "/api/inspection-rounds",
                        json.readTree(Path.of("docs/examples/round.json").toFile()))
                .expect(201);
        technicalStepsAreDone();

        officeRecordsTheFeedbackMeeting();
        secretarySigns();
        clerkDividesTheFindings();
        responsiblePersonDraftsInTheList();
        responsiblePersonReportsAResult();
        leadersReview();
        verifierVerifies();
        supervisorSeesTheRunningInstances();
    }

    private void officeRecordsTheFeedbackMeeting() {
        var tasklist = at("office").choose(FOR_MY_BODY, "登记反馈会议");
        tasklist.claim();
        tasklist.submit();
        assertThat(tasklist.form().locator(".fjs-form-field-error").first().innerText())
                .isEqualTo("此项必填。");
        tasklist.day("会议日期", FEEDBACK)
                .write("会议地点", "镇政府三楼会议室")
                .write("反馈人", "市委巡察工作领导小组副组长")
                .write("参会人员", "镇领导班子成员、各村党支部书记");
        finished(tasklist, "record-feedback-meeting");
    }

    private void secretarySigns() {
        var tasklist = at("qx-secretary").choose(MINE, "签收反馈意见并表态");
        tasklist.day("签收日期", FEEDBACK).write("表态发言", "照单全收，坚决整改。");
        finished(tasklist, "sign-for-feedback");
    }

    private void clerkDividesTheFindings() {
        var tasklist = at("qx-clerk").choose(MINE, "分解整改任务");
        assertThat(tasklist.form().innerText()).contains("江一鸣", "林志强");
        finished(tasklist, "divide-findings");
    }

    private void responsiblePersonDraftsInTheList() {
        var tasklist = at("qx-person1").choose(MINE, "逐条编制方案");
        tasklist.seen(picture("draft-plan-lines"));
        var page = tasklist.page();
        page.locator("a:has-text('我的清单')").first().click();
        page.waitForURL("**/camunda/lists/**");
        var line = page.locator("details.row:has-text('党委会传达学习上级部署不够及时')");
        line.locator("summary").first().click();
        draft(line);
        Browser.screenshot(page, picture("lists"));
        line.locator("button:has-text('保存本条')").click();
        line.locator("[role=status]:has-text('已保存。')").waitFor();
        assertThat(line.locator("summary").first().innerText()).contains("已填写");
        page.context().close();
    }

    private static void draft(Locator line) {
        line.locator("[name='measures.0.text']").fill("建立传达学习台账，明确时限和责任人");
        line.locator("[name='measures.1.text']").fill("修订党委会议制度");
        line.locator("[name=goal]").fill("传达学习不晚于规定时限。");
        line.locator("form[data-draft] [name=dueOn]").fill("2026-05-20");
        line.locator("[name=branch]").fill("党建工作办");
        line.locator("[name=rootCause]").fill("时限没有人盯。");
        line.locator("[name=similarCheck]").fill("对照排查其他会议，未发现同类问题。");
        line.locator("[name=similarChecked]").fill("12");
        line.locator("[name=similarFound]").fill("0");
    }

    private void responsiblePersonReportsAResult() {
        var tasklist = at("qx-village2").choose(MINE, "整改问题并报告结果");
        var result = "三项工程已补齐验收签字，验收制度已修订。";
        tasklist.write("整改结果", result);
        if (tasklist.form().getByLabel("措施内容").count() == 0) {
            tasklist.form().locator(".fjs-repeat-render-add").click();
        }
        tasklist.write("措施内容", "修订村级零星工程验收制度").tick("长久立").write("涉密材料文号", "镇财〔2026〕12号");
        tasklist.form().locator(".fjs-repeat-render-add").last().click();
        tasklist.pick("成效类别", "挽回资金（元）").write("数量", "2000").write("具体说明", "追回多付工程款");
        tasklist.submit();
        assertThat(tasklist.refusal()).contains("凭证");
        Browser.screenshot(tasklist.page(), picture("refusal"));
        assertThat(tasklist.form().getByLabel("整改结果").inputValue()).isEqualTo(result);
        tasklist.upload("claims_files", "收款凭证.pdf", Papers.pdf("收款凭证（演示）", "2000元"));
        finished(tasklist, "rectify-finding");
    }

    /** Where money is concerned, the leader in charge of the village and the one in charge of the field both look (R3). */
    private void leadersReview() {
        for (var leader : List.of("qx-leader1", "qx-leader3")) {
            var tasklist = at(leader).choose(MINE, "审核整改结果");
            assertThat(tasklist.form().innerText()).contains("三项工程已补齐验收签字");
            tasklist.tick("审核通过");
            finished(tasklist, "review-result");
        }
    }

    private void verifierVerifies() {
        var tasklist = at("qx-discipline").choose(MINE, "核验整改结果");
        leadsToTheFindingsPage(tasklist.page());
        tasklist.tick("已完成").write("核验情况和理由", "现场查看三项工程验收资料，情况属实。").write("没有签名件的理由", "核验清单已纸面签名，扫描件次日补传。");
        finished(tasklist, "verify-finding");
    }

    private void leadsToTheFindingsPage(Page tasklist) {
        var whole = tasklist.context()
                .waitForPage(() -> tasklist.locator("a.finding-link:visible").click());
        whole.locator("#moves").waitFor();
        assertThat(whole.locator("#result").innerText()).contains("三项工程已补齐验收签字");
        Browser.screenshot(whole, picture("finding"));
        whole.close();
    }

    private void supervisorSeesTheRunningInstances() {
        var page = browser.loggedIn("cockpit", "office", TestPeople.PASSWORD);
        for (var model : new String[] {"党组织巡察整改", "问题整改"}) {
            page.navigate(page.url().replaceFirst("#.*", "#/processes"));
            page.locator("a:text-is('%s')".formatted(model)).first().click();
            page.locator(".djs-container .djs-shape").first().waitFor();
            page.locator("td.instance-id a, .process-instances-tab td a, table.process-instances td a")
                    .first()
                    .click();
            page.waitForURL("**/process-instance/**");
            var tokens = page.locator(".djs-overlay .badge");
            tokens.first().waitFor(new Locator.WaitForOptions());
            page.waitForTimeout(500);
            Browser.screenshot(page, picture("cockpit"));
            assertThat(tokens.allInnerTexts()).contains("1");
        }
        close(page);
    }

    /** Keeps the filled form as a picture, submits it and lets the round go on. */
    private void finished(TasklistPage tasklist, String name) {
        tasklist.seen(picture(name));
        tasklist.done();
        tasklist.close();
        technicalStepsAreDone();
    }

    private TasklistPage at(String person) {
        return TasklistPage.of(browser, person, Date.from(clock.instant()));
    }

    private String picture(String name) {
        return "%02d-%s".formatted(++pictures, name);
    }

    private void technicalStepsAreDone() {
        assertThat(office.post("/api/clock", Map.of("advance", "PT1M"))
                        .expect(200)
                        .json()
                        .path("incidents")
                        .asInt())
                .isZero();
    }

    private static void close(Page page) {
        page.context().close();
    }
}
