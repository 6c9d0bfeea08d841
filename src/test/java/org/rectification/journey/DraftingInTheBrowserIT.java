package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Browser;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Drafting in 我的清单, by mouse: claimed, given back, divided again, filled in, refused, advised. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class DraftingInTheBrowserIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    private Browser browser;

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @DisplayName("A line is given back, divided again, claimed and filled in; what was typed stays when it is refused")
    void drafterAndClerkWorkThroughTheList() {
        browser = Browser.at(port);
        var round = new OpenRound(port, jdbc, register, "dr").registered().opened();
        var doors = new EveryDoor(port, jdbc);
        doors.complete(Door.COMPLETE, "dr-clerk", round.task("userTask_divideFindings"), "{}");
        round.technicalStepsAreDone();

        var page = list("dr-person2");
        var line = open(page, round.ofTown(2));
        line.locator("button:has-text('退回本条')").click();
        line.locator("text=须说明理由").waitFor();
        line.locator(".bounce input").fill("该项工作已划转党建工作办");
        Browser.screenshot(page, "drafting-1-give-back");
        line.locator("button:has-text('退回本条')").click();
        page.locator("summary:has-text('已退回整改办')").waitFor();
        page.context().close();

        page = list("dr-clerk");
        page.locator("summary:has-text('退回情况')").click();
        assertThat(page.locator("main").innerText()).contains("该项工作已划转党建工作办", "退回待分解 1 条");
        line = open(page, round.ofTown(2));
        line.locator("[name=person]").selectOption("dr-person1");
        line.locator(".division button:has-text('重新分解')").click();
        line.locator(".refusal:has-text('须说明理由')").waitFor();
        assertThat(line.locator("[name=person]").inputValue()).isEqualTo("dr-person1");
        Browser.wholePage(page, "drafting-2-divide-again");
        line.locator(".division [name=reason]").fill("党建工作办承办");
        line.locator(".division button:has-text('重新分解')").click();
        page.locator("summary:has-text('已重新分解')").waitFor();
        page.locator("summary:has-text('回应反馈意见')").click();
        var opinion = page.locator(".opinion").first();
        opinion.locator("textarea").fill("建立周调度机制，每周核对一次。");
        opinion.locator("summary").click();
        opinion.locator("input[type=checkbox]").first().check();
        page.locator("button:has-text('保存回应')").click();
        page.locator(".panelbody [role=status]:has-text('已保存。')").waitFor();
        page.locator("summary:has-text('共性问题')").click();
        Browser.wholePage(page, "drafting-3-clerk");
        page.context().close();

        page = list("dr-person1");
        line = open(page, round.ofTown(1));
        line.locator("button:has-text('认领本条')").click();
        line.locator("text=已认领，请填写").waitFor();
        fill(line);
        line.locator("form[data-draft] [name=dueOn]").fill("2027-01-01");
        line.locator("button:has-text('保存本条')").click();
        line.locator(".refusal:has-text('整改时限不得晚于')").waitFor();
        assertThat(line.locator("[name=goal]").inputValue()).isEqualTo("作风明显好转");
        assertThat(line.locator("[name='measures.0.text']").inputValue()).isEqualTo("进一步加强审批把关");
        Browser.wholePage(page, "drafting-4-refused");
        line.locator("form[data-draft] [name=dueOn]").fill("2026-05-20");
        line.locator("button:has-text('保存本条')").click();
        line.locator("[role=status]:has-text('已保存。')").waitFor();
        line.locator(".advice:has-text('进一步')").waitFor();
        assertThat(line.locator(".advice").innerText()).contains("难以检验");
        line.locator("summary:has-text('举一反三')").click();
        line.locator("[name=title]").fill("村级资金审批不规范");
        line.locator("[name=problem]").fill("自查发现一个村的三笔支出没有审批单。");
        Browser.wholePage(page, "drafting-5-advice");
        line.locator("button:has-text('增加自查问题')").click();
        line.locator("text=已增加自查问题").waitFor();
        page.reload();
        page.locator("details.row:has-text('自查1')").waitFor();
        Browser.wholePage(page, "drafting-6-self-found");
        assertThat(jdbc.sql("select count(*) from rectification.plan_measure where finding_id = ?")
                        .param(round.ofTown(1))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        page.context().close();
    }

    private static void fill(Locator line) {
        line.locator("[name='measures.0.text']").fill("进一步加强审批把关");
        line.locator("[name='measures.1.text']").fill("修订资金管理办法，每季度核对一次");
        line.locator("[name=goal]").fill("作风明显好转");
        line.locator("[name=branch]").fill("党建工作办");
        line.locator("[name=rootCause]").fill("审批由一人经手，没有复核。");
        line.locator("[name=similarCheck]").fill("核对近两年资金审批单。");
        line.locator("[name=similarChecked]").fill("36");
        line.locator("[name=similarFound]").fill("1");
    }

    private Page list(String person) {
        var page = browser.loggedIn("tasklist", person, TestPeople.PASSWORD);
        page.navigate("http://127.0.0.1:" + port + "/camunda/lists/?kind=draft");
        page.locator("details.row").first().waitFor();
        return page;
    }

    private static Locator open(Page page, String findingId) {
        var line = page.locator("details.row[data-finding='" + findingId + "']");
        line.locator("summary").first().click();
        line.locator(".body").waitFor();
        return line;
    }
}
