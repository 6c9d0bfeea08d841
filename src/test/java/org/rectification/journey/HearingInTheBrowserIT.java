package org.rectification.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.demo.Papers;
import org.rectification.support.Browser;
import org.rectification.support.CheckedRound;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The joint hearing as its people see it: a moved day, the pack, three opinions, minutes with gaps, a follow-up. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
@Clause("S35")
class HearingInTheBrowserIT {

    private static final String INVITE = "userTask_inviteThreeBodies";
    private static final String OPINION = "userTask_giveHearingOpinion";

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
    @Feature({34, 35})
    @DisplayName("Invitation, moved day, pack, opinions, minutes with gaps and a follow-up, each on its screen")
    void fromTheInvitationToTheAcceptedFollowUp() {
        town = new CheckedRound(port, beans, "hb", 3).planIssued();
        town.struckOff(1);
        var computed = LocalDate.parse(
                town.get("hb-clerk", "/hearings").get(0).path("computedOn").asText());
        town.clockTo(calendar.minusWorkingDays(computed, 5));
        var clerk = tasklist("hb-clerk").open(town.round.task(INVITE));
        clerk.write("会议地点", "镇三楼会议室").day("集中听取日期", calendar.plusWorkingDays(computed, 7));
        clerk.submit();
        assertThat(clerk.refusal()).contains("可选日期");
        clerk.seen("hearing-invitation-refused");
        clerk.close();
        clerk = tasklist("hb-clerk").open(town.round.task(INVITE));
        clerk.write("会议地点", "镇三楼会议室");
        var later = calendar.plusWorkingDays(computed, 2);
        clerk.day("集中听取日期", later).write("调整日期的理由", "市委组织部当日有会，三家协商一致。");
        clerk.seen("hearing-invitation");
        clerk.done();
        clerk.close();
        town.round.technicalStepsAreDone();

        var again = calendar.plusWorkingDays(computed, 4);
        var page = open("hb-clerk");
        page.locator("details.moving summary").click();
        page.locator("details.moving select").selectOption(again.toString());
        page.locator("details.moving input[name=reason]").fill("会场检修，三家协商一致。");
        picture(page, "page-moving");
        page.locator("details.moving button[type=submit]").click();
        page.locator("section.hearing b:has-text('" + again + "')").waitFor();
        assertThat(page.locator("section.hearing table").first().locator("tbody tr"))
                .hasCount(2);
        var download = page.waitForDownload(
                () -> page.locator("a:has-text('下载集中听取材料')").click());
        assertThat(download.suggestedFilename()).startsWith("集中听取材料-").endsWith(".docx");
        picture(page, "page-moved");
        page.context().close();

        town.clockTo(again);
        opinion("discipline", "市纪委监委", "hearing-opinion");
        opinion("cadre", "市委组织部", null);
        fromPaper();
        minutes();
        followUp();
    }

    private void opinion(String person, String body, String picture) {
        var tasklist = tasklist(person).open(opinionTask(body));
        tasklist.claim();
        assertThat(tasklist.form().innerText()).contains(body).doesNotContain("研判");
        tasklist.write("本单位意见", "总体推进有序，个别村要抓紧。");
        if (picture != null) {
            tasklist.seen(picture);
        }
        tasklist.done();
        tasklist.close();
    }

    private void fromPaper() {
        var office = tasklist("office").open(opinionTask("市委巡察办"));
        office.claim();
        office.write("本单位意见", "佐证材料要写实。").write("纸面意见签署人", "李主任（演示）").day("纸面意见签署日期", town.round.today());
        office.upload("paperFile", "意见.pdf", Papers.pdf("意见", "演示", town.round.roundId()));
        office.seen("hearing-opinion-from-paper");
        office.done();
        office.close();
        town.round.technicalStepsAreDone();
    }

    private void minutes() {
        var office = tasklist("office").open(town.round.task("userTask_recordHearing"));
        office.claim();
        assertThat(office.form().innerText()).contains("纸面，李主任（演示）签署于", "仅供参考，不代表三家意见");
        office.seen("hearing-minutes-before");
        office.day("召开日期", town.round.today()).write("会议纪要文号", "市巡办纪要〔2026〕5号");
        office.upload("minutesFile", "纪要.pdf", Papers.pdf("纪要", "演示", town.round.roundId()));
        office.tick("黄（需要关注）");
        office.page().locator(".fjs-repeat-render-add:visible").last().click();
        office.write("问题和薄弱环节", "第2号问题的台账更新滞后。");
        office.tick("列入跟进")
                .pick("承办人", "甲hb-clerk")
                .day("完成时限", town.round.today().plusDays(10));
        office.seen("hearing-minutes-with-gap");
        office.done();
        office.close();
        town.round.technicalStepsAreDone();
    }

    private void followUp() {
        var clerk = tasklist("hb-clerk").open(town.round.task("userTask_answerFollowUp"));
        clerk.write("办理情况", "已逐条更新台账。");
        clerk.upload("evidenceFile", "台账.pdf", Papers.pdf("台账", "演示", town.round.roundId()));
        clerk.seen("hearing-follow-up");
        clerk.done();
        clerk.close();
        var office = tasklist("office").open(town.round.task("userTask_acceptFollowUp"));
        office.claim();
        assertThat(office.form().innerText()).contains("已逐条更新台账。", "查看佐证材料");
        office.tick("认可，办结");
        office.seen("hearing-follow-up-accepted");
        office.done();
        office.close();
        var page = open("cadre");
        page.locator("section.hearing:has-text('hb轮') h3:has-text('跟进事项')").waitFor();
        assertThat(page.locator("section.hearing:has-text('hb轮')").innerText()).contains("已办结", "黄（需要关注）", "已逐条更新台账。");
        picture(page, "page-after");
        page.context().close();
    }

    private String opinionTask(String label) {
        var body = Map.of("市纪委监委", "DISCIPLINE", "市委组织部", "ORGANISATION", "市委巡察办", "INSPECTION_OFFICE")
                .get(label);
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t
                          join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'roundId' and v.text_ = ?
                          join act_ru_variable b on b.execution_id_ = t.execution_id_ and b.name_ = 'body' and b.text_ = ?
                         where t.task_def_key_ = ?""")
                .params(town.round.roundId(), body, OPINION)
                .query(String.class)
                .single();
    }

    private TasklistPage tasklist(String person) {
        return TasklistPage.of(browser, person, Date.from(clock.instant()));
    }

    private Page open(String person) {
        var page = browser.list(person, "hearing.html");
        page.locator("section.hearing").first().waitFor();
        return page;
    }

    private static void picture(Page page, String name) {
        Browser.readable(page, "hearing-" + name);
    }
}
