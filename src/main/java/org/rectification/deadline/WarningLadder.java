package org.rectification.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When warnings are raised before and after a due date (R25).
 *
 * @param green calendar days left at the green reminder
 * @param yellow calendar days left at the yellow warning
 * @param red calendar days that the item may be late before the red notice on the next morning
 */
public record WarningLadder(int green, int yellow, int red) {

    /** Steps of the ladder with the words shown for them. */
    public enum Colour {
        GREEN("绿色提醒"),
        YELLOW("黄色预警"),
        RED("红色督办");

        private final String label;

        Colour(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** One warning and the day on which it is raised, at 08:00 Asia/Shanghai. */
    public record Rung(Colour colour, LocalDate day) {

        public Instant at() {
            return ShanghaiTime.appearsAt(day);
        }
    }

    public WarningLadder {
        if (red < 0 || yellow < 1 || green <= yellow) {
            throw new IllegalArgumentException(
                    "A ladder needs green > yellow > 0 and red >= 0: " + green + ", " + yellow + ", " + red);
        }
    }

    /**
     * The rungs of an item in order of time. Rungs before its first day are skipped; an item that is already late on
     * its first day has none, because nobody could have acted on them.
     */
    public List<Rung> rungs(LocalDate start, LocalDate due) {
        if (due.isBefore(start)) {
            return List.of();
        }
        return Stream.of(
                        new Rung(Colour.GREEN, due.minusDays(green)),
                        new Rung(Colour.YELLOW, due.minusDays(yellow)),
                        new Rung(Colour.RED, due.plusDays(red + 1L)))
                .filter(rung -> !rung.day().isBefore(start))
                .toList();
    }

    /** The colour in which an open item stands on a day; empty while it is not near its due day. */
    public Optional<Colour> colourOn(LocalDate day, LocalDate due) {
        if (day.isAfter(due.plusDays(red))) {
            return Optional.of(Colour.RED);
        }
        if (!day.isBefore(due.minusDays(yellow))) {
            return Optional.of(Colour.YELLOW);
        }
        return day.isBefore(due.minusDays(green)) ? Optional.empty() : Optional.of(Colour.GREEN);
    }

    /** The first rung that is still to come, strictly after the moment given; empty when all have passed. */
    public Optional<Rung> nextRung(LocalDate start, LocalDate due, Instant after) {
        return rungs(start, due).stream()
                .filter(rung -> rung.at().isAfter(after))
                .findFirst();
    }
}
