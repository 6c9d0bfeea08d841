package org.rectification.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.support.Browserless;
import org.rectification.support.CheckedRound;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.rectification.support.StandIn;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Reports, hearing, meetings and talks tried in somebody's place and as administrator: within the period both names stand in
 * the record, outside it every door is shut, and nobody accepts their own work by standing in for who accepts it.
 */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
@Feature(29)
class SubstitutesInThePeriodIT {

    private static final String PREPARE = "userTask_prepareProgressReport";
    private static final String APPROVE = "userTask_approveProgressReport";
    private static final String RECEIVE = "userTask_acknowledgeProgressReport";
    private static final String OWN_WORK = "不能审核本人办理、代行办理或者由他人代为办理的事项，请由其他有权人员审核；需要修改的，可以退回。";
    private static final Map<String, String> YES = Map.of("decision", "APPROVE");
    private static final Map<String, String> ACCEPT = Map.of("decision", "ACCEPT");

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private TaskService tasks;

    @Autowired
    private WorkingCalendar calendar;

    private CheckedRound town;
    private StandIn people;

    private void town(String prefix) {
        town = new CheckedRound(port, beans, prefix, 1).planIssued();
        people = new StandIn(town, jdbc, register);
    }

    @Test
    @Clause("S45")
    @Feature({24, 25})
    @DisplayName(
            "A half-month report prepared, approved and received in somebody's place, and approved by none of its hands")
    void aReportGoesItsWayInSomebodysPlaceAndNoHandApprovesItself() {
        town("va");
        var today = calendar.minusWorkingDays(report(1), 3);
        town.clockTo(today);
        var prepare = town.round.task(PREPARE);
        var report = Map.of("content", "本期完成两项，余下按方案推进。");
        people.helper("va-helper", "党政办干事");
        people.helper("va-other", "党建办干事");
        closedFor(prepare, report, "va-helper", "admin");
        var later = people.names("va-clerk", "va-clerk", "va-helper", today.plusDays(1));
        closedFor(prepare, report, "va-helper");
        town.clockTo(today.plusDays(1));
        town.doors.refuse("va-helper", prepare, Map.of("content", ""), "请填写整改进展情况。", "content");
        town.doors.complete(Door.COMPLETE, "va-helper", prepare, report);
        assertThat(people.actsOfCase("PROGRESS_REPORT_PREPARED")).containsExactly("va-helper代va-clerk");

        // Who prepared it, and in whose place it was prepared: neither approves it for the Secretary.
        var approve = town.round.task(APPROVE);
        closedFor(approve, YES, "va-helper", "va-clerk", "va-leader1", "admin");
        for (var hand : List.of("va-helper", "va-clerk")) {
            if (hand.equals("va-clerk")) {
                people.ends("va-clerk", later);
            }
            var id = people.names("office", "va-secretary", hand);
            town.doors.refuse(hand, approve, YES, OWN_WORK, "decision");
            people.ends("office", id);
            closedFor(approve, YES, hand);
        }
        // Nor does who stands in for both of them today.
        var both = List.of(
                people.names("office", "va-secretary", "va-other"), people.names("va-clerk", "va-clerk", "va-other"));
        jdbc.sql("update rectification.substitution set substitute_id = 'va-other' where id = ?")
                .param(both.get(1))
                .update();
        town.doors.refuse("va-other", approve, YES, OWN_WORK, "decision");
        people.ends("va-clerk", both.get(1));
        people.ends("office", both.get(0));

        var away = people.names("office", "va-secretary", "va-leader2");
        town.doors.complete(Door.SUBMIT_FORM, "va-leader2", approve, YES);
        assertThat(people.actsOfCase("PROGRESS_REPORT_APPROVED")).containsExactly("va-leader2代va-secretary");
        people.ends("office", away);
        town.round.technicalStepsAreDone();

        people.ofTheCounty("va-room1", Role.DISCIPLINE_SUPERVISION);
        people.ofTheCounty("va-room2", Role.DISCIPLINE_SUPERVISION);
        var receipt = Map.of("received", true);
        var receive = ofBody(RECEIVE, "discipline-supervision");
        closedFor(receive, receipt, "va-leader2", "va-clerk", "cadre", "office", "admin");
        takes("va-room1", receive);
        people.names("va-room1", "va-room1", "va-room2");
        town.doors.complete(Door.WEB_COMPLETE, "va-room2", receive, receipt);
        assertThat(people.actsOfCase("PROGRESS_REPORT_RECEIVED")).containsExactly("va-room2代va-room1");
    }

    @Test
    @Clause("S35")
    @Feature(34)
    @DisplayName(
            "The hearing: day, invitation, an opinion, minutes, a follow-up and its outcome, each in somebody's place")
    void theHearingIsHeldInSomebodysPlace() {
        town("vb");
        people.helper("vb-helper", "党政办干事");
        people.helper("vb-other", "农办干事");
        for (var body : List.of(Role.DISCIPLINE_SUPERVISION, Role.INSPECTION_OFFICE)) {
            people.ofTheCounty("vb-one-" + body.ordinal(), body);
            people.ofTheCounty("vb-two-" + body.ordinal(), body);
        }
        var room1 = "vb-one-" + Role.DISCIPLINE_SUPERVISION.ordinal();
        var room2 = "vb-two-" + Role.DISCIPLINE_SUPERVISION.ordinal();
        var office1 = "vb-one-" + Role.INSPECTION_OFFICE.ordinal();
        var office2 = "vb-two-" + Role.INSPECTION_OFFICE.ordinal();
        var sheet = town.get("vb-clerk", "/hearings").get(0);
        var day = calendar.plusWorkingDays(
                LocalDate.parse(sheet.path("computedOn").asText()), 1);
        var agreed = Map.of("plannedOn", day.toString(), "reason", "市委组织部当日有会。");
        var path = "/hearings/" + town.round.roundId() + "/" + town.round.town() + "/day";
        town.clockTo(calendar.minusWorkingDays(day, 6));
        for (var other : List.of("vb-helper", "admin")) {
            assertThat(town.post(other, path, agreed).statusCode()).as(other).isEqualTo(404);
        }
        var away = people.names("vb-clerk", "vb-clerk", "vb-helper");
        assertThat(town.post("vb-helper", path, agreed).statusCode()).isEqualTo(204);
        assertThat(people.actsOfCase("HEARING_MOVED")).containsExactly("vb-helper代vb-clerk");

        town.clockTo(calendar.minusWorkingDays(day, 5));
        var invite = town.round.task("userTask_inviteThreeBodies");
        var invitation = Map.of(
                "plannedOn",
                day.toString(),
                "place",
                "镇三楼会议室",
                "addressees",
                List.of("DISCIPLINE", "ORGANISATION", "INSPECTION_OFFICE"));
        closedFor(invite, invitation, "vb-other", "vb-secretary", "admin");
        town.doors.complete(Door.SUBMIT_FORM, "vb-helper", invite, invitation);
        assertThat(people.actsOfCase("HEARING_CALLED")).contains("vb-helper代vb-clerk");
        people.ends("vb-clerk", away);
        town.round.technicalStepsAreDone();

        town.clockTo(day);
        var opinion = ofBody("userTask_giveHearingOpinion", "DISCIPLINE");
        var words = Map.of("opinion", "抓紧办理。");
        takes(room1, opinion);
        closedFor(opinion, words, "cadre", "vb-clerk", "vb-helper", "admin");
        var roomAway = people.names(room1, room1, room2);
        town.doors.complete(Door.COMPLETE, room2, opinion, words);
        people.ends(room1, roomAway);
        assertThat(people.actsOfCase("HEARING_OPINION_GIVEN")).containsExactly(room2 + "代" + room1);
        town.doors.complete(Door.COMPLETE, "cadre", ofBody("userTask_giveHearingOpinion", "ORGANISATION"), words);
        town.doors.complete(Door.COMPLETE, office2, ofBody("userTask_giveHearingOpinion", "INSPECTION_OFFICE"), words);
        town.round.technicalStepsAreDone();

        var record = town.round.task("userTask_recordHearing");
        var minutes = new HashMap<String, Object>(Map.of(
                "heldOn", day.toString(),
                "minutesNumber", "市巡办纪要〔2026〕7号",
                "conclusion", "GREEN",
                "findings", List.of(),
                "gaps",
                        List.of(Map.of(
                                "description",
                                "台账更新滞后。",
                                "disposition",
                                "FOLLOW_UP",
                                "owner",
                                "vb-leader2",
                                "dueOn",
                                day.plusDays(10).toString()))));
        minutes.put("minutesFile", town.upload(office1, "纪要.pdf"));
        takes(office1, record);
        closedFor(record, minutes, room1, "vb-clerk", "admin");
        var officeAway = people.names(office1, office1, office2);
        town.doors.complete(Door.SUBMIT_FORM, office2, record, minutes);
        assertThat(people.actsOfCase("HEARING_RECORDED")).containsExactly(office2 + "代" + office1);
        town.round.technicalStepsAreDone();

        var gap = jdbc.sql(
                        "select id_ from act_ru_task where task_def_key_ = 'userTask_answerFollowUp' and assignee_ = ?")
                .param("vb-leader2")
                .query(String.class)
                .single();
        var answer = Map.of("answer", "已逐条更新。");
        closedFor(gap, answer, "vb-other", "vb-clerk", "admin");
        var leaderAway = people.names("vb-leader2", "vb-leader2", "vb-other");
        town.doors.complete(Door.COMPLETE, "vb-other", gap, answer);
        assertThat(people.actsOfCase("HEARING_FOLLOW_UP_ANSWERED")).containsExactly("vb-other代vb-leader2");
        people.ends("vb-leader2", leaderAway);
        var accept = jdbc.sql(
                        """
                        select t.id_ from act_ru_task t join rectification.hearing_follow_up u
                            on u.process_instance_id = t.proc_inst_id_
                         where u.round_id = ? and t.task_def_key_ = 'userTask_acceptFollowUp'""")
                .param(town.round.roundId())
                .query(String.class)
                .single();
        takes(office1, accept);
        closedFor(accept, ACCEPT, "vb-other", "vb-leader2", room1, "admin");
        town.doors.complete(Door.WEB_SUBMIT_FORM, office2, accept, ACCEPT);
        assertThat(people.actsOfCase("HEARING_FOLLOW_UP_SETTLED")).containsExactly(office2 + "代" + office1);
        people.ends(office1, officeAway);
    }

    @Test
    @Clause("S34")
    @Feature(33)
    @DisplayName("A talk asked for, agreed to, minuted and confirmed in somebody's place")
    void aTalkIsHeldInSomebodysPlace() {
        town("vc");
        var finding = town.round.ofVillage(1);
        people.helper("vc-helper", "村文书");
        people.helper("vc-other", "党政办干事");
        people.ofTheCounty("vc-room1", Role.DISCIPLINE_SUPERVISION);
        people.ofTheCounty("vc-room2", Role.DISCIPLINE_SUPERVISION);
        var request =
                Map.of("body", "DISCIPLINE_SUPERVISION", "findings", List.of(finding), "question", "三份票据缺签字，如何补办？");
        for (var other : List.of("vc-helper", "admin")) {
            assertThat(town.post(other, "/consultations", request).statusCode())
                    .as(other)
                    .isEqualTo(422);
        }
        var away = people.names("vc-village1", "vc-village1", "vc-helper");
        var asked = town.post("vc-helper", "/consultations", request);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        assertThat(people.acts(finding, "CONSULTATION_REQUESTED")).containsExactly("vc-helper代vc-village1");
        people.ends("vc-village1", away);
        assertThat(town.post("vc-helper", "/consultations", request).statusCode())
                .as("over")
                .isEqualTo(422);

        var id = CheckedRound.json(asked).path("id").asText();
        var answer = ofConsultation(id, "userTask_answerConsultation");
        var yes = Map.of(
                "decision",
                "ACCEPT",
                "talkOn",
                town.round.today().plusDays(1).toString(),
                "talkTime",
                "9:30",
                "place",
                "市纪委三楼");
        takes("vc-room1", answer);
        closedFor(answer, yes, "vc-helper", "cadre", "admin");
        people.names("vc-room1", "vc-room1", "vc-room2");
        town.doors.complete(Door.COMPLETE, "vc-room2", answer, yes);
        assertThat(people.acts(finding, "CONSULTATION_ACCEPTED")).containsExactly("vc-room2代vc-room1");

        var minute = ofConsultation(id, "userTask_minuteConsultation");
        var minutes =
                Map.of("heldOn", town.round.today().toString(), "advice", "可由村务监督委员会见证后补签。", "effect", "按建议调整措施。");
        takes("vc-clerk", minute);
        closedFor(minute, minutes, "vc-other", "vc-helper", "cadre", "admin");
        var clerkAway = people.names("vc-clerk", "vc-clerk", "vc-other");
        town.doors.complete(Door.SUBMIT_FORM, "vc-other", minute, minutes);
        assertThat(people.acts(finding, "CONSULTATION_MINUTED")).containsExactly("vc-other代vc-clerk");

        var confirm = ofConsultation(id, "userTask_confirmConsultation");
        takes("vc-room1", confirm);
        closedFor(confirm, Map.of("decision", "CONFIRM"), "vc-other", "vc-clerk", "cadre", "admin");
        people.ends("vc-clerk", clerkAway);
        town.doors.complete(Door.WEB_COMPLETE, "vc-room2", confirm, Map.of("decision", "CONFIRM"));
        assertThat(people.acts(finding, "CONSULTATION_CONFIRMED")).containsExactly("vc-room2代vc-room1");
    }

    @Test
    @Clause({"S29", "S37", "S38"})
    @Feature({36, 37})
    @DisplayName(
            "Meetings are recorded and confirmed in somebody's place, by no hand of their own; a comparison text never is")
    void meetingsAreRecordedAndConfirmedInSomebodysPlace() {
        town("vd");
        people.helper("vd-helper", "村文书");
        people.helper("vd-other", "党政办干事");
        var path = "/thematic-meetings/" + town.round.roundId() + "/" + town.round.town();
        var ofVillage = town.round.task("userTask_recordMeetingOfVillage");
        var notHeld = Map.of("outcome", "NOT_HELD", "reason", "党支部换届，推迟召开。");
        closedFor(ofVillage, notHeld, "vd-helper", "admin");
        assertThat(town.post("vd-helper", path + "/vd-v1/record", notHeld).statusCode())
                .isIn(404, 422);
        var villageAway = people.names("vd-village1", "vd-village1", "vd-helper");
        town.doors.complete(Door.COMPLETE, "vd-helper", ofVillage, notHeld);
        assertThat(people.actsOfCase("THEMATIC_MEETING_RECORDED")).containsExactly("vd-helper代vd-village1");

        // The reason is the Secretary's to accept: through no door that of whoever wrote it, or of in whose place it
        // was written.
        var reason = town.round.task("userTask_judgeReasonOfVillage");
        closedFor(reason, ACCEPT, "vd-helper", "vd-village1", "vd-clerk", "admin");
        for (var hand : List.of("vd-helper", "vd-village1")) {
            if (hand.equals("vd-village1")) {
                people.ends("vd-village1", villageAway);
            }
            var id = people.names("office", "vd-secretary", hand);
            town.doors.refuse(hand, reason, ACCEPT, OWN_WORK, "decision");
            assertThat(town.post(hand, path + "/vd-v1/decision", ACCEPT).body()).contains(OWN_WORK);
            people.ends("office", id);
        }
        var away = people.names("office", "vd-secretary", "vd-leader1");
        assertThat(town.post("vd-leader1", path + "/vd-v1/decision", ACCEPT).statusCode())
                .isEqualTo(204);
        assertThat(people.actsOfCase("THEMATIC_MEETING_ACCEPTED")).containsExactly("vd-leader1代vd-secretary");
        people.ends("office", away);

        nobodyWritesSomebodysComparison();
        var clerkAway = people.names("vd-clerk", "vd-clerk", "vd-other");
        for (var member : List.of("vd-secretary", "vd-leader1", "vd-leader2", "vd-leader3")) {
            var excuse = Map.of("member", member, "reason", "公出学习。");
            assertThat(town.post("admin", path + "/excuses", excuse).statusCode())
                    .isEqualTo(404);
            assertThat(town.post("vd-other", path + "/excuses", excuse).statusCode())
                    .isEqualTo(204);
        }
        assertThat(people.actsOfCase("COMPARISON_EXCUSED")).hasSize(4).containsOnly("vd-other代vd-clerk");
        var study = Map.of(
                "kind",
                "STUDY",
                "heldOn",
                town.round.today().toString(),
                "topic",
                "传达反馈会精神",
                "chair",
                "周书记",
                "attendance",
                30);
        var register = "/study-meetings?round=" + town.round.roundId() + "&organisation=" + town.round.town();
        assertThat(town.post("vd-helper", register, study).statusCode()).isIn(404, 422);
        assertThat(town.post("admin", register, study).statusCode()).isIn(404, 422);
        assertThat(town.post("vd-other", register, study).statusCode()).isEqualTo(201);
        assertThat(people.actsOfCase("STUDY_MEETING_RECORDED")).containsExactly("vd-other代vd-clerk");

        var held = new HashMap<String, Object>(Map.of(
                "outcome",
                "HELD",
                "heldOn",
                town.round.today().toString(),
                "chair",
                "周书记",
                "attendance",
                9,
                "record",
                "逐项对照。"));
        held.put("scanFile", town.upload("vd-other", "会议记录.pdf"));
        town.round.technicalStepsAreDone();
        assertThat(town.post("vd-other", path + "/town/record", held).statusCode())
                .isEqualTo(204);
        assertThat(people.actsOfCase("THEMATIC_MEETING_RECORDED"))
                .containsExactly("vd-helper代vd-village1", "vd-other代vd-clerk");
        people.ends("vd-clerk", clerkAway);
        var confirm = town.round.task("userTask_confirmMeetingOfTown");
        closedFor(confirm, ACCEPT, "vd-other", "vd-clerk", "vd-leader2", "admin");
        for (var hand : List.of("vd-other", "vd-clerk")) {
            var id = people.names("office", "vd-secretary", hand);
            town.doors.refuse(hand, confirm, ACCEPT, OWN_WORK, "decision");
            people.ends("office", id);
        }
        people.names("office", "vd-secretary", "vd-leader2");
        town.doors.complete(Door.SUBMIT_FORM, "vd-leader2", confirm, ACCEPT);
        assertThat(people.actsOfCase("THEMATIC_MEETING_ACCEPTED"))
                .containsExactly("vd-leader1代vd-secretary", "vd-leader2代vd-secretary");
    }

    /** What somebody says of themselves is written and read in nobody's place. */
    private void nobodyWritesSomebodysComparison() {
        var id = town.get("vd-leader2", "/comparisons").get(0).path("id").asText();
        var away = people.names("vd-clerk", "vd-leader2", "vd-other");
        for (var other : List.of("vd-other", "admin")) {
            assertThat(town.answer(other, "/comparisons/" + id).statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(town.post(other, "/comparisons/" + id + "/text", Map.of("aspects", List.of()))
                            .statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
        people.ends("vd-clerk", away);
    }

    private void closedFor(String task, Map<String, ?> entry, String... logins) {
        for (var login : logins) {
            town.doors.closed(login, task, entry);
        }
    }

    private LocalDate report(int number) {
        return jdbc.sql("select due_on from rectification.progress_report where round_id = ? and number = ?")
                .params(town.round.roundId(), number)
                .query(LocalDate.class)
                .single();
    }

    /** The open task of that kind for this body. */
    private String ofBody(String key, String body) {
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t
                          join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'roundId' and v.text_ = ?
                          join act_ru_variable b on b.execution_id_ = t.execution_id_ and b.name_ = 'body' and b.text_ = ?
                         where t.task_def_key_ = ?""")
                .params(town.round.roundId(), body, key)
                .query(String.class)
                .single();
    }

    private String ofConsultation(String id, String key) {
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_
                         where v.name_ = 'consultationId' and v.text_ = ? and t.task_def_key_ = ?""")
                .params(id, key)
                .query(String.class)
                .single();
    }

    private void takes(String login, String task) {
        tasks.setAssignee(task, null);
        assertThat(new Browserless(port, login, TestPeople.PASSWORD)
                        .at(Browserless.REST, "POST", "/task/" + task + "/claim", "{\"userId\":\"" + login + "\"}")
                        .statusCode())
                .isEqualTo(204);
    }
}
