package org.rectification.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.journey.PeriodWalk.ALL;
import static org.rectification.journey.PeriodWalk.AT_ONCE;
import static org.rectification.journey.PeriodWalk.VILLAGES;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.finding.Findings;
import org.rectification.finding.Owners;
import org.rectification.people.PeopleRegister;
import org.rectification.period.CaseCalendar;
import org.rectification.round.CaseKey;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Three months with 300 open findings, day by day: whatever the clock owes appears once, on its day, to its people. */
@RectificationTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Clause({"S35", "S37", "S45"})
@Feature({24, 25, 30, 31, 34})
class PeriodWalkIT {

    private static final String PREPARE = "userTask_prepareProgressReport";
    private static final String INVITE = "userTask_inviteThreeBodies";
    private static final String HEARING = "userTask_recordHearing";

    private static GreenMail mailbox;

    @LocalServerPort
    private int port;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WorkingCalendar workingDays;

    @Autowired
    private CaseCalendar calendar;

    @Autowired
    private Findings findings;

    @Autowired
    private ManagementService management;

    @Autowired
    private RepositoryService repository;

    private long begun;

    @DynamicPropertySource
    static void mailAndClock(DynamicPropertyRegistry settings) {
        mailbox = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mailbox.start();
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> mailbox.getSmtp().getPort());
        settings.add("rectification.notification.mail-from", () -> "rectification@county.example");
        settings.add("rectification.rehearsal.start", () -> "2026-03-09T09:00:00+08:00");
    }

    @AfterAll
    static void close() {
        mailbox.stop();
    }

    @BeforeEach
    void begin() {
        begun = System.nanoTime();
    }

    /**
     * Day 0 is Tuesday, 10 March 2026. All dates below are computed by hand from the published calendar of 2026: 4–6 April
     * and 1–5 May are off, Saturday 9 May is worked.
     */
    @Test
    @Order(1)
    @DisplayName("Feedback on 10 March 2026: every report, warning, hearing, meeting and digest once, on its day")
    void everythingAppearsOnceOnItsDay() {
        var walk = new PeriodWalk(port, jdbc, register, "wk", LocalDate.of(2026, 3, 10)).begin();
        var clerk = walk.person("clerk");

        walk.to(
                LocalDate.of(2026, 6, 11),
                Map.of(
                        LocalDate.of(2026, 4, 1), () -> timersAreFew(walk),
                        LocalDate.of(2026, 4, 29), () -> walk.act(clerk, INVITE, LocalDate.of(2026, 4, 29)),
                        LocalDate.of(2026, 5, 9), () -> walk.hear(LocalDate.of(2026, 5, 9))));

        assertThat(walk.appeared(PREPARE))
                .containsExactly(
                        "2026-03-20 " + clerk, // due on Wednesday, 25 March
                        "2026-04-03 " + clerk, // due on Thursday, 9 April; 4–6 April are no working days
                        "2026-04-21 " + clerk, // due on Friday, 24 April
                        "2026-05-06 " + clerk, // due on Saturday, 9 May, a working day
                        "2026-05-19 " + clerk); // due on Friday, 22 May: 24 May is a Sunday; 8 June is merged
        assertThat(walk.listOpens())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        LocalDate.of(2026, 3, 20), 1,
                        LocalDate.of(2026, 4, 3), 2,
                        LocalDate.of(2026, 4, 21), 3,
                        LocalDate.of(2026, 5, 6), 4,
                        LocalDate.of(2026, 5, 19), 5));
        assertThat(walk.missing())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        LocalDate.of(2026, 3, 26), 1,
                        LocalDate.of(2026, 4, 10), 2,
                        LocalDate.of(2026, 4, 27), 3,
                        LocalDate.of(2026, 5, 11), 4,
                        LocalDate.of(2026, 5, 25), 5));
        assertThat(walk.appeared(INVITE)).containsExactly("2026-04-29 " + clerk);
        assertThat(walk.appeared(HEARING)).containsExactly("2026-05-09 inspection-office");
        assertThat(walk.appeared("userTask_recordMeetingOfTown")).containsExactly("2026-03-10 " + clerk);
        assertThat(walk.appeared("userTask_recordMeetingOfVillage"))
                .hasSize(VILLAGES)
                .doesNotHaveDuplicates()
                .allMatch(each -> each.startsWith("2026-03-10 " + walk.person("village")));
        assertThat(walk.appeared("userTask_draftFinalReports")).containsExactly("2026-05-27 " + clerk);
        assertThat(walk.warnings())
                .containsExactly(
                        "2026-03-14 YELLOW " + AT_ONCE, // due on 24 March, ten working days after day 0
                        "2026-03-25 RED " + AT_ONCE,
                        "2026-03-31 SUPERVISORS " + AT_ONCE, // seven days late
                        "2026-04-08 ACCOUNTABILITY " + AT_ONCE, // fifteen days late
                        "2026-05-21 GREEN " + (ALL - AT_ONCE), // due on 10 June
                        "2026-05-31 YELLOW " + (ALL - AT_ONCE),
                        "2026-06-11 RED " + (ALL - AT_ONCE));
        assertThat(walk.misdirectedWarnings()).isZero();
        assertThat(walk.reportWarnings())
                .as(
                        "the morning after, seven and fifteen days late, of five reports that nobody sends; before it, their lists are not open yet")
                .containsExactly(
                        "2026-03-26 RED 第1期整改进展报告",
                        "2026-04-01 SUPERVISORS 第1期整改进展报告",
                        "2026-04-09 ACCOUNTABILITY 第1期整改进展报告",
                        "2026-04-10 RED 第2期整改进展报告",
                        "2026-04-16 SUPERVISORS 第2期整改进展报告",
                        "2026-04-24 ACCOUNTABILITY 第2期整改进展报告",
                        "2026-04-25 RED 第3期整改进展报告",
                        "2026-05-01 SUPERVISORS 第3期整改进展报告",
                        "2026-05-09 ACCOUNTABILITY 第3期整改进展报告",
                        "2026-05-10 RED 第4期整改进展报告",
                        "2026-05-16 SUPERVISORS 第4期整改进展报告",
                        "2026-05-23 RED 第5期整改进展报告",
                        "2026-05-24 ACCOUNTABILITY 第4期整改进展报告",
                        "2026-05-29 SUPERVISORS 第5期整改进展报告",
                        "2026-06-06 ACCOUNTABILITY 第5期整改进展报告");
        assertThat(walk.appeared("userTask_continueFinding"))
                .hasSize(ALL)
                .allMatch(each -> each.startsWith("2026-06-11 "));
        assertThat(walk.digests())
                .isEqualTo(Map.of(
                        // The village's meeting was due on 9 April: 20 and 10 days before, the morning after; 31 May is
                        // a Sunday.
                        walk.person("village11"),
                        "03-11 03-20 03-30 04-10 05-21 06-01 06-11",
                        // The one that is to be put right at once: yellow on a Saturday, red on 25 March.
                        walk.person("village1"),
                        "03-11 03-16 03-20 03-25 03-30 04-10 05-21 06-01 06-11",
                        // The Secretary hears of each report that was not sent; those of a Saturday on Monday.
                        walk.person("secretary"),
                        "03-11 03-25 03-26 03-30 04-10 04-27 05-11 05-25 06-11",
                        // The division of findings is due with the plan, on 31 March; report 2 and the township's
                        // meeting on 9 April.
                        clerk,
                        "03-11 03-20 03-26 03-30 04-01 04-03 04-10 04-21 04-27 04-29 05-06 05-11 05-19 05-25 05-27"
                                + " 06-11"));
        tookSoLong("93 days");
    }

    @Test
    @Order(2)
    @DisplayName(
            "Ten days without the job executor, one extension and one reassignment: nothing is lost, nothing doubled")
    void downtimeAnExtensionAndAReassignmentLoseAndDoubleNothing() {
        var feedback = LocalDate.of(2026, 7, 7);
        var walk = new PeriodWalk(port, jdbc, register, "wd", feedback).begin();
        var key = new CaseKey(walk.round(), walk.town());
        var days = calendar.deadlines(key);
        var reports =
                days.separateProgressReports().stream().map(Deadline::date).toList();
        var opens = reports.stream()
                .map(day -> workingDays.minusWorkingDays(day, 3))
                .toList();
        var invitation = days.monthTwoInvitation().map(Deadline::date).orElseThrow();
        var hearing = days.monthTwoReview().map(Deadline::date).orElseThrow();
        var due = days.completeBy().date();
        var atOnce = days.immediateDue().date();
        var later = atOnce.plusDays(14);
        var extended = walk.finding("v1", 1);
        var reassigned = walk.finding("v12", 1);
        var newPerson = walk.person("person2");

        walk.to(feedback.plusDays(2), Map.of());
        extend(walk, extended, later);
        findings.assign(
                walk.person("clerk"),
                reassigned,
                new Owners(walk.person("leader2"), "镇党政办", newPerson),
                "分工调整，改由党政办承办。");
        walk.to(opens.get(2).minusDays(2), Map.of());
        var down = walk.today();
        var back = down.plusDays(10);
        assertThat(opens.get(2)).isBefore(back);
        assertThat(opens.get(3)).isAfter(back);
        jobs(true);
        walk.move(back);
        assertThat(walk.appeared(PREPARE)).hasSize(2);
        jobs(false);
        walk.settle();
        walk.to(
                due.plusDays(1),
                Map.of(
                        invitation, () -> walk.act(walk.person("clerk"), INVITE, invitation),
                        hearing, () -> walk.hear(hearing)));

        var clerk = " " + walk.person("clerk");
        assertThat(walk.appeared(PREPARE))
                .hasSize(4) // the fifth lies within ten days of 30 September, on which the period ends
                .containsExactlyElementsOf(opens.stream()
                        .map(day -> (day.equals(opens.get(2)) ? back : day) + clerk)
                        .toList());
        assertThat(walk.appeared(INVITE)).containsExactly(invitation + clerk);
        assertThat(walk.appeared(HEARING)).containsExactly(hearing + " inspection-office");
        assertThat(walk.warnings())
                .containsExactly(
                        atOnce.minusDays(10) + " YELLOW " + (AT_ONCE - 1),
                        later.minusDays(20) + " GREEN 1", // the ladder begins anew with the new day
                        atOnce.plusDays(1) + " RED " + (AT_ONCE - 1),
                        later.minusDays(10) + " YELLOW 1",
                        atOnce.plusDays(7) + " SUPERVISORS " + (AT_ONCE - 1),
                        atOnce.plusDays(15) + " ACCOUNTABILITY " + (AT_ONCE - 1), // the same day as the next
                        later.plusDays(1) + " RED 1",
                        later.plusDays(7) + " SUPERVISORS 1",
                        back + " ACCOUNTABILITY 1", // fifteen days late on a day of the gap
                        due.minusDays(20) + " GREEN " + (ALL - AT_ONCE),
                        due.minusDays(10) + " YELLOW " + (ALL - AT_ONCE),
                        due.plusDays(1) + " RED " + (ALL - AT_ONCE));
        assertThat(walk.misdirectedWarnings()).as("to present owners only").isZero();
        assertThat(jdbc.sql(
                                """
                                select distinct unnest(recipients) from rectification.warning
                                 where finding_id = ? and kind in ('GREEN', 'YELLOW') order by 1""")
                        .param(reassigned)
                        .query(String.class)
                        .list())
                .as("before it is late, not the village's secretary any more")
                .containsExactly(walk.person("leader2"), newPerson);
        assertThat(walk.appeared("userTask_continueFinding")).hasSize(ALL);
        assertThat(jdbc.sql(
                                """
                                select distinct day from rectification.message
                                 where kind = 'DIGEST' and day > ? and day <= ? order by day""")
                        .params(down, back)
                        .query(LocalDate.class)
                        .list())
                .as("of ten days one digest, on the day of the return")
                .containsExactly(back);
        tookSoLong("the same with a gap");
    }

    private void extend(PeriodWalk walk, String finding, LocalDate later) {
        walk.visitor(walk.person("village1"))
                .post(
                        "/api/findings/" + finding + "/extension",
                        Map.of("reason", "凭证由县档案馆保管，调取需要两周时间。", "newDueOn", later.toString()))
                .expect(201);
        walk.settle();
        new EveryDoor(port, jdbc)
                .complete(
                        Door.LIST,
                        walk.person("leader1"),
                        new EveryDoor(port, jdbc).task(finding, "userTask_decideExtension"),
                        Map.of("answer", "AGREE", "reason", "同意。"));
        walk.settle();
    }

    /** While they are suspended, due jobs wait as they do when the application is down. */
    private void jobs(boolean suspended) {
        for (var model : repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .toList()) {
            var jobs = management.updateJobSuspensionState().byProcessDefinitionKey(model);
            if (suspended) {
                jobs.suspend();
            } else {
                jobs.activate();
            }
        }
    }

    private static void timersAreFew(PeriodWalk walk) {
        var parked = walk.parkedTimers();
        System.out.println("parked timers with " + ALL + " open findings: " + parked);
        assertThat(parked.getOrDefault("findingRectification", 0)).isEqualTo(ALL);
        assertThat(parked.entrySet().stream()
                        .filter(model -> !model.getKey().equals("findingRectification"))
                        .mapToInt(Map.Entry::getValue)
                        .sum())
                .isBetween(1, 4);
    }

    private void tookSoLong(String what) {
        System.out.printf("%s walked in %d s%n", what, (System.nanoTime() - begun) / 1_000_000_000);
    }
}
