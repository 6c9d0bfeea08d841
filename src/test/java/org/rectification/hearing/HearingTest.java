package org.rectification.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.hearing.HearingEntry.Gap;
import org.rectification.hearing.HearingEntry.OfFinding;
import org.rectification.refusal.Refusal;
import org.rectification.support.Clause;

@Clause("S35")
class HearingTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPublishedNotices();
    private static final LocalDate FEEDBACK = LocalDate.of(2026, 3, 10);
    private static final LocalDate COMPUTED = LocalDate.of(2026, 6, 10);
    private static final LocalDate BEFORE = COMPUTED.minusDays(20);
    private static final LocalDate FIRST = CALENDAR.minusWorkingDays(COMPUTED, 5);
    private static final LocalDate LAST = CALENDAR.plusWorkingDays(COMPUTED, 5);
    private static final List<String> THREE = List.of("DISCIPLINE", "ORGANISATION", "INSPECTION_OFFICE");

    @Test
    void theInvitationNamesTheExpectedDayOrAnotherAllowedOneWithAReason() {
        assertThatCode(() -> invite(COMPUTED, THREE, null, BEFORE)).doesNotThrowAnyException();
        assertThatCode(() -> invite(COMPUTED, THREE, null, COMPUTED)).doesNotThrowAnyException();
        for (var day : List.of(FIRST, LAST)) {
            assertThatCode(() -> invite(day, THREE, "三家协商一致。", BEFORE)).doesNotThrowAnyException();
            assertThat(fields(() -> invite(day, THREE, null, BEFORE))).containsExactly("reason");
        }
        assertThat(fields(() -> invite(null, THREE, null, BEFORE))).containsExactly("plannedOn");
    }

    @Test
    void outsideTheWindowAndOnADayOffTheAllowedDaysAreNamed() {
        var dayOff = LocalDate.of(2026, 6, 13);
        for (var day : List.of(CALENDAR.minusWorkingDays(FIRST, 1), CALENDAR.plusWorkingDays(LAST, 1), dayOff)) {
            var refusal = catchThrowableOfType(Refusal.class, () -> invite(day, THREE, "三家协商一致。", BEFORE));
            assertThat(refusal.violations()).singleElement().satisfies(violation -> {
                assertThat(violation.field()).isEqualTo("plannedOn");
                assertThat(violation.message())
                        .contains("2026年6月3日、", "2026年6月17日。")
                        .doesNotContain("6月13日");
            });
        }
    }

    @Test
    void pastDaysAreNotAllowedAndOnceAllAreOverTheNextFiveWorkingDaysAre() {
        assertThat(HearingWindow.of(COMPUTED, COMPUTED.plusDays(1), CALENDAR)
                        .days()
                        .get(0))
                .isEqualTo(COMPUTED.plusDays(1));
        var late = HearingWindow.of(COMPUTED, LAST.plusDays(1), CALENDAR);
        assertThat(late.days().get(0)).isAfterOrEqualTo(LAST.plusDays(1));
        assertThat(late.days()).contains(CALENDAR.plusWorkingDays(LAST.plusDays(1), 5));
        assertThat(late.proposed()).isEqualTo(late.days().get(0));
    }

    @Test
    void exactlyThreeBodiesAreInvited() {
        var four = new ArrayList<>(THREE);
        four.add("DISCIPLINE");

        assertThat(fields(() -> invite(COMPUTED, THREE.subList(0, 2), null, COMPUTED)))
                .containsExactly("addressees");
        assertThat(fields(() -> invite(COMPUTED, four, null, COMPUTED))).containsExactly("addressees");
        assertThat(fields(() -> invite(COMPUTED, null, null, COMPUTED))).containsExactly("addressees");
    }

    @Test
    void aMoveNeedsAReasonAndAnotherDay() {
        var window = HearingWindow.of(COMPUTED, BEFORE, CALENDAR);
        assertThat(fields(() -> Hearing.checkMove(new DayEntry(FIRST, " ", null), COMPUTED, window)))
                .containsExactly("reason");
        assertThat(fields(() -> Hearing.checkMove(new DayEntry(COMPUTED, "理由", null), COMPUTED, window)))
                .containsExactly("plannedOn");
        assertThatCode(() -> Hearing.checkMove(new DayEntry(COMPUTED, "理由", null), FIRST, window))
                .doesNotThrowAnyException();
    }

    @Test
    void everythingMissingFromTheRecordIsNamedAtOnce() {
        assertThat(fields(() -> check(new HearingEntry(null, " ", null, null, null, null))))
                .containsExactly("heldOn", "minutesNumber", "minutesFile", "conclusion");
    }

    @Test
    void aHearingLiesBetweenFeedbackAndToday() {
        assertThatCode(() -> record(FEEDBACK, List.of(), List.of())).doesNotThrowAnyException();
        assertThatCode(() -> record(COMPUTED, List.of(), List.of())).doesNotThrowAnyException();
        assertThat(fields(() -> record(FEEDBACK.minusDays(1), List.of(), List.of())))
                .containsExactly("heldOn");
        assertThat(fields(() -> record(COMPUTED.plusDays(1), List.of(), List.of())))
                .containsExactly("heldOn");
    }

    @Test
    void aConclusionIsAboutAFindingOfTheCaseAndOnlyOnce() {
        var red = new OfFinding("f1", Conclusion.RED, null);
        assertThatCode(() -> record(COMPUTED, List.of(red), List.of())).doesNotThrowAnyException();
        assertThat(fields(() -> record(COMPUTED, List.of(red, red), List.of()))).containsExactly("findings");
        assertThat(fields(() -> record(COMPUTED, List.of(new OfFinding("other", null, null)), List.of())))
                .containsExactly("findings[0].finding", "findings[0].conclusion");
    }

    @Test
    void aGapIsFollowedUpByAnOwnerUntilADayOrDeclinedWithAReason() {
        assertThatCode(() -> record(
                        COMPUTED,
                        List.of(),
                        List.of(
                                new Gap("滞后", Gap.FOLLOW_UP, "clerk", COMPUTED, null),
                                new Gap("建议", Gap.DECLINED, null, null, "不在范围"))))
                .doesNotThrowAnyException();
        assertThat(fields(() -> record(
                        COMPUTED,
                        List.of(),
                        List.of(
                                new Gap("", Gap.FOLLOW_UP, "stranger", COMPUTED.minusDays(1), null),
                                new Gap("建议", Gap.DECLINED, null, null, null),
                                new Gap("建议", null, null, null, null)))))
                .containsExactly(
                        "gaps[0].description",
                        "gaps[0].owner",
                        "gaps[0].dueOn",
                        "gaps[1].reason",
                        "gaps[2].disposition");
    }

    @Test
    void whoRecordsForAnotherBodyNeedsAPaper() {
        assertThatCode(() -> new OpinionEntry("同意。", null, null, null).check(true, COMPUTED))
                .doesNotThrowAnyException();
        assertThat(fields(() -> new OpinionEntry("同意。", null, null, null).check(false, COMPUTED)))
                .containsExactly("paperPerson", "paperOn", "paperFile");
        assertThat(fields(() -> new OpinionEntry(null, "张主任", COMPUTED.plusDays(1), "file").check(true, COMPUTED)))
                .containsExactly("opinion", "paperOn");
    }

    private static void invite(LocalDate planned, List<String> addressees, String reason, LocalDate today) {
        Hearing.checkInvitation(
                new InvitationEntry(planned, "会议室", addressees, reason),
                COMPUTED,
                HearingWindow.of(COMPUTED, today, CALENDAR));
    }

    private static void record(LocalDate heldOn, List<OfFinding> findings, List<Gap> gaps) {
        check(new HearingEntry(heldOn, "纪要5号", "file", Conclusion.GREEN, findings, gaps));
    }

    private static void check(HearingEntry entry) {
        Hearing.checkRecord(entry, FEEDBACK, COMPUTED, Set.of("f1"), Set.of("clerk"));
    }

    private static List<String> fields(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).violations().stream()
                .map(Refusal.Violation::field)
                .toList();
    }
}
