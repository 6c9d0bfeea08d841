package org.rectification.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.finding.SampleFinding.DUE;
import static org.rectification.finding.SampleFinding.TODAY;
import static org.rectification.finding.SampleFinding.ofTown;
import static org.rectification.finding.SampleFinding.ofVillage;
import static org.rectification.finding.SampleFinding.reported;
import static org.rectification.finding.SampleFinding.result;
import static org.rectification.finding.SampleFinding.routing;
import static org.rectification.finding.SampleFinding.underVerification;
import static org.rectification.finding.SampleFinding.verified;
import static org.rectification.finding.SampleFinding.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.finding.ReportedResult.Horizon;
import org.rectification.finding.ReportedResult.Measure;
import org.rectification.refusal.Refusal;

class FindingTest {

    private static final Instant NOW = Instant.parse("2026-04-01T01:00:00Z");

    @Test
    void walksTheMainLineToStrikeOff() {
        var finding = ofVillage();
        finding.plan();
        assertThat(finding.state()).isEqualTo(FindingState.PLANNED);
        finding.freeze(LocalDate.of(2026, 5, 20));
        assertThat(finding.state()).isEqualTo(FindingState.IN_PROGRESS);
        assertThat(finding.dueOn()).isEqualTo(LocalDate.of(2026, 5, 20));
        reported(finding);
        assertThat(finding.state()).isEqualTo(FindingState.LEADER_REVIEW);
        finding.accept("leader");
        assertThat(finding.state()).isEqualTo(FindingState.VERIFICATION);
        verify(finding, "verifier", Verdict.DONE);
        finding.verification().strikeOff(NOW, Set.of());
        assertThat(finding.state()).isEqualTo(FindingState.STRUCK_OFF);
    }

    @Test
    @DisplayName("S24: work may begin before the plan line exists; planning then changes nothing")
    void planningNeverMovesWorkBack() {
        var finding = reported(ofVillage());
        finding.plan();
        assertThat(finding.state()).isEqualTo(FindingState.LEADER_REVIEW);
        finding.freeze(DUE);
        assertThat(finding.state()).isEqualTo(FindingState.LEADER_REVIEW);
    }

    @Test
    void refusesAnIllegalMoveNamingTheState() {
        assertRefused(() -> verify(ofVillage(), "verifier", Verdict.DONE), "问题当前状态为“已建账”，不能核验。");
        assertRefused(() -> ofVillage().accept("leader"), "问题当前状态为“已建账”，不能审核。");
        assertRefused(() -> reported(ofVillage()).report("doer", null, result()), "问题当前状态为“待责任领导审核”，不能报告整改结果。");
        assertRefused(() -> ofVillage().verification().strikeOff(NOW, Set.of()), "问题当前状态为“已建账”，不能销号。");
        assertRefused(() -> ofVillage().verification().registerLongTerm(), "问题当前状态为“已建账”，不能转为长期坚持。");
        assertRefused(() -> underVerification(ofVillage()).route(routing(false)), "问题当前状态为“待核验”，不能确定核验单位。");
    }

    @Test
    @DisplayName("S22: without the issued plan nothing is struck off")
    void strikeOffNeedsTheBaseline() {
        assertRefused(() -> verified(ofVillage()).verification().strikeOff(NOW, Set.of()), "整改方案尚未印发，不能销号。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"doer", "leader"})
    @DisplayName("S22: neither doer nor reviewer verifies")
    void whoHadAHandInItNeverVerifies(String person) {
        assertRefused(
                () -> verify(underVerification(ofVillage()), person, Verdict.DONE),
                "问题的责任人和整改结果的办理人、审核人、代填人不能核验同一问题，请由其他有权人员核验。");
    }

    @Test
    void whoFilledInForAnotherNeverVerifiesOrReviews() {
        var finding = ofVillage();
        finding.report("张三", "contact", result());
        finding.route(new Routing("R4", List.of("leader", "contact"), "township-discipline", false, "NONE"));
        finding.accept("leader");
        assertRefused(() -> finding.accept("contact"), "不能审核本人办理或代填的整改结果。");

        var other = ofVillage();
        other.report("张三", "contact", result());
        other.route(routing(false));
        other.accept("leader");
        assertRefused(() -> verify(other, "contact", Verdict.DONE), "问题的责任人和整改结果的办理人、审核人、代填人不能核验同一问题，请由其他有权人员核验。");
    }

    @Test
    void aSubstituteOfTheDoerNeverVerifies() {
        var finding = underVerification(ofVillage());
        assertRefused(
                () -> finding.verification()
                        .verify("substitute", Verdict.DONE, "已核验。", null, TODAY, Set.of("substitute")),
                "责任人、办理人、审核人、代填人的代行职责人员不能核验同一问题，请由其他有权人员核验。");
    }

    @Test
    void aSubstituteAppointedAfterTheVerdictStopsTheStrikeOff() {
        var finding = ofVillage();
        finding.freeze(DUE);
        verified(finding);
        assertRefused(
                () -> finding.verification().strikeOff(NOW, Set.of("verifier")),
                "责任人、办理人、审核人、代填人的代行职责人员不能核验同一问题，请由其他有权人员核验。");
    }

    @Test
    void onlyTheNamedReviewerReviewsAndOnlyOnce() {
        assertRefused(() -> reported(ofVillage()).accept("somebody"), "您不是这个问题当前的审核人。");
        var two = ofVillage();
        two.report("doer", null, result());
        two.route(new Routing("R3", List.of("leader", "portfolio"), "township-discipline", true, "ALL"));
        two.accept("leader");
        assertThat(two.state()).isEqualTo(FindingState.LEADER_REVIEW);
        assertRefused(() -> two.accept("leader"), "您不是这个问题当前的审核人。");
        two.accept("portfolio");
        assertThat(two.state()).isEqualTo(FindingState.VERIFICATION);
    }

    @ParameterizedTest
    @EnumSource(names = {"MOSTLY_DONE", "NOT_DONE", "FALSIFIED"})
    @DisplayName("R33: 基本完成 and 未完成 go back, counted, and keep their reason")
    void anythingShortOfDoneGoesBack(Verdict verdict) {
        var finding = underVerification(ofVillage());
        verify(finding, "verifier", verdict);
        assertThat(finding.state()).isEqualTo(FindingState.IN_PROGRESS);
        assertThat(finding.returns()).isEqualTo(1);
        assertThat(finding.life().returnReason).isEqualTo("已到现场核验。");
        finding.freeze(DUE);
        assertThat(finding.awaitsStrikeOff()).isFalse();
    }

    @Test
    void aReturnNeedsAReason() {
        assertRefused(() -> reported(ofVillage()).sendBack("leader", " "), "请写明理由（1至1000字）。");
    }

    @Test
    @DisplayName("S15: accountability of subordinates alone never rectifies a township finding")
    void accountabilityOfSubordinatesIsNoRectification() {
        var only = result(new Measure("批评两名下属", Horizon.NOW, true));
        assertRefused(() -> ofTown().report("doer", null, only), "镇级问题不能以简单问责下级代替本级整改，请补充本级整改措施。");
        var village = ofVillage();
        village.report("doer", null, only);
        assertThat(village.state()).isEqualTo(FindingState.LEADER_REVIEW);
        var both = ofTown();
        both.report(
                "doer",
                null,
                result(new Measure("批评两名下属", Horizon.NOW, true), new Measure("退还占用场地", Horizon.NOW, false)));
        assertThat(both.state()).isEqualTo(FindingState.LEADER_REVIEW);
    }

    @Test
    @DisplayName(
            "S15: what the words plainly say counts like what is ticked, for what was reported as for what is planned")
    void accountabilityByItsWordsIsNoRectificationEither() {
        for (var words : List.of("对两名村干部批评教育", "约谈分管负责人，责令作出书面检查", "提醒谈话并扣发绩效")) {
            assertRefused(
                    () -> ofTown().report("doer", null, result(new Measure(words, Horizon.NOW, false))),
                    "镇级问题不能以简单问责下级代替本级整改，请补充本级整改措施。");
        }
        var more = ofTown();
        more.report("doer", null, result(new Measure("约谈分管负责人，退还占用场地", Horizon.NOW, false)));
        assertThat(more.state()).isEqualTo(FindingState.LEADER_REVIEW);
    }

    @Test
    @DisplayName(
            "S22, S26: a plan that asks for more than was done opens a verdict that waits for it, and blames nobody")
    void aVerdictThatWaitsForThePlanIsOpenedAgain() {
        var finding = underVerification(ofVillage());
        assertRefused(() -> finding.verification().resume("“修订制度”"), "问题当前状态为“待核验”，不能继续整改。");
        verify(finding, "verifier", Verdict.DONE);
        finding.verification().resume("“修订制度”");
        assertThat(finding.state()).isEqualTo(FindingState.IN_PROGRESS);
        assertThat(finding.returns()).isZero();
        assertThat(finding.life().verifiedBy).isNull();
        assertThat(finding.life().returnReason).isEqualTo("方案中尚未报告完成的措施：“修订制度”。");
        reported(finding);
        assertThat(finding.life().hands()).as("a new attempt washes no hands").contains("doer", "leader");
    }

    @Test
    @DisplayName("S15: the verdict asks again, whatever way the result got in")
    void theVerdictAsksAgain() {
        var finding = underVerification(ofTown());
        finding.life().result = result(new Measure("批评两名下属", Horizon.NOW, true));
        assertRefused(() -> verify(finding, "verifier", Verdict.DONE), "镇级问题不能以简单问责下级代替本级整改，请补充本级整改措施。");
    }

    @Test
    void namesEveryGapOfAReportAtOnce() {
        assertThatThrownBy(() -> ofVillage().report("doer", null, new ReportedResult("", null, null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::field)
                        .containsExactly("result", "measures"));
        assertThatThrownBy(() -> ofVillage().report("doer", null, result(new Measure("公示", null, false))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::field)
                        .containsExactly("measures[0].text"));
    }

    @Test
    void aConfirmerIsAnotherPersonThanTheVerifier() {
        var finding = ofVillage();
        finding.freeze(DUE);
        finding.report("doer", null, result());
        finding.route(routing(true));
        finding.accept("leader");
        verify(finding, "verifier", Verdict.DONE);
        assertThat(finding.awaitsStrikeOff()).isFalse();
        assertRefused(() -> finding.verification().strikeOff(NOW, Set.of()), "问题当前状态为“待核验”，不能销号。");
        assertRefused(() -> finding.verification().confirm("verifier", true, "同意", Set.of()), "核验人不能确认本人的核验结果。");
        assertRefused(
                () -> finding.verification().confirm("doer", true, "同意", Set.of()),
                "问题的责任人和整改结果的办理人、审核人、代填人不能核验同一问题，请由其他有权人员核验。");
        finding.verification().confirm("room", true, "同意", Set.of());
        finding.verification().strikeOff(NOW, Set.of());
        assertThat(finding.state()).isEqualTo(FindingState.STRUCK_OFF);
    }

    @Test
    void aVerdictThatIsNotConfirmedGoesBack() {
        var finding = ofVillage();
        finding.report("doer", null, result());
        finding.route(routing(true));
        finding.accept("leader");
        verify(finding, "verifier", Verdict.DONE);
        finding.verification().confirm("room", false, "照片与现场不符", Set.of());
        assertThat(finding.state()).isEqualTo(FindingState.IN_PROGRESS);
        assertThat(finding.verdict()).contains(Verdict.NOT_DONE);
        assertThat(finding.returns()).isEqualTo(1);
    }

    @Test
    @DisplayName("S26: long term needs a correction that is done, a review date and the inspection office's consent")
    void longTermNeedsConsent() {
        var finding = underVerification(ofVillage());
        assertRefused(
                () -> finding.verification().verify("verifier", Verdict.LONG_TERM, "已核验", TODAY, TODAY, Set.of()),
                "转为长期坚持的，必须填写今天以后的下次复查日期。");
        verify(finding, "verifier", Verdict.LONG_TERM);
        assertRefused(() -> finding.verification().registerLongTerm(), "问题当前状态为“待核验”，不能转为长期坚持。");
        assertRefused(() -> finding.verification().strikeOff(NOW, Set.of()), "问题当前状态为“待核验”，不能销号。");
        finding.verification().consent("office", true, "同意", Set.of());
        finding.verification().registerLongTerm();
        assertThat(finding.state()).isEqualTo(FindingState.LONG_TERM);

        var lastingOnly = ofVillage();
        lastingOnly.report("doer", null, result(new Measure("修订制度", Horizon.LASTING, false)));
        lastingOnly.route(routing(false));
        lastingOnly.accept("leader");
        assertRefused(() -> verify(lastingOnly, "verifier", Verdict.LONG_TERM), "当下改措施全部完成并核验后，才能转为长期坚持。");
    }

    @Test
    void withoutConsentAnotherVerdictIsAsked() {
        var finding = underVerification(ofVillage());
        verify(finding, "verifier", Verdict.LONG_TERM);
        finding.verification().consent("office", false, "现在就能完成", Set.of());
        assertThat(finding.state()).isEqualTo(FindingState.VERIFICATION);
        verify(finding, "verifier", Verdict.DONE);
        assertThat(finding.awaitsStrikeOff()).isTrue();
    }

    @Test
    void continuesUnderANewDateAndComesBackAsContinued() {
        var finding = ofVillage();
        var today = DUE.plusDays(1);
        assertRefused(() -> finding.continueUntil(today, today), "新的完成时限必须晚于今天和原时限。");
        finding.continueUntil(DUE.plusMonths(3), today);
        assertThat(finding.state()).isEqualTo(FindingState.CONTINUED);
        assertThat(finding.originalDueOn()).isEqualTo(DUE);
        finding.freeze(DUE);
        assertThat(finding.dueOn())
                .as("a plan issued later does not take the granted date back")
                .isEqualTo(DUE.plusMonths(3));
        reported(finding).sendBack("leader", "未到位");
        assertThat(finding.state()).isEqualTo(FindingState.CONTINUED);
    }

    @Test
    void whatIsUnderReviewStaysThereWhenItsDatePasses() {
        var finding = reported(ofVillage());
        finding.continueUntil(DUE.plusMonths(1), DUE.plusDays(1));
        assertThat(finding.state()).isEqualTo(FindingState.LEADER_REVIEW);
        finding.sendBack("leader", "未到位");
        assertThat(finding.state()).isEqualTo(FindingState.CONTINUED);
        assertRefused(
                () -> verified(ofVillage()).continueUntil(DUE.plusMonths(1), DUE.plusDays(1)),
                "问题当前状态为“待核验”，不能转为持续整改。");
    }

    @Test
    @DisplayName("S13: owners change only with a reason, and a reviewer who has not spoken follows")
    void reassigningNeedsAReason() {
        var finding = reported(ofVillage());
        var owners = new Owners("leader2", "上坡村党支部", "doer2");
        assertRefused(() -> finding.assign(owners, ""), "请写明理由（1至1000字）。");
        finding.assign(owners, "分工调整");
        assertRefused(() -> finding.accept("leader"), "您不是这个问题当前的审核人。");
        finding.accept("leader2");
        assertThat(finding.state()).isEqualTo(FindingState.VERIFICATION);
        finding.freeze(DUE);
        verify(finding, "verifier", Verdict.DONE);
        finding.verification().strikeOff(NOW, Set.of());
        assertRefused(() -> finding.assign(owners, "分工调整"), "问题当前状态为“已销号”，不能调整责任人。");
    }

    private static void assertRefused(ThrowingCallable move, String sentence) {
        assertThatThrownBy(move).isInstanceOf(Refusal.class).hasMessage(sentence);
    }
}
