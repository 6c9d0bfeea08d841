package org.rectification.supervision.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.period.PeriodCase.CADRE;
import static org.rectification.period.PeriodCase.CLERK;
import static org.rectification.period.PeriodCase.DISCIPLINE;
import static org.rectification.period.PeriodCase.OFFICE;
import static org.rectification.period.PeriodCase.SECRETARY;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WarningLadder.Colour;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.period.PeriodCase;
import org.rectification.refusal.Refusal;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.rectification.round.Missing;
import org.rectification.supervision.ChangeEntry;
import org.rectification.supervision.NoticeActs;
import org.rectification.supervision.NoticeAddresses;
import org.rectification.supervision.NoticeEntry;
import org.rectification.supervision.NoticeReadings;
import org.rectification.supervision.NoticeSender;
import org.rectification.supervision.NoticeState;
import org.rectification.supervision.ReplyEntry;
import org.rectification.supervision.SupervisionNotices;
import org.rectification.supervision.TypedNotice;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.FlowCoverage;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a notice, over the days (S36). */
@RectificationTest
@Import({PeriodCase.class, FlowCoverage.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Clause("S36")
@Feature(32)
class SupervisionNoticeProcessTest {

    private static final String REPLY = "userTask_replyToNotice";
    private static final String JUDGE = "userTask_judgeReply";
    private static final String TAKE_UP = "userTask_takeUpNotice";
    private static final String ACCEPT = "{\"decision\":\"ACCEPT\"}";

    @Autowired
    private PeriodCase period;

    @Autowired
    private SupervisionNotices notices;

    @Autowired
    private NoticeAddresses addresses;

    @Autowired
    private NoticeActs acts;

    @Autowired
    private NoticeReadings readings;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private HistoryService history;

    @Autowired
    private List<ArchivingCheck> checks;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName(
            "The CDI room sends a notice: a reply task with its date; a lapse moves it to the next colour, rung by rung")
    void aLapseMovesToTheNextColourAndTheReplySettlesIt() {
        var key = period.open("speech-2020");
        var id = letter(key, DISCIPLINE, null);
        var due = calendar.plusWorkingDays(period.today(), 5);
        var task = period.task(key, REPLY);
        assertThat(task.getAssignee()).isEqualTo(CLERK);
        assertThat(task.getDueDate()).isEqualTo(ShanghaiTime.dueDate(due));
        assertThat(colour(id)).isEqualTo(Colour.YELLOW);

        period.walkTo(due);
        assertThat(warnings(id))
                .as("rungs before the day it was sent are skipped")
                .isEmpty();
        period.walkTo(due.plusDays(1));
        assertThat(colour(id)).isEqualTo(Colour.RED);
        assertThat(warnings(id)).containsExactly("RED " + due + " 第1号督办函 pt-clerk,pt-secretary");
        period.walkTo(due.plusDays(8));
        assertThat(warnings(id))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("SUPERVISORS " + due)
                .contains("pt-discipline");
        period.walkTo(due.plusDays(17));
        assertThat(warnings(id)).hasSize(3).last().asString().startsWith("ACCOUNTABILITY " + due);
        assertThat(suggestions(key)).containsExactly("第1号督办函应于" + due + "前完成，到期未完成。");

        period.complete(CLERK, key, REPLY, "{\"reply\":\"三份票据已补签，专题会已开。\"}");
        assertThat(colour(id)).isNull();
        period.walkTo(due.plusDays(25));
        assertThat(warnings(id)).as("settled by the reply").hasSize(3);
        assertThat(period.tasks(key, REPLY)).isEmpty();
        period.complete(DISCIPLINE, key, JUDGE, ACCEPT);
        assertThat(state(id)).isEqualTo(NoticeState.ACCEPTED);
        assertThat(end(id)).isEqualTo("endEvent_noticeAccepted");
    }

    @Test
    @DisplayName("Returned with another day, the ladder begins anew for it, and the next reply is accepted")
    void aReturnedReplyIsAskedForAgainByAnotherDay() {
        var key = period.open("speech-2020");
        var id = letter(key, CADRE, null);
        period.complete(CLERK, key, REPLY, "{\"reply\":\"正在整改。\"}");
        var again = period.today().plusDays(12);
        period.complete(
                CADRE, key, JUDGE, "{\"decision\":\"RETURN\",\"reason\":\"没有写明结果。\",\"newDueOn\":\"" + again + "\"}");
        assertThat(period.task(key, REPLY).getDueDate()).isEqualTo(ShanghaiTime.dueDate(again));
        assertThat(period.shown(CLERK, period.task(key, REPLY), "view")).contains("上次回复已退回：没有写明结果。");
        period.walkTo(again.minusDays(10));
        assertThat(warnings(id)).containsExactly("YELLOW " + again + " 第1号督办函 pt-clerk,pt-secretary");
        period.complete(CLERK, key, REPLY, "{\"reply\":\"已全部补签。\"}");
        period.complete(CADRE, key, JUDGE, ACCEPT);
        assertThat(end(id)).isEqualTo("endEvent_noticeAccepted");
    }

    @Test
    @DisplayName(
            "Late and unanswered, a letter is raised to the Secretary in person, at red; there is no level above but the ladder")
    void aLetterIsRaisedToTheSecretary() {
        var key = period.open("speech-2020");
        var id = letter(key, OFFICE, null);
        var due = calendar.plusWorkingDays(period.today(), 5);
        var next = due.plusDays(6);
        assertThatThrownBy(() -> acts.raise(OFFICE, id, new ChangeEntry("逾期。", next)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("未过，不能因逾期提级");
        period.walkTo(due.plusDays(1));
        acts.raise(OFFICE, id, new ChangeEntry("到期未回复。", next));
        assertThat(period.task(key, REPLY).getAssignee()).isEqualTo(SECRETARY);
        assertThat(period.task(key, REPLY).getDueDate()).isEqualTo(ShanghaiTime.dueDate(next));
        assertThat(colour(id)).isEqualTo(Colour.RED);
        assertThat(warnings(id)).last().asString().isEqualTo("RED " + next + " 第1号督办函 pt-secretary");
        assertThat(period.shown(SECRETARY, period.task(key, REPLY), "view")).contains("已提级督办：到期未回复。");
        assertThatThrownBy(() -> acts.reply(CLERK, id, new ReplyEntry("代回。", null, null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("由党委书记回复");

        period.complete(SECRETARY, key, REPLY, "{\"reply\":\"已主持研究并督促落实。\"}");
        assertThat(period.refused(
                        OFFICE,
                        key,
                        JUDGE,
                        "{\"decision\":\"RAISE\",\"reason\":\"仍不到位。\",\"newDueOn\":\"" + next.plusDays(5) + "\"}"))
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("已经提级到党委书记"));
        period.complete(OFFICE, key, JUDGE, ACCEPT);
        assertThat(state(id)).isEqualTo(NoticeState.ACCEPTED);
    }

    @Test
    @DisplayName(
            "A village's notice is raised to the county, given back once, then taken up with a letter of the county's own")
    void aVillagesNoticeIsRaisedAndTakenUpByTheCounty() {
        var key = period.open("speech-2020");
        var id = letter(key, SECRETARY, "v1");
        assertThat(period.task(key, REPLY).getAssignee())
                .as("nobody of the village has a login")
                .isEqualTo(CLERK);
        assertThat(period.refused(CLERK, key, REPLY, "{\"reply\":\"已公示。\"}"))
                .singleElement()
                .satisfies(each -> assertThat(each.field()).isEqualTo("onBehalfOf"));
        period.complete(CLERK, key, REPLY, "{\"reply\":\"已公示。\",\"onBehalfOf\":\"黄支书（演示）\"}");
        period.complete(SECRETARY, key, JUDGE, "{\"decision\":\"RAISE\",\"reason\":\"涉及上级部门，镇里无法解决。\"}");
        assertThat(state(id)).isEqualTo(NoticeState.RAISED);
        assertThat(warnings(id)).last().asString().startsWith("SUPERVISORS").contains("pt-discipline");

        var again = period.today().plusDays(6);
        period.complete(
                CADRE,
                key,
                TAKE_UP,
                "{\"decision\":\"GIVE_BACK\",\"reason\":\"请镇里先协调。\",\"newDueOn\":\"" + again + "\"}");
        assertThat(period.shown(CLERK, period.task(key, REPLY), "view")).contains("市级交回继续督办：请镇里先协调。");
        period.walkTo(again.plusDays(1));
        acts.raise(SECRETARY, id, new ChangeEntry("仍无结果。", null));
        var answer = period.today().plusDays(9);
        period.complete(
                DISCIPLINE,
                key,
                TAKE_UP,
                "{\"decision\":\"TAKE_UP\",\"demand\":\"请镇党委会同主管部门解决。\",\"newDueOn\":\"" + answer + "\"}");
        assertThat(state(id)).isEqualTo(NoticeState.TAKEN_UP);
        assertThat(end(id)).isEqualTo("endEvent_noticeTakenUp");
        var own = readings.of(DISCIPLINE).stream()
                .map(NoticeReadings.Sheet::notice)
                .filter(each -> id.equals(each.raisedFrom()))
                .toList();
        assertThat(own).singleElement().satisfies(each -> {
            assertThat(each.sender()).isEqualTo(NoticeSender.DISCIPLINE_SUPERVISION);
            assertThat(each.label()).isEqualTo("第2号督办函");
            assertThat(each.replyDueOn()).isEqualTo(answer);
            assertThat(each.toVillage()).isFalse();
        });
        assertThat(period.task(key, REPLY).getAssignee()).isEqualTo(CLERK);
        period.complete(CLERK, key, REPLY, "{\"reply\":\"已会同解决。\"}");
        period.complete(DISCIPLINE, key, JUDGE, ACCEPT);
    }

    @Test
    @DisplayName(
            "The date moves with the task and the ladder; a notice sent wrongly is withdrawn and may be sent again")
    void theDateMovesAndTheNoticeIsWithdrawn() {
        var key = period.open("speech-2020");
        var id = letter(key, DISCIPLINE, null);
        var later = period.today().plusDays(25);
        acts.move(DISCIPLINE, id, new ChangeEntry("镇里申请宽限。", later));
        assertThat(period.task(key, REPLY).getDueDate()).isEqualTo(ShanghaiTime.dueDate(later));
        assertThat(colour(id)).isNull();
        period.walkTo(later.minusDays(20));
        assertThat(warnings(id)).containsExactly("GREEN " + later + " 第1号督办函 pt-clerk");

        acts.withdraw(DISCIPLINE, id, new ChangeEntry("发错单位。", null));
        assertThat(state(id)).isEqualTo(NoticeState.WITHDRAWN);
        assertThat(end(id)).isEqualTo("endEvent_noticeWithdrawn");
        assertThat(period.tasks(key, REPLY)).isEmpty();
        period.walkTo(later.plusDays(2));
        assertThat(warnings(id)).hasSize(1);
        assertThatThrownBy(() -> acts.withdraw(DISCIPLINE, id, new ChangeEntry("再撤。", null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不能撤回");
        var second = letter(key, DISCIPLINE, null);
        assertThat(second).isNotEqualTo(id).isEqualTo(letter(key, DISCIPLINE, null));
    }

    @Test
    @DisplayName("When the addressee's office passes to somebody else, the coming rungs go to the new holder")
    void theLadderIsAimedAtWhoeverAnswersOnTheDay() {
        var key = period.open("speech-2020");
        var id = letter(key, DISCIPLINE, null);
        var due = calendar.plusWorkingDays(period.today(), 5);
        period.walkTo(due.plusDays(1));
        assertThat(warnings(id)).containsExactly("RED " + due + " 第1号督办函 pt-clerk,pt-secretary");
        acts.move(DISCIPLINE, id, new ChangeEntry("换了联络员，给予宽限。", due.plusDays(9)));
        clerkIs("pt-clerk2");
        try {
            period.walkTo(due.plusDays(10));
            assertThat(warnings(id))
                    .last()
                    .asString()
                    .isEqualTo("RED " + due.plusDays(9) + " 第1号督办函 pt-clerk2,pt-secretary");
        } finally {
            clerkIs(CLERK);
        }
        acts.withdraw(DISCIPLINE, id, new ChangeEntry("测试结束。", null));
    }

    @Test
    @DisplayName("Before archiving the gate names what is open; after it, notices go on being sent and hold up nothing")
    void theGateListsOpenNoticesAndTheyGoOnAfterClosure() {
        var key = period.open("speech-2020");
        var id = typed(key);
        assertThat(missing(key)).contains("第1号督办函“票据补签”的回复（整改办的待办“回复督办”）");
        period.complete(CLERK, key, REPLY, "{\"reply\":\"已补签。\"}");
        assertThat(missing(key)).contains("第1号督办函“票据补签”的审核（市纪委监委纪检监察室的待办“审核督办回复”）");
        period.complete(DISCIPLINE, key, JUDGE, ACCEPT);
        assertThat(missing(key)).noneMatch(each -> each.contains("督办"));
        assertThat(end(id)).isEqualTo("endEvent_noticeAccepted");

        jdbc.sql("update rectification.inspected_organisation set archived_at = ? where round_id = ?")
                .params(OffsetDateTime.parse(period.now().toString()), key.roundId())
                .update();
        var afterwards = letter(key, DISCIPLINE, null);
        var due = calendar.plusWorkingDays(period.today(), 5);
        period.walkTo(due.plusDays(1));
        assertThat(warnings(afterwards)).hasSize(1);
        period.complete(CLERK, key, REPLY, "{\"reply\":\"制度仍在执行。\"}");
        period.complete(DISCIPLINE, key, JUDGE, ACCEPT);
        assertThat(state(afterwards)).isEqualTo(NoticeState.ACCEPTED);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowOfTheModelWasWalked(@Autowired FlowCoverage coverage) {
        assertThat(coverage.missedIn("bpmn/supervision-notice.bpmn")).isEmpty();
    }

    private String letter(CaseKey key, String sender, String village) {
        return notices.send(
                        sender,
                        new NoticeEntry(
                                key.roundId(),
                                key.organisationId(),
                                village,
                                null,
                                List.of(),
                                "票据补签",
                                "请于限期内补签三份票据，并书面回复。",
                                null,
                                null))
                .id();
    }

    /** With the start form, about the township's first finding. */
    private String typed(CaseKey key) {
        return addresses
                .send(
                        DISCIPLINE,
                        new TypedNotice(
                                key.roundId(),
                                "第一批次",
                                "溪口镇党委（演示）",
                                null,
                                "1、2",
                                "票据补签",
                                "请补签并回复。",
                                null,
                                "市纪监函〔2026〕7号"))
                .id();
    }

    private NoticeState state(String id) {
        return readings.sheet(id).notice().state();
    }

    private Colour colour(String id) {
        return readings.sheet(id).colour();
    }

    private String end(String id) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(readings.sheet(id).notice().processInstanceId())
                .finished()
                .list()
                .stream()
                .map(each -> each.getActivityId())
                .filter(each -> each.startsWith("endEvent_"))
                .findFirst()
                .orElse("");
    }

    private List<String> warnings(String id) {
        return jdbc.sql(
                        """
                        select kind || ' ' || occasion || ' ' || label || ' ' || array_to_string(recipients, ',')
                          from rectification.warning where item_kind = 'SUPERVISION_NOTICE' and item_id = ? order by id""")
                .param(id)
                .query(String.class)
                .list();
    }

    private List<String> suggestions(CaseKey key) {
        return jdbc.sql("select facts from rectification.suggestion where round_id = ? and facts like '第1号督办函%'")
                .param(key.roundId())
                .query(String.class)
                .list();
    }

    private List<String> missing(CaseKey key) {
        return checks.stream()
                .flatMap(check -> check.missing(key).stream())
                .map(Missing::toString)
                .toList();
    }

    private void clerkIs(String person) {
        jdbc.sql(
                        """
                        insert into rectification.person select 'pt-clerk2', '赵干事（演示）', office, organisation_id, true
                          from rectification.person where id = 'pt-clerk' on conflict do nothing""")
                .update();
        LocalDate today = period.today();
        jdbc.sql(
                        "update rectification.duty set until = ? where person_id in ('pt-clerk', 'pt-clerk2') and role = 'RECTIFICATION_OFFICE' and until is null")
                .param(today.minusDays(1))
                .update();
        jdbc.sql(
                        "insert into rectification.duty (person_id, organisation_id, role, since) select ?, organisation_id, role, ? from rectification.duty where person_id = 'pt-clerk' limit 1")
                .params(person, today)
                .update();
    }
}
