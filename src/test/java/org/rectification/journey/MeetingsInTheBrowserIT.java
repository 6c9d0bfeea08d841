package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Meetings by mouse: a member writes, the village and the clerk record, the Secretary reads and confirms; register and digest. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class MeetingsInTheBrowserIT {

    private static final String ROOT = "对基层情况掌握不深，习惯于听汇报、看材料。";

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

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
    @Clause({"S37", "S38"})
    @Feature({36, 37})
    @DisplayName(
            "A member's text survives a reload, the clerk records all meetings on one page, the Secretary reads and confirms")
    void meetingsAreWrittenRecordedReadAndConfirmed() {
        var town = new CheckedRound(port, beans, "mb", 2);
        var today = town.round.today().toString();

        var writing = open("mb-leader1", "comparison");
        var form = writing.locator("section.card form").first();
        form.locator("textarea").first().fill(ROOT);
        writing.locator(".draft-note:has-text('保存')").waitFor();
        writing.reload();
        writing.locator(".draft-note:has-text('已恢复')").waitFor();
        assertThat(writing.locator("textarea").first().inputValue()).isEqualTo(ROOT);
        writing.locator("section.card form button.primary").first().click();
        writing.locator(".refusal").waitFor();
        assertThat(writing.locator(".refusal").innerText()).contains("的对照检查。");
        picture(writing, "1-member-refused");
        var fields = writing.locator(".aspect textarea");
        for (int index = 0; index < fields.count(); index++) {
            fields.nth(index).fill(index % 2 == 0 ? ROOT : "对分管领域督促不够，今后每月到村核查一次。");
        }
        writing.locator("section.card form button.primary").first().click();
        writing.locator("button:has-text('重新提交')").waitFor();
        writing.locator("details summary:has-text('批评意见')").click();
        writing.getByLabel("提出批评意见的同志").fill("周明远");
        writing.locator("textarea[name=content]").fill("下村次数偏少。");
        picture(writing, "2-member-written");
        writing.locator("button:has-text('记入')").click();
        writing.locator("h3:has-text('批评意见清单（1 条）')").waitFor();
        writing.context().close();

        var village = TasklistPage.of(browser, "mb-village1", Date.from(clock.instant()))
                .open(town.round.task("userTask_recordMeetingOfVillage"));
        village.tick("已召开").write("主持人", "村支书").write("会议情况", "全体党员逐项对照检查。");
        village.seen("meetings-3-village-task");
        village.submit();
        assertThat(village.refusal()).contains("召开日期");
        village.close();

        var list = open("mb-clerk", "meetings");
        picture(list, "4-clerk-list");
        list.locator("details summary:has-text('说明未提交的理由')").click();
        for (int left = 3; left > 0; left--) {
            list.locator(".team details").evaluate("box => { box.open = true; }");
            list.locator(".team form input[name=reason]").fill("外出学习，会后补交。");
            list.locator(".team form button.primary").click();
            list.locator(".team td:has-text('未提交，理由')").nth(3 - left).waitFor();
        }
        record(list, "town", today);
        record(list, "mb-v1", today);
        assertThat(list.locator("details[data-code='mb-v1'] summary").innerText())
                .contains("已召开");
        list.locator("details[data-code='mb-v1'] summary").click();
        assertThat(list.locator("details[data-code='mb-v1'] .body").innerText()).contains("甲mb-clerk（代甲mb-village1填报）");
        picture(list, "6-clerk-recorded");
        list.context().close();

        var reading = open("mb-secretary", "comparison");
        reading.locator("a:has-text('甲mb-leader1')").click();
        reading.locator("text=" + ROOT).first().waitFor();
        assertThat(reading.locator("main").innerText()).contains("下村次数偏少。");
        picture(reading, "7-secretary-reads");
        reading.context().close();
        var deciding = open("mb-secretary", "meetings");
        deciding.locator("details[data-code='town'] summary").click();
        var decision = deciding.locator("details[data-code='town'] form");
        decision.getByLabel("退回重新登记").check();
        decision.locator("button.primary").click();
        decision.locator(".refusal").waitFor();
        assertThat(decision.locator(".refusal").innerText()).isEqualTo("请填写退回的理由。");
        decision.getByLabel("确认", new Locator.GetByLabelOptions().setExact(true))
                .check();
        picture(deciding, "8-secretary-confirms");
        decision.locator("button.primary").click();
        deciding.locator("details[data-code='town'] summary .good").waitFor();
        deciding.context().close();

        var closed = open("mb-clerk", "meetings");
        assertThat(closed.locator(".team a:has-text('查看材料')").count()).isZero();
        closed.context().close();
    }

    @Test
    @Clause("S29")
    @Feature(31)
    @DisplayName("The register is kept on one page; the digest is read on 我的清单")
    void registerAndDigestAreReadable() {
        var town = new CheckedRound(port, beans, "mc", 2);
        var register = open("mc-clerk", "studies");
        var form = register.locator("section.card form").first();
        form.locator("button.primary").click();
        form.locator(".refusal").waitFor();
        assertThat(form.locator(".refusal").innerText()).contains("请选择会议类别。");
        form.getByLabel("类别").selectOption("COMMITTEE");
        form.getByLabel("召开日期").fill(town.round.today().toString());
        form.getByLabel("主持人").fill("周明远");
        form.getByLabel("参加人数").fill("11");
        form.getByLabel("议题（学习内容）").fill("研究巡察整改方案");
        picture(register, "9-register-form");
        form.locator("button.primary").click();
        register.locator("details.row summary:has-text('研究巡察整改方案')").waitFor();
        register.locator("details.row summary").first().click();
        picture(register, "10-register");
        register.context().close();

        // So that the inspection office has something to decide.
        assertThat(town.post(
                                "mc-clerk",
                                "/thematic-meetings/" + town.round.roundId() + "/" + town.round.town() + "/town/record",
                                java.util.Map.of("outcome", "NOT_HELD", "reason", "党委书记外出学习。"))
                        .statusCode())
                .isEqualTo(204);
        new Visitor(port, "office", TestPeople.PASSWORD)
                .post("/api/clock", java.util.Map.of("advance", "P1D"))
                .expect(200);
        for (var reader : java.util.List.of("mc-clerk", "mc-village1", "office")) {
            var lists = open(reader, "");
            lists.locator(".digest").waitFor();
            assertThat(lists.locator(".digest summary").innerText()).as(reader).contains("今日摘要", "目前待办");
            picture(lists, "11-digest-" + reader);
            if (reader.equals("mc-clerk")) {
                assertThat(lists.locator(".digest").innerText()).contains("各村待办", "第一村党支部（演示）：待办");
            }
            if (reader.equals("office")) {
                assertThat(lists.locator(".digest").innerText()).contains("各单位待办");
            }
            lists.context().close();
        }
    }

    private static void record(Page page, String code, String today) {
        var row = page.locator("details[data-code='" + code + "']");
        row.locator("summary").first().click();
        var form = row.locator("form");
        form.getByLabel("已召开", new Locator.GetByLabelOptions().setExact(true)).check();
        form.getByLabel("召开日期").fill(today);
        form.getByLabel("主持人").fill("周明远");
        form.getByLabel("到会人数").fill("11");
        form.locator("textarea[name=record]").fill("对照反馈意见逐项检查，开展批评和自我批评。");
        form.locator("input[type=file]")
                .setInputFiles(new FilePayload("会议记录.pdf", "application/pdf", Papers.pdf("会议记录", code, "演示")));
        form.locator(".files-name").waitFor();
        picture(page, "5-clerk-records-" + code);
        form.locator("button.primary").click();
        page.locator("details[data-code='" + code + "'] .tag:has-text('召开')").waitFor();
    }

    private Page open(String person, String name) {
        var page = browser.list(person, name.isEmpty() ? "" : name + ".html");
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        return page;
    }

    private static void picture(Page page, String name) {
        Browser.readable(page, "meetings-" + name);
    }
}
