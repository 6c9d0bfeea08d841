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

    private final WarningLadder ladder = new WarningLadder(20, 10, 0);

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 2026-06-10, GREEN 2026-05-21 YELLOW 2026-05-31 RED 2026-06-11",
        "2026-05-21, 2026-06-10, GREEN 2026-05-21 YELLOW 2026-05-31 RED 2026-06-11", // starts on the green day
        "2026-05-22, 2026-06-10, YELLOW 2026-05-31 RED 2026-06-11",
        "2026-06-01, 2026-06-10, RED 2026-06-11",
        "2026-06-10, 2026-06-10, RED 2026-06-11",
        "2026-06-11, 2026-06-10, ''", // late before it began
        "2028-02-01, 2028-03-10, GREEN 2028-02-19 YELLOW 2028-02-29 RED 2028-03-11" // leap day
    })
    void skipsRungsBeforeTheItemBegan(LocalDate start, LocalDate due, String expected) {
        assertThat(ladder.rungs(start, due).stream()
                        .map(rung -> rung.colour() + " " + rung.day())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T00:00:00Z, GREEN",
        "2026-05-20T23:59:59Z, GREEN", // one second before 08:00 in Shanghai
        "2026-05-21T00:00:00Z, YELLOW", // green is being raised at this moment
        "2026-05-31T00:00:00Z, RED",
        "2026-06-10T16:00:00Z, RED" // due at 24:00, red the next morning
    })
    void nextRungIsTheFirstStillToCome(Instant after, WarningLadder.Colour expected) {
        assertThat(ladder.nextRung(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 6, 10), after))
                .hasValueSatisfying(rung -> assertThat(rung.colour()).isEqualTo(expected));
    }

    @Test
    void nothingFollowsRed() {
        Instant redMorning = Instant.parse("2026-06-11T00:00:00Z");

        assertThat(ladder.nextRung(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 6, 10), redMorning))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 0", "10, 20, 0", "20, 0, 0", "20, 10, -1"})
    void refusesLaddersThatDoNotRise(int green, int yellow, int red) {
        assertThatIllegalArgumentException().isThrownBy(() -> new WarningLadder(green, yellow, red));
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
