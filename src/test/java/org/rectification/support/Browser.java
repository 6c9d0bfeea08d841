package org.rectification.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Chromium of a township office: Chinese, 1366 by 768 pixels, pointed at one running application. Where no
 * Chromium is installed the test is skipped with the reason, or fails when the environment says
 * {@code RECTIFICATION_BROWSER=required}. Screenshots are kept in {@code target/screenshots}.
 */
public final class Browser implements AutoCloseable {

    private static final double SIGN_IN_MILLIS = 15_000;

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Milliseconds; generous, because a build machine may be busy with other things. */
    private static final double PATIENCE = 30_000;

    private final String address;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(String address, Path executable) {
        this.address = address;
        // The installed browser is used; nothing is fetched.
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS)
                        .setHeadless(true));
    }

    /** @param port of the application on this machine */
    public static Browser at(int port) {
        var executable = installed();
        if (executable.isEmpty() && "required".equals(System.getenv("RECTIFICATION_BROWSER"))) {
            throw new IllegalStateException("RECTIFICATION_BROWSER=required, but none of " + NAMES + " is on the path");
        }
        Assumptions.assumeTrue(executable.isPresent(), () -> "No browser: none of " + NAMES + " is on the path");
        return new Browser("http://127.0.0.1:" + port, executable.get());
    }

    /** A fresh visitor without cookies; {@code path} begins with a slash. Close the page's context when done. */
    public Page open(String path) {
        BrowserContext visitor = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1366, 768));
        visitor.setDefaultTimeout(PATIENCE);
        Page page = visitor.newPage();
        page.navigate(address + path);
        return page;
    }

    /** Logs in with the form, as people do. @param application {@code tasklist}, {@code cockpit}, {@code admin} or {@code welcome} */
    public Page loggedIn(String application, String login, String password) {
        Page page = open("/camunda/app/" + application + "/default/#/login");
        if (!signInShows(page)) {
            page.reload(); // what people do when a page does not come up on a busy machine
            signInShows(page);
        }
        if (!signsIn(page, login, password)) {
            page.reload();
            signInShows(page);
            signsIn(page, login, password);
        }
        page.waitForSelector("[cam-widget-header] .account");
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        return page;
    }

    /** Fields that were drawn anew at the moment of the click are empty, and nobody is signed in. */
    private static boolean signsIn(Page page, String login, String password) {
        page.fill(".form-signin input[type=text]", login);
        page.fill(".form-signin input[type=password]", password);
        page.click(".form-signin button[type=submit]");
        try {
            page.waitForSelector(
                    ".form-signin",
                    new Page.WaitForSelectorOptions()
                            .setState(WaitForSelectorState.DETACHED)
                            .setTimeout(SIGN_IN_MILLIS));
            return true;
        } catch (com.microsoft.playwright.TimeoutError late) {
            return false;
        }
    }

    private static boolean signInShows(Page page) {
        try {
            // Filled in earlier, the fields would be drawn anew, and empty.
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            page.waitForSelector(
                    ".form-signin input[type=text]", new Page.WaitForSelectorOptions().setTimeout(SIGN_IN_MILLIS));
            return true;
        } catch (com.microsoft.playwright.TimeoutError late) {
            return false;
        }
    }

    /** Logged in to the task list, at a page of the lists. @param page relative to their folder; empty for the start */
    public Page list(String login, String page) {
        var window = loggedIn("tasklist", login, TestPeople.PASSWORD);
        window.navigate(window.url().replaceFirst("/camunda/.*", "/camunda/lists/" + page));
        window.locator("h1").waitFor();
        return window;
    }

    /** Kept to be looked at; nothing is scrolled sideways and nothing of the program shows through. */
    public static void readable(Page page, String name) {
        screenshot(page, name);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " fits the window")
                .isEqualTo(true);
        assertThat(page.locator("main").innerText()).as(name).doesNotContain("undefined", "null", "[object", "_");
    }

    /** As {@link #readable}, with everything that scrolling would show, and no code of the program in it either. */
    public static void wholePage(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " fits the window")
                .isEqualTo(true);
        assertThat(page.locator("main").innerText())
                .as(name)
                .doesNotContainPattern("undefined|\\bnull\\b|\\[object|[A-Z]{2,}_[A-Z_]{2,}");
    }

    /** Keeps what the window shows as {@code target/screenshots/NAME.png}. */
    public static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private static Optional<Path> installed() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        Stream.<AutoCloseable>of(chromium, playwright).forEach(part -> {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("The browser did not close", e);
            }
        });
    }
}
