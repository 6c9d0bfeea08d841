package org.rectification.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rectification.RectificationApplication;
import org.rectification.finding.FindingState;
import org.rectification.finding.Findings;
import org.rectification.journey.Invariants;
import org.rectification.support.EmbeddedDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo round, built on an empty database by three starts: one that breaks off, one that goes on, one that rests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoRoundIT {

    private static final int BREAKS_OFF_AT = 60;
    private static final String QINGXI = "qingxi-town";
    private static final String START = "2026-05-12T09:00:00+08:00";
    private static final LocalDate HEARING = LocalDate.of(2026, 5, 14);

    private final String database = EmbeddedDatabase.fresh();
    private ConfigurableApplicationContext application;
    private JdbcClient jdbc;

    @BeforeAll
    void breaksOffAndGoesOn() {
        assertThatThrownBy(() -> start(breakOff())).hasStackTraceContaining("演示轮次在第" + BREAKS_OFF_AT + "步");
        application = start(mend());
        jdbc = application.getBean(JdbcClient.class);
    }

    @AfterAll
    void stop() {
        application.close();
    }

    private ConfigurableApplicationContext start(ApplicationListener<ApplicationStartedEvent> beforeTheRound) {
        return new SpringApplicationBuilder(RectificationApplication.class)
                .listeners(beforeTheRound)
                .run(Stream.of(
                                "spring.profiles.active=demo,rehearsal",
                                "spring.datasource.url=" + database,
                                "spring.datasource.username=" + EmbeddedDatabase.USER,
                                "spring.datasource.password=not-a-known-password",
                                "server.port=0",
                                "management.server.port=0",
                                "server.shutdown=immediate",
                                "rectification.rehearsal.start=" + START)
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    /** Runs before the round is played: the database itself breaks the play off. */
    private static ApplicationListener<ApplicationStartedEvent> breakOff() {
        return listener(
                """
                create function rectification.break_off() returns trigger language plpgsql as $$
                begin raise exception 'power cut'; end $$;
                create trigger break_off before update on rectification.demo_round for each row
                    when (new.steps_done = %d) execute function rectification.break_off()"""
                        .formatted(BREAKS_OFF_AT));
    }

    private static ApplicationListener<ApplicationStartedEvent> mend() {
        return listener("drop function rectification.break_off cascade");
    }

    private static ApplicationListener<ApplicationStartedEvent> listener(String sql) {
        return new ApplicationListener<>() {
            @Override
            public void onApplicationEvent(ApplicationStartedEvent event) {
                event.getApplicationContext().getBean(JdbcClient.class).sql(sql).update();
            }
        };
    }

    @Test
    void standsTwoDaysBeforeTheHearingToWhichThreeBodiesAreInvited() {
        assertThat(LocalDate.now(application.getBean(Clock.class))).isEqualTo(HEARING.minusDays(2));
        assertThat(strings("select planned_on::text from rectification.hearing where held_on is null"))
                .containsExactly(HEARING.toString(), HEARING.toString());
        assertThat(number("select cardinality(addressees) from rectification.hearing where organisation_id = '%s'"
                        .formatted(QINGXI)))
                .isEqualTo(3);
    }

    @Test
    void hasTwentyTownshipAndFortyVillageFindingsOfWhichHalfAreStruckOff() {
        assertThat(of(QINGXI, "level = 'TOWN'")).isEqualTo(20);
        assertThat(of(QINGXI, "level = 'VILLAGE' and origin = 'INSPECTION'")).isEqualTo(40);
        assertThat(number("select count(distinct village_code) from rectification.finding where organisation_id = '%s'"
                        .formatted(QINGXI)))
                .isEqualTo(6);
        assertThat(of("baishi-town", "true")).isEqualTo(10);
        assertThat(of(QINGXI, "state = 'STRUCK_OFF'")).isBetween(28, 32);
        assertThat(of("baishi-town", "state = 'STRUCK_OFF'")).isEqualTo(5);
        assertThat(of(QINGXI, "state <> 'STRUCK_OFF' and due_on < '2026-05-12'"))
                .isBetween(4, 8);
        assertThat(of(QINGXI, "state <> 'STRUCK_OFF' and returns > 0")).isBetween(4, 8);
        assertThat(of(QINGXI, "state = 'LEADER_REVIEW'")).isPositive();
        assertThat(of(QINGXI, "state = 'VERIFICATION'")).isPositive();
        assertThat(of(QINGXI, "state = 'IN_PROGRESS'")).isPositive();
        assertThat(of(QINGXI, "not baseline")).isZero();
    }

    @Test
    void rentWithoutVoucherWasRefusedAndThenReturned() {
        var rent = "village_code = 'qx-v2' and number = '1'";
        assertThat(of(QINGXI, rent + " and state = 'IN_PROGRESS' and returns = 1 and claimed_amount is null"))
                .isEqualTo(1);
        assertThat(refusals(rent)).containsExactly("报告挽回资金的，必须上传凭证，没有凭证不予认定。");
    }

    @Test
    void papersAreRealFilesOneOfThemIsUsedTwiceAndOnlyVerifiedMoneyCounts() {
        assertThat(number("select count(*) from rectification.evidence where file_id is null"))
                .isZero();
        assertThat(number("select count(*) from rectification.evidence")).isGreaterThan(100);
        assertThat(
                        number(
                                """
                        select count(*) from (select s.sha256 from rectification.evidence e
                          join rectification.stored_file s on s.id = e.file_id
                         group by s.sha256 having count(distinct e.finding_id) > 1) copied"""))
                .isEqualTo(1);
        assertThat(
                        number(
                                """
                        select sum(quantity) from rectification.claim_standing
                         where kind = 'MONEY_RECOVERED' and standing = 'ACCEPTED'"""))
                .isEqualTo(4800);
        assertThat(
                        number(
                                """
                        select sum(quantity) from rectification.claim_standing
                         where kind = 'MONEY_RECOVERED' and standing = 'CLAIMED'"""))
                .isEqualTo(27500);
    }

    @Test
    void criticisingTwoSubordinatesWasRefused() {
        var policy = "level = 'TOWN' and number = '3'";
        assertThat(of(QINGXI, policy + " and state = 'IN_PROGRESS' and result is null"))
                .isEqualTo(1);
        assertThat(refusals(policy)).singleElement().asString().contains("不能以简单问责下级代替本级整改");
    }

    @Test
    void otherStoriesAreThere() {
        assertThat(of(QINGXI, "returns = 2 and state = 'IN_PROGRESS'")).isEqualTo(1);
        assertThat(of(
                        QINGXI,
                        "result in (select result from rectification.finding where result is not null group by result"
                                + " having count(distinct village_code) = 2)"))
                .as("the same paragraph in two villages")
                .isEqualTo(2);
        assertThat(
                        of(
                                QINGXI,
                                "responsible_leader = 'qx-discipline' and route = 'R2' and verified_by = 'discipline' and state = 'STRUCK_OFF'"))
                .isEqualTo(1);
        assertThat(
                        of(
                                QINGXI,
                                "village_code = 'qx-v6' and filled_in_by = 'qx-person4' and doer = 'qx-village6' and state = 'STRUCK_OFF'"))
                .isEqualTo(3);
        assertThat(
                        of(
                                QINGXI,
                                "source = 'AUDIT' and extract(year from origin_date) = 2023 and due_on < '2026-05-12' and state = 'IN_PROGRESS'"))
                .isEqualTo(1);
        assertThat(of(QINGXI, "title like '%耕地%' and level = 'TOWN' and state = 'IN_PROGRESS'"))
                .isEqualTo(1);
        assertThat(of(QINGXI, "problem like '%小额工程%' and state = 'STRUCK_OFF' and level = 'VILLAGE'"))
                .isEqualTo(4);
        assertThat(of(QINGXI, "problem like '%小额工程%' and state = 'STRUCK_OFF' and level = 'TOWN'"))
                .isEqualTo(1);
        assertThat(number("select count(distinct f.village_code) from rectification.plan_measure m"
                        + " join rectification.finding f on f.id = m.finding_id where m.common_id is not null"))
                .as("one township rule for four villages")
                .isEqualTo(4);
    }

    @Test
    void anItemThatTheVillageFoundItselfStandsInThePlanAndIsCountedApart() {
        var own = "origin = 'SELF_FOUND' and village_code = 'qx-v3'";
        assertThat(of(QINGXI, own + " and number = '自查1' and baseline and state = 'VERIFICATION'"))
                .isEqualTo(1);
        assertThat(
                        number(
                                """
                        select count(*) from rectification.plan_version_line l join rectification.finding f on f.id = l.finding_id
                         where f.origin = 'SELF_FOUND'"""))
                .isEqualTo(1);
        assertThat(
                        strings(
                                """
                        select e.actor from rectification.event e join rectification.finding f on f.id = e.finding_id
                         where f.origin = 'SELF_FOUND' and e.kind in ('FINDING_ADDED', 'PLAN_LINE_SAVED', 'RESULT_REPORTED')"""))
                .containsExactly("qx-village3", "qx-village3", "qx-village3");
    }

    @Test
    void oneTalkIsOnRecordAndOneWaitsForItsAnswer() {
        assertThat(
                        strings(
                                """
                        select body || ' ' || (confirmed_at is not null) from rectification.consultation order by requested_at"""))
                .containsExactly("INSPECTION_OFFICE true", "DISCIPLINE_SUPERVISION false");
        assertThat(application
                        .getBean(TaskService.class)
                        .createTaskQuery()
                        .taskDefinitionKey("userTask_answerConsultation")
                        .taskCandidateGroup("discipline-supervision")
                        .count())
                .isEqualTo(1);
        assertThat(
                        strings(
                                """
                        select kind from rectification.event e join rectification.finding f on f.id = e.finding_id
                         where f.number = '8' and f.level = 'TOWN' and kind like 'CONSULTATION%' order by e.id"""))
                .containsExactly(
                        "CONSULTATION_REQUESTED",
                        "CONSULTATION_ACCEPTED",
                        "CONSULTATION_MINUTED",
                        "CONSULTATION_CONFIRMED");
    }

    @Test
    void linesOfProgressWereWrittenBeforeAReportAndStandReadyForTheNext() {
        assertThat(number("select count(*) from rectification.progress_entry where number = 2"))
                .isEqualTo(3);
        assertThat(
                        number(
                                """
                        select count(*) from rectification.progress_entry e join rectification.progress_report r
                            using (round_id, organisation_id, number) where r.prepared_at is null"""))
                .as("the clerk finds them when drafting the next one")
                .isEqualTo(3);
        assertThat(
                        number(
                                """
                        select count(*) from rectification.progress_entry e join rectification.progress_report r
                            using (round_id, organisation_id, number) where r.number = 2 and e.entered_at < r.prepared_at"""))
                .isEqualTo(3);
    }

    @Test
    void papersAreFiledAndSomeReceiptsMissing() {
        assertThat(
                        strings(
                                "select document_number from rectification.plan where state = 'ISSUED' order by document_number"))
                .hasSize(2)
                .allMatch(number -> number.contains("〔演示〕"));
        assertThat(number("select count(*) from rectification.progress_report where approved_at is not null"))
                .isEqualTo(4);
        assertThat(number("select count(*) from rectification.report_receipt")).isEqualTo(7);
        assertThat(strings("select village_code from rectification.thematic_meeting where held_on is null"))
                .containsExactly("qx-v4");
        assertThat(number("select count(*) from rectification.thematic_meeting"))
                .isEqualTo(10);
    }

    @Test
    void oneSupervisionNoticeWaitsForItsReply() {
        assertThat(strings("select state || ' ' || document_number from rectification.supervision_notice"))
                .containsExactly("WAITING 清纪监督函〔演示〕5号");
        assertThat(number("select count(*) from act_ru_task where task_def_key_ = 'userTask_replyToNotice'"
                        + " and assignee_ = 'qx-clerk'"))
                .isEqualTo(1);
    }

    @Test
    void everyoneFindsSomethingToDo() {
        var tasks = application.getBean(TaskService.class);
        for (var person :
                List.of("qx-clerk", "qx-secretary", "qx-leader1", "qx-village2", "qx-person4", "qx-discipline")) {
            assertThat(tasks.createTaskQuery().taskAssignee(person).count())
                    .as(person)
                    .isPositive();
        }
        for (var body : List.of("inspection-office", "discipline-supervision", "cadre-supervision")) {
            assertThat(tasks.createTaskQuery().taskCandidateGroup(body).count())
                    .as(body)
                    .isPositive();
        }
    }

    @Test
    void engineAndLedgerAreAtRest() {
        var clock = application.getBean(Clock.class);
        new Invariants(jdbc).check();
        assertThat(number("select count(*) from act_ru_incident")).isZero();
        assertThat(jdbc.sql("select count(*) from act_ru_job where duedate_ < ? and handler_type_ <> 'history-cleanup'")
                        .param(java.sql.Timestamp.from(clock.instant()))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(application
                        .getBean(ManagementService.class)
                        .createJobQuery()
                        .noRetriesLeft()
                        .count())
                .isZero();
        var counts = application
                .getBean(Findings.class)
                .counts(strings("select id from rectification.round").get(0), QINGXI);
        assertThat(counts.byState().get(FindingState.STRUCK_OFF)).isEqualTo(of(QINGXI, "state = 'STRUCK_OFF'"));
    }

    @Test
    void everybodyActedOnTheirOwnDayAndNobodyAfterToday() {
        assertThat(number("select count(*) from rectification.event where at > '2026-05-12T12:00:00+08:00'"))
                .isZero();
        assertThat(
                        number(
                                "select count(*) from (select at, lag(at) over (order by id) as before from rectification.event"
                                        + " where round_id = (select id from rectification.round)) e where at < before - interval '1 minute'"))
                .as("the trail never runs back")
                .isZero();
        assertThat(strings("select distinct actor from rectification.event where kind = 'RESULT_REPORTED' order by 1"))
                .doesNotContain("system", "admin");
    }

    @Test
    void anotherStartBuildsNoSecondRound() {
        var events = number("select count(*) from rectification.event");
        application.close();
        application = start(listener("set application_name = 'demo'"));
        jdbc = application.getBean(JdbcClient.class);
        assertThat(number("select count(*) from rectification.round")).isEqualTo(1);
        assertThat(number("select count(*) from rectification.event")).isEqualTo(events);
    }

    private int of(String organisation, String condition) {
        return jdbc.sql("select count(*) from rectification.finding where organisation_id = ? and " + condition)
                .param(organisation)
                .query(Integer.class)
                .single();
    }

    private List<String> refusals(String condition) {
        return jdbc.sql("select note from rectification.event where kind = 'RESULT_REFUSED' and finding_id in"
                        + " (select id from rectification.finding where organisation_id = ? and " + condition + ")")
                .param(QINGXI)
                .query(String.class)
                .list();
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
