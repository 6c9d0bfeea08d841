package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.support.Browser;
import org.rectification.support.CheckedRound;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A consultation as its people see it (S34, row 33). */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
@Clause("S34")
class ConsultationInTheBrowserIT {

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
    @Feature(33)
    @DisplayName("Asked for by an owner, accepted with a time, minuted, confirmed, read on the finding's page")
    void fromTheRequestToTheFindingsPage() {
        town = new CheckedRound(port, beans, "cb", 2);
        var page = open("cb-clerk", "consultations.html");
        page.locator("select[name=body]").selectOption("DISCIPLINE_SUPERVISION");
        page.locator(".pick input").nth(2).check();
        page.locator("section.asking button[type=submit]").click();
        page.locator(".refusal:has-text('请填写约请沟通的事项')").waitFor();
        page.locator("textarea[name=question]").fill("三份票据缺签字，经办人已离任，如何补办？");
        picture(page, "asking");
        page.locator("section.asking button[type=submit]").click();
        page.locator("details.consultation").first().waitFor();
        picture(page, "asked");
        page.context().close();

        var discipline = tasklist("discipline").open(town.round.task("userTask_answerConsultation"));
        discipline.claim();
        discipline.tick("同意沟通").day("沟通日期", town.round.today().plusDays(1));
        discipline.write("沟通时间", "9:30").write("沟通地点", "市纪委三楼");
        discipline.seen("consultation-answer");
        discipline.done();
        discipline.open(town.round.task("userTask_minuteConsultation"));
        discipline.claim();
        discipline.day("沟通日期", town.round.today()).write("沟通意见", "可由村务监督委员会见证后补签。");
        discipline.write("对问题整改的影响", "按建议补充整改措施，时限不变。");
        discipline.seen("consultation-minutes");
        discipline.done();
        discipline.open(town.round.task("userTask_confirmConsultation"));
        discipline.claim();
        discipline.tick("确认，记入所涉问题");
        discipline.seen("consultation-confirmation");
        discipline.done();
        discipline.close();

        var finding = open("cb-village1", "finding.html?id=" + town.round.ofVillage(1));
        finding.locator("section:has(h2:has-text('约请沟通'))").first().waitFor();
        assertThat(finding.locator("section:has(h2:has-text('约请沟通'))").first().innerText())
                .contains("市纪委监委纪检监察室", "可由村务监督委员会见证后补签。", "按建议补充整改措施");
        finding.locator("section:has(h2:has-text('约请沟通'))").first().scrollIntoViewIfNeeded();
        picture(finding, "attached");
        finding.context().close();
    }

    private Page open(String person, String where) {
        var page = browser.list(person, where);
        page.locator("main section").first().waitFor();
        return page;
    }

    private TasklistPage tasklist(String person) {
        return TasklistPage.of(browser, person, Date.from(clock.instant()));
    }

    private static void picture(Page page, String name) {
        Browser.readable(page, "consultation-" + name);
    }
}
