package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Clause;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Two organisations, 326 findings, from the start API to the archive, through the doors that people have: the REST
 * interface for single tasks, the lists for what comes in numbers, the rehearsal clock for time.
 */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-06T09:00:00+08:00")
class WholeRoundIT {

    private static final LocalDate COMPLETE_BY = LocalDate.of(2026, 6, 10);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
    private static final Set<String> LISTED = Set.of(
            "userTask_rectifyFinding",
            "userTask_reviewResult",
            "userTask_verifyFinding",
            "userTask_confirmVerification",
            "userTask_consentLongTerm",
            "userTask_continueFinding",
            "userTask_approveContinuation");
    private static final List<String> SUPERVISORS = List.of("office", "team", "discipline", "cadre");

    private final Script script = new Script(COMPLETE_BY);
    private final BurdenMeter burden = new BurdenMeter(LocalDate.of(2026, 3, 10));

    @LocalServerPort
    private int port;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    private Invariants invariants;
    private List<Visitor> people;
    private Visitor office;
    private String roundId;

    @Test
    @Clause({"S10", "S17", "S22", "S35", "S44", "S45", "S46"})
    @DisplayName(
            "A round of two organisations goes from the start API to the archive, and ledger and engine agree all the way")
    void aRoundGoesFromStartToArchive() {
        invariants = new Invariants(jdbc);
        township(BigRound.BIG, "dp", 30);
        township(BigRound.SMALL, "xx", 5);
        people = everybody();
        office = people.stream()
                .filter(person -> person.id().equals("office"))
                .findFirst()
                .orElseThrow();

        var started = office.post("/api/inspection-rounds", BigRound.request())
                .expect(201)
                .json();
        assertThat(started.path("findings").asInt()).isEqualTo(326);
        roundId = started.path("roundId").asText();
        advance(LocalDate.of(2026, 3, 10));
        nothingIsVisibleBeforeFeedback(roundId);

        var today = LocalDate.of(2026, 3, 10);
        while (!archived(roundId) && today.isBefore(LAST_DAY)) {
            while (actAll(today) > 0) {
                move(Map.of("advance", "PT1M"));
            }
            invariants.check();
            today = nextDay(today);
            advance(today);
        }

        System.out.println(burden.table());
        assertThat(archived(roundId)).as("archived by " + today).isTrue();
        assertThat(count("select count(*) from rectification.finding where state not in ('STRUCK_OFF', 'LONG_TERM')"))
                .isZero();
        assertThat(count("select count(*) from rectification.finding where state = 'STRUCK_OFF'"))
                .isGreaterThan(280);
        assertThat(count("select count(*) from rectification.finding where returns > 0"))
                .isPositive();
        assertThat(count("select count(*) from rectification.finding where due_on > original_due_on"))
                .isPositive();
        assertThat(burden.mostTasksInAFortnight()).isLessThanOrEqualTo(30);
    }

    private void township(String code, String prefix, int villages) {
        new TestPeople(register).township(code, prefix, villages);
    }

    private List<Visitor> everybody() {
        var ids = new ArrayList<>(SUPERVISORS);
        ids.addAll(jdbc.sql("select id from rectification.person where organisation_id in (?, ?) order by id")
                .params(BigRound.BIG, BigRound.SMALL)
                .query(String.class)
                .list());
        return ids.stream()
                .map(id -> new Visitor(port, id, TestPeople.PASSWORD))
                .toList();
    }

    private void nothingIsVisibleBeforeFeedback(String roundId) {
        for (var person : people) {
            if (SUPERVISORS.contains(person.id())) {
                continue;
            }
            assertThat(person.get("/engine-rest/task").json()).isEmpty();
            assertThat(person.get("/engine-rest/process-instance").json()).isEmpty();
            assertThat(person.get("/engine-rest/history/process-instance").json())
                    .isEmpty();
            assertThat(person.get("/engine-rest/history/variable-instance").json())
                    .isEmpty();
            assertThat(person.get("/api/inspection-rounds/" + roundId).status()).isIn(403, 404);
            assertThat(person.get("/api/findings?round=" + roundId)
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
            assertThat(person.get("/api/worklist").json().path("lists")).isEmpty();
        }
    }

    /** Everybody does what lies on the desk today; returns how many things were done. */
    private int actAll(LocalDate today) {
        // Only those who have something open are asked: the others would answer with an empty desk.
        var busy = Set.copyOf(jdbc.sql("select distinct assignee_ from act_ru_task where assignee_ is not null")
                .query(String.class)
                .list());
        return people.stream()
                .filter(person -> SUPERVISORS.contains(person.id()) || busy.contains(person.id()))
                .mapToInt(person -> singleTasks(person, today) + lists(person, today))
                .sum();
    }

    private int singleTasks(Visitor person, LocalDate today) {
        var open = person.get("/engine-rest/task?maxResults=1000").expect(200).json();
        int done = 0;
        for (var task : open) {
            var key = task.path("taskDefinitionKey").asText();
            var assignee = task.path("assignee").asText(null);
            if (LISTED.contains(key)
                    || (assignee != null && !assignee.equals(person.id()))
                    || !mine(person, task, assignee)) {
                continue;
            }
            if (key.equals("userTask_draftPlanLines") || key.equals("userTask_completePlanLines")) {
                draftLines(person, key.equals("userTask_draftPlanLines") ? "&drafter=me" : "");
            }
            if (complete(person, task, key, today)) {
                burden.task(person.id(), today);
                done++;
            }
        }
        return done;
    }

    /** A task of a group is taken before it is done, so that the trail has a name. */
    private boolean mine(Visitor person, JsonNode task, String assignee) {
        if (assignee != null) {
            return true;
        }
        var id = task.path("id").asText();
        return person.post("/engine-rest/task/" + id + "/claim", Map.of("userId", person.id()))
                        .status()
                == 204;
    }

    /** False when the task turned out to be another body's: then it is given back. */
    private boolean complete(Visitor person, JsonNode task, String key, LocalDate today) {
        var id = task.path("id").asText();
        var given = (ObjectNode) parsed(
                person.get("/engine-rest/task/" + id + "/form-variables?variableNames=entry&deserializeValues=false")
                        .expect(200)
                        .json()
                        .path("entry")
                        .path("value")
                        .asText("{}"));
        var signer = jdbc.sql("select name from rectification.person where id = ?")
                .param(person.id())
                .query(String.class)
                .single();
        var entry = script.entryFor(key, given, today, signer);
        var answer = person.post(
                "/engine-rest/task/" + id + "/submit-form",
                Map.of("variables", Map.of("entry", Map.of("type", "Json", "value", entry.toString()))));
        if (answer.status() == 422 && answer.body().contains("代为登记纸面意见")) {
            person.post("/engine-rest/task/" + id + "/unclaim", null).expect(204);
            return false;
        }
        if (answer.status() != 204) {
            throw new AssertionError(
                    person.id() + " " + key + " on " + today + ": " + answer.status() + " " + answer.body());
        }
        return true;
    }

    private void draftLines(Visitor person, String whose) {
        for (var line : person.get("/api/plan-lines?round=" + roundId + whose)
                .expect(200)
                .json()) {
            if (line.path("violations").isEmpty()) {
                continue;
            }
            person.put(
                            "/api/plan-lines/" + line.path("findingId").asText(),
                            Map.of(
                                    "rootCause", "制度执行不严,日常监管不到位。",
                                    "similarCheck", "对照排查同类事项,未发现新增问题。",
                                    "goal", "审批手续齐全,台账完整可查。",
                                    "dueOn", COMPLETE_BY.minusDays(10).toString(),
                                    "branch", "镇党政办",
                                    "measures",
                                            List.of(
                                                    Map.of("horizon", "NOW", "text", "逐笔核对并补齐审批手续"),
                                                    Map.of("horizon", "LASTING", "text", "修订资金管理办法"))))
                    .expect(204);
        }
    }

    private int lists(Visitor person, LocalDate today) {
        int done = 0;
        for (var list : person.get("/api/worklist").expect(200).json().path("lists")) {
            var kind = list.path("kind").asText();
            for (var row :
                    person.get("/api/worklist/" + kind).expect(200).json().path("rows")) {
                if (kind.equals("work") && script.leftUntilLater(row, today)) {
                    continue;
                }
                var answer = person.post(
                        "/api/worklist/rows/" + row.path("taskId").asText(), script.rowFor(kind, row, today));
                if (answer.status() == 422 && answer.body().contains("核验人不能确认本人")) {
                    continue; // somebody else of the body confirms
                }
                if (answer.status() != 204) {
                    throw new AssertionError(
                            person.id() + " " + kind + " " + row + ": " + answer.status() + " " + answer.body());
                }
                burden.row(person.id());
                done++;
            }
        }
        return done;
    }

    private void advance(LocalDate day) {
        move(Map.of("now", OffsetDateTime.parse(day + "T09:00:00+08:00").toString()));
    }

    private void move(Map<String, String> how) {
        var moved = office.post("/api/clock", how).expect(200).json();
        assertThat(moved.path("incidents").asInt())
                .as(() -> how + ": "
                        + jdbc.sql("select incident_msg_ from act_ru_incident limit 3")
                                .query(String.class)
                                .list())
                .isZero();
    }

    /** Nothing happens before the next job is due. */
    private LocalDate nextDay(LocalDate today) {
        var due = jdbc.sql("select min(duedate_)::date from act_ru_job")
                .query(LocalDate.class)
                .optional()
                .orElse(today);
        return due.isAfter(today) ? due : today.plusDays(1);
    }

    private boolean archived(String roundId) {
        return count(
                        "select count(*) from rectification.inspected_organisation where archived_at is null and round_id = '"
                                + roundId + "'")
                == 0;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text.isEmpty() ? "{}" : text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
