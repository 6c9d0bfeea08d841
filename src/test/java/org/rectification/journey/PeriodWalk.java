package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectification.people.PeopleRegister;
import org.rectification.support.TestPeople;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One township with 300 findings, 20 of its own and 14 in each of 20 villages, walked day by day at 09:00. The first
 * finding of each of the first ten villages is to be put right at once. Nobody works on anything unless told to, so that
 * whatever appears was brought by the clock.
 */
final class PeriodWalk {

    private static final String OPINION = "userTask_giveHearingOpinion";

    static final int OF_TOWN = 20;
    static final int VILLAGES = 20;
    static final int IN_EACH = 14;
    static final int AT_ONCE = 10;
    static final int ALL = OF_TOWN + VILLAGES * IN_EACH;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> AREAS = List.of("PARTY_LINE", "CONDUCT", "ORGANISATION");

    private final int port;
    private final JdbcClient jdbc;
    private final String prefix;
    private final Visitor office;
    private final Script script;
    private final LocalDate feedback;
    private final Map<LocalDate, Integer> listOpens = new LinkedHashMap<>();
    private final Map<LocalDate, Integer> missing = new LinkedHashMap<>();
    private String roundId;

    PeriodWalk(int port, JdbcClient jdbc, PeopleRegister register, String prefix, LocalDate feedback) {
        this.port = port;
        this.jdbc = jdbc;
        this.prefix = prefix;
        this.feedback = feedback;
        this.office = visitor("office");
        this.script = new Script(feedback.plusMonths(3));
        new TestPeople(register).township(town(), prefix, VILLAGES);
        for (var reader : List.of("clerk", "secretary", "village1", "village11")) {
            jdbc.sql("update rectification.person set email = id || '@town.example' where id = ?")
                    .param(person(reader))
                    .update();
        }
    }

    String town() {
        return prefix + "-town";
    }

    String person(String office) {
        return prefix + "-" + office;
    }

    String round() {
        return roundId;
    }

    /** Registers the round and records the feedback meeting on its day. */
    PeriodWalk begin() {
        move(feedback);
        roundId = office.post("/api/inspection-rounds", request())
                .expect(201)
                .json()
                .path("roundId")
                .asText();
        settle();
        act("office", "userTask_recordFeedbackMeeting", feedback);
        return this;
    }

    /** Day by day until the day; what is planned for a day is done after its morning. */
    void to(LocalDate last, Map<LocalDate, Runnable> plans) {
        var invariants = new Invariants(jdbc);
        for (var day = today().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            move(day);
            if (plans.containsKey(day)) {
                plans.get(day).run();
                settle();
            }
            look(day);
            if (day.getDayOfMonth() % 10 == 0) {
                invariants.check();
            }
        }
        invariants.check();
    }

    /** Somebody does what the script says for this task. */
    void act(String who, String taskKey, LocalDate today) {
        act(who, taskKey, taskId(taskKey), today);
    }

    /** Each body speaks, then the inspection office files the minutes. */
    void hear(LocalDate day) {
        Map.of("discipline", "DISCIPLINE", "cadre", "ORGANISATION", "office", "INSPECTION_OFFICE")
                .forEach((who, body) -> act(who, OPINION, opinionTask(body), day));
        act("office", "userTask_recordHearing", day);
    }

    private String opinionTask(String body) {
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t
                          join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'roundId' and v.text_ = ?
                          join act_ru_variable b on b.execution_id_ = t.execution_id_ and b.name_ = 'body' and b.text_ = ?
                         where t.task_def_key_ = ?""")
                .params(roundId, body, OPINION)
                .query(String.class)
                .single();
    }

    private void act(String who, String taskKey, String id, LocalDate today) {
        var person = visitor(who);
        person.post("/engine-rest/task/" + id + "/claim", Map.of("userId", who));
        var given = person.get(
                        "/engine-rest/task/" + id + "/form-variables?variableNames=entry&deserializeValues=false")
                .expect(200)
                .json()
                .path("entry")
                .path("value")
                .asText("{}");
        var entry = script.entryFor(taskKey, (ObjectNode) parsed(given.isEmpty() ? "{}" : given), today, who);
        Script.paperOf(taskKey).ifPresent(field -> entry.put(field, person.upload(roundId, town(), "会议记录")));
        person.post(
                        "/engine-rest/task/" + id + "/submit-form",
                        Map.of("variables", Map.of("entry", Map.of("type", "Json", "value", entry.toString()))))
                .expect(204);
        settle();
    }

    /** The days on which a task of this kind appeared, each with whom it went to. */
    List<String> appeared(String taskKey) {
        return jdbc.sql(
                        """
                        select t.start_time_::date || ' ' || coalesce((select string_agg(l.group_id_, ',')
                                 from act_hi_identitylink l where l.task_id_ = t.id_ and l.group_id_ is not null
                                  and l.operation_type_ = 'add'), t.assignee_, '')
                          from act_hi_taskinst t join act_hi_varinst v on v.proc_inst_id_ = t.proc_inst_id_
                           and v.name_ = 'roundId'
                         where v.text_ = ? and t.task_def_key_ = ? order by t.start_time_""")
                .params(roundId, taskKey)
                .query(String.class)
                .list();
    }

    /** {@code day kind count}, in the order of days. */
    List<String> warnings() {
        return jdbc.sql(
                        """
                        select (w.raised_at at time zone 'Asia/Shanghai')::date || ' ' || w.kind || ' ' || count(*)
                          from rectification.warning w join rectification.finding f on f.id = w.finding_id
                         where f.round_id = ?
                         group by (w.raised_at at time zone 'Asia/Shanghai')::date, w.kind order by 1""")
                .param(roundId)
                .query(String.class)
                .list();
    }

    /** {@code day kind label} of warnings about progress reports, in the order of days. */
    List<String> reportWarnings() {
        return jdbc.sql(
                        """
                        select (raised_at at time zone 'Asia/Shanghai')::date || ' ' || kind || ' ' || label
                          from rectification.warning where round_id = ? and item_kind = 'PROGRESS_REPORT' order by 1""")
                .param(roundId)
                .query(String.class)
                .list();
    }

    /** Warnings up to red that went to anybody else than their colour says (R25), by present owners. */
    long misdirectedWarnings() {
        return jdbc.sql(
                        """
                        select count(*) from rectification.warning w join rectification.finding f on f.id = w.finding_id
                         where f.round_id = :round and w.kind in ('GREEN', 'YELLOW', 'RED') and not (w.recipients <@ wanted(w, f) and wanted(w, f) <@ w.recipients)"""
                                .replace(
                                        "wanted(w, f)",
                                        """
                                        (array[f.responsible_person]
                                         || case when w.kind <> 'GREEN' then array[f.responsible_leader] else '{}' end
                                         || case when w.kind = 'RED' then array[:secretary] || array(
                                                select d.person_id from rectification.duty d
                                                 where d.role = 'VILLAGE_SECRETARY' and d.village_code = f.village_code
                                                   and d.organisation_id = f.organisation_id) else '{}' end)"""))
                .param("round", roundId)
                .param("secretary", person("secretary"))
                .query(Long.class)
                .single();
    }

    /** Month and day of the one message a day, by reader; only those with an address get any. */
    Map<String, String> digests() {
        var days = new LinkedHashMap<String, String>();
        jdbc.sql(
                        """
                        select recipient, string_agg(to_char(day, 'MM-DD'), ' ' order by day) as days
                          from rectification.message
                         where kind = 'DIGEST' and recipient like ? and day >= ? group by 1 order by 1""")
                .params(prefix + "-%", feedback)
                .query(row -> {
                    days.put(row.getString("recipient"), row.getString("days"));
                });
        return days;
    }

    /** First day on which a village secretary's progress list was for the report of that number. */
    Map<LocalDate, Integer> listOpens() {
        return listOpens;
    }

    /** First day on which the inspection office's list had so many missing reports. */
    Map<LocalDate, Integer> missing() {
        return missing;
    }

    Map<String, Integer> parkedTimers() {
        var timers = new LinkedHashMap<String, Integer>();
        jdbc.sql(
                        """
                        select j.process_def_key_ as model, count(*) as parked from act_ru_job j
                          join act_ru_variable v on v.proc_inst_id_ = j.process_instance_id_ and v.name_ = 'roundId'
                         where j.type_ = 'timer' and v.text_ = ? group by 1 order by 1""")
                .param(roundId)
                .query(row -> {
                    timers.put(row.getString("model"), row.getInt("parked"));
                });
        return timers;
    }

    String finding(String village, int number) {
        return jdbc.sql("select id from rectification.finding where round_id = ? and village_code = ? and number = ?")
                .params(roundId, prefix + "-" + village, String.valueOf(number))
                .query(String.class)
                .single();
    }

    Visitor visitor(String id) {
        return new Visitor(port, id, TestPeople.PASSWORD);
    }

    LocalDate today() {
        return LocalDate.parse(
                office.get("/api/clock").expect(200).json().path("now").asText().substring(0, 10));
    }

    void move(LocalDate day) {
        moved(Map.of("now", day + "T09:00:00+08:00"));
    }

    void settle() {
        moved(Map.of("advance", "PT1M"));
    }

    private void moved(Map<String, String> how) {
        assertThat(office.post("/api/clock", how)
                        .expect(200)
                        .json()
                        .path("incidents")
                        .asInt())
                .as(how::toString)
                .isZero();
    }

    private void look(LocalDate day) {
        int number = 0;
        for (var list : visitor(person("village11"))
                .get("/api/worklist/progress")
                .expect(200)
                .json()) {
            assertThat(list.path("rows")).hasSize(IN_EACH);
            number = list.path("number").asInt();
        }
        if (number > 0) {
            int seen = number;
            if (!listOpens.containsValue(seen)) {
                listOpens.put(day, seen);
            }
        }
        int listed = 0;
        for (var row : office.get("/api/progress-reports").expect(200).json().path("missing")) {
            listed += row.path("roundId").asText().equals(roundId) ? 1 : 0;
        }
        if (listed > 0 && !missing.containsValue(listed)) {
            missing.put(day, listed);
        }
    }

    private String taskId(String taskKey) {
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t
                        join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'roundId'
                        where v.text_ = ? and t.task_def_key_ = ?""")
                .params(roundId, taskKey)
                .query(String.class)
                .single();
    }

    private Map<String, Object> request() {
        var villages = new ArrayList<Map<String, Object>>();
        var findings = new ArrayList<Map<String, Object>>();
        for (int i = 1; i <= OF_TOWN; i++) {
            findings.add(finding(i, "TOWN", i));
        }
        for (int v = 1; v <= VILLAGES; v++) {
            var code = prefix + "-v" + v;
            villages.add(Map.of("code", code, "name", "第" + v + "村（演示）党支部", "inspection", "COVERED"));
            for (int i = 1; i <= IN_EACH; i++) {
                var finding = finding(i, "VILLAGE", v * IN_EACH + i);
                finding.put("village", code);
                finding.put("immediate", i == 1 && v <= AT_ONCE);
                findings.add(finding);
            }
        }
        return Map.of(
                "roundNumber", prefix,
                "batch", "第一批次",
                "inspectionTeam", "市委巡察一组",
                "inspectedFrom", feedback.minusDays(64).toString(),
                "inspectedTo", feedback.minusDays(25).toString(),
                "leadingGroupHeardOn", feedback.minusDays(11).toString(),
                "fivePersonGroupHeardOn", feedback.minusDays(5).toString(),
                "profile", "speech-2020",
                "organisations",
                        List.of(Map.of(
                                "code",
                                town(),
                                "name",
                                "大坪镇党委（演示）",
                                "feedbackOn",
                                feedback.toString(),
                                "villages",
                                villages,
                                "opinions",
                                List.of(Map.of("number", "1", "text", "压实整改主体责任。")),
                                "findings",
                                findings)));
    }

    private static Map<String, Object> finding(int number, String level, int variety) {
        return new HashMap<>(Map.of(
                "number",
                String.valueOf(number),
                "area",
                AREAS.get(variety % AREAS.size()),
                "source",
                "INSPECTION",
                "level",
                level,
                "problem",
                "第" + variety + "项：集体资金使用审批不规范，台账记录不完整。",
                "opinion",
                "限期清理规范。"));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
