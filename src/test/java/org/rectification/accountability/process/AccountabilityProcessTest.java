package org.rectification.accountability.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.period.PeriodCase.CADRE;
import static org.rectification.period.PeriodCase.CLERK;
import static org.rectification.period.PeriodCase.DISCIPLINE;
import static org.rectification.period.PeriodCase.OFFICE;
import static org.rectification.period.PeriodCase.SECRETARY;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectification.accountability.AccountabilityForm;
import org.rectification.accountability.Basis;
import org.rectification.accountability.ConsiderationEntry;
import org.rectification.accountability.ConsiderationEntry.Choice;
import org.rectification.accountability.FindingTriggers;
import org.rectification.accountability.MatterState;
import org.rectification.accountability.Matters;
import org.rectification.accountability.OutcomeEntry;
import org.rectification.accountability.Raised;
import org.rectification.accountability.ReferralEntry;
import org.rectification.accountability.Severity;
import org.rectification.accountability.StatementEntry;
import org.rectification.accountability.Trigger;
import org.rectification.engine.gate.StartAnswer;
import org.rectification.finding.Findings;
import org.rectification.period.PeriodCase;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.support.Clause;
import org.rectification.support.FlowCoverage;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RectificationTest
@Clause({"S43", "S47", "S49"})
@Import({PeriodCase.class, FlowCoverage.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountabilityProcessTest {

    private static final String CONSIDER = "userTask_considerSuggestion";
    private static final String EXPLAIN = "userTask_explainDelay";
    private static final String REFER = "userTask_referCase";
    private static final String OUTCOME = "userTask_recordOutcome";
    private static final String TAKE_UP = "{\"decision\":\"TAKE_UP\"}";

    @Autowired
    private PeriodCase period;

    @Autowired
    private Findings findings;

    @Autowired
    private FindingTriggers triggers;

    @Autowired
    private Matters matters;

    @Autowired
    private AccountabilityStartDoor door;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aSuggestionTakenUpIsExplainedReferredAndItsOutcomeRecorded() {
        var key = open();
        var raised = raise(firstFinding(key), Trigger.OVERDUE);
        assertThat(view(key, CONSIDER)).contains("到期未完成").contains("整改不力").contains("失职");
        period.complete(DISCIPLINE, key, CONSIDER, TAKE_UP);
        period.complete(SECRETARY, key, EXPLAIN, "{\"personConcerned\":\"赵副镇长\",\"text\":\"征地手续未办结。\"}");
        assertThat(view(key, REFER)).contains("赵副镇长").contains("征地手续未办结。");
        period.complete(DISCIPLINE, key, REFER, referral());
        assertThat(view(key, OUTCOME)).contains("《中国共产党问责条例》").contains("镇党委监督不到位。");
        period.complete(DISCIPLINE, key, OUTCOME, outcome("\"CADRE_ADMONITION\",\"CADRE_CIRCULAR\""));

        assertThat(matters.get(raised.suggestionId()).state()).isEqualTo(MatterState.CONCLUDED);
        assertThat(matters.outcome(raised.suggestionId()).forms())
                .containsExactly(AccountabilityForm.CADRE_ADMONITION, AccountabilityForm.CADRE_CIRCULAR);
        assertThat(matters.referral(raised.suggestionId()).basis())
                .containsExactly(Basis.ACCOUNTABILITY, Basis.INTRA_PARTY_SUPERVISION);
        assertThat(period.ended(raised.processInstanceId())).isTrue();
        assertThat(events(key))
                .containsExactly(
                        "ACCOUNTABILITY_SUGGESTED",
                        "ACCOUNTABILITY_TAKEN_UP",
                        "ACCOUNTABILITY_EXPLAINED",
                        "ACCOUNTABILITY_REFERRED",
                        "ACCOUNTABILITY_CONCLUDED");
    }

    @Test
    void aDismissedSuggestionEndsWithItsReasonAndNoCase() {
        var key = open();
        var raised = raise(firstFinding(key), Trigger.OVERDUE);
        assertThat(fields(period.refused(DISCIPLINE, key, CONSIDER, "{\"decision\":\"DISMISS\"}")))
                .containsExactly("reason");
        assertThat(fields(period.refused(DISCIPLINE, key, CONSIDER, "{}"))).containsExactly("decision");
        period.complete(DISCIPLINE, key, CONSIDER, "{\"decision\":\"DISMISS\",\"reason\":\"汛期道路中断，属客观原因。\"}");

        var matter = matters.get(raised.suggestionId());
        assertThat(matter.state()).isEqualTo(MatterState.DISMISSED);
        assertThat(matter.dismissalReason()).contains("汛期");
        assertThat(period.tasks(key, EXPLAIN)).isEmpty();
        assertThat(period.ended(raised.processInstanceId())).isTrue();
    }

    @Test
    void theSameOccasionIsOneSuggestionAndANewDueDayAnother() {
        var key = open();
        var finding = firstFinding(key);
        var first = raise(finding, Trigger.OVERDUE);
        assertThat(raise(finding, Trigger.OVERDUE)).isEqualTo(first);
        assertThat(period.tasks(key, CONSIDER)).hasSize(1);

        jdbc.sql("update rectification.finding set due_on = due_on + 30 where id = ?")
                .param(finding)
                .update();
        assertThat(raise(finding, Trigger.OVERDUE).suggestionId()).isNotEqualTo(first.suggestionId());
        assertThat(period.tasks(key, CONSIDER)).hasSize(2);
    }

    @Test
    void twoWatchersAtTheSameMomentMakeOneSuggestion() throws Exception {
        var key = open();
        var finding = firstFinding(key);
        var together = new CountDownLatch(2);
        var both = Executors.newFixedThreadPool(2);
        try {
            Callable<Raised> watcher = () -> {
                together.countDown();
                together.await();
                return triggers.suggest("system", finding, Trigger.RETURNED_REPEATEDLY);
            };
            var raised = both.invokeAll(List.of(watcher, watcher));
            assertThat(raised.get(0).get()).isEqualTo(raised.get(1).get());
        } finally {
            both.shutdownNow();
        }
        period.executeDue();
        assertThat(period.tasks(key, CONSIDER)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "OVERDUE, 0, IN_PROGRESS, NEGLECT, 到期未完成",
        "OVERDUE, 0, VERIFICATION, DERELICTION, 到期未完成",
        "OVERDUE, 1, IN_PROGRESS, DERELICTION, 到期未完成",
        "RETURNED_REPEATEDLY, 3, IN_PROGRESS, DERELICTION, 已被退回3次",
        "FALSIFIED, 1, IN_PROGRESS, DERELICTION, 弄虚作假"
    })
    void theAdviceFollowsWhatHappenedToTheFinding(
            Trigger trigger, int returns, String state, Severity severity, String facts) {
        var key = open();
        var finding = firstFinding(key);
        jdbc.sql("update rectification.finding set returns = ?, state = ? where id = ?")
                .params(returns, state, finding)
                .update();
        var matter = matters.get(raise(finding, trigger).suggestionId());

        assertThat(matter.severity()).isEqualTo(severity);
        assertThat(matter.suggestion().facts()).contains(facts);
    }

    @Test
    void onlyDisciplineSupervisionDecidesRefersAndRecords() {
        var key = open();
        var raised = raise(firstFinding(key), Trigger.OVERDUE);
        assertThatThrownBy(() -> period.complete(OFFICE, key, CONSIDER, TAKE_UP))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() ->
                        matters.consider(OFFICE, raised.suggestionId(), new ConsiderationEntry(Choice.TAKE_UP, null)))
                .hasMessageContaining("纪检监察室");
        period.complete(DISCIPLINE, key, CONSIDER, TAKE_UP);
        assertThatThrownBy(() -> matters.explain(CLERK, raised.suggestionId(), new StatementEntry(null, "说明。")))
                .hasMessageContaining("党委书记");
        assertThatThrownBy(() -> matters.refer(DISCIPLINE, raised.suggestionId(), entryOfReferral()))
                .hasMessageContaining("已采纳");
        period.complete(SECRETARY, key, EXPLAIN, "{\"text\":\"说明。\"}");
        assertThatThrownBy(() -> matters.refer(SECRETARY, raised.suggestionId(), entryOfReferral()))
                .hasMessageContaining("纪检监察室");
        period.complete(DISCIPLINE, key, REFER, referral());

        assertThatThrownBy(() -> matters.conclude(
                        CADRE,
                        raised.suggestionId(),
                        new OutcomeEntry("1号", period.today(), List.of(AccountabilityForm.NONE))))
                .isInstanceOf(Refusal.class);
        assertThat(matters.get(raised.suggestionId()).state()).isEqualTo(MatterState.REFERRED);
        assertThat(matters.statement(raised.suggestionId()).personConcerned()).isNull();
    }

    @Test
    void anIncompleteReferralOrOutcomeLeavesTheTaskOpen() {
        var key = open();
        raise(firstFinding(key), Trigger.OVERDUE);
        period.complete(DISCIPLINE, key, CONSIDER, TAKE_UP);
        assertThat(fields(period.refused(SECRETARY, key, EXPLAIN, "{}"))).containsExactly("text");
        assertThat(fields(period.refused(SECRETARY, key, EXPLAIN, "{\"text\":\"说\\u0000明\"}")))
                .containsExactly("text");
        period.complete(SECRETARY, key, EXPLAIN, "{\"personConcerned\":\" \",\"text\":\"说明。\"}");
        assertThat(fields(period.refused(DISCIPLINE, key, REFER, "{\"basis\":[]}")))
                .containsExactly("referredTo", "facts", "basis");
        period.complete(DISCIPLINE, key, REFER, referral());
        assertThat(fields(period.refused(DISCIPLINE, key, OUTCOME, "{}")))
                .containsExactly("documentNumber", "decidedOn", "forms");
        assertThat(fields(period.refused(DISCIPLINE, key, OUTCOME, outcome("\"NONE\",\"CADRE_CIRCULAR\""))))
                .containsExactly("forms");
        assertThat(fields(period.refused(
                        DISCIPLINE,
                        key,
                        OUTCOME,
                        outcome("\"NONE\"")
                                .replace(
                                        period.today().toString(),
                                        period.today().plusDays(1).toString()))))
                .containsExactly("decidedOn");
        assertThat(fields(period.refused(DISCIPLINE, key, OUTCOME, "{\"caseFile\":\"材料\"}")))
                .containsExactly("caseFile");
        period.complete(DISCIPLINE, key, OUTCOME, outcome("\"NONE\""));
        assertThat(period.tasks(key, OUTCOME)).isEmpty();
    }

    @Test
    void aSupervisorSuggestsByHandOnceHoweverOftenTheFormIsSent() {
        var key = open();
        var entry = byHand(key, "\"v1\"", "\"1\"");
        var first = start(OFFICE, entry);
        assertThat(first.status()).isEqualTo(200);
        assertThat(start(OFFICE, entry)).isEqualTo(first);
        period.executeDue();

        assertThat(period.tasks(key, CONSIDER)).hasSize(1);
        assertThat(view(key, CONSIDER)).contains("敷衍整改").contains("台账照抄上年内容。");
        period.complete(DISCIPLINE, key, CONSIDER, TAKE_UP);
        assertThat(period.tasks(key, EXPLAIN)).hasSize(1);
    }

    @Test
    void aSuggestionMayConcernTheRectificationAsAWhole() {
        var key = open();
        assertThat(start(DISCIPLINE, byHand(key, "null", "null")).status()).isEqualTo(200);
        period.executeDue();
        assertThat(view(key, CONSIDER)).contains("整改工作总体");
    }

    @Test
    void aStartByHandIsRefusedForTheTownshipAndForWhatDoesNotExist() {
        var key = open();
        assertThat(start(SECRETARY, byHand(key, "null", "null")).status()).isEqualTo(403);
        assertThat(start(OFFICE, byHand(key, "\"v9\"", "\"1\""))).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("findingNumber");
        });
        assertThat(start(OFFICE, byHand(key, "\"v1\"", "null")).status()).isEqualTo(422);
        assertThat(start(OFFICE, byHand(key, "null", "null").replace("PERFUNCTORY", "OVERDUE"))
                        .body())
                .contains("trigger");
        assertThat(start(OFFICE, byHand(key, "null", "null").replace("第一批次", "第九批次"))
                        .body())
                .contains("organisation");
        assertThat(start(OFFICE, "{\"caseFile\":\"材料\"}").status()).isEqualTo(400);
        assertThat(start(OFFICE, "{").status()).isEqualTo(400);
        assertThat(door.start(Map.of(), null, OFFICE, Locale.SIMPLIFIED_CHINESE).status())
                .isEqualTo(400);
        assertThat(door.start(Map.of("entry", "{}"), "第1号", OFFICE, Locale.SIMPLIFIED_CHINESE)
                        .status())
                .isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from rectification.suggestion where round_id = ?")
                        .param(key.roundId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowOfTheModelWasWalked(@Autowired FlowCoverage coverage) {
        assertThat(coverage.missedIn("bpmn/accountability.bpmn")).isEmpty();
    }

    private CaseKey open() {
        return period.open("speech-2020");
    }

    private String firstFinding(CaseKey key) {
        return findings.idsOf(key.roundId(), key.organisationId()).get(0);
    }

    private Raised raise(String findingId, Trigger trigger) {
        var raised = triggers.suggest("system", findingId, trigger);
        period.executeDue();
        return raised;
    }

    private StartAnswer start(String person, String entry) {
        return door.start(Map.of("entry", entry), null, person, Locale.SIMPLIFIED_CHINESE);
    }

    private String view(CaseKey key, String task) {
        return period.variable(period.task(key, task), "view").toString();
    }

    private List<String> events(CaseKey key) {
        return jdbc.sql(
                        "select kind from rectification.event where round_id = ? and kind like 'ACCOUNTABILITY%' order by id")
                .param(key.roundId())
                .query(String.class)
                .list();
    }

    private static String byHand(CaseKey key, String village, String number) {
        return """
               {"roundNumber":"%s","batch":"第一批次","organisation":"溪口镇党委（演示）","village":%s,"findingNumber":%s,
                "trigger":"PERFUNCTORY","facts":"台账照抄上年内容。"}"""
                .formatted(key.roundId(), village, number);
    }

    private static String referral() {
        return """
               {"referredTo":"市纪委监委","facts":"镇党委监督不到位。","basis":["ACCOUNTABILITY","INTRA_PARTY_SUPERVISION"]}""";
    }

    private static ReferralEntry entryOfReferral() {
        return new ReferralEntry("市纪委监委", "事实", List.of(Basis.DISCIPLINE));
    }

    private String outcome(String forms) {
        return "{\"documentNumber\":\"市纪〔2026〕12号\",\"decidedOn\":\"%s\",\"forms\":[%s]}"
                .formatted(period.today(), forms);
    }

    private static List<String> fields(List<Refusal.Violation> violations) {
        return violations.stream().map(Refusal.Violation::field).toList();
    }
}
