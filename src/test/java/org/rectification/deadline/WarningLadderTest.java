package org.rectification.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningLadderTest {

    private final WarningLadder ladder = new WarningLadder(20, 10, 0, 7, 15);

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 2026-06-10, GREEN 2026-05-21 YELLOW 2026-05-31 ",
        "2026-05-21, 2026-06-10, GREEN 2026-05-21 YELLOW 2026-05-31 ", // starts on the green day
        "2026-05-22, 2026-06-10, YELLOW 2026-05-31 ",
        "2026-06-01, 2026-06-10, ''",
        "2026-06-10, 2026-06-10, ''",
        "2028-02-01, 2028-03-10, GREEN 2028-02-19 YELLOW 2028-02-29 " // leap day
    })
    void skipsRungsBeforeTheItemBegan(LocalDate start, LocalDate due, String before) {
        assertThat(ladder.rungs(start, due).stream()
                        .map(rung -> rung.step() + " " + rung.day())
                        .collect(Collectors.joining(" ")))
                .isEqualTo((before.isEmpty() ? "" : before + " ")
                        + "RED " + due.plusDays(1) + " SUPERVISORS " + due.plusDays(7) + " ACCOUNTABILITY "
                        + due.plusDays(15));
    }

    @Test
    void whatIsLateBeforeItBeginsHasNoLadder() {
        assertThat(ladder.rungs(LocalDate.of(2026, 6, 11), LocalDate.of(2026, 6, 10)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T00:00:00Z, GREEN",
        "2026-05-20T23:59:59Z, GREEN", // one second before 08:00 in Shanghai
        "2026-05-21T00:00:00Z, YELLOW", // green is being raised at this moment
        "2026-05-31T00:00:00Z, RED",
        "2026-06-10T16:00:00Z, RED", // due at 24:00, red the next morning
        "2026-06-11T00:00:00Z, SUPERVISORS",
        "2026-06-17T00:00:00Z, ACCOUNTABILITY"
    })
    void nextRungIsTheFirstStillToCome(Instant after, WarningLadder.Step expected) {
        assertThat(ladder.nextRung(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 6, 10), after))
                .hasValueSatisfying(rung -> assertThat(rung.step()).isEqualTo(expected));
    }

    @Test
    void nothingFollowsTheSuggestionOfAccountability() {
        Instant lastMorning = Instant.parse("2026-06-25T00:00:00Z");

        assertThat(ladder.nextRung(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 6, 10), lastMorning))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10, 0, 7, 15",
        "10, 20, 0, 7, 15",
        "20, 0, 0, 7, 15",
        "20, 10, -1, 7, 15",
        "20, 10, 0, 1, 15",
        "20, 10, 0, 7, 7"
    })
    void refusesLaddersThatDoNotRise(int green, int yellow, int red, int supervisors, int accountability) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WarningLadder(green, yellow, red, supervisors, accountability));
    }

    @Test
    void daysBecomeMomentsOfShanghai() {
        LocalDate day = LocalDate.of(2026, 12, 31);

        assertThat(ShanghaiTime.dueInstant(day)).isEqualTo("2026-12-31T16:00:00Z");
        assertThat(ShanghaiTime.appearsAt(day)).isEqualTo("2026-12-31T00:00:00Z");
        assertThat(ShanghaiTime.dueDate(day)).isEqualTo(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(ShanghaiTime.appearanceDate(day)).isEqualTo(Instant.parse("2026-12-31T00:00:00Z"));
    }
}
