package org.rectification.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rectification.demo.Papers;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Browser;
import org.rectification.support.EveryDoor;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Evidence by mouse: in Tasklist's form, in 我的清单, and what reviewers see of it. Pictures in {@code target/screenshots}. */
@RectificationTest
class EvidenceInTheBrowserIT {

    private static final byte[] PHOTO = Papers.png("SITE 1", new Color(0x2E7D32));

    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PeopleRegister register;

    @Autowired
    Clock clock;

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
    void evidenceIsUploadedInTasklistAndInTheListAndOpenedByTheReviewer() throws IOException {
        round = new OpenRound(port, jdbc, register, "eb")
                .withVillageFindings(2)
                .registered()
                .opened();
        doors = new EveryDoor(port, jdbc);
        uploadedInTasklist();
        uploadedInTheList();
        round.technicalStepsAreDone();
        reviewerOpensTheFiles();
        figuresAreShown();
    }

    private void uploadedInTasklist() {
        var tasklist = TasklistPage.of(browser, "eb-village1", Date.from(clock.instant()))
                .open(doors.task(round.ofVillage(1), "userTask_rectifyFinding"));
        assertThat(tasklist.page().locator(".tasks-list .card-subject:has-text('第一村党支部（演示），第1条')"))
                .isVisible();
        tasklist.write("整改结果", "审批手续已补齐，结果已公示七天。").write("措施内容", "补齐审批手续并公示");
        var control = tasklist.form()
                .locator(".fjs-form-field:has(input[id*='evidence_files']) .files")
                .first();
        control.locator("input[type=file]").setInputFiles(new FilePayload("公示照片.pdf", "application/pdf", PHOTO));
        assertThat(control.locator(".files-problem")).hasText("文件“公示照片.pdf”的内容不是PDF文件，与文件名不符，请核对原文件。");
        Browser.screenshot(tasklist.page(), "evidence-tasklist-wrong-content");
        tasklist.upload("evidence_files", "公示照片.png", PHOTO)
                .upload("evidence_files", "审批表.xlsx", Papers.xlsx(List.of(List.of("序号", "审批"))));
        assertThat(control.locator(".files-problem")).isHidden();
        control.locator(".files-remove").last().click();
        assertThat(control.locator(".files-name")).hasCount(1);
        tasklist.pick("材料种类", "公示").day("材料反映的日期", LocalDate.now(clock));
        tasklist.seen("evidence-tasklist");
        tasklist.done();
        tasklist.close();
        assertThat(jdbc.sql(
                                """
                                select s.name from rectification.evidence e join rectification.stored_file s on s.id = e.file_id
                                 where e.finding_id = ?""")
                        .param(round.ofVillage(1))
                        .query(String.class)
                        .list())
                .containsExactly("公示照片.png");
    }

    private void uploadedInTheList() {
        planned(round.ofVillage(2), "完成清退", "修订管理办法");
        var page = list("eb-village1", "work");
        opened(page);
        page.locator(".step summary:has-text('配合责任人')").click();
        page.locator(".naming select").selectOption("eb-person2");
        page.locator(".naming input").fill("核对名册");
        page.locator(".naming button").click();
        page.locator(".step:has-text('核对名册（未确认）')").waitFor();
        page.locator(".measure-report summary:has-text('完成清退')").click();
        var measure = page.locator(".measure-report").first();
        evidence(measure, "清退现场.png", "PHOTO_AFTER");
        picture(page, "evidence-list-measure");
        measure.locator("button[type=submit]").click();
        page.locator(".step-done:has-text('完成清退')").waitFor();

        var form = page.locator(".body > div > form");
        form.locator("[name=result]").fill("三户已清退并公示。");
        form.locator(".measure button:has-text('删除')").click();
        form.locator("button:has-text('增加一项成效')").click();
        form.locator("[name='claims.0.kind']").selectOption("MONEY_RECOVERED");
        form.locator("[name='claims.0.quantity']").fill("3200");
        form.locator("[name='claims.0.text']").fill("清退款已入账，银行回单演示0417");
        form.locator("button[type=submit]").click();
        assertThat(page.locator(".refusal")).containsText("配合责任人");
        partIsDone();
        form.locator("button[type=submit]").click();
        assertThat(page.locator(".refusal")).containsText("报告挽回资金的，必须上传凭证，没有凭证不予认定。");
        picture(page, "evidence-list-refused");
        form.locator(".proofs:has-text('申报的整改成效') input[type=file]")
                .setInputFiles(new FilePayload("银行回单.pdf", "application/pdf", Papers.pdf("银行回单（演示）", "3200元")));
        form.locator(".files-name:has-text('银行回单.pdf')").waitFor();
        // The same photo as at the other finding, under another name.
        evidence(form, "清退照片.png", "PHOTO_AFTER");
        picture(page, "evidence-list");
        form.locator("button[type=submit]").click();
        page.locator(".row.done").waitFor();
        page.context().close();
    }

    private void evidence(Locator form, String name, String kind) {
        form.locator("[name='evidence.0.kind']").selectOption(kind);
        form.locator("[name='evidence.0.representsOn']")
                .fill(LocalDate.now(clock).toString());
        form.locator(".proofs:has-text('佐证材料') input[type=file]")
                .setInputFiles(new FilePayload(
                        name, "image/png", name.startsWith("清退现场") ? Papers.png("SITE 2", Color.BLUE) : PHOTO));
        form.locator(".files-name:has-text('" + name + "')").waitFor();
    }

    private void partIsDone() {
        var page = list("eb-person2", "part");
        opened(page);
        page.locator("[name=confirmation]").fill("名册已核对。");
        picture(page, "evidence-list-part");
        page.locator("button[type=submit]").click();
        page.locator(".row.done").waitFor();
        page.context().close();
    }

    private void reviewerOpensTheFiles() throws IOException {
        var page = list("eb-leader1", "review");
        opened(page);
        page.locator(".proof-lines").first().waitFor();
        picture(page, "evidence-list-review");
        assertThat(page.locator(".proof-lines .late").first()).containsText("同一文件还用于：第一村党支部（演示）第1号问题");
        var download = page.waitForDownload(() ->
                page.locator(".proof-lines a:has-text('清退照片.png')").first().click());
        assertThat(download.suggestedFilename()).isEqualTo("清退照片.png");
        assertThat(Files.readAllBytes(download.path())).isEqualTo(PHOTO);
        page.context().close();

        var tasklist = TasklistPage.of(browser, "eb-leader1", Date.from(clock.instant()))
                .open(doors.task(round.ofVillage(2), "userTask_reviewResult"));
        tasklist.seen("evidence-tasklist-review");
        assertThat(tasklist.form()).containsText("挽回资金3200元");
        var again = tasklist.page().waitForDownload(() -> tasklist.form()
                .locator("a:has-text('银行回单.pdf')")
                .first()
                .click());
        assertThat(again.suggestedFilename()).isEqualTo("银行回单.pdf");
        tasklist.close();
    }

    private void figuresAreShown() {
        var page = browser.loggedIn("tasklist", "eb-clerk", TestPeople.PASSWORD);
        page.navigate(page.url().replaceFirst("/camunda/.*", "/camunda/lists/outcomes.html"));
        assertThat(page.locator("tr:has-text('挽回资金')")).containsText("3,200元");
        picture(page, "outcomes");
        page.context().close();
    }

    private Page list(String person, String kind) {
        var page = browser.loggedIn("tasklist", person, TestPeople.PASSWORD);
        page.navigate(page.url().replaceFirst("/camunda/.*", "/camunda/lists/?kind=" + kind));
        page.locator(".row").first().waitFor();
        return page;
    }

    /** Opens the last row; one that stands alone is open already. */
    private static void opened(Page page) {
        var closed = page.locator(".row:not([open]) > summary");
        if (closed.count() > 0) {
            closed.last().click();
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(java.nio.file.Path.of("target", "screenshots", name + ".png")));
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " fits the window")
                .isEqualTo(true);
    }

    private void planned(String finding, String now, String lasting) {
        jdbc.sql(
                        """
                        insert into rectification.plan (round_id, organisation_id, state, divided_by, divided_at)
                        values (?, ?, 'DRAFTING', 'eb-clerk', now())""")
                .params(round.roundId(), round.town())
                .update();
        jdbc.sql(
                        """
                        insert into rectification.plan_line (finding_id, round_id, organisation_id, drafter)
                        values (?, ?, ?, 'eb-village1')""")
                .params(finding, round.roundId(), round.town())
                .update();
        jdbc.sql(
                        """
                        insert into rectification.plan_measure (id, finding_id, position, horizon, text)
                        values ('eb-now', ?, 1, 'NOW', ?), ('eb-lasting', ?, 2, 'LASTING', ?)""")
                .params(finding, now, finding, lasting)
                .update();
    }
}
