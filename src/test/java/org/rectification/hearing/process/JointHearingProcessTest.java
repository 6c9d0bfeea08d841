package org.rectification.hearing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.period.PeriodCase.CADRE;
import static org.rectification.period.PeriodCase.CLERK;
import static org.rectification.period.PeriodCase.DISCIPLINE;
import static org.rectification.period.PeriodCase.OFFICE;
import static org.rectification.period.PeriodCase.SECRETARY;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.hearing.Conclusion;
import org.rectification.hearing.DayEntry;
import org.rectification.hearing.FollowUps;
import org.rectification.hearing.HearingAdvice;
import org.rectification.hearing.HearingDays;
import org.rectification.hearing.Hearings;
import org.rectification.hearing.Progress;
import org.rectification.period.PeriodCase;
import org.rectification.refusal.Refusal;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.FlowCoverage;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RectificationTest
@Import({PeriodCase.class, FlowCoverage.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Clause("S35")
@Feature(34)
class JointHearingProcessTest {

    private static final String INVITE = "userTask_inviteThreeBodies";
    private static final String OPINION = "userTask_giveHearingOpinion";
    private static final String RECORD = "userTask_recordHearing";
    private static final String ANSWER = "userTask_answerFollowUp";
    private static final String ACCEPT = "userTask_acceptFollowUp";
    private static final String MINUTES = "\"市委巡察办纪要〔2026〕5号\"";

    @Autowired
    private PeriodCase period;

    @Autowired
    private Hearings hearings;

    @Autowired
    private HearingDays days;

    @Autowired
    private HearingAdvice advice;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private InspectedOrganisations organisations;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private ManagementService management;

    @Autowired
    private List<ArchivingCheck> checks;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theInvitationGoesToExactlyThreeBodiesEvenWhenAllIsSettled() {
        var key = period.open("speech-2020");
        period.strikeOffAll(key);
        period.start("jointHearing", key);
        var invitationOn = calendar.minusWorkingDays(days.computed(key), 5);
        period.walkTo(invitationOn.minusDays(1));
        assertThat(period.tasks(key, INVITE)).isEmpty();
        period.walkTo(invitationOn);
        assertThat(period.task(key, INVITE).getDueDate()).isEqualTo(ShanghaiTime.dueDate(invitationOn));

        var twoOnly = PeriodCase.invitation(days.computed(key)).replace(",\"ORGANISATION\"", "");
        assertThat(fields(period.refused(CLERK, key, INVITE, twoOnly))).containsExactly("addressees");
        var other = PeriodCase.invitation(calendar.plusWorkingDays(days.computed(key), 6));
        assertThat(fields(period.refused(CLERK, key, INVITE, other))).containsExactly("plannedOn");
        period.complete(CLERK, key, INVITE, PeriodCase.invitation(days.computed(key)));

        assertThat(period.tasks(key, OPINION)).isEmpty();
        assertThat(hearings.get(key).plannedOn()).isEqualTo(days.computed(key));
        period.walkTo(days.computed(key));
        assertThat(period.tasks(key, OPINION)).hasSize(3);
    }

    @Test
    void movedBeforeAndAfterInvitingTimersAndDueDatesReallyMove() {
        var key = period.open("speech-2020");
        var instance = period.start("jointHearing", key);
        var computed = days.computed(key);
        var earlier = calendar.minusWorkingDays(computed, 2);
        days.move(CLERK, key, new DayEntry(earlier, "三家协商提前。", null));
        assertThat(timer(instance).getDuedate())
                .isEqualTo(ShanghaiTime.appearanceDate(calendar.minusWorkingDays(earlier, 5)));
        period.walkTo(calendar.minusWorkingDays(earlier, 5));
        assertThat(period.variable(period.task(key, INVITE), "entry").toString())
                .contains(earlier.toString());

        var later = calendar.plusWorkingDays(computed, 1);
        days.move(CLERK, key, new DayEntry(later, "市委组织部当日有会。", null));
        assertThat(period.task(key, INVITE).getDueDate())
                .isEqualTo(ShanghaiTime.dueDate(calendar.minusWorkingDays(later, 5)));
        assertThat(period.variable(period.task(key, INVITE), "entry").toString())
                .contains(later.toString());
        period.complete(CLERK, key, INVITE, PeriodCase.invitation(later));
        assertThat(timer(instance).getDuedate()).isEqualTo(ShanghaiTime.appearanceDate(later));

        var again = calendar.plusWorkingDays(computed, 5);
        days.move(CLERK, key, new DayEntry(again, "会场检修。", "镇一楼会议室"));
        assertThat(timer(instance).getDuedate()).isEqualTo(ShanghaiTime.appearanceDate(again));
        period.walkTo(later);
        assertThat(period.tasks(key, OPINION)).isEmpty();
        period.walkTo(again);
        assertThat(period.tasks(key, OPINION)).hasSize(3);
        assertThat(period.tasks(key, OPINION).get(0).getDueDate())
                .isEqualTo(ShanghaiTime.dueDate(calendar.plusWorkingDays(again, 2)));

        assertThat(days.all(key)).extracting(HearingDays.Agreed::day).containsExactly(earlier, later, later, again);
        assertThat(days.all(key))
                .extracting(HearingDays.Agreed::previousDay)
                .containsExactly(computed, earlier, null, later);
        assertThat(jdbc.sql("select addressees from rectification.hearing_day where round_id = ? and number = 4")
                        .param(key.roundId())
                        .query((row, number) ->
                                List.of((String[]) row.getArray(1).getArray()))
                        .single())
                .containsExactly("DISCIPLINE", "ORGANISATION", "INSPECTION_OFFICE");
        assertThat(hearings.get(key).place()).isEqualTo("镇一楼会议室");
        assertThat(trail(key, "HEARING_MOVED")).isEqualTo(3);
    }

    @Test
    void onceABodyHasSpokenTheDayStands() {
        var key = invited();
        period.walkTo(days.current(key));
        opinion(DISCIPLINE, key, "DISCIPLINE");

        var next = days.window(key).days().stream()
                .filter(day -> !day.equals(days.current(key)))
                .findFirst()
                .orElseThrow();
        assertThat(refusal(() -> days.move(CLERK, key, new DayEntry(next, "会场检修。", null))))
                .contains("已经召开");
    }

    @Test
    void movedOnItsDayNobodySpeaksBeforeTheNewOne() {
        var key = invited();
        period.walkTo(days.current(key));
        var task = task(key, "DISCIPLINE");
        var next = calendar.plusWorkingDays(days.current(key), 1);
        days.move(CLERK, key, new DayEntry(next, "临时调整。", null));

        assertThat(refusal(() -> period.complete(DISCIPLINE, task, "{\"opinion\":\"意见。\"}")))
                .contains("尚未召开");
    }

    @Test
    void eachBodySpeaksForItselfAndAdviceWaitsForAllThree() {
        var key = invited();
        jdbc.sql("update rectification.finding set due_on = ? where round_id = ? and village_code = 'v1'")
                .params(period.today(), key.roundId())
                .update();
        period.walkTo(days.current(key));

        assertThat(view(task(key, "ORGANISATION"))).doesNotContain("建议", "ON_TRACK", "按期推进");
        assertThat(refusal(() -> period.complete(OFFICE, task(key, "DISCIPLINE"), "{\"opinion\":\"意见。\"}")))
                .contains("扫描件");
        opinion(CADRE, key, "ORGANISATION");
        opinion(OFFICE, key, "INSPECTION_OFFICE");
        assertThat(advice.of(key)).isEmpty();
        assertThat(period.tasks(key, RECORD)).isEmpty();
        period.complete(
                OFFICE,
                task(key, "DISCIPLINE"),
                "{\"opinion\":\"抓紧。\",\"paperPerson\":\"张主任（演示）\",\"paperOn\":\"%s\",\"paperFile\":\"%s\"}"
                        .formatted(period.today(), period.paper(key)));

        assertThat(advice.of(key)).hasSize(4);
        assertThat(advice.of(key))
                .extracting(HearingAdvice.Advice::advice)
                .contains(Progress.BEHIND, Progress.ON_TRACK);
        assertThat(view(period.task(key, RECORD))).contains("市纪委监委（纸面，张主任（演示）签署于", "已超过整改时限");
    }

    @Test
    void aHearingIsNotFiledWithoutMinutesNorWithAGapNobodyAnswers() {
        var key = spoken();
        assertThat(fields(period.refused(OFFICE, key, RECORD, period.hearing(key, "null"))))
                .containsExactly("minutesNumber");
        var noFile = period.hearing(key, MINUTES).replaceAll("\"minutesFile\":\"[^\"]*\"", "\"minutesFile\":\"\"");
        assertThat(fields(period.refused(OFFICE, key, RECORD, noFile))).containsExactly("minutesFile");
        var unanswered = period.hearing(key, MINUTES)
                .replace("\"reason\":\"不在本次反馈范围。\"", "\"reason\":\"\"")
                .replace("\"FOLLOW_UP\"", "\"\"");
        assertThat(fields(period.refused(OFFICE, key, RECORD, unanswered)))
                .containsExactly("gaps[0].disposition", "gaps[1].reason");
        assertThat(organisations.get(key).has(Milestone.HEARING_HELD)).isFalse();
        period.complete(OFFICE, key, RECORD, period.hearing(key, MINUTES));

        assertThat(hearings.get(key).conclusion()).isEqualTo(Conclusion.GREEN);
        assertThat(jdbc.sql(
                                "select count(*) from rectification.suggestion where round_id = ? and trigger = 'HEARD_BEHIND'")
                        .param(key.roundId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aGapIsAnsweredReturnedAnsweredAgainAndAccepted() {
        var key = spoken();
        period.complete(OFFICE, key, RECORD, period.hearing(key, MINUTES));
        var task = period.task(key, ANSWER);
        assertThat(task.getAssignee()).isEqualTo(CLERK);
        assertThat(task.getDueDate())
                .isEqualTo(ShanghaiTime.dueDate(followUps.of(key).get(0).dueOn()));
        assertThat(missing(key)).anyMatch(item -> item.contains("集中听取跟进事项“个别村台账滞后。”"));

        assertThat(fields(period.refused(CLERK, key, ANSWER, "{\"answer\":\" \"}")))
                .containsExactly("answer");
        period.complete(CLERK, key, ANSWER, "{\"answer\":\"正在补。\"}");
        assertThat(fields(period.refused(OFFICE, key, ACCEPT, "{\"decision\":\"RETURN\"}")))
                .containsExactly("remark");
        period.complete(OFFICE, key, ACCEPT, "{\"decision\":\"RETURN\",\"remark\":\"补齐后再报。\"}");
        assertThat(view(period.task(key, ANSWER))).contains("补齐后再报");
        period.complete(
                CLERK, key, ANSWER, "{\"answer\":\"已全部补齐。\",\"evidenceFile\":\"%s\"}".formatted(period.paper(key)));
        period.complete(OFFICE, key, ACCEPT, "{\"decision\":\"ACCEPT\"}");

        assertThat(followUps.of(key)).singleElement().satisfies(item -> {
            assertThat(item.outcome()).isEqualTo("已全部补齐。");
            assertThat(item.standing()).isEqualTo("已办结");
            assertThat(item.evidenceFile()).isNotNull();
        });
        assertThat(missing(key)).noneMatch(item -> item.contains("跟进事项"));
    }

    @Test
    @Clause("S47")
    void aRedConclusionReachesLeaderSecretaryAndTheSupervisingBodyAndStartsNoCase() {
        var key = spoken();
        var red = jdbc.sql("select id from rectification.finding where round_id = ? and village_code = 'v1'")
                .param(key.roundId())
                .query(String.class)
                .single();
        period.complete(
                OFFICE,
                key,
                RECORD,
                """
                {"heldOn":"%s","minutesNumber":%s,"minutesFile":"%s","conclusion":"RED",
                 "findings":[{"finding":"%s","conclusion":"RED","note":"没有进展。"}]}"""
                        .formatted(period.today(), MINUTES, period.paper(key), red));

        assertThat(followUps.of(key)).extracting(FollowUps.Item::findingId).containsExactlyInAnyOrder(null, red);
        assertThat(period.tasks(key, ANSWER)).hasSize(2);
        assertThat(jdbc.sql(
                                "select recipients from rectification.warning where finding_id = ? and kind = 'HEARD_BEHIND'")
                        .param(red)
                        .query((row, number) ->
                                List.of((String[]) row.getArray(1).getArray()))
                        .single())
                .contains(SECRETARY);
        assertThat(jdbc.sql(
                                "select state || ' ' || shortcoming from rectification.suggestion where round_id = ? and trigger = 'HEARD_BEHIND'")
                        .param(key.roundId())
                        .query(String.class)
                        .list())
                .containsExactly("RAISED INEFFECTIVE", "RAISED INEFFECTIVE");
        assertThat(jdbc.sql(
                                """
                                select count(*) from act_ru_task t
                                  join rectification.suggestion s on s.process_instance_id = t.proc_inst_id_
                                 where s.round_id = ? and s.trigger = 'HEARD_BEHIND'
                                   and t.task_def_key_ = 'userTask_considerSuggestion'""")
                        .param(key.roundId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql(
                                "select count(*) from rectification.referral r join rectification.suggestion s on s.id = r.suggestion_id where s.round_id = ?")
                        .param(key.roundId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowOfTheModelsWasWalked(@Autowired FlowCoverage coverage) {
        assertThat(coverage.missedIn("bpmn/joint-hearing.bpmn")).isEmpty();
        assertThat(coverage.missedIn("bpmn/hearing-follow-up.bpmn")).isEmpty();
    }

    private CaseKey invited() {
        var key = period.open("speech-2020");
        period.start("jointHearing", key);
        period.walkTo(calendar.minusWorkingDays(days.computed(key), 5));
        period.complete(CLERK, key, INVITE, PeriodCase.invitation(days.computed(key)));
        return key;
    }

    private CaseKey spoken() {
        var key = invited();
        period.walkTo(days.current(key));
        period.giveOpinions(key);
        return key;
    }

    private void opinion(String person, CaseKey key, String body) {
        period.complete(person, task(key, body), "{\"opinion\":\"抓紧办理。\"}");
    }

    private Task task(CaseKey key, String body) {
        return period.tasks(key, OPINION).stream()
                .filter(task -> body.equals(period.variable(task, "body")))
                .findFirst()
                .orElseThrow();
    }

    private String view(Task task) {
        return period.variable(task, "view").toString();
    }

    private Job timer(String instance) {
        return management.createJobQuery().processInstanceId(instance).timers().singleResult();
    }

    private int trail(CaseKey key, String kind) {
        return jdbc.sql("select count(*) from rectification.event where round_id = ? and kind = ?")
                .params(key.roundId(), kind)
                .query(Integer.class)
                .single();
    }

    private List<String> missing(CaseKey key) {
        return checks.stream()
                .flatMap(check -> check.missing(key).stream())
                .map(missing -> missing.item())
                .toList();
    }

    private static List<String> fields(List<Refusal.Violation> violations) {
        return violations.stream().map(Refusal.Violation::field).toList();
    }

    private static String refusal(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return refusal.violations().stream()
                            .map(Refusal.Violation::message)
                            .reduce("", String::concat);
                }
            }
            throw failure;
        }
        throw new AssertionError("nothing was refused");
    }
}
