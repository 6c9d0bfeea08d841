package org.rectification.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WarningLadder.Step;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.engine.TaskHands;
import org.rectification.engine.clock.RehearsalClock;
import org.rectification.finding.FindingWarnings;
import org.rectification.meeting.MeetingEntry;
import org.rectification.period.PeriodCase;
import org.rectification.round.CaseKey;
import org.rectification.supervision.NoticeEntry;
import org.rectification.supervision.SupervisionNotices;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.FlowCoverage;
import org.rectification.support.RectificationTest;
import org.rectification.warning.Audience;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails over real SMTP and robots over real HTTP, with days that pass by the clock. */
@RectificationTest
@Feature(31)
@Import({PeriodCase.class, FlowCoverage.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NotificationIT {

    private static final String LINK = "http://rectification.example/camunda/lists/";
    private static final String ADDRESS = "clerk@town.example";

    private static GreenMail mailbox;
    private static HttpServer robot;
    private static final List<String> robotHeard = new CopyOnWriteArrayList<>();
    private static final List<String> robotKeys = new CopyOnWriteArrayList<>();
    private static final List<String> otherRobotHeard = new CopyOnWriteArrayList<>();
    private static volatile int robotBusy;

    @Autowired
    private PeriodCase period;

    @Autowired
    private FindingWarnings warnings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RehearsalClock rehearsal;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private Clock clock;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private FlowCoverage coverage;

    @Autowired
    private DigestReadings digests;

    @Autowired
    private TaskHands hands;

    @Autowired
    private SupervisionNotices notices;

    private CaseKey key;

    @DynamicPropertySource
    static void waysOut(DynamicPropertyRegistry settings) throws IOException {
        mailbox = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        robot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        robot.createContext("/robot", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            robotKeys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            var code = robotBusy-- > 0 ? 45009 : 0;
            if (code == 0) {
                robotHeard.add(body);
            }
            var answer = "{\"errcode\":%d,\"errmsg\":\"x\"}".formatted(code).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        robot.createContext("/dingtalk", exchange -> {
            otherRobotHeard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var answer = "{\"errcode\":0,\"errmsg\":\"ok\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        robot.start();
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> mailbox.getSmtp().getPort());
        settings.add("rectification.notification.link", () -> LINK);
        settings.add("rectification.notification.mail-from", () -> "rectification@county.example");
        settings.add("rectification.notification.robots[0].organisation", () -> "period-town");
        settings.add("rectification.notification.robots[0].channel", () -> "WECOM");
        settings.add(
                "rectification.notification.robots[0].address",
                () -> "http://127.0.0.1:" + robot.getAddress().getPort() + "/robot?key=secret");
        settings.add("rectification.notification.robots[0].approved-by", () -> "周书记（演示），2026年3月1日");
        settings.add("rectification.notification.robots[1].organisation", () -> "period-town");
        settings.add("rectification.notification.robots[1].channel", () -> "DINGTALK");
        settings.add(
                "rectification.notification.robots[1].address",
                () -> "http://127.0.0.1:" + robot.getAddress().getPort() + "/dingtalk?access_token=secret");
        settings.add("rectification.notification.robots[1].approved-by", () -> "周书记（演示），2026年3月1日");
    }

    /** Known beforehand, because the server comes back at the same address after it was away. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void close() {
        mailbox.stop();
        robot.stop(0);
    }

    @BeforeEach
    void aCaseOfItsOwn() {
        key = period.open("speech-2020");
        jdbc.sql("update rectification.person set email = ? where id = ?")
                .params(ADDRESS, PeriodCase.CLERK)
                .update();
        jdbc.sql("update rectification.finding set responsible_person = ?, responsible_leader = ? where round_id = ?")
                .params(PeriodCase.CLERK, PeriodCase.SECRETARY, key.roundId())
                .update();
    }

    @Test
    @Order(1)
    void thirtyLateItemsAreOneMessageThatTellsCountsOnly() throws Exception {
        var day = nextWorkingDay();
        at(day, 8, 10);
        raise(30, "RED");
        assertThat(mails(day)).isEmpty();
        at(day, 8, 40);
        assertThat(mails(day)).hasSize(1);
        var mail = mails(day).get(0);
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getAllRecipients()[0]).hasToString(ADDRESS);
        assertThat(mail.getMessageID()).isEqualTo("<digest-mail-pt-clerk-" + day + "@rectification>");
        var text = mail.getSubject() + "\n" + mail.getContent();
        assertThat(text).contains("红色督办30项").contains(LINK);
        assertThat(text).doesNotContain("问题1", "台账", "溪口", "村党支部", "钱干事", "period-town");
        assertThat(robotHeard).hasSize(1);
        assertThat(otherRobotHeard).as("each group once").hasSize(1);
        for (var heard : List.of(robotHeard.get(0), otherRobotHeard.get(0))) {
            assertThat(heard)
                    .contains("\"msgtype\":\"text\"", "红色督办30项", LINK)
                    .doesNotContain("问题1", "台账", "溪口", "村党支部", "钱干事", "period-town", "secret");
        }
    }

    @Test
    @Order(2)
    void whoWasToldEverythingIsNotToldAgain() {
        var before = mailbox.getReceivedMessages().length;
        var day = nextWorkingDay();
        at(day, 9, 0);
        assertThat(mailbox.getReceivedMessages()).hasSize(before);
    }

    @Test
    @Order(3)
    void onADayOffOnlyARedNoticeIsToldAndOnce() throws Exception {
        var day = nextDayOff();
        at(day, 9, 0);
        assertThat(mails(day)).isEmpty();
        raise(1, "YELLOW");
        period.executeDue();
        assertThat(mails(day)).isEmpty();
        raise(3, "RED");
        period.executeDue();
        assertThat(mails(day)).hasSize(1);
        assertThat(mails(day).get(0).getSubject()).contains("红色督办");
    }

    @Test
    @Order(4)
    void aMailServerThatIsAwayBecomesAnIncidentAndTheMailGoesOutOnceItIsBack() throws Exception {
        var day = nextWorkingDay();
        at(day, 8, 10);
        raise(1, "YELLOW");
        mailbox.stop();
        at(day, 11, 0);
        var incident = runtime.createIncidentQuery()
                .activityId("serviceTask_sendMessage")
                .singleResult();
        assertThat(incident).isNotNull();
        // Nothing else stood still: the robot heard of it, tomorrow's digest is scheduled, and people's work goes on.
        assertThat(robotHeard).isNotEmpty();
        var meetings = period.start("thematicMeetings", key);
        period.record(key, "v1", new MeetingEntry("NOT_HELD", null, null, null, null, null, "党支部换届，推迟召开。", "李支书"));
        assertThat(period.tasks(key, "userTask_judgeReasonOfVillage")).hasSize(1);
        runtime.deleteProcessInstance(meetings, "test");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("dailyDigest")
                        .count())
                .isEqualTo(1);
        mailbox.start();
        management.setJobRetries(incident.getConfiguration(), 1);
        at(day, 13, 0);
        assertThat(mails(day)).hasSize(1);
        assertThat(runtime.createIncidentQuery()
                        .activityId("serviceTask_sendMessage")
                        .count())
                .isZero();
    }

    @Test
    @Order(5)
    void aRobotThatIsBusyHearsTheSameMessageUnderTheSameKey() {
        var day = nextWorkingDay();
        at(day, 8, 10);
        robotKeys.clear();
        robotHeard.clear();
        robotBusy = 2;
        raise(1, "YELLOW");
        at(day, 9, 0);
        assertThat(robotKeys).hasSize(3).containsOnly("digest-wecom-period-town-" + day);
        assertThat(robotHeard).hasSize(1);
    }

    @Test
    @Order(6)
    void afterDowntimeThereIsOneDigestAndNoneIsMadeUpFor() {
        var before = mailbox.getReceivedMessages().length;
        raise(1, "GREEN");
        var first = nextWorkingDay();
        var waiting = runtime.createProcessInstanceQuery()
                .processDefinitionKey("dailyDigest")
                .singleResult();
        period.downUntil(calendar.plusWorkingDays(first, 5), waiting.getId());
        assertThat(mailbox.getReceivedMessages()).hasSize(before + 1);
    }

    /** Feature 31: no repeats after reassignment. */
    @Test
    @Order(7)
    void whoTakesOverSomebodysWorkIsToldOnceAndTheFormerHolderNotAtAll() throws Exception {
        // A warning about the meetings' day would be news of its own.
        runtime.updateProcessInstanceSuspensionState()
                .byProcessDefinitionKey("dailyWatch")
                .suspend();
        address(PeriodCase.SECRETARY, "secretary@town.example");
        var day = nextWorkingDay();
        period.start("thematicMeetings", key);
        at(day, 9, 0);
        var told = mailsTo("secretary@town.example").size();
        var toldClerk = mailsTo(ADDRESS).size();
        var task = period.task(key, "userTask_recordMeetingOfTown").getId();
        hands.move(task, PeriodCase.SECRETARY);

        at(nextWorkingDay(), 9, 0);
        assertThat(mailsTo("secretary@town.example")).hasSize(told + 1);
        assertThat(mailsTo(ADDRESS)).hasSize(toldClerk);
        at(nextWorkingDay(), 9, 0);
        at(nextWorkingDay(), 9, 0);
        assertThat(mailsTo("secretary@town.example")).hasSize(told + 1);
        assertThat(mailsTo(ADDRESS)).hasSize(toldClerk);
        runtime.updateProcessInstanceSuspensionState()
                .byProcessDefinitionKey("dailyWatch")
                .activate();
    }

    @Test
    @Order(8)
    void theDigestIsReadInTheApplicationAsInTheMailAndOnlyThereItNamesVillages() throws Exception {
        period.start("thematicMeetings", key);
        var day = nextWorkingDay();
        at(day, 9, 0);
        var mail = mailsTo(ADDRESS).get(mailsTo(ADDRESS).size() - 1);
        var text = String.valueOf(mail.getContent()).replace("\r\n", "\n");
        assertThat(text).contains("2个村有待办。").doesNotContain("第1村", "第2村");

        var read = digests.of(PeriodCase.CLERK);
        assertThat(read.today()).isTrue();
        assertThat(read.day()).isEqualTo(day);
        assertThat(text).contains(String.join("\n", read.lines()));
        assertThat(read.kinds()).extracting(DigestReadings.Kind::label).contains("登记专题民主生活会", "登记专题组织生活会");
        assertThat(read.villages()).extracting(DigestReadings.Place::name).containsExactly("第1村党支部（演示）", "第2村党支部（演示）");
        assertThat(digests.of(PeriodCase.SECRETARY).villages())
                .as("the clerk's alone")
                .isEmpty();
        assertThat(digests.of("admin").kinds()).isEmpty();

        at(nextWorkingDay(), 9, 0);
        var next = digests.of(PeriodCase.CLERK);
        assertThat(next.today()).as("nothing new, no digest").isFalse();
        assertThat(next.day()).isEqualTo(day);
    }

    /** One line per village for the clerk, with everything that is open there: not its findings alone. */
    @Test
    @Order(9)
    void aVillagesLineCountsItsFindingsItsMeetingAndWhateverLiesOnItsSecretarysDesk() {
        var before = villagesOfTheClerk();
        var meetings = period.start("thematicMeetings", key);
        assertThat(villagesOfTheClerk())
                .as("a meeting for each village, although no branch has a login")
                .isEqualTo(List.of(before.get(0) + 1, before.get(1) + 1));

        people("pt-village2", "v2");
        var finding = oneTask("findingAlone", PeriodCase.CLERK);
        jdbc.sql("update rectification.finding set process_instance_id = ? where round_id = ? and village_code = 'v1'")
                .params(finding, key.roundId())
                .update();
        oneTask("noticeAlone", "pt-village2");
        oneTask("townAlone", PeriodCase.SECRETARY);
        assertThat(villagesOfTheClerk())
                .as("the finding of the first, what the second's secretary has to do, nothing of the township's own")
                .isEqualTo(List.of(before.get(0) + 2, before.get(1) + 2));

        period.record(key, "v1", new MeetingEntry("NOT_HELD", null, null, null, null, null, "党支部换届，推迟召开。", "李支书"));
        assertThat(villagesOfTheClerk())
                .as("the reason waits for the Secretary: still one thing about this village")
                .isEqualTo(List.of(before.get(0) + 2, before.get(1) + 2));
        runtime.deleteProcessInstance(meetings, "test");
        assertThat(villagesOfTheClerk()).isEqualTo(List.of(before.get(0) + 1, before.get(1) + 1));
    }

    /** A message belongs to the transaction of what it tells: neither is there without the other. */
    @Test
    @Order(10)
    void whatIsRolledBackIsToldToNobody() {
        // Of one day there is one red message: no other may come first.
        runtime.updateProcessInstanceSuspensionState()
                .byProcessDefinitionKey("dailyWatch")
                .suspend();
        var day = nextDayOff();
        at(day, 9, 0);
        var before = messages();
        var mails = mailbox.getReceivedMessages().length;
        transaction.executeWithoutResult(status -> {
            raise(1, "RED");
            assertThat(messages()).as("written with the warning").isGreaterThan(before);
            status.setRollbackOnly();
        });
        period.executeDue();
        assertThat(messages()).isEqualTo(before);
        assertThat(mailbox.getReceivedMessages()).hasSize(mails);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("notification")
                        .count())
                .isZero();
        runtime.updateProcessInstanceSuspensionState()
                .byProcessDefinitionKey("dailyWatch")
                .activate();
    }

    private long messages() {
        return jdbc.sql("select count(*) from rectification.message")
                .query(Long.class)
                .single();
    }

    private List<Integer> villagesOfTheClerk() {
        return digests.of(PeriodCase.CLERK).villages().stream()
                .map(DigestReadings.Place::open)
                .toList();
    }

    private void people(String secretary, String village) {
        jdbc.sql("insert into rectification.person values (?, '李支书（演示）', '党支部书记', 'period-town', true)")
                .param(secretary)
                .update();
        jdbc.sql(
                        """
                        insert into rectification.duty (person_id, organisation_id, village_code, role, since)
                        values (?, 'period-town', ?, 'VILLAGE_SECRETARY', '2020-01-01')""")
                .params(secretary, village)
                .update();
    }

    /** Work of a kind that the digest knows nothing about. */
    private String oneTask(String process, String assignee) {
        repository
                .createDeployment()
                .addModelInstance(
                        process + ".bpmn",
                        Bpmn.createExecutableProcess(process)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask(process + "Task")
                                .name("待办")
                                .camundaAssignee(assignee)
                                .endEvent()
                                .done())
                .deploy();
        return runtime.startProcessInstanceByKey(process, Map.of("organisationId", "period-town"))
                .getId();
    }

    @Test
    @Order(9)
    @Clause("S36")
    void theDigestCountsSupervisionNoticesThatWaitForAReplyAndSaysNothingMore() throws Exception {
        notices.send(
                PeriodCase.DISCIPLINE,
                new NoticeEntry(
                        key.roundId(),
                        key.organisationId(),
                        null,
                        null,
                        List.of(),
                        "票据补签",
                        "请补签并回复。",
                        calendar.plusWorkingDays(period.today(), 20),
                        null));
        at(nextWorkingDay(), 9, 0);
        var mail = mailsTo(ADDRESS).get(mailsTo(ADDRESS).size() - 1);
        var text = String.valueOf(mail.getContent()).replace("\r\n", "\n");
        assertThat(text).contains("督办待回复1件。").doesNotContain("票据");
        assertThat(text).contains(String.join("\n", digests.of(PeriodCase.CLERK).lines()));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowOfTheModelsWasWalked() {
        assertThat(coverage.missedIn("bpmn/notification.bpmn")).isEmpty();
        assertThat(coverage.missedIn("bpmn/daily-digest.bpmn")).isEmpty();
    }

    private void address(String person, String mail) {
        jdbc.sql("update rectification.person set email = ? where id = ?")
                .params(mail, person)
                .update();
    }

    private List<MimeMessage> mailsTo(String address) throws Exception {
        var found = new java.util.ArrayList<MimeMessage>();
        for (var mail : mailbox.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                found.add(mail);
            }
        }
        return found;
    }

    private void raise(int count, String colour) {
        var findings = jdbc.sql("select id from rectification.finding where round_id = ? order by id")
                .param(key.roundId())
                .query(String.class)
                .list();
        for (int i = 0; i < count; i++) {
            var finding = findings.get(i % findings.size());
            jdbc.sql("update rectification.finding set due_on = due_on + 1 where id = ?")
                    .param(finding)
                    .update();
            assertThat(warnings.raise(finding, Step.valueOf(colour), Audience.PERSON))
                    .isTrue();
        }
    }

    private List<MimeMessage> mails(LocalDate day) {
        return Arrays.stream(mailbox.getReceivedMessages())
                .filter(mail -> idOf(mail).contains(day.toString()))
                .toList();
    }

    private static String idOf(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private LocalDate nextWorkingDay() {
        return calendar.plusWorkingDays(period.today(), 1);
    }

    private LocalDate nextDayOff() {
        var day = period.today().plusDays(1);
        while (calendar.isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void at(LocalDate day, int hour, int minute) {
        Instant moment = day.atTime(hour, minute).atZone(ShanghaiTime.ZONE).toInstant();
        assertThat(Duration.between(clock.instant(), moment)).isPositive();
        rehearsal.moveTo(moment);
    }
}
