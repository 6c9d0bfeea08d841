package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.util.Date;
import java.util.regex.Pattern;
import org.rectification.support.Browser;
import org.rectification.support.TestPeople;

/** Tasklist as one person has it open, worked with the mouse. */
final class TasklistPage {

    static final int WIDTH = 1366;
    static final int HEIGHT = 768;

    /** What never belongs on a form: expressions, codes of the program, the vendor's English. */
    private static final Pattern FOREIGN = Pattern.compile(
            "\\{\\{|\\}\\}|=view|=entry|undefined|\\bnull\\b|\\[object|[A-Z]{2,}_[A-Z_]{2,}|[A-Za-z]{3,} [a-z]{2,}");

    private final Page page;

    private TasklistPage(Page page) {
        this.page = page;
    }

    /** @param today what the person's own clock says */
    static TasklistPage of(Browser browser, String person, Date today) {
        var page = browser.loggedIn("tasklist", person, TestPeople.PASSWORD);
        page.context().clock().setFixedTime(today);
        return new TasklistPage(page);
    }

    Page page() {
        return page;
    }

    /** Chooses a ready-made filter and then the first task of that name. */
    TasklistPage choose(String filter, String task) {
        page.locator(".task-filters .item:has-text('" + filter + "') a").first().click();
        page.locator(".tasks-list .task:has-text('" + task + "')").first().click();
        form().waitFor();
        return this;
    }

    /** Opens one task by its address, as from a mail. */
    TasklistPage open(String taskId) {
        page.navigate(page.url().replaceFirst("#.*", "#/?task=" + taskId));
        form().waitFor();
        return this;
    }

    void claim() {
        page.locator(".task-details button:has-text('签收'), .task-card button:has-text('签收')")
                .first()
                .click();
        page.locator("button:has-text('退签'), a:has-text('退签'), .unclaim")
                .first()
                .waitFor();
        page.locator(".fjs-container input:enabled, .fjs-container textarea:enabled")
                .first()
                .waitFor();
    }

    Locator form() {
        return page.locator(".fjs-container").first();
    }

    TasklistPage write(String label, String text) {
        var field = form().getByLabel(label).first();
        field.fill(text);
        // The form takes over what was typed when the field is left.
        field.blur();
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(field)
                .hasValue(text);
        return this;
    }

    /** Chooses one of a drop-down list. */
    TasklistPage pick(String label, String option) {
        var field = form().locator(".fjs-form-field-select:has(label:has-text('" + label + "'))")
                .last();
        field.locator(".fjs-input-group").click();
        field.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
        return this;
    }

    /** Uploads a file with the control of the last field whose id holds the key, and waits until it is there. */
    TasklistPage upload(String key, String name, byte[] content) {
        var control = form().locator(".fjs-form-field:has(input[id*='" + key + "']) .files")
                .last();
        control.locator("input[type=file]")
                .setInputFiles(
                        new com.microsoft.playwright.options.FilePayload(name, "application/octet-stream", content));
        control.locator(".files-name", new Locator.LocatorOptions().setHasText(name))
                .waitFor();
        return this;
    }

    /** Types a day as the calendar field shows it, year first. */
    TasklistPage day(String label, LocalDate day) {
        var field = form().getByLabel(label).first();
        field.click();
        field.fill(day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth());
        field.press("Enter");
        return this;
    }

    TasklistPage tick(String option) {
        form().getByLabel(option, new Locator.GetByLabelOptions().setExact(true))
                .first()
                .check();
        return this;
    }

    void submit() {
        page.locator("button.btn-primary:has-text('完成')").first().click();
    }

    /** Submits and waits until the task has left the window. */
    void done() {
        submit();
        form().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** The sentence of the notice that says no. */
    String refusal() {
        var notice = page.locator(".page-notifications .alert-danger:visible").last();
        notice.waitFor();
        // Nobody reads it and types on in the same moment; the form is drawn anew meanwhile.
        page.waitForTimeout(1_000);
        return notice.innerText();
    }

    /** Keeps the whole form as a picture, however long it is, and says that nothing foreign is on it. */
    TasklistPage seen(String name) {
        var hidden = (Number)
                form().evaluate(
                                """
                form => { let most = 0;
                  for (let e = form; e; e = e.parentElement) most = Math.max(most, e.scrollHeight - e.clientHeight);
                  return most; }""");
        page.setViewportSize(WIDTH, HEIGHT + hidden.intValue() + 60);
        page.waitForTimeout(150);
        Browser.screenshot(page, name);
        page.setViewportSize(WIDTH, HEIGHT);
        looksRight(name);
        return this;
    }

    private void looksRight(String name) {
        assertThat(form().innerText()).as(name).isNotBlank().doesNotContainPattern(FOREIGN);
        assertThat(
                        String.valueOf(
                                form().evaluate(
                                                """
                form => [...form.querySelectorAll('input, textarea')]
                  .filter(field => field.offsetParent).map(field => field.value).join('\\n')""")))
                .as(name + ": contents of the fields")
                .doesNotContainPattern(FOREIGN);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " fits the window")
                .isEqualTo(true);
        assertThat(
                        form().evaluate(
                                        """
                form => { for (let e = form; e && e !== document.body; e = e.parentElement)
                  if (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible') return e.className || e.tagName;
                  return ''; }"""))
                .as(name + " is not scrolled sideways")
                .isEqualTo("");
    }

    void close() {
        page.context().close();
    }
}
