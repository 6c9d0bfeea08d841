package org.rectification.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When warnings are raised before and after a due date (R25), in calendar days.
 *
 * @param green days left at the green reminder
 * @param yellow days left at the yellow warning
 * @param red days that the item may be late before the red notice on the next morning
 * @param supervisors days late on the morning on which the supervising bodies hear of it
 * @param accountability days late on the morning on which accountability is suggested (S47)
 */
public record WarningLadder(int green, int yellow, int red, int supervisors, int accountability) {

    /** What people see; everything from the red notice on stays red. */
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

    /** The rungs from the lowest to the highest, with the words shown for them. */
    public enum Step {
        GREEN(Colour.GREEN, "绿色提醒"),
        YELLOW(Colour.YELLOW, "黄色预警"),
        RED(Colour.RED, "红色督办"),
        SUPERVISORS(Colour.RED, "红色督办（报监督单位）"),
        ACCOUNTABILITY(Colour.RED, "红色督办（提出整改问责建议）");

        private final Colour colour;
        private final String label;

        Step(Colour colour, String label) {
            this.colour = colour;
            this.label = label;
        }

        public Colour colour() {
            return colour;
        }

        public String label() {
            return label;
        }
    }

    /** One warning and the day on which it is raised, at 08:00 Asia/Shanghai. */
    public record Rung(Step step, LocalDate day) {

        public Instant at() {
            return ShanghaiTime.appearsAt(day);
        }
    }

    public WarningLadder {
        if (red < 0 || yellow < 1 || green <= yellow || supervisors <= red + 1 || accountability <= supervisors) {
            throw new IllegalArgumentException(
                    "A ladder needs green > yellow > 0, red >= 0 and then supervisors > red + 1,"
                            + " accountability > supervisors: " + green + ", " + yellow + ", " + red + ", "
                            + supervisors + ", "
                            + accountability);
        }
    }

    /** Calendar days left on the morning on which the rung is raised; negative when late. */
    public int daysLeftAt(Step step) {
        return switch (step) {
            case GREEN -> green;
            case YELLOW -> yellow;
            case RED -> -red - 1;
            case SUPERVISORS -> -supervisors;
            case ACCOUNTABILITY -> -accountability;
        };
    }

    /**
     * The rungs of an item in order of time. Rungs before its first day are skipped; an item that is already late on
     * its first day has none, because nobody could have acted on them.
     */
    public List<Rung> rungs(LocalDate start, LocalDate due) {
        if (due.isBefore(start)) {
            return List.of();
        }
        return Stream.of(Step.values())
                .map(step -> new Rung(step, due.minusDays(daysLeftAt(step))))
                .filter(rung -> !rung.day().isBefore(start))
                .toList();
    }

    /**
     * The highest rung reached by this day, which is the one to be raised; empty while none is, or when its day lay before
     * the item's first.
     */
    public Optional<Step> stepOn(LocalDate start, LocalDate due, LocalDate day) {
        return Stream.of(Step.values())
                .filter(step -> !due.minusDays(daysLeftAt(step)).isAfter(day))
                .reduce((lower, higher) -> higher)
                .filter(step -> rungs(start, due).stream().anyMatch(rung -> rung.step() == step));
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
