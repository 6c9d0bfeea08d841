package org.rectification.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rectification.hearing.HearingEntry.Gap;
import org.rectification.refusal.Refusal;

class HearingTest {

    private static final LocalDate FEEDBACK = LocalDate.of(2026, 3, 10);
    private static final LocalDate COMPUTED = LocalDate.of(2026, 5, 8);
    private static final List<String> THREE = List.of("DISCIPLINE", "ORGANISATION", "INSPECTION_OFFICE");

    @Test
    void theInvitationNamesTheComputedDay() {
        var before = COMPUTED.minusDays(7);

        assertThatCode(() -> invite(COMPUTED, THREE, before)).doesNotThrowAnyException();
        assertThatCode(() -> invite(COMPUTED, THREE, COMPUTED)).doesNotThrowAnyException();
        assertThat(fields(() -> invite(COMPUTED.plusDays(1), THREE, before))).containsExactly("plannedOn");
        assertThat(fields(() -> invite(null, THREE, before))).containsExactly("plannedOn");
    }

    @Test
    void onceTheComputedDayIsOverAnyDayFromTodayMayBeNamed() {
        var late = COMPUTED.plusDays(1);

        assertThatCode(() -> invite(late, THREE, late)).doesNotThrowAnyException();
        assertThatCode(() -> invite(late.plusDays(9), THREE, late)).doesNotThrowAnyException();
        assertThat(fields(() -> invite(COMPUTED, THREE, late))).containsExactly("plannedOn");
    }

    @Test
    void exactlyThreeBodiesAreInvited() {
        var four = new ArrayList<>(THREE);
        four.add("DISCIPLINE");

        assertThat(fields(() -> invite(COMPUTED, THREE.subList(0, 2), COMPUTED)))
                .containsExactly("addressees");
        assertThat(fields(() -> invite(COMPUTED, four, COMPUTED))).containsExactly("addressees");
        assertThat(fields(() -> invite(COMPUTED, null, COMPUTED))).containsExactly("addressees");
    }

    @Test
    void everythingMissingFromTheRecordIsNamedAtOnce() {
        assertThat(fields(() -> Hearing.checkRecord(new HearingEntry(null, " ", null, null), FEEDBACK, COMPUTED)))
                .containsExactly(
                        "heldOn",
                        "minutesNumber",
                        "opinions.discipline",
                        "opinions.organisation",
                        "opinions.inspectionOffice");
    }

    @Test
    void aHearingLiesBetweenFeedbackAndToday() {
        assertThatCode(() -> record(FEEDBACK, List.of())).doesNotThrowAnyException();
        assertThatCode(() -> record(COMPUTED, List.of())).doesNotThrowAnyException();
        assertThat(fields(() -> record(FEEDBACK.minusDays(1), List.of()))).containsExactly("heldOn");
        assertThat(fields(() -> record(COMPUTED.plusDays(1), List.of()))).containsExactly("heldOn");
    }

    @Test
    void aGapIsFollowedUpUntilADayOrDeclinedWithAReason() {
        assertThatCode(() -> record(
                        COMPUTED,
                        List.of(
                                new Gap("滞后", Gap.FOLLOW_UP, COMPUTED, null),
                                new Gap("建议", Gap.DECLINED, null, "不在范围"))))
                .doesNotThrowAnyException();
        assertThat(fields(() -> record(
                        COMPUTED,
                        List.of(
                                new Gap("", Gap.FOLLOW_UP, COMPUTED.minusDays(1), null),
                                new Gap("建议", Gap.DECLINED, null, null),
                                new Gap("建议", null, null, null)))))
                .containsExactly("gaps[0].description", "gaps[0].dueOn", "gaps[1].reason", "gaps[2].disposition");
    }

    private static void invite(LocalDate planned, List<String> addressees, LocalDate today) {
        Hearing.checkInvitation(new InvitationEntry(planned, "会议室", addressees), COMPUTED, today);
    }

    private static void record(LocalDate heldOn, List<Gap> gaps) {
        Hearing.checkRecord(
                new HearingEntry(heldOn, "纪要5号", new HearingEntry.Opinions("一", "二", "三"), gaps), FEEDBACK, COMPUTED);
    }

    private static List<String> fields(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).violations().stream()
                .map(Refusal.Violation::field)
                .toList();
    }
}
