package org.rectification.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectification.support.Browserless;
import org.rectification.support.EveryDoor;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody else's task, tried by name: by people of another township with a round of their own, by somebody of the same
 * township, by an administrator. None of them learns more than that there is no such thing for them, and none changes it.
 */
@RectificationTest
@Feature(58)
class OutsidersAtTheDoorsIT {

    private static final String ENTRY =
            """
            {"variables":{"entry":{"type":"Json","value":"{\\"result\\":\\"已补齐审批手续并公示。\\",\
            \\"measures\\":[{\\"text\\":\\"补齐审批手续\\",\\"kind\\":\\"NOW\\"}],\\"documentNumber\\":\\"审批表3份\\"}"}}}""";

    private static OpenRound round;
    private static OpenRound other;

    @LocalServerPort
    int port;

    @Autowired
    PeopleRegister register;

    @Autowired
    JdbcClient jdbc;

    private String task;

    @BeforeEach
    void twoRoundsSideBySide() {
        if (round == null) {
            round = new OpenRound(port, jdbc, register, "oa").registered().opened();
            other = new OpenRound(port, jdbc, register, "ob").registered().opened();
        }
        task = new EveryDoor(port, jdbc).task(round.ofTown(1), "userTask_rectifyFinding");
    }

    static Stream<Arguments> acts() {
        return Stream.of(
                        at("POST", "/complete", ENTRY),
                        at("POST", "/submit-form", ENTRY),
                        at("POST", "/claim", "{\"userId\":\"{self}\"}"),
                        at("POST", "/unclaim", "{}"),
                        at("POST", "/assignee", "{\"userId\":\"{self}\"}"),
                        at("PUT", "/variables/entry", "{\"value\":1}"),
                        at("POST", "/variables", "{\"modifications\":{\"entry\":{\"value\":1}}}"),
                        at("PUT", "/localVariables/entry", "{\"value\":1}"),
                        at("DELETE", "/variables/entry", null))
                .flatMap(OutsidersAtTheDoorsIT::atBothDoors);
    }

    static Stream<Arguments> looks() {
        return Stream.of(
                        "",
                        "/form",
                        "/form-variables",
                        "/variables",
                        "/variables/findingId",
                        "/localVariables",
                        "/comment")
                .map(path -> at("GET", path, null))
                .flatMap(OutsidersAtTheDoorsIT::atBothDoors);
    }

    private static String[] at(String method, String path, String body) {
        return new String[] {method, path, body};
    }

    private static Stream<Arguments> atBothDoors(String[] act) {
        return Stream.of(Browserless.REST, Browserless.WEB).map(door -> Arguments.of(door, act[0], act[1], act[2]));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("acts")
    @DisplayName("Who has nothing to do with a task is refused in Chinese, and nothing is stored")
    void nothingIsDoneByWhoHasNothingToDoWithIt(String door, String method, String path, String body) {
        for (var outsider : List.of("ob-clerk", "ob-person1", "bs-secretary", "oa-person4", "oa-village1", "admin")) {
            var before = state();

            var answer = visitor(outsider)
                    .at(door, method, "/task/" + task + path, body == null ? null : body.replace("{self}", outsider));

            assertThat(answer.statusCode()).as(outsider + answer.body()).isIn(403, 404);
            assertThat(answer.body()).as(outsider).doesNotContain("ENGINE-", "tenant", "permission");
            assertThat(answer.body()).as(outsider).containsAnyOf("没有这一事项", "您没有办理此事项的权限。", "此操作不对外开放。");
            assertThat(state()).as(outsider).isEqualTo(before);
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("looks")
    @DisplayName("Nor is anything of it shown")
    void nothingIsShown(String door, String method, String path, String body) {
        for (var outsider : List.of("ob-clerk", "bs-secretary", "oa-person4", "admin")) {
            var answer = visitor(outsider).at(door, method, "/task/" + task + path, body);

            assertThat(answer.statusCode()).as(outsider + answer.body()).isIn(403, 404);
            assertThat(answer.body()).as(outsider).doesNotContain(round.ofTown(1), "台账");
        }
    }

    @Test
    @DisplayName("A task that is done, or never was, is answered like somebody else's")
    void aTaskThatIsDoneIsAnsweredLikeSomebodyElses() {
        var mine = new EveryDoor(port, jdbc).task(round.ofTown(2), "userTask_rectifyFinding");
        var person = jdbc.sql("select assignee_ from act_ru_task where id_ = ?")
                .param(mine)
                .query(String.class)
                .single();
        assertThat(visitor(person)
                        .at(Browserless.REST, "POST", "/task/" + mine + "/complete", ENTRY)
                        .statusCode())
                .isEqualTo(204);
        for (var gone : List.of(mine, "never-was")) {
            for (var door : List.of(Browserless.REST, Browserless.WEB)) {
                for (var act : Map.of(
                                "complete", ENTRY, "submit-form", ENTRY, "claim", "{\"userId\":\"" + person + "\"}")
                        .entrySet()) {
                    var answer = visitor(person).at(door, "POST", "/task/" + gone + "/" + act.getKey(), act.getValue());
                    assertThat(answer.statusCode())
                            .as(act.getKey() + answer.body())
                            .isEqualTo(404);
                    assertThat(answer.body()).contains("可能已经办结");
                }
            }
        }
    }

    @Test
    @DisplayName("Nobody leaves a comment at a task that is not theirs")
    void noCommentsFromOutside() {
        for (var outsider : List.of("ob-clerk", "oa-person4", "admin")) {
            var before = state();
            var answer = visitor(outsider)
                    .at(Browserless.REST, "POST", "/task/" + task + "/comment/create", "{\"message\":\"看一看\"}");
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
            assertThat(state()).isEqualTo(before);
        }
    }

    private Browserless visitor(String login) {
        return new Browserless(port, login, TestPeople.PASSWORD).loggedIn();
    }

    /** The task, its variables and the records of its round. */
    private List<String> state() {
        return jdbc.sql(
                        """
                        select t::text from act_ru_task t where id_ = :task
                        union all select l::text from act_ru_identitylink l where task_id_ = :task
                        union all select v.name_ || coalesce(v.text_, '') from act_ru_variable v
                                    join act_ru_task t on v.proc_inst_id_ = t.proc_inst_id_ where t.id_ = :task
                        union all select count(*)::text from act_hi_comment where task_id_ = :task
                        union all select count(*)::text from rectification.event where round_id in (:rounds)
                        union all select f::text from rectification.finding f where id = :finding""")
                .param("task", task)
                .param("rounds", List.of(round.roundId(), other.roundId()))
                .param("finding", round.ofTown(1))
                .query(String.class)
                .list();
    }
}
