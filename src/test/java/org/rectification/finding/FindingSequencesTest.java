package org.rectification.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.finding.SampleFinding.DUE;
import static org.rectification.finding.SampleFinding.TODAY;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.rectification.refusal.Refusal;

/** Whatever anybody tries in whatever order, nothing is struck off that should not be. */
class FindingSequencesTest {

    private static final List<String> PEOPLE = List.of("doer", "leader", "contact", "verifier", "room", "substitute");
    private static final Set<String> STAND_INS = Set.of("substitute");

    enum Act {
        PLAN,
        FREEZE,
        REPORT,
        FILL_IN,
        ROUTE,
        ROUTE_CONFIRMED,
        ACCEPT,
        SEND_BACK,
        DONE,
        MOSTLY_DONE,
        LONG_TERM,
        FALSIFIED,
        CONFIRM,
        CONSENT,
        REFUSE_CONSENT,
        CONTINUE,
        LONG_TERM_LIST,
        STRIKE_OFF
    }

    record Step(Act act, String person) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        // Mostly the next step of the main line, so that sequences get far; the rest is anything by anybody.
        var anything = net.jqwik.api.Combinators.combine(Arbitraries.of(Act.class), Arbitraries.of(PEOPLE))
                .as(Step::new);
        var mainLine = Arbitraries.of(
                new Step(Act.FREEZE, "leader"),
                new Step(Act.REPORT, "doer"),
                new Step(Act.ROUTE, "room"),
                new Step(Act.ACCEPT, "leader"),
                new Step(Act.DONE, "verifier"),
                new Step(Act.STRIKE_OFF, "room"));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(2, mainLine), net.jqwik.api.Tuple.of(1, anything))
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
    void noSequenceStrikesOffWithoutPlanVerdictAndIndependentVerifier(@ForAll("steps") List<Step> steps) {
        var finding = SampleFinding.ofVillage();
        boolean struckOff = false;
        boolean frozen = false;
        for (var step : steps) {
            try {
                apply(finding, step);
                frozen |= step.act() == Act.FREEZE;
            } catch (Refusal expected) {
                // A refusal is an answer, not a failure; the state is checked below all the same.
            }
            var life = finding.life();
            if (life.verifiedBy != null) {
                assertThat(life.hands()).doesNotContain(life.verifiedBy);
                assertThat(STAND_INS).doesNotContain(life.verifiedBy);
            }
            assertThat(struckOff && finding.state() != FindingState.STRUCK_OFF)
                    .as("a struck-off finding is never reopened")
                    .isFalse();
            struckOff = finding.state() == FindingState.STRUCK_OFF;
            if (struckOff) {
                assertThat(frozen).isTrue();
                assertThat(life.verdict).isEqualTo(Verdict.DONE);
                assertThat(life.verifiedBy).isNotNull();
                assertThat(!life.routing.confirmed() || life.confirmedBy != null)
                        .isTrue();
            }
            if (finding.state() == FindingState.LONG_TERM) {
                assertThat(life.consentedBy).isNotNull();
                assertThat(life.nextReviewOn).isAfter(TODAY);
            }
        }
    }

    private static void apply(Finding finding, Step step) {
        var who = step.person();
        var verification = finding.verification();
        switch (step.act()) {
            case PLAN -> finding.plan();
            case FREEZE -> finding.freeze(DUE);
            case REPORT -> finding.report(who, null, SampleFinding.result());
            case FILL_IN -> finding.report("张三", who, SampleFinding.result());
            case ROUTE -> finding.route(SampleFinding.routing(false));
            case ROUTE_CONFIRMED -> finding.route(SampleFinding.routing(true));
            case ACCEPT -> finding.accept(who);
            case SEND_BACK -> finding.sendBack(who, "未到位");
            case DONE -> verify(finding, who, Verdict.DONE);
            case MOSTLY_DONE -> verify(finding, who, Verdict.MOSTLY_DONE);
            case LONG_TERM -> verify(finding, who, Verdict.LONG_TERM);
            case FALSIFIED -> verify(finding, who, Verdict.FALSIFIED);
            case CONFIRM -> verification.confirm(who, true, "同意", STAND_INS);
            case CONSENT -> verification.consent(who, true, "同意", STAND_INS);
            case REFUSE_CONSENT -> verification.consent(who, false, "不同意", STAND_INS);
            case CONTINUE -> finding.continueUntil(finding.dueOn().plusDays(30), DUE.plusDays(1));
            case LONG_TERM_LIST -> verification.registerLongTerm();
            case STRIKE_OFF -> verification.strikeOff(Instant.parse("2026-06-20T00:00:00Z"), STAND_INS);
        }
    }

    private static void verify(Finding finding, String who, Verdict verdict) {
        finding.verification().verify(who, verdict, "已核验", TODAY.plusMonths(6), TODAY, STAND_INS);
    }
}
