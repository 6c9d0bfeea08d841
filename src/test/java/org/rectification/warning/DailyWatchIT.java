package org.rectification.warning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.meeting.MeetingActs;
import org.rectification.meeting.MeetingDecision;
import org.rectification.meeting.MeetingEntry;
import org.rectification.period.PeriodCase;
import org.rectification.plan.StatementCounter;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.FlowCoverage;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.rectification.warning.WatchedItem.Kind;
import org.rectification.warning.WatchedItem.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days that pass by the clock, over items that any room may bring. */
@RectificationTest
@Feature(30)
@Import({PeriodCase.class, FlowCoverage.class, StatementCounter.class, DailyWatchIT.Room.class})
class DailyWatchIT {

    private static final List<WatchedItem> OPEN = new CopyOnWriteArrayList<>();
    private static final Set<String> FAULTS = new CopyOnWriteArraySet<>();
    private static final People PEOPLE = new People(
            List.of("pt-clerk"), List.of("pt-clerk", "leader"), List.of("pt-secretary"), List.of("pt-discipline"));

    @Autowired
    private PeriodCase period;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private InspectedOrganisations organisations;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private MeetingActs meetings;

    @Autowired
    private DailyWatch watch;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private FlowCoverage coverage;

    private CaseKey key;

    @TestConfiguration
    static class Room {

        @Bean
        WatchedItems testItems() {
            return () -> {
                if (FAULTS.contains("room")) {
                    throw new IllegalStateException("the room cannot say what is open");
                }
                return List.copyOf(OPEN);
            };
        }
    }

    @BeforeEach
    void open() {
        key = period.open("speech-2020");
    }

    @AfterEach
    void close() {
        OPEN.clear();
        FAULTS.clear();
    }

    @Test
    @Clause("S47")
    void everyRungIsRaisedOnceOnItsDayAndTheLastOneSuggestsAccountability() {
        var item = item(period.today(), period.today().plusDays(25));
        var raised = new ArrayList<String>();
        for (int day = 1; day <= 42; day++) {
            period.walkTo(item.start().plusDays(day));
            var now = warnings(item);
            if (now.size() > raised.size()) {
                raised.add(day + " " + now.get(now.size() - 1));
            }
        }
        assertThat(raised)
                .containsExactly(
                        "5 GREEN pt-clerk",
                        "15 YELLOW pt-clerk,leader",
                        "26 RED pt-clerk,leader,pt-secretary",
                        "32 SUPERVISORS pt-discipline",
                        "40 ACCOUNTABILITY pt-discipline");
        assertThat(jdbc.sql("select facts from rectification.suggestion where round_id = ? and facts like '测试事项%'")
                        .param(key.roundId())
                        .query(String.class)
                        .single())
                .isEqualTo("测试事项应于" + item.due() + "前完成，到期未完成。");
    }

    @Test
    void afterDowntimeTheHighestRungIsRaisedAndNoOther() {
        var item = item(period.today(), period.today().plusDays(25));
        period.downUntil(item.due().plusDays(2), waiting());
        period.walkTo(item.due().plusDays(3));
        assertThat(warnings(item)).containsExactly("RED pt-clerk,leader,pt-secretary");
    }

    @Test
    void rungsBeforeTheBeginningAreSkippedAndWhatWasLateAtOnceHasNone() {
        var begun = item(period.today(), period.today().plusDays(5));
        var late = item(period.today(), period.today().minusDays(3));
        period.walkTo(begun.due());
        assertThat(warnings(begun)).as("yellow lay before the beginning").isEmpty();
        period.walkTo(begun.due().plusDays(1));
        assertThat(warnings(begun)).containsExactly("RED pt-clerk,leader,pt-secretary");
        period.walkTo(begun.due().plusDays(20));
        assertThat(warnings(late)).isEmpty();
    }

    @Test
    void aNewDueDayBeginsANewLadderAndSettlementEndsIt() {
        var item = item(period.today(), period.today().plusDays(12));
        period.walkTo(item.start().plusDays(2));
        assertThat(warnings(item)).containsExactly("YELLOW pt-clerk,leader");
        OPEN.clear();
        var moved = new WatchedItem(
                item.kind(),
                item.id(),
                item.roundId(),
                item.organisationId(),
                item.start(),
                item.due().plusDays(30),
                PEOPLE,
                item.label());
        OPEN.add(moved);
        period.walkTo(item.due().plusDays(8));
        assertThat(warnings(item)).as("nothing of the day that is no more").hasSize(1);
        period.walkTo(item.due().plusDays(10));
        assertThat(warnings(item)).containsExactly("YELLOW pt-clerk,leader", "GREEN pt-clerk");
        OPEN.clear();
        period.walkTo(moved.due().plusDays(3));
        assertThat(warnings(item)).hasSize(2);
    }

    @Test
    @Clause("S45")
    void aReportThatStaysAwayAndAMeetingNobodyRecordsClimbTheSameLadder() {
        period.start("periodSupervision", key);
        var begun = period.today();
        var firstDue = jdbc.sql("select due_on from rectification.progress_report where round_id = ? and number = 1")
                .param(key.roundId())
                .query(LocalDate.class)
                .single();
        period.walkTo(firstDue.plusDays(8));
        assertThat(of(Kind.PROGRESS_REPORT, "%/1"))
                .as("nobody is warned before the lists open, three working days before")
                .containsExactly(
                        "RED " + firstDue + " 第1期整改进展报告 pt-clerk,pt-secretary",
                        "SUPERVISORS " + firstDue + " 第1期整改进展报告 supervisors");
        assertThat(of(Kind.THEMATIC_MEETING, "%/v1")).isNotEmpty().allSatisfy(row -> assertThat(row)
                .contains("第1村党支部（演示）巡察整改专题组织生活会"));
        assertThat(begun).isBefore(firstDue);
    }

    @Test
    @Clause("S37")
    void aMeetingThatWaitsForTheSecretarysWordClimbsByItself() {
        period.start("thematicMeetings", key);
        var due = organisations.deadlines(key).thematicMeetingsDue().date();
        period.walkTo(due.minusDays(1));
        period.record(key, "v2", new MeetingEntry("NOT_HELD", null, null, null, null, null, "党支部换届，推迟召开。", "李支书"));
        var decided = calendar.plusWorkingDays(due.minusDays(1), 5);

        period.walkTo(decided.plusDays(15));

        assertThat(of(Kind.THEMATIC_MEETING, "%/v2"))
                .as("what was handed in is nobody's delay any more")
                .noneMatch(row -> row.startsWith("RED"));
        var label = decided + " 第2村党支部（演示）巡察整改专题组织生活会的确认 ";
        assertThat(of(Kind.THEMATIC_MEETING, "%/v2/confirm"))
                .containsExactly(
                        "RED " + label + "pt-secretary,pt-clerk",
                        "SUPERVISORS " + label + "supervisors",
                        "ACCOUNTABILITY " + label + "supervisors");
        meetings.decide("pt-secretary", key, "v2", new MeetingDecision("ACCEPT", null));
        period.walkTo(decided.plusDays(40));
        assertThat(of(Kind.THEMATIC_MEETING, "%/v2/confirm")).hasSize(3);
    }

    @Test
    @Clause("S35")
    void aFollowUpOfTheHearingClimbsEachRungOnceBeginsAnewWithANewDayAndEndsWhenItIsSettled() {
        period.start("jointHearing", key);
        var hearingOn =
                organisations.deadlines(key).monthTwoReview().orElseThrow().date();
        period.holdHearing(key, calendar.minusWorkingDays(hearingOn, 5), hearingOn);
        var due = hearingOn.plusDays(10);

        period.walkTo(due.plusDays(16));

        assertThat(of(Kind.HEARING_FOLLOW_UP, "%"))
                .containsExactly(
                        "YELLOW " + due + " 集中听取跟进事项 pt-clerk",
                        "RED " + due + " 集中听取跟进事项 pt-clerk,pt-secretary",
                        "SUPERVISORS " + due + " 集中听取跟进事项 office,pt-office",
                        "ACCOUNTABILITY " + due + " 集中听取跟进事项 office,pt-office");

        var moved = due.plusDays(40);
        jdbc.sql("update rectification.hearing_follow_up set due_on = ? where round_id = ?")
                .params(moved, key.roundId())
                .update();
        period.walkTo(moved.plusDays(1));
        assertThat(of(Kind.HEARING_FOLLOW_UP, "%").stream().skip(4))
                .containsExactly(
                        "GREEN " + moved + " 集中听取跟进事项 pt-clerk",
                        "YELLOW " + moved + " 集中听取跟进事项 pt-clerk",
                        "RED " + moved + " 集中听取跟进事项 pt-clerk,pt-secretary");

        period.complete("pt-clerk", key, "userTask_answerFollowUp", "{\"answer\":\"已逐村补齐。\"}");
        period.complete("pt-office", key, "userTask_acceptFollowUp", "{\"decision\":\"ACCEPT\"}");
        period.walkTo(moved.plusDays(30));
        assertThat(of(Kind.HEARING_FOLLOW_UP, "%")).as("settled").hasSize(7);
    }

    @Test
    void oneFaultyItemIsAnIncidentThatSupervisorsSeeAndEverybodyElseIsWarnedOnce() {
        var good = item(period.today(), period.today().plusDays(12));
        var bad = faulty(period.today(), period.today().plusDays(12));
        FAULTS.add("people");

        period.walkTo(good.start().plusDays(2));
        period.walkTo(good.start().plusDays(3));

        assertThat(warnings(good)).containsExactly("YELLOW pt-clerk,leader");
        assertThat(warnings(bad)).isEmpty();
        var seen = http.withBasicAuth("office", TestPeople.PASSWORD)
                .getForObject("/engine-rest/incident?processDefinitionKeyIn=warningRetry", JsonNode.class);
        assertThat(seen.findValuesAsText("incidentMessage"))
                .hasSize(1)
                .allMatch(text -> text.contains("nobody answers"));
        assertThat(jdbc.sql("select business_key_ from act_ru_execution where proc_inst_id_ = ? and parent_id_ is null")
                        .param(seen.get(0).path("processInstanceId").asText())
                        .query(String.class)
                        .single())
                .isEqualTo("测试事项");

        FAULTS.clear();
        period.walkTo(good.start().plusDays(4));
        assertThat(warnings(bad)).as("tried again the next morning").containsExactly("YELLOW pt-clerk,leader");
        period.walkTo(good.start().plusDays(6));
        assertThat(warnings(good)).hasSize(1);
        assertThat(warnings(bad)).hasSize(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("warningRetry")
                        .count())
                .isZero();
        assertThat(coverage.missedIn("bpmn/warning-retry.bpmn")).isEmpty();
    }

    @Test
    void aRoomThatCannotSayWhatIsOpenHoldsUpNoOther() {
        period.start("periodSupervision", key);
        var firstDue = jdbc.sql("select due_on from rectification.progress_report where round_id = ? and number = 1")
                .param(key.roundId())
                .query(LocalDate.class)
                .single();
        var item = item(period.today(), firstDue);
        FAULTS.add("room");

        period.walkTo(firstDue.plusDays(1));

        assertThat(of(Kind.PROGRESS_REPORT, "%/1")).hasSize(1);
        assertThat(warnings(item)).isEmpty();
        assertThat(runtime.createIncidentQuery()
                        .incidentMessageLike("%cannot say%")
                        .count())
                .isEqualTo(1);
        FAULTS.clear();
        period.walkTo(firstDue.plusDays(2));
        assertThat(warnings(item)).containsExactly("RED pt-clerk,leader,pt-secretary");
    }

    @Test
    void moreThanOneJobCanCarryIsRaisedPartByPartAndOnceEach() {
        var items = IntStream.range(0, DailyWatch.AT_ONCE + 50)
                .mapToObj(any -> item(period.today(), period.today().plusDays(12)))
                .toList();

        period.walkTo(period.today().plusDays(3));

        assertThat(items).allSatisfy(item -> assertThat(warnings(item)).hasSize(1));
        assertThat(coverage.missedIn("bpmn/daily-watch.bpmn")).isEmpty();
    }

    /** Row 30 at the size of a round: what is open is read in as many statements for 300 findings as for four. */
    @Test
    void lookingAtThreeHundredFindingsTakesAsManyStatementsAsAtFourAndAWarningAFew() {
        // What other tests left open would be counted, too.
        jdbc.sql("update rectification.inspected_organisation set archived_at = now() where round_id <> ?")
                .param(key.roundId())
                .update();
        owned();
        period.walkTo(period.today().plusMonths(3).plusDays(2));
        var few = StatementCounter.during(watch::look);
        var columns = jdbc.sql(
                        """
                        select string_agg(column_name, ', ') from information_schema.columns
                         where table_schema = 'rectification' and table_name = 'finding' and is_generated = 'NEVER'""")
                .query(String.class)
                .single();
        jdbc.sql(
                        """
                        insert into rectification.finding (%s)
                        select c.* from rectification.finding f, generate_series(3, 298) n,
                               lateral (select %s from jsonb_populate_record(f,
                                   jsonb_build_object('id', gen_random_uuid(), 'number', n::text))) c
                         where f.round_id = ? and f.level = 'TOWN' and f.number = '1'"""
                                .formatted(columns, columns))
                .param(key.roundId())
                .update();
        owned();

        var raising = StatementCounter.during(() -> {
            while (watch.look()) {
                // the rest of what is due
            }
        });
        var many = StatementCounter.during(watch::look);

        System.out.printf(
                "Daily look: %d statements with 4 findings late, %d with 300, %d to raise 296 red notices%n",
                few.size(), many.size(), raising.size());
        assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(40);
        assertThat(raising.size()).isLessThanOrEqualTo(296 * 30);
        assertThat(jdbc.sql(
                                """
                        select count(*) from rectification.warning
                         where round_id = ? and item_kind = 'FINDING' and kind = 'RED'""")
                        .param(key.roundId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(300);
    }

    private void owned() {
        jdbc.sql(
                        """
                        update rectification.finding set responsible_leader = 'pt-secretary', responsible_branch = '办公室',
                               responsible_person = 'pt-clerk', opened_on = due_on - 60
                         where round_id = ?""")
                .param(key.roundId())
                .update();
    }

    private List<String> of(Kind kind, String id) {
        return jdbc.sql(
                        """
                        select kind || ' ' || occasion || ' ' || label || ' ' ||
                               case when recipients @> array['pt-discipline', 'pt-cadre', 'pt-office'] then 'supervisors'
                                    else array_to_string(recipients, ',') end
                          from rectification.warning where round_id = ? and item_kind = ? and item_id like ? order by id""")
                .params(key.roundId(), kind.name(), id)
                .query(String.class)
                .list();
    }

    @Test
    void oneTimerServesTheWholeProduct() {
        for (int i = 0; i < 20; i++) {
            item(period.today(), period.today().plusDays(30));
        }
        period.walkTo(period.today().plusDays(2));
        assertThat(management
                        .createJobQuery()
                        .processDefinitionKey("dailyWatch")
                        .count())
                .isEqualTo(1);
        assertThat(management
                        .createJobQuery()
                        .processDefinitionKey("dailyWatch")
                        .singleResult()
                        .getDuedate())
                .isEqualTo(ShanghaiTime.appearanceDate(period.today().plusDays(1)));
    }

    private String waiting() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("dailyWatch")
                .singleResult()
                .getId();
    }

    private WatchedItem item(LocalDate start, LocalDate due) {
        var item = new WatchedItem(
                Kind.OTHER,
                UUID.randomUUID().toString(),
                key.roundId(),
                key.organisationId(),
                start,
                due,
                PEOPLE,
                "测试事项");
        OPEN.add(item);
        return item;
    }

    private WatchedItem faulty(LocalDate start, LocalDate due) {
        var item = new WatchedItem(
                Kind.OTHER,
                UUID.randomUUID().toString(),
                key.roundId(),
                key.organisationId(),
                start,
                due,
                () -> {
                    if (FAULTS.contains("people")) {
                        throw new IllegalStateException("nobody answers for it");
                    }
                    return PEOPLE;
                },
                "测试事项");
        OPEN.add(item);
        return item;
    }

    private List<String> warnings(WatchedItem item) {
        return jdbc.sql(
                        """
                        select kind || ' ' || array_to_string(recipients, ',') from rectification.warning
                         where item_id = ? order by id""")
                .param(item.id())
                .query(String.class)
                .list();
    }
}
