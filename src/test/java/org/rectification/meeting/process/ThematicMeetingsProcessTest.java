package org.rectification.meeting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.period.PeriodCase.CLERK;
import static org.rectification.period.PeriodCase.OFFICE;
import static org.rectification.period.PeriodCase.SECRETARY;

import java.util.List;
import java.util.NoSuchElementException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.meeting.Comparisons;
import org.rectification.meeting.ExcuseEntry;
import org.rectification.meeting.Meeting;
import org.rectification.meeting.MeetingActs;
import org.rectification.meeting.MeetingDecision;
import org.rectification.meeting.MeetingEntry;
import org.rectification.meeting.MeetingStanding;
import org.rectification.meeting.ThematicMeetings;
import org.rectification.people.DutiesPassed;
import org.rectification.people.Passing;
import org.rectification.people.Role;
import org.rectification.period.CaseCalendar;
import org.rectification.period.PeriodCase;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.FlowCoverage;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One township and its villages: held, returned, not held for a reason, and who says so. */
@RectificationTest
@Import({PeriodCase.class, FlowCoverage.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Clause({"S37", "S38"})
class ThematicMeetingsProcessTest {

    private static final String RECORD_TOWN = "userTask_recordMeetingOfTown";
    private static final String CONFIRM_TOWN = "userTask_confirmMeetingOfTown";
    private static final String JUDGE_TOWN = "userTask_judgeReasonOfTown";
    private static final String RECORD_VILLAGE = "userTask_recordMeetingOfVillage";
    private static final String JUDGE_VILLAGE = "userTask_judgeReasonOfVillage";
    private static final String WRITE = "userTask_writeComparison";
    private static final String NOT_HELD = "{\"outcome\":\"NOT_HELD\",\"reason\":\"党委书记外出学习。\"}";

    @Autowired
    private PeriodCase period;

    @Autowired
    private ThematicMeetings meetings;

    @Autowired
    private MeetingActs acts;

    @Autowired
    private Comparisons comparisons;

    @Autowired
    private CaseCalendar calendar;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    @Feature(36)
    void eightVillagesAndTheirTownshipOweOnePlusEightMeetings() {
        var key = period.open("speech-2020");
        for (int village = 3; village <= 8; village++) {
            jdbc.sql("insert into rectification.village values (?, ?, ?, ?, ?, 'COVERED')")
                    .params(key.roundId(), key.organisationId(), "v" + village, village, "第" + village + "村党支部（演示）")
                    .update();
        }
        period.start("periodSupervision", key);

        assertThat(period.tasks(key, RECORD_TOWN)).hasSize(1);
        assertThat(period.tasks(key, RECORD_VILLAGE)).hasSize(8);
        assertThat(period.tasks(key, RECORD_VILLAGE))
                .extracting(Task::getDueDate)
                .containsOnly(ShanghaiTime.dueDate(
                        calendar.deadlines(key).thematicMeetingsDue().date()));
        assertThat(meetings.missing(key)).hasSize(9);
    }

    @Test
    void theTownshipsMeetingIsRecordedByTheClerkReturnedAndConfirmedByTheSecretary() {
        var key = period.open("speech-2020");
        var instance = period.start("thematicMeetings", key);
        assertThat(period.refused(CLERK, key, RECORD_TOWN, period.heldAsEntry(key)))
                .extracting(Refusal.Violation::message)
                .singleElement()
                .asString()
                .startsWith("周书记（演示）尚未提交对照检查材料");
        assertThat(period.refused(SECRETARY, key, WRITE, "{}"))
                .extracting(Refusal.Violation::message)
                .singleElement()
                .asString()
                .contains("对照检查");
        assertThat(period.refused(SECRETARY, key, WRITE, "{\"text\":\"不应经过引擎。\"}"))
                .isNotEmpty();
        period.writeComparison(comparison(key));
        assertThat(period.tasks(key, WRITE)).isEmpty();

        assertThat(period.refused(CLERK, key, RECORD_TOWN, "{\"outcome\":\"HELD\"}"))
                .extracting(Refusal.Violation::field)
                .containsExactly("heldOn", "chair", "attendance", "record", "scanFile");
        period.complete(CLERK, key, RECORD_TOWN, period.heldAsEntry(key));
        assertThat(standing(key, "town")).isEqualTo(MeetingStanding.SUBMITTED);
        assertThat(period.refused(SECRETARY, key, CONFIRM_TOWN, "{\"decision\":\"RETURN\"}"))
                .extracting(Refusal.Violation::field)
                .containsExactly("remark");
        period.complete(SECRETARY, key, CONFIRM_TOWN, "{\"decision\":\"RETURN\",\"remark\":\"批评意见没有记全。\"}");
        assertThat(period.variable(period.task(key, RECORD_TOWN), "view").toString())
                .contains("批评意见没有记全");
        period.complete(CLERK, key, RECORD_TOWN, period.heldAsEntry(key));
        period.complete(SECRETARY, key, CONFIRM_TOWN, "{\"decision\":\"ACCEPT\"}");

        assertThat(standing(key, "town")).isEqualTo(MeetingStanding.ACCEPTED);
        assertThat(period.ended(instance)).isFalse();
        assertThat(jdbc.sql(
                                "select count(*) from rectification.thematic_meeting where round_id = ? and village_code is null")
                        .param(key.roundId())
                        .query(Integer.class)
                        .single())
                .as("the returned record stays beside the one that counts")
                .isEqualTo(2);
        assertThatThrownBy(() -> period.writeComparison(comparison(key))).hasMessageContaining("不能再改");
    }

    @Test
    void whyTheTownshipHeldNoneIsForTheInspectionOfficeToAccept() {
        var key = period.open("speech-2020");
        period.start("thematicMeetings", key);
        period.complete(CLERK, key, RECORD_TOWN, NOT_HELD);
        assertThat(period.tasks(key, CONFIRM_TOWN)).isEmpty();
        assertThatThrownBy(() -> acts.decide(SECRETARY, key, "town", new MeetingDecision("ACCEPT", null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("巡察办");
        period.complete(OFFICE, key, JUDGE_TOWN, "{\"decision\":\"RETURN\",\"remark\":\"应当补开。\"}");
        assertThat(meetings.missing(key)).extracting(Meeting::code).contains("town");
        period.complete(CLERK, key, RECORD_TOWN, NOT_HELD);
        period.complete(OFFICE, key, JUDGE_TOWN, "{\"decision\":\"ACCEPT\"}");

        assertThat(meetings.missing(key)).extracting(Meeting::code).containsExactly("v1", "v2");
        assertThat(period.tasks(key, WRITE))
                .as("nobody is asked to write any more")
                .isEmpty();
    }

    @Test
    void aVillagesMeetingCountsAtOnceAndAReasonOnceTheSecretaryAcceptedIt() {
        var key = period.open("speech-2020");
        var instance = period.start("thematicMeetings", key);
        // Without a login of the branch secretary whoever fills in says for whom.
        assertThatThrownBy(() -> period.record(
                        key, "v1", new MeetingEntry("NOT_HELD", null, null, null, null, null, "换届。", null)))
                .hasMessageContaining("代何人填报");
        period.record(key, "v1", period.held(key));
        assertThat(standing(key, "v1")).isEqualTo(MeetingStanding.ACCEPTED);
        assertThat(meetings.get(key, "v1").onBehalfOf()).isEqualTo("李支书");
        assertThatThrownBy(() -> period.record(key, "v1", period.held(key))).hasMessageContaining("已经登记");
        assertThatThrownBy(() -> period.record(key, "v9", period.held(key))).isInstanceOf(NoSuchElementException.class);

        var second = period.task(key, RECORD_VILLAGE);
        period.complete(CLERK, second, NOT_HELD.replace("}", ",\"onBehalfOf\":\"李支书\"}"));
        period.complete(SECRETARY, key, JUDGE_VILLAGE, "{\"decision\":\"RETURN\",\"remark\":\"月底前补开。\"}");
        assertThat(standing(key, "v2")).isEqualTo(MeetingStanding.RETURNED);
        period.complete(CLERK, period.task(key, RECORD_VILLAGE), NOT_HELD.replace("}", ",\"onBehalfOf\":\"李支书\"}"));
        period.complete(SECRETARY, key, JUDGE_VILLAGE, "{\"decision\":\"ACCEPT\"}");
        assertThat(meetings.missing(key)).extracting(Meeting::code).containsExactly("town");

        comparisons.excuse(CLERK, key, new ExcuseEntry(SECRETARY, "住院治疗。"));
        period.executeDue();
        assertThat(period.tasks(key, WRITE)).isEmpty();
        period.complete(CLERK, key, RECORD_TOWN, period.heldAsEntry(key));
        assertThat(period.variable(period.task(key, CONFIRM_TOWN), "view").toString())
                .contains("住院治疗");
        acts.decide(SECRETARY, key, "town", new MeetingDecision("ACCEPT", null));
        period.executeDue();
        assertThat(period.ended(instance)).isTrue();
    }

    @Test
    @Feature(30)
    void whatIsNotHeldClimbsTheLadderAndWhatIsSettledIsLeftAlone() {
        var key = period.open("speech-2020");
        period.start("thematicMeetings", key);
        period.record(key, "v1", period.held(key));
        var due = calendar.deadlines(key).thematicMeetingsDue().date();
        for (var day : List.of(due.minusDays(20), due.minusDays(10), due.plusDays(1))) {
            period.walkTo(day);
        }
        assertThat(jdbc.sql(
                                """
                                select kind || ' ' || label || ' ' || array_to_string(recipients, '、')
                                  from rectification.warning
                                 where round_id = ? and item_kind = 'THEMATIC_MEETING' order by id""")
                        .param(key.roundId())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "GREEN 溪口镇党委（演示）巡察整改专题民主生活会 pt-clerk",
                        "GREEN 第2村党支部（演示）巡察整改专题组织生活会 pt-clerk",
                        "YELLOW 溪口镇党委（演示）巡察整改专题民主生活会 pt-clerk、pt-secretary",
                        "YELLOW 第2村党支部（演示）巡察整改专题组织生活会 pt-clerk",
                        "RED 溪口镇党委（演示）巡察整改专题民主生活会 pt-clerk、pt-secretary",
                        "RED 第2村党支部（演示）巡察整改专题组织生活会 pt-clerk、pt-secretary");
    }

    @Test
    void whoLeavesTheTeamIsExcusedAndNobodyWritesInTheirPlace() {
        jdbc.sql("insert into rectification.person values ('pt-leader', '陈副镇（演示）', '副镇长', 'period-town', true)")
                .update();
        jdbc.sql(
                        "insert into rectification.duty (person_id, organisation_id, role, since) values ('pt-leader', 'period-town', 'LEADERSHIP_MEMBER', '2020-01-01')")
                .update();
        var key = period.open("speech-2020");
        period.start("thematicMeetings", key);
        assertThat(period.tasks(key, WRITE))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder(SECRETARY, "pt-leader");

        jdbc.sql("update rectification.duty set until = '2020-01-02' where person_id = 'pt-leader'")
                .update();
        transactions.executeWithoutResult(status -> events.publishEvent(new DutiesPassed(
                "admin",
                List.of(new Passing("period-town", Role.LEADERSHIP_MEMBER, null, null, "pt-leader", SECRETARY)),
                "人员和分工变动")));
        period.executeDue();

        assertThat(period.tasks(key, WRITE)).extracting(Task::getAssignee).containsExactly(SECRETARY);
        assertThat(comparisons.missing(key)).containsExactly("周书记（演示）");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowOfTheModelWasWalked(@Autowired FlowCoverage coverage) {
        assertThat(coverage.missedIn("bpmn/thematic-meetings.bpmn")).isEmpty();
    }

    private String comparison(CaseKey key) {
        return List.copyOf(comparisons.idsOf(key.roundId(), key.organisationId()))
                .get(0);
    }

    private MeetingStanding standing(CaseKey key, String code) {
        return meetings.get(key, code).standing();
    }
}
