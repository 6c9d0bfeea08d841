package org.rectification.closure.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.period.PeriodCase.CLERK;
import static org.rectification.period.PeriodCase.OFFICE;
import static org.rectification.period.PeriodCase.SECRETARY;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.closure.CircularEntry;
import org.rectification.closure.Decision;
import org.rectification.closure.EvaluationEntry;
import org.rectification.closure.Evaluations;
import org.rectification.closure.Grade;
import org.rectification.closure.PublicTextEntry;
import org.rectification.closure.Publications;
import org.rectification.closure.ReportReview;
import org.rectification.closure.ReportReviews;
import org.rectification.closure.ReviewBody;
import org.rectification.closure.ReviewEntry;
import org.rectification.closure.TextApprovalEntry;
import org.rectification.finding.Findings;
import org.rectification.period.PeriodCase;
import org.rectification.refusal.Refusal;
import org.rectification.round.Archiving;
import org.rectification.round.CaseDates;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.round.Missing;
import org.rectification.signoff.Signatures;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.FlowCoverage;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RectificationTest
@Clause("S44")
@Import({PeriodCase.class, FlowCoverage.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClosureProcessTest {

    private static final String REVIEW = "userTask_reviewReports";
    private static final String CIRCULATE = "userTask_circulateInside";
    private static final String DRAFT_TEXT = "userTask_draftPublicText";
    private static final String APPROVE_TEXT = "userTask_approvePublicText";
    private static final String PUBLISH = "userTask_publishResult";
    private static final String EVALUATE = "userTask_evaluateRectification";

    @Autowired
    private PeriodCase period;

    @Autowired
    private InspectedOrganisations organisations;

    @Autowired
    private Findings findings;

    @Autowired
    private CaseDates dates;

    @Autowired
    private Signatures signatures;

    @Autowired
    private ReportReviews reviews;

    @Autowired
    private Publications publications;

    @Autowired
    private Archiving archiving;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theResultIsPublishedAndGradedWhileFindingsAreStillOpen() {
        var key = signed();
        var instance = period.start("closure", key);
        assertThat(view(key, REVIEW)).contains("召开3次党委会。").contains("成效。");
        period.complete(OFFICE, key, REVIEW, review("ACCEPT", null));
        period.complete(CLERK, key, CIRCULATE, circular());
        period.complete(CLERK, key, DRAFT_TEXT, "{\"text\":\"整改情况通报全文。\"}");
        assertThat(view(key, APPROVE_TEXT)).contains("整改情况通报全文。");
        period.complete(OFFICE, key, APPROVE_TEXT, "{\"decision\":\"ACCEPT\"}");
        assertThat(organisations.get(key).has(Milestone.PUBLISHED)).isFalse();
        period.complete(CLERK, key, PUBLISH, publication());

        assertThat(organisations.get(key).has(Milestone.PUBLISHED)).isTrue();
        assertThat(findings.counts(key.roundId(), key.organisationId()).unsettled())
                .isEqualTo(4);
        assertThat(keptText(key)).isEqualTo("整改情况通报全文。");
        assertThat(period.task(key, EVALUATE).getDueDate())
                .isEqualTo(dates.evaluationDue(key.roundId(), key.organisationId()));
        period.complete(OFFICE, key, EVALUATE, evaluation(84, 0));

        var evaluation = evaluations.find(key).orElseThrow();
        assertThat(evaluation.grade()).isEqualTo(Grade.FAIRLY_GOOD);
        assertThat(evaluation.countedScore()).isEqualTo(84);
        assertThat(organisations.get(key).has(Milestone.EVALUATED)).isTrue();
        assertThat(period.ended(instance)).isTrue();
    }

    @Test
    @Feature(46)
    @Clause("S44")
    void whateverIsMissingKeepsTheArchiveClosedAndIsListedWithWhereToSettleIt() {
        var key = period.open("speech-2020");
        period.start("periodSupervision", key);
        period.walkTo(period.today().plusDays(16));
        var missing = archiving.missing(key);
        assertThat(missing)
                .extracting(Missing::item)
                .contains(
                        "整改方案印发",
                        "集中听取整改进展情况",
                        "真实性签字背书",
                        "党委书记签收反馈意见",
                        "领导班子和各村（居）签收反馈意见",
                        "镇本级第1条“问题1”的销号，现为“已建账”",
                        "镇本级第2条“问题2”的销号，现为“已建账”",
                        "第1村党支部（演示）第1条“问题1”的销号，现为“已建账”",
                        "第2村党支部（演示）第1条“问题1”的销号，现为“已建账”",
                        "第1期整改进展报告",
                        "市纪委监委对两份整改报告的签收",
                        "两份整改报告的联合审核",
                        "党内通报",
                        "社会公开",
                        "整改成效评估")
                .anyMatch(item -> item.contains("生活会"))
                .doesNotHaveDuplicates();
        assertThat(missing).extracting(Missing::where).allMatch(where -> where.contains("待办"));
        assertThatThrownBy(() -> archiving.confirm(key, new Archiving.ArchiveEntry("归档〔2026〕9号", null), OFFICE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.violations())
                        .hasSameSizeAs(missing)
                        .extracting(Refusal.Violation::message)
                        .contains("不能归档，缺少：党内通报（整改办的待办“登记党内通报”）。"));

        period.strikeOffAll(key);
        assertThat(archiving.missing(key)).extracting(Missing::item).noneMatch(item -> item.contains("的销号，现为"));
    }

    @Test
    void returnedReportsAreSignedAnewBeforeTheyAreReviewedAgain() {
        var key = signed();
        period.start("closure", key);
        assertThat(fields(period.refused(OFFICE, key, REVIEW, review("RETURN", null))))
                .containsExactly("reason");
        period.complete(OFFICE, key, REVIEW, review("RETURN", "两项整改成效没有佐证。"));

        assertThat(period.tasks(key, REVIEW)).isEmpty();
        assertThatThrownBy(() -> reviews.review(OFFICE, key, accepted())).hasMessageContaining("尚未签字背书");
        signOff(key);

        assertThat(signatures.latest(key).orElseThrow().edition()).isEqualTo(2);
        assertThat(view(key, REVIEW)).contains("两项整改成效没有佐证。");
        period.complete(OFFICE, key, REVIEW, review("ACCEPT", null));
        assertThat(reviews.all(key)).extracting(ReportReview::accepted).containsExactly(false, true);
        assertThat(period.tasks(key, CIRCULATE)).hasSize(1);
    }

    @Test
    void aReturnedPublicTextComesBackToTheClerkWithTheReason() {
        var key = circulated();
        period.complete(CLERK, key, DRAFT_TEXT, "{\"text\":\"初稿。\"}");
        assertThat(fields(period.refused(OFFICE, key, APPROVE_TEXT, "{\"decision\":\"RETURN\"}")))
                .containsExactly("reason");
        assertThat(fields(period.refused(OFFICE, key, APPROVE_TEXT, "{}"))).containsExactly("decision");
        period.complete(OFFICE, key, APPROVE_TEXT, "{\"decision\":\"RETURN\",\"reason\":\"数字不一致。\"}");

        assertThat(view(key, DRAFT_TEXT)).contains("数字不一致。");
        assertThat(period.variable(period.task(key, DRAFT_TEXT), "entry").toString())
                .contains("初稿。");
        period.complete(CLERK, key, DRAFT_TEXT, "{\"text\":\"修改稿。\"}");
        assertThat(period.tasks(key, PUBLISH)).isEmpty();
        period.complete(OFFICE, key, APPROVE_TEXT, "{\"decision\":\"ACCEPT\"}");
        period.complete(CLERK, key, PUBLISH, publication());

        assertThat(keptText(key)).isEqualTo("修改稿。");
        assertThat(publications.find(key).orElseThrow().returns()).isEqualTo(1);
    }

    @Test
    void fiveContradictionsLeaveTheLowestGradeAndNoPoints() {
        var key = published();
        assertThat(fields(period.refused(OFFICE, key, EVALUATE, evaluation(101, 0))))
                .containsExactly("score");
        period.complete(OFFICE, key, EVALUATE, evaluation(96, 5));

        var evaluation = evaluations.find(key).orElseThrow();
        assertThat(evaluation.grade()).isEqualTo(Grade.POOR);
        assertThat(evaluation.score()).isEqualTo(96);
        assertThat(evaluation.countedScore()).isZero();
        assertThatThrownBy(() -> evaluations.evaluate(OFFICE, key, new EvaluationEntry(90, 0, "再评一次")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void nobodyActsForTheInspectionOfficeOrAheadOfTheStepBefore() {
        var key = signed();
        period.start("closure", key);
        assertThatThrownBy(() -> period.complete(CLERK, key, REVIEW, review("ACCEPT", null)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> reviews.review(CLERK, key, accepted())).hasMessageContaining("巡察办");
        assertThatThrownBy(() -> publications.circulate(CLERK, key, new CircularEntry("1", period.today(), "镇村干部")))
                .hasMessageContaining("尚未审核通过");
        assertThatThrownBy(() -> publications.propose(CLERK, key, new PublicTextEntry("全文")))
                .hasMessageContaining("尚未登记党内通报");
        assertThatThrownBy(() -> publications.decide(SECRETARY, key, new TextApprovalEntry(Decision.ACCEPT, null)))
                .hasMessageContaining("巡察办");
        assertThatThrownBy(() -> evaluations.evaluate(OFFICE, key, new EvaluationEntry(90, 0, "提前评估")))
                .hasMessageContaining("尚未通报和公开");
        assertThat(organisations.get(key).has(Milestone.PUBLISHED)).isFalse();
    }

    @Test
    void whatWasPublishedCannotBeChangedInTheDatabaseEither() {
        var key = published();
        assertThatThrownBy(() -> jdbc.sql(
                                "update rectification.publication set published_text = 'x', draft_text = 'x' where round_id = ?")
                        .param(key.roundId())
                        .update())
                .hasStackTraceContaining("is final");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowOfTheModelWasWalked(@Autowired FlowCoverage coverage) {
        assertThat(coverage.missedIn("bpmn/closure.bpmn")).isEmpty();
    }

    /** A case of a profile without hearing, its reports signed and delivered, its four findings open. */
    private CaseKey signed() {
        var key = period.open("reg-2017", period.today(), period.today().plusMonths(2));
        period.recordMeetings(key);
        period.start("signOff", key);
        signOff(key);
        return key;
    }

    private CaseKey circulated() {
        var key = signed();
        period.start("closure", key);
        period.complete(OFFICE, key, REVIEW, review("ACCEPT", null));
        period.complete(CLERK, key, CIRCULATE, circular());
        return key;
    }

    private CaseKey published() {
        var key = circulated();
        period.complete(CLERK, key, DRAFT_TEXT, "{\"text\":\"全文。\"}");
        period.complete(OFFICE, key, APPROVE_TEXT, "{\"decision\":\"ACCEPT\"}");
        period.complete(CLERK, key, PUBLISH, publication());
        return key;
    }

    private void signOff(CaseKey key) {
        period.complete(CLERK, key, "userTask_draftFinalReports", PeriodCase.finalReports(false));
        period.complete(CLERK, key, "userTask_deliberateReports", period.deliberation());
        period.complete(SECRETARY, key, "userTask_signTruthfulness", PeriodCase.signature());
        period.acknowledgeBoth(key, "userTask_acknowledgeReports", period.delivery());
    }

    private String view(CaseKey key, String task) {
        return period.variable(period.task(key, task), "view").toString();
    }

    private String keptText(CaseKey key) {
        return jdbc.sql("select published_text from rectification.publication where round_id = ?")
                .param(key.roundId())
                .query(String.class)
                .single();
    }

    private String review(String decision, String reason) {
        return """
               {"reviewedOn":"%s","bodies":["DISCIPLINE_SUPERVISION","CADRE_SUPERVISION"],"decision":"%s","reason":%s}"""
                .formatted(period.today(), decision, reason == null ? "null" : "\"" + reason + "\"");
    }

    private ReviewEntry accepted() {
        return new ReviewEntry(period.today(), List.of(ReviewBody.CADRE_SUPERVISION), Decision.ACCEPT, null);
    }

    private String circular() {
        return "{\"number\":\"溪巡整〔2026〕3号\",\"circulatedOn\":\"%s\",\"scope\":\"镇村干部\"}".formatted(period.today());
    }

    private String publication() {
        return "{\"where\":\"镇公开栏\",\"from\":\"%s\",\"until\":\"%s\"}"
                .formatted(period.today(), period.today().plusDays(15));
    }

    private static String evaluation(int score, int contradictions) {
        return "{\"score\":%d,\"contradictions\":%d,\"reasons\":\"逐项核对。\"}".formatted(score, contradictions);
    }

    private static List<String> fields(List<Refusal.Violation> violations) {
        return violations.stream().map(Refusal.Violation::field).toList();
    }
}
