package org.rectification.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {

    private final Profiles profiles = Profiles.packaged();

    @ParameterizedTest
    @CsvSource({
        "speech-2020, 反馈会口径, 15个工作日, 3个月, ROLLING, HALF_MONTH_ROLLING, 五人小组, 3, 2",
        "reg-2017, 2017条例口径, 15个工作日, 2个月, NONE, NONE, 五人小组, 3, 1",
        "reg-2024, 2024条例口径, 1个月, 6个月, NONE, MONTHLY, 书记专题会, 5, 1"
    })
    void profilesDifferWhereTheRulesDo(
            String id,
            String name,
            String planDue,
            String period,
            Profile.JointHearing hearing,
            Profile.ProgressRhythm reports,
            String secondHearing,
            int reviewers,
            int recipients) {
        Profile profile = profiles.get(id);

        assertThat(profile.name()).isEqualTo(name);
        assertThat(profile.planDue().value().label()).isEqualTo(planDue);
        assertThat(profile.period().value().label()).isEqualTo(period);
        assertThat(profile.jointHearing().value()).isEqualTo(hearing);
        assertThat(profile.progressReports().value()).isEqualTo(reports);
        assertThat(profile.secondHearingLabel().value()).isEqualTo(secondHearing);
        assertThat(profile.planReviewers().value()).hasSize(reviewers);
        assertThat(profile.finalReportRecipients().value()).hasSize(recipients);
    }

    @Test
    void profilesAgreeOnLadderRevisitsGradesAndAreas() {
        assertThat(profiles.all()).extracting(Profile::id).containsExactly("reg-2017", "reg-2024", "speech-2020");
        assertThat(profiles.all()).allSatisfy(profile -> {
            assertThat(profile.ladder().value()).isEqualTo(new WarningLadder(20, 10, 0, 7, 15));
            assertThat(profile.revisits().value()).extracting(Span::label).containsExactly("90天", "12个月");
            assertThat(profile.evaluationGrades().value()).containsExactly("好", "较好", "一般", "差");
            assertThat(profile.areas().value())
                    .extracting(CodedLabel::code)
                    .containsExactly("PARTY_LINE", "CONDUCT", "ORGANISATION", "CARRY_OVER");
        });
    }

    @Test
    void everythingButSeenTextIsShownAsALocalDefault() {
        Profile speech = profiles.get("speech-2020");

        assertThat(speech.progressReports().source()).isEqualTo("S45（期间每半个月报送；半个月取15天；有原文依据）");
        assertThat(speech.evaluationDue().source()).startsWith("R28（").contains("本地默认");
        assertThat(Certainty.values())
                .allSatisfy(certainty ->
                        assertThat(certainty.label().startsWith("本地默认")).isEqualTo(certainty.isLocalDefault()));
    }

    @Test
    void unknownProfileIsSaidToBeUnknown() {
        assertThat(profiles.find("speech-2021")).isEmpty();
        assertThat(profiles.find(null)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profiles.get("speech-2021"))
                .withMessageContaining("speech-2021")
                .withMessageContaining("reg-2024");
    }

    @ParameterizedTest
    @CsvSource({
        "planDue:, planDeu:, planDeu", // misspelt
        "unit: WORKING_DAYS, unit: WORKDAYS, WORKDAYS",
        "amount: 15, amount: 0, 1 to 1000",
        "certainty: A_LOCAL, certainty: SURE, SURE",
        "rule: R20, rule: X20, X20",
        "green: 20, green: 5, green > yellow",
        "id: speech-2020, id: other, named after the id other"
    })
    void faultyFileIsRefusedWithItsNameAndReason(String from, String to, String reason) throws IOException {
        String yaml = speechFile();
        assertThat(yaml).contains(from);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(yaml.replace(from, to)))
                .withMessageContaining("speech-2020.yaml")
                .withMessageContaining(reason);
    }

    @Test
    void missingOrEmptyParameterIsRefused() throws IOException {
        String withoutLadder = speechFile().replaceAll("(?s)ladder:.*?\n\n", "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(withoutLadder))
                .withMessageContaining("ladder is missing");

        String withoutBasis = speechFile().replaceAll("  basis: 三色预警.*\n", "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(withoutBasis))
                .withMessageContaining("needs value, certainty and basis");

        assertThatIllegalArgumentException().isThrownBy(() -> read("")).withMessageContaining("empty");
    }

    private static Profile read(String yaml) {
        return Profiles.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "speech-2020.yaml");
    }

    private static String speechFile() throws IOException {
        try (var yaml = ProfilesTest.class.getResourceAsStream("/deadline/profiles/speech-2020.yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
