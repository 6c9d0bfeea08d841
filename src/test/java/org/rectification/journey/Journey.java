package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rectification.support.TestPeople;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everybody's work on a round, day by day, through the doors that people have: the REST interface for single tasks, the
 * lists for what comes in numbers, the rehearsal clock for time. The database is only looked at.
 */
public final class Journey {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LISTED = Set.of(
            "userTask_rectifyFinding",
            "userTask_reviewResult",
            "userTask_verifyFinding",
            "userTask_confirmVerification",
            "userTask_consentLongTerm",
            "userTask_continueFinding",
            "userTask_approveContinuation",
            "userTask_decideExtension",
            "userTask_reviewLongTerm",
            "userTask_confirmLongTermReview");
    private static final List<String> SUPERVISORS = List.of("office", "team", "discipline", "cadre");

    private final JdbcClient jdbc;
    private final Invariants invariants;
    private final Script script;
    private final BurdenMeter burden;
    private final List<Visitor> people;
    private String roundId;

    /**
     * @param port of the application
     * @param jdbc its database
     * @param organisations whose people take part, besides the supervising bodies
     * @param begin day of the feedback
     */
    public Journey(int port, JdbcClient jdbc, List<String> organisations, LocalDate begin, LocalDate completeBy) {
        this.jdbc = jdbc;
        this.invariants = new Invariants(jdbc);
        this.script = new Script(completeBy);
        this.burden = new BurdenMeter(begin);
        var theirs = jdbc.sql(
                        "select id from rectification.person where organisation_id in (:organisations) order by id")
                .param("organisations", organisations)
                .query(String.class)
                .list();
        this.people = Stream.concat(SUPERVISORS.stream(), theirs.stream())
                .map(id -> new Visitor(port, id, TestPeople.PASSWORD))
                .toList();
    }

    Visitor office() {
        return people.get(0);
    }

    List<Visitor> townspeople() {
        return people.subList(SUPERVISORS.size(), people.size());
    }

    BurdenMeter burden() {
        return burden;
    }

    /**
     * Goes on until the round is archived; after every day ledger and engine must agree.
     *
     * @throws AssertionError when it is not archived by the last day
     */
    public void driveToArchive(String round, LocalDate first, LocalDate last) {
        roundId = round;
        var today = first;
        while (!archived() && today.isBefore(last)) {
            while (actAll(today) > 0) {
                move(Map.of("advance", "PT1M"));
            }
            invariants.check();
            today = nextDay(today);
            advance(today);
        }
        assertThat(archived()).as("archived by " + today).isTrue();
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
            if (key.equals("userTask_writeComparison")) {
                Formalities.writeComparison(person);
                burden.task(person.id(), today);
                done++;
                continue;
            }
            if (key.equals("userTask_recordMeetingOfTown") && writingIsStillAsked()) {
                continue;
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
        if (key.equals("userTask_confirmArchiving")) {
            beforeArchiving(task.path("tenantId").asText());
        }
        var entry = script.entryFor(key, given, today, signer);
        Script.paperOf(key)
                .ifPresent(field -> entry.put(
                        field, person.upload(roundId, task.path("tenantId").asText(), "党委会会议记录")));
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

    private boolean writingIsStillAsked() {
        return count("select count(*) from act_ru_task where task_def_key_ = 'userTask_writeComparison'") > 0;
    }

    private void beforeArchiving(String organisation) {
        var clerk = jdbc.sql(
                        "select person_id from rectification.duty where organisation_id = ? and role = 'RECTIFICATION_OFFICE'")
                .param(organisation)
                .query(String.class)
                .single();
        Formalities.beforeArchiving(
                id -> people.stream()
                        .filter(person -> person.id().equals(id))
                        .findFirst()
                        .orElseThrow(),
                clerk,
                roundId,
                organisation);
    }

    private void draftLines(Visitor person, String whose) {
        var lines = person.get("/api/plan-lines?round=" + roundId + whose)
                .expect(200)
                .json();
        script.answering(lines.findValuesAsText("findingId"));
        for (var line : lines) {
            if (line.path("violations").isEmpty()) {
                continue;
            }
            person.put("/api/plan-lines/" + line.path("findingId").asText(), script.planLine())
                    .expect(204);
            burden.row(person.id());
        }
    }

    private int lists(Visitor person, LocalDate today) {
        int done = 0;
        for (var list : person.get("/api/worklist").expect(200).json().path("lists")) {
            var kind = list.path("kind").asText();
            if (kind.equals("draft")) {
                continue; // written with its task
            }
            if (kind.equals("progress")) {
                done += progress(person);
                continue;
            }
            if (kind.equals("verify")) {
                Formalities.visits(person, today);
            }
            for (var row :
                    person.get("/api/worklist/" + kind).expect(200).json().path("rows")) {
                if (kind.equals("work") && script.leftUntilLater(row, today)) {
                    continue;
                }
                var answer = person.post(
                        "/api/worklist/rows/" + row.path("taskId").asText(), script.rowFor(person, kind, row, today));
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

    /** A sentence for the first open finding that has none yet; the others say by their silence that nothing changed. */
    private int progress(Visitor person) {
        for (var list : person.get("/api/worklist/progress").expect(200).json()) {
            for (var row : list.path("rows")) {
                if (!row.path("fillIn").asBoolean()
                        && row.path("last").path("report").asInt()
                                != list.path("number").asInt()) {
                    person.post(
                                    "/api/worklist/progress/"
                                            + row.path("findingId").asText(),
                                    Map.of("text", "正在按方案推进。"))
                            .expect(204);
                    burden.row(person.id());
                    return 0;
                }
            }
        }
        return 0;
    }

    void advance(LocalDate day) {
        move(Map.of("now", OffsetDateTime.parse(day + "T09:00:00+08:00").toString()));
    }

    private void move(Map<String, String> how) {
        var moved = office().post("/api/clock", how).expect(200).json();
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

    private boolean archived() {
        return count(
                        "select count(*) from rectification.inspected_organisation where archived_at is null and round_id = '"
                                + roundId + "'")
                == 0;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text.isEmpty() ? "{}" : text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
