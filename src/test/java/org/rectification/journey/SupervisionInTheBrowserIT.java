package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.util.Date;
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

/** Supervision notices as their people see them (S36, row 32). */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
@Clause("S36")
@Feature(32)
class SupervisionInTheBrowserIT {

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

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
    @DisplayName(
            "A letter is sent on the page, late and red there, raised, answered by the Secretary in Tasklist, accepted")
    void aLetterFromSendingToItsEnd() {
        town = new CheckedRound(port, beans, "sb", 2);
        var page = open("discipline");
        page.locator("details.sending > summary").click();
        page.locator("details.sending select")
                .first()
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("大坪镇党委（演示）（sb轮第一批次）"));
        page.locator("details.sending .pick input").first().waitFor();
        page.locator("details.sending button[type=submit]").click();
        page.locator(".refusal:has-text('请填写督办事由')").waitFor();
        page.locator("input[name=title]").fill("三份票据缺签字");
        page.locator("textarea[name=demand]").fill("请核实三份票据的经办情况，补签后书面回复。");
        page.locator("input[name=documentNumber]").fill("市纪监函〔2026〕7号");
        page.locator("details.sending .pick input").nth(2).check();
        picture(page, "sending");
        page.locator("details.sending button[type=submit]").click();
        page.locator("details.notice").first().waitFor();
        picture(page, "sent");
        page.context().close();

        town.clockTo(town.round.today().plusDays(8));
        var late = open("discipline");
        late.locator("details.notice:has-text('三份票据缺签字') > summary").click();
        assertThat(late.locator("details.notice:has-text('三份票据缺签字')").first().innerText())
                .contains("红色督办", "已逾期", "市纪监函〔2026〕7号");
        late.locator("details.raising > summary").click();
        late.locator("details.raising textarea").fill("到期未回复。");
        late.locator("details.raising input[type=date]")
                .fill(town.round.today().plusDays(5).toString());
        picture(late, "raising");
        late.locator("details.raising button[type=submit]").click();
        late.locator("text=待党委书记回复").first().waitFor();
        late.context().close();

        var secretary = tasklist("sb-secretary").open(town.round.task("userTask_replyToNotice"));
        secretary.write("回复内容", "已主持研究，三份票据已补签。");
        secretary.upload("replyFile", "补签票据.pdf", Papers.pdf("补签票据", "演示", town.round.roundId()));
        secretary.seen("supervision-reply");
        secretary.page().locator("text=已自动保存").first().waitFor();
        secretary.done();
        secretary.close();
        var discipline = tasklist("discipline").open(town.round.task("userTask_judgeReply"));
        discipline.claim();
        discipline.tick("提级督办");
        discipline.write("理由", "请补充责任人员情况。");
        discipline.seen("supervision-judgement-raise");
        discipline.tick("退回，限期再次回复");
        discipline.day("新的回复期限", town.round.today().plusDays(3));
        discipline.seen("supervision-judgement");
        discipline.done();
        discipline.close();

        var finding = browser.list("sb-clerk", "finding.html?id=" + town.round.ofVillage(1));
        finding.locator("section:has(h2:text-is('督办'))").first().waitFor();
        assertThat(finding.locator("section:has(h2:text-is('督办'))").first().innerText())
                .contains("第1号督办函", "三份票据已补签");
        finding.locator("section:has(h2:text-is('督办'))").first().scrollIntoViewIfNeeded();
        picture(finding, "finding");
        finding.context().close();
    }

    @Test
    @DisplayName(
            "A village answers on the page with a paper; its notice is raised and the county takes it up in Tasklist")
    void aVillagesNoticeFromThePageToTheCounty() {
        town = new CheckedRound(port, beans, "sw", 1);
        var page = open("sw-discipline");
        page.locator("details.sending > summary").click();
        page.locator("input[name=title]").fill("集体资金公示不及时");
        page.locator("textarea[name=demand]").fill("请在村务公开栏公示上半年收支，并附照片回复。");
        picture(page, "sending-to-village");
        page.locator("details.sending button[type=submit]").click();
        page.locator("details.notice").first().waitFor();
        page.context().close();

        var village = open("sw-village1");
        assertThat(village.locator("details.sending").count()).isZero();
        village.locator("details.notice > summary").first().click();
        village.locator("details.notice button[type=submit]").first().click();
        village.locator(".refusal:has-text('请填写回复内容')").waitFor();
        village.locator("textarea[name=reply]").fill("已公示，照片见附件。联系电话13800138000。");
        village.locator("details.notice input[type=file]")
                .setInputFiles(
                        new FilePayload("公示照片.pdf", "application/pdf", Papers.pdf("公示照片", "演示", town.round.roundId())));
        village.locator(".files-name:has-text('公示照片')").waitFor();
        picture(village, "replying");
        village.locator("details.notice button[type=submit]").first().click();
        village.locator("text=已回复，待镇纪委审核").first().waitFor();
        picture(village, "replied");
        village.context().close();

        var judge = tasklist("sw-discipline").open(town.round.task("userTask_judgeReply"));
        judge.tick("提级督办").write("理由", "涉及市级部门审批。");
        judge.seen("supervision-judgement-village");
        judge.done();
        judge.close();
        var county = tasklist("office").open(town.round.task("userTask_takeUpNotice"));
        county.claim();
        county.tick("由市级向镇党委发督办函");
        county.day("回复期限", town.round.today().plusDays(9));
        county.seen("supervision-taking-up");
        county.done();
        county.close();
        var list = open("sw-clerk");
        assertThat(list.locator("main").innerText()).contains("已由市级督办", "第2号督办函", "市委巡察办");
        list.locator("button:has-text('已了结')").click();
        assertThat(list.locator("details.notice").count()).isEqualTo(1);
        picture(list, "list");
        list.context().close();
    }

    private Page open(String person) {
        var page = browser.list(person, "supervision.html");
        page.locator("main .card, main .row, main .empty").first().waitFor();
        return page;
    }

    private TasklistPage tasklist(String person) {
        return TasklistPage.of(browser, person, Date.from(clock.instant()));
    }

    private static void picture(Page page, String name) {
        Browser.readable(page, "supervision-" + name);
    }
}
