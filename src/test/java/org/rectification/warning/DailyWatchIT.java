package org.rectification.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.period.PeriodCase;
import org.rectification.round.CaseKey;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.FlowCoverage;
import org.rectification.support.RectificationTest;
import org.rectification.warning.WatchedItem.Kind;
import org.rectification.warning.WatchedItem.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days that pass by the clock, over items that any room may bring. */
@RectificationTest
@Feature(30)
@Import({PeriodCase.class, FlowCoverage.class, DailyWatchIT.Room.class})
class DailyWatchIT {

    private static final List<WatchedItem> OPEN = new CopyOnWriteArrayList<>();
    private static final People PEOPLE = new People(
            List.of("pt-clerk"), List.of("pt-clerk", "leader"), List.of("pt-secretary"), List.of("pt-discipline"));

    @Autowired
    private PeriodCase period;

    @Autowired
    private JdbcClient jdbc;

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
            return () -> List.copyOf(OPEN);
        }
    }

    @BeforeEach
    void open() {
        key = period.open("speech-2020");
    }

    @AfterEach
    void close() {
        OPEN.clear();
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
        assertThat(coverage.missedIn("bpmn/daily-watch.bpmn")).isEmpty();
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
                .containsExactly(
                        "YELLOW " + firstDue + " 第1期整改进展报告 pt-clerk,pt-secretary",
                        "RED " + firstDue + " 第1期整改进展报告 pt-clerk,pt-secretary",
                        "SUPERVISORS " + firstDue + " 第1期整改进展报告 supervisors");
        assertThat(of(Kind.THEMATIC_MEETING, "%/v1")).isNotEmpty().allSatisfy(row -> assertThat(row)
                .contains("第1村党支部（演示）巡察整改专题组织生活会"));
        assertThat(begun).isBefore(firstDue);
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
