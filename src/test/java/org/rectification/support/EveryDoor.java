package org.rectification.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/**
 * Tries the same entry at every door that completes a task: whatever one door refuses, all refuse, with the same
 * sentence at the same field, and nothing is changed by trying.
 *
 * <pre>{@code
 * var doors = new EveryDoor(port, jdbc);
 * var task = doors.task(findingId, "userTask_verifyFinding");
 * doors.refuse("qx-discipline", task, Map.of("verdict", "DONE"), "请填写核验理由。", "reason");
 * doors.closed("admin", task, entry);
 * doors.complete(Door.LIST, "qx-discipline", task, entry);
 * }</pre>
 */
public final class EveryDoor {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The ways in which a task can be completed; {@code LIST} is the one of 我的清单. */
    public enum Door {
        COMPLETE(Browserless.REST, "complete"),
        SUBMIT_FORM(Browserless.REST, "submit-form"),
        WEB_COMPLETE(Browserless.WEB, "complete"),
        WEB_SUBMIT_FORM(Browserless.WEB, "submit-form"),
        LIST("/api", null);

        private final String base;
        private final String act;

        Door(String base, String act) {
            this.base = base;
            this.act = act;
        }
    }

    private final int port;
    private final JdbcClient jdbc;
    private final Map<String, Browserless> visitors = new HashMap<>();

    /** @param port of the application, whose people all have {@link TestPeople#PASSWORD} */
    public EveryDoor(int port, JdbcClient jdbc) {
        this.port = port;
        this.jdbc = jdbc;
    }

    /** The open task of that kind on a finding; there must be exactly one. */
    public String task(String findingId, String taskKey) {
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t
                        join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'findingId'
                        where v.text_ = ? and t.task_def_key_ = ?""")
                .params(findingId, taskKey)
                .query(String.class)
                .single();
    }

    /**
     * Each door answers 422 with the sentence at the field, and nothing has changed.
     *
     * @param entry what the form would send: JSON text, or what becomes JSON
     */
    public void refuse(String login, String taskId, Object entry, String sentence, String field) {
        var before = state(taskId);
        for (var door : Door.values()) {
            var answer = send(door, login, taskId, entry);
            assertThat(answer.statusCode()).as(door + ": " + answer.body()).isEqualTo(422);
            var violations = json(answer.body()).path("violations");
            assertThat(violations.findValuesAsText("field"))
                    .as(door + ": " + answer.body())
                    .contains(field);
            for (var violation : violations) {
                if (violation.path("field").asText().equals(field)) {
                    assertThat(HtmlUtils.htmlUnescape(violation.path("message").asText()))
                            .as(door.toString())
                            .isEqualTo(sentence);
                }
            }
            assertThat(state(taskId)).as(door + " changed nothing").isEqualTo(before);
        }
    }

    /** For this person no door opens, whatever the entry: the task is not theirs, or nobody's to complete so. Nothing has changed. */
    public void closed(String login, String taskId, Object entry) {
        var before = state(taskId);
        for (var door : Door.values()) {
            var answer = send(door, login, taskId, entry);
            assertThat(answer.statusCode()).as(door + ": " + answer.body()).isBetween(400, 499);
            assertThat(state(taskId)).as(door + " changed nothing").isEqualTo(before);
        }
    }

    /** Completes the task at this door. */
    public void complete(Door door, String login, String taskId, Object entry) {
        var answer = send(door, login, taskId, entry);
        assertThat(answer.statusCode()).as(door + ": " + answer.body()).isEqualTo(204);
        assertThat(open(taskId)).as("the task is done").isEmpty();
    }

    /** What the door says to this entry. */
    public HttpResponse<String> send(Door door, String login, String taskId, Object entry) {
        var visitor = visitors.computeIfAbsent(login, id -> new Browserless(port, id, TestPeople.PASSWORD).loggedIn());
        var text = entry instanceof String given ? given : asText(entry);
        return door == Door.LIST
                ? visitor.at(door.base, "POST", "/worklist/rows/" + taskId, text)
                : visitor.at(
                        door.base,
                        "POST",
                        "/task/" + taskId + "/" + door.act,
                        asText(Map.of("variables", Map.of("entry", Map.of("type", "Json", "value", text)))));
    }

    /** The task, and every row of ours that belongs to its finding, or the trail of its round where there is none. */
    private List<String> state(String taskId) {
        var task = open(taskId);
        assertThat(task).as("the task is open").hasSize(1);
        var finding = variable(taskId, "findingId");
        var row = finding.isEmpty() ? variable(taskId, "roundId") : finding;
        var column = finding.isEmpty() ? "round_id" : "finding_id";
        var rows = new java.util.ArrayList<>(task);
        if (row.isEmpty()) {
            return rows;
        }
        for (var table : finding.isEmpty() ? List.of("event") : tablesOfFindings()) {
            rows.add(table
                    + jdbc.sql("select coalesce(string_agg(t::text, '|' order by t::text), '') from rectification."
                                    + table + " t where " + column + " = ?")
                            .param(row)
                            .query(String.class)
                            .single());
        }
        if (!finding.isEmpty()) {
            rows.add(jdbc.sql("select f::text from rectification.finding f where id = ?")
                    .param(row)
                    .query(String.class)
                    .single());
        }
        return rows;
    }

    private List<String> tablesOfFindings() {
        return jdbc.sql(
                        """
                        select c.table_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where table_schema = 'rectification' and column_name = 'finding_id' and table_type = 'BASE TABLE'
                        order by 1""")
                .query(String.class)
                .list();
    }

    private List<String> open(String taskId) {
        return jdbc.sql("select id_ || ' ' || coalesce(assignee_, '') from act_ru_task where id_ = ?")
                .param(taskId)
                .query(String.class)
                .list();
    }

    private String variable(String taskId, String name) {
        return jdbc.sql(
                        """
                        select max(v.text_) from act_ru_variable v
                        join act_ru_task t on t.proc_inst_id_ = v.proc_inst_id_
                        where t.id_ = ? and v.name_ = ?""")
                .params(taskId, name)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    private static String asText(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
