package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.support.Browser;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Every form file, shown to the person whose task it is, in a browser; pictures in {@code target/screenshots}. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:00:00+08:00")
class EveryFormInTheBrowserIT {

    private static final LocalDate COMPLETE_BY = LocalDate.of(2026, 6, 10);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    /** Shown by {@link StartFormsInTheBrowserIT} and, for what a clerk may propose at any time, by tests of their own. */
    private static final Set<String> SHOWN_ELSEWHERE =
            Set.of("suggestAccountability", "sendNotice", "proposeAmendment", "prepareAmendment", "consentToAmendment");

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private Clock clock;

    private final Map<String, TasklistPage> windows = new HashMap<>();
    private final FormTour tour = new FormTour(COMPLETE_BY, this::show);
    private final List<String> complaints = new ArrayList<>();
    private Visitor office;
    private boolean suggested;

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
    @DisplayName("Every form is shown to its person, in Chinese, inside the window, with nothing left unrendered")
    void everyFormIsFitToBeSeen() throws IOException {
        office = new Visitor(port, "office", TestPeople.PASSWORD);
        var roundId = office.post(
                        "/api/inspection-rounds",
                        json.readTree(Path.of("docs/examples/round.json").toFile()))
                .expect(201)
                .json()
                .path("roundId")
                .asText();
        move(Map.of("advance", "PT1M"));
        handOver("qx-village2", "qx-person2", false);
        handOver("qx-person4", "qx-person3", true);
        var today = LocalDate.of(2026, 3, 10);
        while (!unseen().isEmpty() && today.isBefore(LAST_DAY)) {
            while (actAll(roundId, today) > 0) {
                move(Map.of("advance", "PT1M"));
            }
            consult();
            chase(roundId);
            suggest();
            today = nextDay(today);
            move(Map.of("now", OffsetDateTime.parse(today + "T09:00:00+08:00").toString()));
        }
        assertThat(unseen()).as("forms that nobody was shown until " + today).isEmpty();
        assertThat(complaints).isEmpty();
    }

    private void handOver(String from, String to, boolean onPaper) {
        new Visitor(port, "qx-clerk", TestPeople.PASSWORD)
                .post("/api/handovers", Map.of("from", from, "to", to, "reason", "岗位调整", "onPaper", onPaper))
                .expect(201);
    }

    /** Once, as soon as there is something to ask about. */
    private void consult() {
        var clerk = new Visitor(port, "qx-clerk", TestPeople.PASSWORD);
        var mine = clerk.get("/api/consultations").expect(200).json();
        if (mine.path("rows").isEmpty() && !mine.path("findings").isEmpty()) {
            clerk.post(
                            "/api/consultations",
                            Map.of(
                                    "body", "DISCIPLINE_SUPERVISION",
                                    "findings",
                                            java.util.List.of(mine.path("findings")
                                                    .path(0)
                                                    .path("id")
                                                    .asText()),
                                    "question", "历史票据缺签字，如何补办？"))
                    .expect(201);
            move(Map.of("advance", "PT1M"));
        }
    }

    /** The township's discipline commission asks a village, once. */
    private void chase(String roundId) {
        var sender = new Visitor(port, "qx-discipline", TestPeople.PASSWORD);
        var mine = sender.get("/api/supervision-notices").expect(200).json();
        if (mine.path("rows").isEmpty() && !mine.path("targets").isEmpty()) {
            sender.post(
                            "/api/supervision-notices",
                            Map.of(
                                    "roundId", roundId,
                                    "organisationId", "qingxi-town",
                                    "village",
                                            mine.path("targets")
                                                    .path(0)
                                                    .path("village")
                                                    .asText(),
                                    "title", "集体资金公示不及时",
                                    "demand", "请公示并回复。"))
                    .expect(201);
            move(Map.of("advance", "PT1M"));
        }
    }

    /** By hand, once: nothing of this story is late enough for the ladder's last rung. */
    private void suggest() {
        if (suggested) {
            return;
        }
        suggested = true;
        var entry = json.createObjectNode()
                .put("roundNumber", "第十四轮")
                .put("batch", "第一批次")
                .put("organisation", "qingxi-town")
                .put("trigger", "INEFFECTIVE")
                .put("facts", "整改推进会只有通知，没有记录。");
        new Visitor(port, "discipline", TestPeople.PASSWORD)
                .post(
                        "/engine-rest/process-definition/key/accountability/start",
                        Map.of("variables", Map.of("entry", Map.of("type", "Json", "value", entry.toString()))))
                .expect(200);
        move(Map.of("advance", "PT1M"));
    }

    private int actAll(String roundId, LocalDate today) {
        var busy = Set.copyOf(jdbc.sql("select distinct assignee_ from act_ru_task where assignee_ is not null")
                .query(String.class)
                .list());
        return jdbc
                .sql(
                        "select id, name, organisation_id is null as county from rectification.person where id <> 'admin' order by id")
                .query((row, n) -> new Object[] {row.getString(1), row.getString(2), row.getBoolean(3)})
                .list()
                .stream()
                .filter(person -> (boolean) person[2] || busy.contains(person[0]))
                .mapToInt(person -> tour.day(
                        new Visitor(port, (String) person[0], TestPeople.PASSWORD), roundId, (String) person[1], today))
                .sum();
    }

    private void show(Visitor person, JsonNode task) {
        var window =
                windows.computeIfAbsent(person.id(), id -> TasklistPage.of(browser, id, Date.from(clock.instant())));
        window.page().context().clock().setFixedTime(Date.from(clock.instant()));
        var key = task.path("camundaFormRef").path("key").asText();
        var name = "form-%02d-%s".formatted(tour.seen().size(), key);
        try {
            window.open(task.path("id").asText()).seen(name);
        } catch (AssertionError | RuntimeException complaint) {
            complaints.add(complaint.getMessage());
        }
    }

    private List<String> unseen() throws IOException {
        try (var files = Files.list(Path.of("forms"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".form"))
                    .map(EveryFormInTheBrowserIT::keyOf)
                    .filter(key -> !SHOWN_ELSEWHERE.contains(key))
                    .filter(key -> !tour.seen().contains(key))
                    .sorted()
                    .toList();
        }
    }

    private static String keyOf(String file) {
        var words = file.replace(".form", "").split("-");
        var key = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return key.toString();
    }

    private void move(Map<String, String> how) {
        assertThat(office.post("/api/clock", how)
                        .expect(200)
                        .json()
                        .path("incidents")
                        .asInt())
                .isZero();
    }

    private LocalDate nextDay(LocalDate today) {
        var due = jdbc.sql("select min(duedate_)::date from act_ru_job")
                .query(LocalDate.class)
                .optional()
                .orElse(today);
        return due.isAfter(today) ? due : today.plusDays(1);
    }
}
