package org.rectification.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.support.Browser;
import org.rectification.support.CheckedRound;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A progress report by mouse, from the owners' list to the receipts, and the list of those that were not sent. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
@Clause({"S14", "S45"})
class ProgressReportsInTheBrowserIT {

    private static final String PREPARE = "userTask_prepareProgressReport";
    private static final String APPROVE = "userTask_approveProgressReport";
    private static final String ACKNOWLEDGE = "userTask_acknowledgeProgressReport";
    private static final String ADDED = "党委会专题研究2次，党委书记到村督办4次。";

    /** The draft is fetched once the form stands; on a busy machine that takes a while. */
    private static final LocatorAssertions.HasValueOptions RESTORED =
            new LocatorAssertions.HasValueOptions().setTimeout(20_000);

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private Clock clock;

    private CheckedRound town;

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
    @Feature({23, 24, 25, 26})
    @DisplayName(
            "Owners write their lines, the clerk edits a draft that survives, the Secretary sees a copy, supervisors a gap")
    void fromTheOwnersListToTheListOfMissingReports() {
        town = new CheckedRound(port, beans, "br", 4).planIssued();
        town.clockTo(calendar.minusWorkingDays(due(1), 3));
        ownersWrite();
        town.struckOff(3);
        town.underVerification(4);
        town.verdict(4, "NOT_DONE", "未公示。");

        var content = clerkEditsADraftThatSurvives();
        complete("br-secretary", APPROVE, Map.of("decision", "APPROVE"));
        town.clockTo(calendar.minusWorkingDays(due(2), 3));
        complete("br-clerk", PREPARE, Map.of("content", content.replace("4次", "5次")));
        readersSeeTheCopy();

        town.clockTo(calendar.plusWorkingDays(due(3), 1));
        var page = open("cadre", "reports.html");
        page.locator(".missing-reports table").waitFor();
        assertThat(page.locator(".missing-reports").innerText()).contains("大坪镇党委（演示）", "第3期", "待整改办起草");
        var copy = page.locator("details.report:has-text('第2期')").first();
        copy.locator("summary").click();
        copy.locator(".beside").waitFor();
        picture(page, "missing-list");
        page.context().close();
        var own = open("br-secretary", "reports.html");
        own.locator("details.report").first().waitFor();
        assertThat(own.locator(".missing-reports")).hasCount(0);
        picture(own, "own-reports");
        own.context().close();
    }

    private void ownersWrite() {
        var page = open("br-village1", "?kind=progress");
        var fields = page.locator("table.progress textarea");
        fields.first().waitFor();
        assertThat(fields).hasCount(4);
        fields.first().fill("三份审批表已补两份，余一份待村务监督委员会签字。");
        fields.first().blur();
        assertThat(page.locator("table.progress .draft-note").first()).hasText("已保存");
        page.reload();
        assertThat(page.locator("table.progress textarea").first()).hasValue("三份审批表已补两份，余一份待村务监督委员会签字。");
        picture(page, "list-of-an-owner");
        page.context().close();

        var clerk = open("br-clerk", "?kind=progress");
        var second = clerk.locator("table.progress textarea").nth(1);
        second.waitFor();
        second.fill("已公示，待核对。");
        second.blur();
        clerk.locator("table.progress .draft-note:has-text('已保存')").waitFor();
        picture(clerk, "list-filled-in-for-a-village");
        clerk.navigate(clerk.url().replaceFirst("/lists/.*", "/lists/finding.html?id=" + town.round.ofVillage(2)));
        clerk.locator("#progress, section:has(h2:has-text('整改进展填报'))").first().waitFor();
        assertThat(clerk.locator("section:has(h2:has-text('整改进展填报'))").first().innerText())
                .contains("代填");
        clerk.context().close();
    }

    /** Row 23: reloaded, logged out and in again, the text is still there. */
    private String clerkEditsADraftThatSurvives() {
        var tasklist =
                TasklistPage.of(browser, "br-clerk", Date.from(clock.instant())).open(task(PREPARE));
        var field = tasklist.form().getByLabel("整改进展情况").first();
        assertThat(field.inputValue()).contains("台账共有问题6个：已销号1个", "被退回1个（第4号）", "三份审批表已补两份", "已公示，待核对。");
        tasklist.seen("progress-report-prefilled");
        var text = field.inputValue().replace("二、存在的困难和问题", ADDED + "\n二、存在的困难和问题");
        tasklist.write("整改进展情况", text);
        tasklist.page().locator(".draft-note:has-text('已自动保存')").first().waitFor();

        tasklist.page().reload();
        tasklist.form().waitFor();
        assertThat(tasklist.form().getByLabel("整改进展情况").first()).hasValue(text, RESTORED);
        tasklist.close();
        var again =
                TasklistPage.of(browser, "br-clerk", Date.from(clock.instant())).open(task(PREPARE));
        assertThat(again.form().getByLabel("整改进展情况").first()).hasValue(text, RESTORED);
        again.seen("progress-report-restored");
        again.done();
        again.close();
        town.round.technicalStepsAreDone();
        return text;
    }

    private void readersSeeTheCopy() {
        var secretary = TasklistPage.of(browser, "br-secretary", Date.from(clock.instant()))
                .open(task(APPROVE));
        secretary.form().locator("text=与第1期内容基本一致").first().waitFor();
        assertThat(secretary.form().innerText()).contains("请核实", "本期报告", "第1期报告", "到村督办5次", "到村督办4次");
        secretary.seen("progress-report-flagged");
        secretary.tick("退回修改");
        secretary.submit();
        assertThat(secretary.refusal()).contains("请填写退回理由");
        secretary.tick("同意报送");
        secretary.done();
        secretary.close();
        town.round.technicalStepsAreDone();
        var recipient = TasklistPage.of(browser, "discipline", Date.from(clock.instant()))
                .open(task(ACKNOWLEDGE, "discipline-supervision"));
        recipient.form().locator("text=与第1期内容基本一致").first().waitFor();
        recipient.seen("progress-report-receipt");
        recipient.close();
    }

    private LocalDate due(int number) {
        return jdbc.sql("select due_on from rectification.progress_report where round_id = ? and number = ?")
                .params(town.round.roundId(), number)
                .query(LocalDate.class)
                .single();
    }

    private void complete(String person, String taskKey, Map<String, ?> entry) {
        town.doors.complete(Door.COMPLETE, person, task(taskKey), entry);
        town.round.technicalStepsAreDone();
    }

    private String task(String taskKey) {
        return task(taskKey, null);
    }

    /** The latest of that kind, for that body where one is named. */
    private String task(String taskKey, String body) {
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t
                        join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'roundId'
                        where v.text_ = ? and t.task_def_key_ = ?
                          and (?::text is null or exists (select from act_ru_identitylink l
                               where l.task_id_ = t.id_ and l.group_id_ = ?))
                        order by t.create_time_ desc limit 1""")
                .params(town.round.roundId(), taskKey, body, body)
                .query(String.class)
                .single();
    }

    private Page open(String person, String where) {
        return browser.list(person, where);
    }

    private static void picture(Page page, String name) {
        Browser.readable(page, "progress-" + name);
    }
}
