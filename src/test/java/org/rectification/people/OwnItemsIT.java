package org.rectification.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.engine.ActingAs;
import org.rectification.support.Browserless;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Row 19, for everybody who has something to do in a round. */
@RectificationTest
@Feature(19)
class OwnItemsIT {

    private static OpenRound round;

    @LocalServerPort
    int port;

    @Autowired
    PeopleRegister register;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    ActingAs actingAs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    @BeforeEach
    void open() {
        if (round == null) {
            round = new OpenRound(port, jdbc, register, "oi").registered().opened();
            var doors = new EveryDoor(port, jdbc);
            var village = round.ofVillage(1);
            doors.complete(
                    Door.COMPLETE,
                    "oi-village1",
                    doors.task(village, "userTask_rectifyFinding"),
                    Map.of(
                            "result", "已公示。",
                            "measures", List.of(Map.of("text", "公示", "kind", "NOW", "accountabilityOnly", false)),
                            "documentNumber", "照片1张"));
            round.technicalStepsAreDone();
        }
    }

    private List<Task> filtered(String login, String name) {
        var id = filters.createTaskFilterQuery().filterName(name).singleResult().getId();
        return actingAs.call(login, () -> filters.list(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"oi-person1", "oi-leader1", "oi-clerk", "oi-secretary", "oi-discipline", "office"})
    void responsiblePersonSeesExactlyOwnItemsOldestDueFirst(String login) {
        var mine = filtered(login, "我的待办");
        var own = new TreeSet<>(tasks.createTaskQuery().taskAssignee(login).list().stream()
                .map(Task::getId)
                .toList());
        assertThat(mine.stream().map(Task::getId)).containsExactlyInAnyOrderElementsOf(own);
        var dates = mine.stream()
                .map(Task::getDueDate)
                .filter(java.util.Objects::nonNull)
                .toList();
        assertThat(dates).isSorted();
        if (!login.equals("office")) {
            assertThat(readable(login))
                    .as("nothing but the own can be found at all")
                    .isEqualTo(own);
        }
    }

    private Set<String> readable(String login) {
        var answer = new Browserless(port, login, TestPeople.PASSWORD)
                .at(Browserless.REST, "GET", "/task?maxResults=500", null);
        return new TreeSet<>(parsed(answer.body()).findValuesAsText("id"));
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body);
        } catch (java.io.IOException e) {
            throw new AssertionError(body, e);
        }
    }

    @Test
    void listsHoldTheSameItemsAsTheFilter() {
        for (var login : List.of("oi-person1", "oi-person2", "oi-leader1", "oi-village1", "oi-discipline")) {
            var worklist = new ArrayList<String>();
            var visitor = new Browserless(port, login, TestPeople.PASSWORD);
            for (var list :
                    parsed(visitor.at("/api", "GET", "/worklist", null).body()).path("lists")) {
                if (!list.path("kind").asText().equals("draft")) {
                    worklist.addAll(parsed(visitor.at(
                                            "/api",
                                            "GET",
                                            "/worklist/" + list.path("kind").asText(),
                                            null)
                                    .body())
                            .path("rows")
                            .findValuesAsText("taskId"));
                }
            }
            var expected = filtered(login, "我的待办").stream()
                    .filter(task -> task.getProcessDefinitionId().startsWith("findingRectification"))
                    .map(Task::getId)
                    .toList();
            assertThat(worklist).as(login).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void everyItemWithADateIsFollowedUpThreeWorkingDaysBefore() {
        var dated = tasks.createTaskQuery().tenantIdIn(round.town()).list().stream()
                .filter(task -> task.getDueDate() != null)
                .toList();
        assertThat(dated).isNotEmpty();
        for (var task : dated) {
            var day = task.getDueDate()
                    .toInstant()
                    .minusMillis(1)
                    .atZone(clock.getZone())
                    .toLocalDate();
            assertThat(task.getFollowUpDate())
                    .as(task.getName() + " due " + day)
                    .isEqualTo(at(calendar.minusWorkingDays(day, 3)));
        }
    }

    private Date at(LocalDate day) {
        return Date.from(day.atTime(LocalTime.of(8, 0)).atZone(clock.getZone()).toInstant());
    }

    @Test
    void aMovedDueDateMovesTheFollowUpDate() {
        var task = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_rectifyFinding")
                .tenantIdIn(round.town())
                .listPage(0, 1)
                .get(0);
        var before = task.getDueDate();
        var later = LocalDate.now(clock).plusDays(40);
        task.setDueDate(
                Date.from(later.plusDays(1).atStartOfDay(clock.getZone()).toInstant()));
        tasks.saveTask(task);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getFollowUpDate())
                .isEqualTo(at(calendar.minusWorkingDays(later, 3)));
        var again = tasks.createTaskQuery().taskId(task.getId()).singleResult();
        again.setDueDate(before);
        tasks.saveTask(again);
    }
}
