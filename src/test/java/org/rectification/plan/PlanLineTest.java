package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.refusal.Refusal.Violation;

class PlanLineTest {

    private static final Period PERIOD = new Period(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 6, 10));
    private static final Officer LEADER = new Officer("l", "张领导", Set.of("LEADERSHIP_MEMBER"));
    private static final Officer TOWN_PERSON = new Officer("p", "李干事", Set.of("RESPONSIBLE_PERSON"));
    private static final Officer VILLAGE_SECRETARY = new Officer("v", "王支书", Set.of("VILLAGE_SECRETARY@v1"));
    private static final Subject TOWN = new Subject("f1", "7", "公务用车管理不规范", null, null, "问题", "意见", false);
    private static final Subject VILLAGE = new Subject("f2", "1", "台账不实", "v1", "上坡村党支部", "问题", "", false);
    private static final Measure NOW = new Measure(Horizon.NOW, "清退公车私用费用并公示", null);
    private static final Measure LASTING = new Measure(Horizon.LASTING, "修订公务用车管理办法", null);

    /** A complete line of the township, to be spoilt one field at a time. */
    private static final class Draft {
        Subject subject = TOWN;
        Officer leader = LEADER;
        String branch = "党政办";
        Officer person = TOWN_PERSON;
        String rootCause = "制度意识淡薄";
        String similarCheck = "排查全镇车辆12台，未发现同类问题";
        Integer similarChecked = 12;
        Integer similarFound = 0;
        String goal = "公车使用登记率100%";
        LocalDate dueOn = LocalDate.of(2026, 5, 20);
        List<Measure> measures = List.of(NOW, LASTING);
        String noNowReason;
        String noLastingReason;
        String ownerReason;

        PlanLine line() {
            return new PlanLine(
                    subject,
                    leader,
                    branch,
                    person,
                    rootCause,
                    similarCheck,
                    similarChecked,
                    similarFound,
                    goal,
                    dueOn,
                    measures,
                    noNowReason,
                    noLastingReason,
                    ownerReason);
        }
    }

    private static List<String> fieldsOf(UnaryOperator<Draft> change) {
        return change.apply(new Draft()).line().violations(PERIOD).stream()
                .map(Violation::field)
                .toList();
    }

    @Test
    void completeLineHasNoViolation() {
        assertThat(fieldsOf(draft -> draft)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rootCause",
                "similarCheck",
                "similarChecked",
                "similarFound",
                "goal",
                "dueOn",
                "leader",
                "branch",
                "person",
                "measures"
            })
    void eachMandatoryFieldIsNamedWhenItIsMissing(String field) {
        assertThat(fieldsOf(draft -> {
                    switch (field) {
                        case "rootCause" -> draft.rootCause = " ";
                        case "similarCheck" -> draft.similarCheck = null;
                        case "similarChecked" -> draft.similarChecked = null;
                        case "similarFound" -> draft.similarFound = null;
                        case "goal" -> draft.goal = "";
                        case "dueOn" -> draft.dueOn = null;
                        case "leader" -> draft.leader = null;
                        case "branch" -> draft.branch = null;
                        case "person" -> draft.person = null;
                        default -> draft.measures = List.of();
                    }
                    return draft;
                }))
                .containsExactly(field);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThat(new PlanLine(TOWN, null, null, null, null, null, null, null, null, null, List.of(), null, null, null)
                        .violations(PERIOD))
                .extracting(Violation::field)
                .containsExactly(
                        "measures",
                        "goal",
                        "dueOn",
                        "leader",
                        "branch",
                        "person",
                        "rootCause",
                        "similarCheck",
                        "similarChecked",
                        "similarFound");
    }

    @Test
    void missingLastingMeasureNeedsAWrittenReason() {
        assertThat(fieldsOf(draft -> {
                    draft.measures = List.of(NOW);
                    return draft;
                }))
                .containsExactly("noLastingReason");
        assertThat(fieldsOf(draft -> {
                    draft.measures = List.of(NOW);
                    draft.noLastingReason = "个案，无制度漏洞";
                    return draft;
                }))
                .isEmpty();
    }

    @Test
    void missingMeasureNowNeedsAWrittenReason() {
        assertThat(fieldsOf(draft -> {
                    draft.measures = List.of(LASTING);
                    return draft;
                }))
                .containsExactly("noNowReason");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-10,false", "2026-03-11,true", "2026-06-10,true", "2026-06-11,false"})
    void limitLiesAfterFeedbackAndNotAfterCompletion(LocalDate dueOn, boolean accepted) {
        assertThat(fieldsOf(draft -> {
                    draft.dueOn = dueOn;
                    return draft;
                }))
                .isEqualTo(accepted ? List.of() : List.of("dueOn"));
    }

    @ParameterizedTest
    @CsvSource({"NOW,2026-06-10,true", "NOW,2026-06-11,false", "LASTING,2026-12-31,true", "LASTING,2026-03-10,false"})
    void onlyALastingMeasureMayEndAfterCompletion(Horizon horizon, LocalDate dueOn, boolean accepted) {
        assertThat(fieldsOf(draft -> {
                    draft.measures = List.of(NOW, LASTING, new Measure(horizon, "措施", dueOn));
                    return draft;
                }))
                .isEqualTo(accepted ? List.of() : List.of("measures[2].dueOn"));
    }

    @Test
    void townFindingMayNotFallToAVillagePersonWithoutAReason() {
        assertThat(fieldsOf(draft -> {
                    draft.person = VILLAGE_SECRETARY;
                    return draft;
                }))
                .containsExactly("ownerReason");
        assertThat(fieldsOf(draft -> {
                    draft.person = VILLAGE_SECRETARY;
                    draft.ownerReason = "该村承办";
                    return draft;
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "VILLAGE_SECRETARY@v1,true",
        "VILLAGE_CONTACT@v1,true",
        "VILLAGE_SECRETARY@v2,false",
        "RESPONSIBLE_PERSON,false"
    })
    void villageFindingBelongsToSomebodyOfThatVillage(String duty, boolean accepted) {
        assertThat(fieldsOf(draft -> {
                    draft.subject = VILLAGE;
                    draft.person = new Officer("x", "某人", Set.of(duty));
                    return draft;
                }))
                .isEqualTo(accepted ? List.of() : List.of("ownerReason"));
    }

    @Test
    void responsibleLeaderMustBelongToTheLeadership() {
        assertThat(fieldsOf(draft -> {
                    draft.leader = TOWN_PERSON;
                    return draft;
                }))
                .containsExactly("leader");
    }

    @Test
    void titleOfWhatIsAddressedToThePrincipalIsNotNamed() {
        assertThat(TOWN.label()).isEqualTo("镇本级第7号问题“公务用车管理不规范”");
        assertThat(new Subject("f", "3", "班子问题", null, null, "问题", "", true).label())
                .isEqualTo("镇本级第3号问题");
    }

    @Test
    void textOfSixThousandCharactersIsRefusedByName() {
        assertThat(fieldsOf(draft -> {
                    draft.goal = "长".repeat(6_000);
                    return draft;
                }))
                .containsExactly("goal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"对两名村干部批评教育并责令作出书面检查|false", "约谈分管负责人、通报批评|false", "对责任人批评教育，清退违规费用3.2万元|true", "清退公车私用费用并公示|true"
            })
    void holdingSubordinatesToAccountIsNoMeasureOfATownshipByItself(String text, boolean accepted) {
        assertThat(fieldsOf(draft -> {
                    draft.measures = List.of(new Measure(Horizon.NOW, text, null));
                    draft.noLastingReason = "个案，无制度漏洞";
                    return draft;
                }))
                .isEqualTo(accepted ? List.of() : List.of("measures"));
    }

    @Test
    void moreFoundThanCheckedIsRefused() {
        assertThat(fieldsOf(draft -> {
                    draft.similarFound = 13;
                    return draft;
                }))
                .containsExactly("similarFound");
    }

    @Test
    void measureKeepsItsIdentityWhereverItMovesAndIsKnownByItsWordsWithoutOne() {
        var first = new Measure("m1", Horizon.NOW, "清退", null, false, null);
        var second = new Measure("m2", Horizon.LASTING, "修订办法", null, false, null);
        assertThat(Measure.keepingIdentity(
                        List.of(first, second),
                        List.of(
                                new Measure(Horizon.LASTING, "修订办法", LocalDate.of(2026, 9, 1)),
                                new Measure("m1", Horizon.NOW, "清退并公示", null, false, null),
                                new Measure("m1", Horizon.NOW, "再来一次", null, false, null),
                                new Measure("foreign", Horizon.NOW, "别处的", null, false, null))))
                .extracting(Measure::id)
                .containsExactly("m2", "m1", null, null);
    }
}
