package org.rectification.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.period.PeriodCase.CLERK;
import static org.rectification.period.PeriodCase.SECRETARY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.hearing.Conclusion;
import org.rectification.hearing.Hearing;
import org.rectification.hearing.HearingBody;
import org.rectification.hearing.HearingEntry;
import org.rectification.hearing.HearingOpinions;
import org.rectification.hearing.Hearings;
import org.rectification.hearing.InvitationEntry;
import org.rectification.hearing.OpinionEntry;
import org.rectification.meeting.StudyEntry;
import org.rectification.meeting.StudyMeetings;
import org.rectification.period.PeriodCase;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.round.Missing;
import org.rectification.support.Clause;
import org.rectification.support.FlowCoverage;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RectificationTest
@Import({PeriodCase.class, FlowCoverage.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Clause({"S44", "S46"})
class SignOffProcessTest {

    private static final String DRAFT = "userTask_draftFinalReports";
    private static final String DELIBERATE = "userTask_deliberateReports";
    private static final String SIGN = "userTask_signTruthfulness";
    private static final String ACKNOWLEDGE = "userTask_acknowledgeReports";

    @Autowired
    private PeriodCase period;

    @Autowired
    private StudyMeetings studies;

    @Autowired
    private Signatures signatures;

    @Autowired
    private FinalReports reports;

    @Autowired
    private DeliveryReceipts receipts;

    @Autowired
    private SignOffArchivingCheck archiving;

    @Autowired
    private InspectedOrganisations organisations;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void signedReportsAreSealedAndDeliveredToBothRecipients() {
        var key = readyToSign();
        var instance = toSignature(key);
        assertThat(archiving.missing(key)).extracting(Missing::item).contains("两份整改报告的签字背书");
        assertThat(period.variable(period.task(key, SIGN), "view").toString())
                .contains("未完成4个")
                .contains("问题2");

        period.complete(SECRETARY, key, SIGN, PeriodCase.signature());

        var signature = signatures.latest(key).orElseThrow();
        assertThat(signature.signedBy()).isEqualTo(SECRETARY);
        assertThat(signature.statement()).isEqualTo(TruthfulnessStatement.TEXT);
        assertThat(signature.unfinished()).isEqualTo(4);
        assertThat(organisations.get(key).has(Milestone.SIGNED)).isTrue();
        assertThat(signatures.verify(key)).isEqualTo(new SealCheck(true, List.of()));
        assertThat(archiving.missing(key))
                .extracting(Missing::item)
                .containsExactly("市纪委监委对两份整改报告的签收", "市委组织部对两份整改报告的签收");
        assertThat(period.variable(period.tasks(key, ACKNOWLEDGE).get(0), "view")
                        .toString())
                .contains(signature.contentHash().substring(0, 16));
        period.acknowledgeBoth(key, ACKNOWLEDGE, period.delivery());

        assertThat(archiving.missing(key)).isEmpty();
        assertThat(period.ended(instance)).isTrue();
    }

    @Test
    @Clause("S27")
    void whatTheSecretarySignsForNamesSelfFoundFindingsTooAndCountsThemApart() {
        var key = readyToSign();
        toSignature(key);
        jdbc.sql(
                        """
                        update rectification.finding set generalised_from = (select max(id) from rectification.finding
                                where round_id = :round and organisation_id = :organisation)
                         where id = (select min(id) from rectification.finding where round_id = :round
                                and organisation_id = :organisation and state not in ('STRUCK_OFF', 'LONG_TERM'))""")
                .param("round", key.roundId())
                .param("organisation", key.organisationId())
                .update();

        period.complete(SECRETARY, key, SIGN, PeriodCase.signature());

        assertThat(reports.content(key, reports.edition(key)).unfinished()).hasSize(4);
        assertThat(signatures.latest(key).orElseThrow().unfinished())
                .as("of what the inspection found")
                .isEqualTo(3);
        assertThat(signatures.verify(key)).isEqualTo(new SealCheck(true, List.of()));
    }

    @Test
    void returnedReportsAreDraftedAndDeliberatedAgain() {
        var key = readyToSign();
        toSignature(key);

        period.complete(SECRETARY, key, SIGN, "{\"decision\":\"RETURN\",\"reason\":\"成效没有写实。\"}");

        assertThat(signatures.latest(key)).isEmpty();
        assertThat(period.tasks(key, SIGN)).isEmpty();
        assertThat(period.variable(period.task(key, DRAFT), "entry").toString()).contains("召开3次党委会");
        period.complete(CLERK, key, DRAFT, PeriodCase.finalReports(false));
        assertThat(reports.content(key, reports.edition(key)).deliberatedOn()).isNull();
        period.complete(CLERK, key, DELIBERATE, period.deliberation());
        period.complete(SECRETARY, key, SIGN, PeriodCase.signature());

        assertThat(signatures.latest(key).orElseThrow().edition()).isEqualTo(1);
    }

    @Test
    void onlyTheSecretaryInPersonSignsWithTheConfirmedStatementAndTheOwnName() {
        var key = readyToSign();
        toSignature(key);

        assertThatThrownBy(() -> signatures.decide(
                        "admin", key, new SignatureEntry("SIGN", null, true, PeriodCase.SECRETARY_NAME)))
                .hasMessageContaining("书记本人");
        assertThatThrownBy(() -> signatures.decide(
                        CLERK, key, new SignatureEntry("SIGN", null, true, PeriodCase.SECRETARY_NAME)))
                .isInstanceOf(Refusal.class);
        assertThat(period.refused(SECRETARY, key, SIGN, "{\"decision\":\"SIGN\",\"signerName\":\"别人\"}"))
                .extracting(Refusal.Violation::field)
                .containsExactly("confirmed", "signerName");
        assertThat(period.refused(SECRETARY, key, SIGN, "{}"))
                .extracting(Refusal.Violation::field)
                .containsExactly("decision");

        assertThat(signatures.latest(key)).isEmpty();
        assertThat(organisations.get(key).has(Milestone.SIGNED)).isFalse();
    }

    @Test
    void nobodySignsWhileAThematicMeetingIsMissingWithoutAReason() {
        var key = period.open("reg-2017", period.today(), period.today().plusMonths(2));
        period.start("signOff", key);
        draftAndDeliberate(key);

        assertThat(period.refused(SECRETARY, key, SIGN, PeriodCase.signature()))
                .extracting(Refusal.Violation::message)
                .singleElement()
                .asString()
                .contains("3场专题会议", "溪口镇党委（演示）巡察整改专题民主生活会、第1村党支部（演示）巡察整改专题组织生活会、第2村党支部");
        assertThat(signatures.latest(key)).isEmpty();
    }

    @Test
    @Clause({"S29", "S37"})
    void theClerkReadsWhatReportACanTellAndWhichMeetingsAreMissingByName() {
        var key = period.open("reg-2017", period.today(), period.today().plusMonths(2));
        period.start("signOff", key);
        assertThat(period.variable(period.task(key, DRAFT), "view").toString())
                .contains("提示：反馈以来没有登记过传达学习、党委会研究或领导小组会")
                .contains("签字前还须办结", "第2村党支部（演示）巡察整改专题组织生活会");
        assertThat(period.variable(period.task(key, DRAFT), "entry").toString()).doesNotContain("deployment");

        var other = period.open("reg-2017", period.today(), period.today().plusMonths(2));
        studies.record(
                CLERK, other, new StudyEntry("COMMITTEE", period.today(), "研究整改方案", "周书记", 9, null, null, null, null));
        period.recordMeetings(other);
        period.start("signOff", other);
        assertThat(period.variable(period.task(other, DRAFT), "view").toString())
                .contains("反馈以来共组织学习部署1次：传达学习0次、党委会研究1次、领导小组会0次。")
                .doesNotContain("签字前还须办结");
        assertThat(period.variable(period.task(other, DRAFT), "entry").toString())
                .contains("党委会研究：")
                .contains("周书记主持，9人参加：研究整改方案");
    }

    /** Whatever the register holds stands in the draft, each kind together, by day, corrections in the place of what was wrong. */
    @Test
    @Clause({"S29", "S44"})
    void theRegisterOfStudyAndDeploymentIsWhatReportABeginsWith() {
        var feedback = period.today();
        var key = period.open("reg-2017", feedback, feedback.plusMonths(2));
        period.walkTo(feedback.plusDays(20));
        study(key, "LEADING_GROUP", feedback.plusDays(12), "调度村级整改", 8);
        study(key, "STUDY", feedback.plusDays(9), "学习巡察工作条例", 40);
        var wrong = study(key, "COMMITTEE", feedback.plusDays(5), "研究方案", 9);
        study(key, "STUDY", feedback.plusDays(1), "传达反馈会精神", 46);
        var mistaken = study(key, "COMMITTEE", feedback.plusDays(7), "不曾召开", 3);
        studies.correct(
                CLERK,
                wrong,
                new StudyEntry("COMMITTEE", feedback.plusDays(4), "研究整改方案", "周书记", 11, null, null, "日期有误。", null));
        studies.correct(
                CLERK,
                mistaken,
                new StudyEntry("COMMITTEE", feedback.plusDays(7), "不曾召开", "周书记", 3, null, null, "误登。", true));
        period.start("signOff", key);

        assertThat(deployment(key))
                .isEqualTo(
                        """
                        反馈以来共组织学习部署4次：传达学习2次、党委会研究1次、领导小组会1次。
                        传达学习：
                        %s，周书记主持，46人参加：传达反馈会精神
                        %s，周书记主持，40人参加：学习巡察工作条例
                        党委会研究：
                        %s，周书记主持，11人参加：研究整改方案
                        领导小组会：
                        %s，周书记主持，8人参加：调度村级整改"""
                                .formatted(
                                        chinese(feedback.plusDays(1)),
                                        chinese(feedback.plusDays(9)),
                                        chinese(feedback.plusDays(4)),
                                        chinese(feedback.plusDays(12))));
    }

    private String study(CaseKey key, String kind, LocalDate day, String topic, int attendance) {
        return studies.record(CLERK, key, new StudyEntry(kind, day, topic, "周书记", attendance, null, null, null, null));
    }

    private String deployment(CaseKey key) {
        var entry = org.camunda.spin.Spin.JSON(
                period.variable(period.task(key, DRAFT), "entry").toString());
        return entry.prop("a").prop("deployment").stringValue();
    }

    private static String chinese(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    @Test
    void nobodySignsBeforeTheHearing() {
        var key = period.open("speech-2020");
        meetings(key);
        period.start("signOff", key);
        draftAndDeliberate(key);

        assertThat(period.refused(SECRETARY, key, SIGN, PeriodCase.signature()))
                .extracting(Refusal.Violation::message)
                .singleElement()
                .asString()
                .contains("集中听取整改进展情况");
        assertThat(signatures.latest(key)).isEmpty();
    }

    @Test
    void theReportsMustSayWhatBecameOfEachGapOfTheHearing(
            @Autowired Hearings hearings, @Autowired HearingOpinions opinions) {
        var key = period.open("speech-2020");
        period.start("signOff", key);
        var planned = hearings.computedDay(key);
        hearings.invite(
                CLERK,
                key,
                new InvitationEntry(planned, "会议室", List.of("DISCIPLINE", "ORGANISATION", "INSPECTION_OFFICE"), null));
        period.walkTo(planned);
        opinions.give(PeriodCase.OFFICE, key, HearingBody.INSPECTION_OFFICE, new OpinionEntry("一", null, null, null));
        opinions.give(PeriodCase.DISCIPLINE, key, HearingBody.DISCIPLINE, new OpinionEntry("二", null, null, null));
        opinions.give(PeriodCase.CADRE, key, HearingBody.ORGANISATION, new OpinionEntry("三", null, null, null));
        hearings.record(
                PeriodCase.OFFICE,
                key,
                new HearingEntry(
                        period.today(),
                        "纪要1号",
                        period.paper(key),
                        Conclusion.YELLOW,
                        List.of(),
                        List.of(new HearingEntry.Gap(
                                "台账滞后",
                                HearingEntry.Gap.FOLLOW_UP,
                                CLERK,
                                period.today().plusDays(5),
                                null))));
        assertThat(hearings.get(key)).extracting(Hearing::minutesNumber).isEqualTo("纪要1号");

        assertThat(period.refused(CLERK, key, DRAFT, PeriodCase.finalReports(false)))
                .extracting(Refusal.Violation::field)
                .containsExactly("followUps[1]");
        period.complete(CLERK, key, DRAFT, PeriodCase.finalReports(true));

        assertThat(hearings.followUps(key)).singleElement().satisfies(gap -> assertThat(gap.outcome())
                .isEqualTo("已补齐。"));
    }

    @Test
    void aLaterChangeOfTheLedgerShowsThatTheSignatureNoLongerMatches() {
        var key = signed();

        period.strikeOffAll(key);

        var check = signatures.verify(key);
        assertThat(check.intact()).isTrue();
        assertThat(check.matches()).isFalse();
        assertThat(check.differences())
                .singleElement()
                .asString()
                .contains("签字时已销号0个")
                .contains("现已销号4个");
    }

    @Test
    void aReportChangedBehindOurBackShowsThatTheSignatureNoLongerMatches() {
        var key = signed();
        assertThatThrownBy(() -> rewriteReportB(key)).isInstanceOf(DataAccessException.class);

        jdbc.sql("alter table rectification.final_report disable trigger sealed_report_final")
                .update();
        try {
            rewriteReportB(key);
        } finally {
            jdbc.sql("alter table rectification.final_report enable trigger sealed_report_final")
                    .update();
        }

        assertThat(signatures.verify(key).differences()).containsExactly("整改报告的内容与签字时不一致。");
    }

    @Test
    void aForgedSignatureIsRefusedByTheDatabaseAndDetectedByItsHash() {
        var key = signed();
        assertThatThrownBy(() -> forgeSignature(key)).isInstanceOf(DataAccessException.class);

        jdbc.sql("alter table rectification.signature disable trigger signature_final")
                .update();
        try {
            forgeSignature(key);
        } finally {
            jdbc.sql("alter table rectification.signature enable trigger signature_final")
                    .update();
        }

        assertThat(signatures.verify(key).intact()).isFalse();
    }

    @Test
    void reportsReturnedAfterTheSignatureAreSignedAgainAsANewEdition() {
        var key = signed();
        var first = signatures.latest(key).orElseThrow();

        toSignature(key);
        period.complete(SECRETARY, key, SIGN, PeriodCase.signature());

        var second = signatures.latest(key).orElseThrow();
        assertThat(second.edition()).isEqualTo(2);
        assertThat(second.contentHash()).isNotEqualTo(first.contentHash());
        assertThat(receipts.outstanding(key)).hasSize(2);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowOfTheModelWasWalked(@Autowired FlowCoverage coverage) {
        assertThat(coverage.missedIn("bpmn/sign-off.bpmn")).isEmpty();
    }

    private CaseKey readyToSign() {
        var key = period.open("reg-2017", period.today(), period.today().plusMonths(2));
        meetings(key);
        return key;
    }

    private CaseKey signed() {
        var key = readyToSign();
        toSignature(key);
        period.complete(SECRETARY, key, SIGN, PeriodCase.signature());
        period.acknowledgeBoth(key, ACKNOWLEDGE, period.delivery());
        return key;
    }

    private String toSignature(CaseKey key) {
        var instance = period.start("signOff", key);
        draftAndDeliberate(key);
        return instance;
    }

    private void draftAndDeliberate(CaseKey key) {
        period.complete(CLERK, key, DRAFT, PeriodCase.finalReports(false));
        period.complete(CLERK, key, DELIBERATE, period.deliberation());
    }

    private void meetings(CaseKey key) {
        period.recordMeetings(key);
    }

    private void rewriteReportB(CaseKey key) {
        jdbc.sql(
                        """
                        update rectification.final_report set sections = '{"overview":"全部完成。"}'
                         where round_id = ? and kind = 'B'""")
                .param(key.roundId())
                .update();
    }

    private void forgeSignature(CaseKey key) {
        jdbc.sql("update rectification.signature set content = replace(content, '成效。', '全部完成。') where round_id = ?")
                .param(key.roundId())
                .update();
    }
}
