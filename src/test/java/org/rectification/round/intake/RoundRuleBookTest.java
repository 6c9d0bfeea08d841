package org.rectification.round.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectification.deadline.DeadlineRules;
import org.rectification.privacy.PersonalDataRule;
import org.rectification.round.SampleRound;

/** Every rule of a start breaks alone, with the field and the rule named; and all at once. */
class RoundRuleBookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate FEEDBACK = LocalDate.of(2026, 3, 10);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RoundIntake intake = new RoundIntake(
            DeadlineRules.profiles(),
            DeadlineRules.calculator(),
            new TwoTownships(),
            Clock.fixed(TODAY.atTime(9, 0).atZone(ZONE).toInstant(), ZONE),
            PersonalDataRule.WARN);

    @Test
    void aRoundWithoutAMistakeIsAcceptedWithItsDefaults() {
        var checked = intake.check(SampleRound.small(FEEDBACK).text());

        assertThat(checked.problems()).isEmpty();
        var finding = checked.round().organisations().get(0).findings().get(0);
        assertThat(finding.title()).isEqualTo("集体资金使用公示不及时（1）");
        assertThat(finding.addressee()).isEqualTo(RoundRequest.Addressee.TEAM);
        assertThat(finding.topic()).isEqualTo(RoundRequest.Topic.OTHER);
        assertThat(finding.immediate()).isFalse();
        assertThat(checked.round().businessKey()).isEqualTo("第十三轮/第一批次/市委巡察一组");
    }

    @Test
    void everyFieldOfTheContractMayBeGiven() {
        var round = SampleRound.small(FEEDBACK);
        round.organisation(0)
                .put("completeBy", "2026-06-12")
                .put("feedbackNumber", "巡察〔2026〕3号")
                .put("inspectedFrom", "2026-01-06")
                .put("inspectedTo", "2026-02-12");
        round.finding(0, 0)
                .put("title", "公示不及时")
                .put("aspect", "集体三资")
                .put("area", "CARRY_OVER")
                .put("originDate", "2023-06-01")
                .put("originNumber", "审〔2023〕1号")
                .put("immediate", true)
                .put("immediateNoticeOn", "2026-02-03")
                .put("immediateNoticeNumber", "立〔2026〕1号")
                .put("immediateDueOn", "2026-03-20")
                .put("keyConcern", true)
                .put("addressee", "PRINCIPAL")
                .put("topic", "PETITION")
                .putArray("special")
                .add("IDEOLOGY")
                .add("CADRE_SELECTION");

        assertThat(intake.check(round.text()).problems()).isEmpty();
    }

    @Test
    void aVillageWithoutALoginIsAWarningOnly() {
        var round = SampleRound.header(FEEDBACK).with("qingxi-town", "清溪镇党委（演示）", 2, 1, 1);

        var checked = intake.check(round.text());

        assertThat(checked.isAccepted()).isTrue();
        assertThat(checked.warnings()).extracting(Problem::pointer).containsExactly("/organisations/0/villages/1");
        assertThat(RoundMessages.in(Locale.CHINA).sentence(checked.warnings().get(0)))
                .isEqualTo("村（居）名单：清溪镇党委（演示）的第2村党支部（演示）没有自己的登录账号，需由包村干部或整改办代填。");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("singleMistakes")
    void oneMistakeIsNamedByItsPointerAndRule(Consumer<SampleRound> mistake, String pointer, String rule) {
        var round = SampleRound.small(FEEDBACK);
        mistake.accept(round);

        var checked = intake.check(round.text());

        assertThat(checked.problems())
                .extracting(Problem::pointer, Problem::rule)
                .contains(of(pointer, rule));
        assertThat(checked.problems()).hasSizeLessThanOrEqualTo(2);
        assertThat(checked.round()).isNull();
    }

    static Stream<Arguments> singleMistakes() {
        return Stream.of(
                root(r -> r.remove("roundNumber"), "/roundNumber", "required"),
                root(r -> r.put("roundNumber", 13), "/roundNumber", "type.text"),
                root(r -> r.put("roundNumber", "  "), "/roundNumber", "blank"),
                root(r -> r.put("roundNumber", "轮".repeat(65)), "/roundNumber", "long"),
                root(r -> r.put("batch", "第\u0000批"), "/batch", "characters.line"),
                root(r -> r.put("batch", "第\n批"), "/batch", "characters.line"),
                root(r -> r.put("batch", "第\ud800批"), "/batch", "characters.line"),
                root(r -> r.put("inspectionTeam", "一\u202e组"), "/inspectionTeam", "characters.line"),
                root(r -> r.put("typo", 1), "/typo", "unknown"),
                root(r -> r.put("a/b~c", 1), "/a~1b~0c", "unknown"),
                root(r -> r.put("inspectedFrom", "2026-2-3"), "/inspectedFrom", "type.date"),
                root(r -> r.put("inspectedFrom", 20260203), "/inspectedFrom", "type.date"),
                root(r -> r.put("inspectedFrom", "2026-02-30"), "/inspectedFrom", "date.unknown"),
                root(r -> r.put("inspectedFrom", "1900-01-01"), "/inspectedFrom", "date.range"),
                root(r -> r.put("inspectedFrom", "2026-02-14"), "/inspectedTo", "date.before"),
                root(r -> r.put("inspectedTo", "2026-02-28"), "/leadingGroupHeardOn", "date.before"),
                root(r -> r.put("leadingGroupHeardOn", "2026-03-06"), "/fivePersonGroupHeardOn", "date.before"),
                root(r -> r.remove("leadingGroupHeardOn"), "/leadingGroupHeardOn", "required"),
                root(r -> r.remove("fivePersonGroupHeardOn"), "/fivePersonGroupHeardOn", "required"),
                root(r -> r.put("profile", "reg-1999"), "/profile", "profile.unknown"),
                root(r -> r.putArray("organisations"), "/organisations", "list.few"),
                root(r -> r.put("organisations", "qingxi-town"), "/organisations", "type.list"),
                root(r -> r.putArray("organisations").add(3), "/organisations/0", "type.object"),
                town(o -> o.put("code", "nowhere-town"), "/organisations/0/code", "organisation.unknown"),
                town(o -> o.put("code", "two-secretaries"), "/organisations/0/code", "organisation.secretary"),
                town(o -> o.put("code", "清溪镇"), "/organisations/0/code", "code"),
                town(o -> o.put("feedbackOn", "2026-03-04"), "/organisations/0/feedbackOn", "date.before"),
                town(o -> o.put("feedbackOn", "2026-05-02"), "/organisations/0/feedbackOn", "feedback.ahead"),
                town(o -> o.put("completeBy", "2026-03-10"), "/organisations/0/completeBy", "given"),
                town(o -> o.put("completeBy", "2026-05-07"), "/organisations/0/completeBy", "given"),
                town(o -> o.put("inspectedTo", "2026-02-28"), "/organisations/0/inspectedTo", "date.after"),
                town(o -> o.put("inspectedFrom", "2026-02-20"), "/organisations/0/inspectedTo", "date.before"),
                town(o -> o.put("feedbackNumber", ""), "/organisations/0/feedbackNumber", "blank"),
                town(o -> o.putArray("findings"), "/organisations/0/findings", "list.few"),
                town(o -> o.remove("findings"), "/organisations/0/findings", "list.few"),
                town(
                        o -> o.withArray("villages").addObject().setAll((ObjectNode) o.at("/villages/0")),
                        "/organisations/0/villages/1/code",
                        "repeated"),
                town(
                        o -> o.withArray("opinions").addObject().setAll((ObjectNode) o.at("/opinions/0")),
                        "/organisations/0/opinions/1/number",
                        "repeated"),
                town(
                        o -> ((ObjectNode) o.at("/opinions/0")).put("text", "意".repeat(2001)),
                        "/organisations/0/opinions/0/text",
                        "long"),
                town(
                        o -> ((ObjectNode) o.at("/villages/0")).put("inspection", "covered"),
                        "/organisations/0/villages/0/inspection",
                        "choice"),
                finding(f -> f.remove("number"), "number", "required"),
                finding(f -> f.remove("area"), "area", "required"),
                finding(f -> f.put("area", "PARTY"), "area", "choice"),
                finding(f -> f.put("area", "CARRY_OVER"), "originDate", "origin.needed"),
                finding(f -> f.put("originDate", "2026-03-11"), "originDate", "date.after"),
                finding(f -> f.remove("source"), "source", "required.choice"),
                finding(f -> f.put("source", 1), "source", "choice"),
                finding(f -> f.remove("level"), "level", "required.choice"),
                finding(f -> f.put("level", "COUNTY"), "level", "choice"),
                finding(f -> f.put("village", "qx-v1"), "village", "village.notForTown"),
                finding(f -> f.put("level", "VILLAGE"), "village", "village.needed"),
                finding(f -> f.put("level", "VILLAGE").put("village", "qx-v9"), "village", "village.unknown"),
                finding(f -> f.put("level", "VILLAGE").put("village", "qx-v1"), null, "number.repeated"),
                finding(f -> f.remove("problem"), "problem", "required"),
                finding(f -> f.put("problem", "问".repeat(4001)), "problem", "long"),
                finding(f -> f.put("problem", "有\u0000字符"), "problem", "characters.prose"),
                finding(f -> f.put("opinion", "意".repeat(4001)), "opinion", "long"),
                finding(f -> f.put("title", "题".repeat(41)), "title", "long"),
                finding(f -> f.put("aspect", "面".repeat(61)), "aspect", "long"),
                finding(f -> f.put("immediate", "true"), "immediate", "type.flag"),
                finding(f -> f.put("keyConcern", 1), "keyConcern", "type.flag"),
                finding(f -> f.put("immediateNoticeOn", "2026-02-03"), "immediateNoticeOn", "immediate.only"),
                finding(f -> f.put("immediateNoticeNumber", "一"), "immediateNoticeNumber", "immediate.only"),
                finding(f -> f.put("immediateDueOn", "2026-03-13"), "immediateDueOn", "immediate.only"),
                finding(
                        f -> f.put("immediate", true)
                                .put("immediateNoticeOn", "2026-02-03")
                                .put("immediateDueOn", "2026-02-02"),
                        "immediateDueOn",
                        "date.before"),
                finding(
                        f -> f.put("immediate", true).put("immediateNoticeOn", "2026-03-11"),
                        "immediateNoticeOn",
                        "date.after"),
                finding(f -> f.putArray("special").add("OTHER"), "special/0", "choice"),
                finding(f -> f.putArray("special").add("IDEOLOGY").add("IDEOLOGY"), "special", "list.repeated"),
                finding(f -> f.put("addressee", "EVERYBODY"), "addressee", "choice"),
                finding(f -> f.put("topic", true), "topic", "choice"));
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        var round = SampleRound.small(FEEDBACK);
        round.node().remove("batch");
        round.organisation(0).put("code", "nowhere-town");
        round.finding(0, 0).put("area", "X").put("surprise", true).remove("problem");
        round.finding(0, 1).put("village", "qx-v9");

        assertThat(intake.check(round.text()).problems())
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder(
                        "/batch",
                        "/organisations/0/code",
                        "/organisations/0/findings/0/area",
                        "/organisations/0/findings/0/surprise",
                        "/organisations/0/findings/0/problem",
                        "/organisations/0/findings/1/village");
    }

    @ParameterizedTest
    @MethodSource("textsThatAreNoRound")
    void textThatIsNoJsonObjectIsRefused(String text, String rule) {
        assertThat(intake.check(text).problems()).extracting(Problem::rule).contains(rule);
    }

    static Stream<Arguments> textsThatAreNoRound() {
        return Stream.of(
                Arguments.of("", "empty"),
                Arguments.of("  ", "empty"),
                Arguments.of("null", "type.object"),
                Arguments.of("[]", "type.object"),
                Arguments.of("\"round\"", "type.object"),
                Arguments.of("1e999999", "type.object"),
                Arguments.of("{", "syntax"),
                Arguments.of("{'a':1}", "syntax"),
                Arguments.of("{\"a\":NaN}", "syntax"),
                Arguments.of("{} {}", "trailing"),
                Arguments.of("{\"batch\":\"a\",\"batch\":\"b\"}", "duplicate"),
                Arguments.of("[".repeat(100_000), "tooDeep"),
                Arguments.of("{\"a\":" + "9".repeat(5_000) + "}", "tooMuch"),
                Arguments.of("{\"" + "n".repeat(5_000) + "\":1}", "tooMuch"),
                Arguments.of("[" + "0,".repeat(3_100_000) + "0]", "tooMuch"));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        var problems = intake.check("{\"batch\":\"第一批\"}".getBytes(StandardCharsets.UTF_16))
                .problems();

        assertThat(problems).extracting(Problem::rule).containsExactly("encoding");
    }

    @Test
    void aListOfMistakesWithoutEndIsCutAndSaysSo() {
        var round = SampleRound.small(FEEDBACK);
        var findings = round.organisation(0).putArray("findings");
        for (int count = 0; count < 2_500; count++) {
            findings.addObject();
        }

        var problems = intake.check(round.text()).problems();

        assertThat(problems).hasSize(Problems.MOST_LISTED + 1);
        assertThat(problems.get(problems.size() - 1).rule()).isEqualTo("more");
    }

    @Test
    void charactersAreCountedAsPeopleCountThem() {
        var round = SampleRound.small(FEEDBACK);
        round.finding(0, 0).put("title", "𠮷".repeat(40));

        assertThat(intake.check(round.text()).problems()).isEmpty();
    }

    @Test
    void sentencesNameFieldAndRuleInTheReadersLanguage() {
        var round = SampleRound.small(FEEDBACK);
        round.organisation(0).put("feedbackOn", "2026-03-04");
        var problem = intake.check(round.text()).problems().get(0);

        assertThat(RoundMessages.in(Locale.forLanguageTag("zh-CN")).sentence(problem))
                .isEqualTo("反馈日期：不得早于“五人小组”听取汇报日期（2026-03-05）。");
        assertThat(RoundMessages.in(Locale.UK).sentence(problem))
                .isEqualTo("feedbackOn: must not be before fivePersonGroupHeardOn (2026-03-05).");
        assertThat(RoundMessages.in(Locale.FRANCE).sentence(problem)).startsWith("反馈日期");
    }

    @Test
    void bothLanguagesHaveEverySentence() {
        var chinese = java.util.ResourceBundle.getBundle("org.rectification.round.intake.messages", Locale.ROOT);
        var english = java.util.ResourceBundle.getBundle("org.rectification.round.intake.messages", Locale.ENGLISH);

        for (var key : chinese.keySet()) {
            assertThat(english.getString(key)).as(key).isNotEqualTo(chinese.getString(key));
        }
    }

    private static org.assertj.core.groups.Tuple of(String pointer, String rule) {
        return org.assertj.core.groups.Tuple.tuple(pointer, rule);
    }

    private static Arguments root(Consumer<ObjectNode> mistake, String pointer, String rule) {
        return Arguments.of((Consumer<SampleRound>) round -> mistake.accept(round.node()), pointer, rule);
    }

    private static Arguments town(Consumer<ObjectNode> mistake, String pointer, String rule) {
        return Arguments.of((Consumer<SampleRound>) round -> mistake.accept(round.organisation(0)), pointer, rule);
    }

    /** A mistake in the first finding; without a field, one that shows at the second. */
    private static Arguments finding(Consumer<ObjectNode> mistake, String field, String rule) {
        return Arguments.of(
                (Consumer<SampleRound>) round -> mistake.accept(round.finding(0, 0)),
                "/organisations/0/findings/" + (field == null ? "1/number" : "0/" + field),
                rule);
    }

    /** Knows two townships, one of them with two Secretaries; only its first village can log in. */
    private static final class TwoTownships implements OrganisationDirectory {

        @Override
        public Map<String, Integer> secretaries(Collection<String> codes) {
            var known = new HashMap<>(Map.of("qingxi-town", 1, "two-secretaries", 2));
            known.keySet().retainAll(List.copyOf(codes));
            return known;
        }

        @Override
        public Set<String> villagesWithLogin(Collection<String> organisationCodes) {
            return Set.of("qingxi-town/qx-v1");
        }
    }
}
