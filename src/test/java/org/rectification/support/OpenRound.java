package org.rectification.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rectification.people.PeopleRegister;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small round of its own, begun today through the doors that people have: one township with one village or several, whose people
 * are those of {@link TestPeople}, two findings of the township and one of each village, the feedback meeting recorded.
 */
public final class OpenRound {

    /** What whoever worked on one of its findings reports. */
    public static final Map<String, Object> RESULT = Map.of(
            "result", "已清理规范，已修订制度。",
            "measures", List.of(Map.of("text", "清理账目", "kind", "NOW", "accountabilityOnly", false)),
            "documentNumber", "账目清理表1份");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> NAMES = List.of("一", "二", "三", "四", "五");

    private final Browserless office;
    private final JdbcClient jdbc;
    private final String town;
    private final String prefix;
    private String roundId;
    private final PeopleRegister register;
    private int villages = 1;
    private int inVillage = 1;
    private Map<String, Object> notice = Map.of();

    /**
     * @param port of the application
     * @param prefix of all logins, such as {@code ed} for {@code ed-clerk}; used by one test class only
     */
    public OpenRound(int port, JdbcClient jdbc, PeopleRegister register, String prefix) {
        this.office = new Browserless(port, "office", TestPeople.PASSWORD);
        this.jdbc = jdbc;
        this.town = prefix + "-town";
        this.prefix = prefix;
        this.register = register;
    }

    /** With more than one village, each with the same number of findings, which all say the same. */
    public OpenRound withVillages(int count) {
        villages = count;
        return this;
    }

    /** With more than one finding in the village. */
    public OpenRound withVillageFindings(int count) {
        inVillage = count;
        return this;
    }

    /** The first finding of the township is to be put right at once, by a notice that was issued during the inspection. */
    public OpenRound withNotice(LocalDate issuedOn, String number, LocalDate dueOn) {
        notice = Map.of(
                "immediate",
                true,
                "immediateNoticeOn",
                issuedOn.toString(),
                "immediateNoticeNumber",
                number,
                "immediateDueOn",
                dueOn.toString());
        return this;
    }

    /** Registers the round, up to the task to record the feedback meeting. */
    public OpenRound registered() {
        new TestPeople(register).township(town, prefix, villages);
        var today = today();
        var round = Map.of(
                "roundNumber",
                prefix + "轮",
                "batch",
                "第一批次",
                "inspectionTeam",
                "市委巡察一组",
                "inspectedFrom",
                today.minusDays(64).toString(),
                "inspectedTo",
                today.minusDays(25).toString(),
                "leadingGroupHeardOn",
                today.minusDays(11).toString(),
                "fivePersonGroupHeardOn",
                today.minusDays(5).toString(),
                "profile",
                "speech-2020",
                "organisations",
                List.of(organisation(today)));
        var answer = office.at("/api", "POST", "/inspection-rounds", text(round));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        roundId = json(answer.body()).path("roundId").asText();
        technicalStepsAreDone();
        return this;
    }

    /** The meeting is on record and everybody of the township has the first tasks. */
    public OpenRound opened() {
        var answer = office.at(
                Browserless.REST,
                "POST",
                "/task/" + task("userTask_recordFeedbackMeeting") + "/complete",
                text(Map.of("variables", Map.of("entry", Map.of("type", "Json", "value", text(meeting()))))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        technicalStepsAreDone();
        return this;
    }

    /** What the inspection office enters about the meeting. */
    public Map<String, Object> meeting() {
        return Map.of(
                "heldOn", today().toString(), "place", "三楼会议室", "host", "领导小组副组长", "attendance", "镇领导班子成员、各村党支部书记");
    }

    public String roundId() {
        return roundId;
    }

    public String town() {
        return town;
    }

    /** Finding by its number within the township's list. */
    public String ofTown(int number) {
        return jdbc.sql("select id from rectification.finding where round_id = ? and level = 'TOWN' and number = ?")
                .params(roundId, String.valueOf(number))
                .query(String.class)
                .single();
    }

    public String ofVillage(int number) {
        return inVillage(1, number);
    }

    /** Finding by its village, from 1, and its number within the village's list. */
    public String inVillage(int village, int number) {
        return jdbc.sql("select id from rectification.finding where round_id = ? and village_code = ? and number = ?")
                .params(roundId, prefix + "-v" + village, String.valueOf(number))
                .query(String.class)
                .single();
    }

    /** The one open task of that kind in this round that has no finding. */
    public String task(String taskKey) {
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t
                        join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'roundId'
                        where v.text_ = ? and t.task_def_key_ = ?""")
                .params(roundId, taskKey)
                .query(String.class)
                .single();
    }

    /** Lets everything run that is due, without a day passing. */
    public void technicalStepsAreDone() {
        var answer = office.at("/api", "POST", "/clock", "{\"advance\":\"PT1M\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer.body()).path("incidents").asInt())
                .as(answer.body())
                .isZero();
    }

    public LocalDate today() {
        return LocalDate.parse(json(office.at("/api", "GET", "/clock", null).body())
                .path("now")
                .asText()
                .substring(0, 10));
    }

    private Map<String, Object> organisation(LocalDate today) {
        var findings = new ArrayList<Map<String, Object>>();
        findings.add(finding("1", "TOWN", "PARTY_LINE", notice));
        findings.add(finding("2", "TOWN", "ORGANISATION", Map.of()));
        var branches = new ArrayList<Map<String, Object>>();
        for (int village = 1; village <= villages; village++) {
            var code = prefix + "-v" + village;
            branches.add(
                    Map.of("code", code, "name", "第" + NAMES.get(village - 1) + "村党支部（演示）", "inspection", "COVERED"));
            for (int number = 1; number <= inVillage; number++) {
                findings.add(finding(String.valueOf(number), "VILLAGE", "CONDUCT", Map.of("village", code)));
            }
        }
        return Map.of(
                "code",
                town,
                "name",
                "大坪镇党委（演示）",
                "feedbackOn",
                today.toString(),
                "villages",
                branches,
                "opinions",
                List.of(Map.of("number", "1", "text", "压实整改主体责任。")),
                "findings",
                findings);
    }

    private static Map<String, Object> finding(String number, String level, String area, Map<String, Object> more) {
        var finding = new java.util.HashMap<String, Object>(more);
        finding.putAll(Map.of(
                "number",
                number,
                "area",
                area,
                "source",
                "INSPECTION",
                "level",
                level,
                "problem",
                "集体资金使用审批不规范，台账记录不完整。",
                "opinion",
                "限期清理规范。"));
        return finding;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }

    private static String text(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
