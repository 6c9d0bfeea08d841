package org.rectification.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectification.support.Feature;

/** Dates that a person reckoned with a printed calendar, step by step, against the product. */
@Feature({62, 67})
class ByHandTest {

    private static final String COUNTED = "\\d+/\\d+( \\d+/\\d+)*";

    private final Profiles profiles = Profiles.packaged();
    private final DeadlineCalculator calculator = new DeadlineCalculator(WorkingCalendar.ofPublishedNotices());

    private record Row(
            String circumstance,
            String profile,
            LocalDate feedbackOn,
            String id,
            Integer index,
            LocalDate expected,
            boolean provisional,
            String steps) {

        static Row of(String line) {
            var cells = line.split(";", 8);
            return new Row(
                    cells[0],
                    cells[1],
                    LocalDate.parse(cells[2]),
                    cells[3],
                    cells[4].isEmpty() ? null : Integer.valueOf(cells[4]),
                    LocalDate.parse(cells[5]),
                    Boolean.parseBoolean(cells[6]),
                    cells[7]);
        }

        List<String> counted() {
            return steps.matches(COUNTED) ? List.of(steps.split(" ")) : List.of();
        }
    }

    static List<Row> rows() throws IOException {
        try (InputStream file = ByHandTest.class.getResourceAsStream("/deadline/by-hand.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isAsReckonedByHand(Row row) {
        var date = calculator.deadlinesFor(profiles.get(row.profile()), row.feedbackOn()).all().stream()
                .filter(each -> each.id().code().equals(row.id()) && Objects.equals(each.index(), row.index()))
                .findFirst()
                .orElseThrow();

        assertThat(date.date()).as(row.steps()).isEqualTo(row.expected());
        assertThat(date.provisional()).isEqualTo(row.provisional());
        if (!row.counted().isEmpty()) {
            assertThat(date.steps())
                    .anyMatch(step -> step.contains(row.counted().size() + "个工作日"));
        }
    }

    /** The hand's own slips: the last day that it counted is the day that it wrote down. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theHandEndsWhereItSays(Row row) {
        if (!row.counted().isEmpty()) {
            var last = row.counted().get(row.counted().size() - 1);
            assertThat(row.expected().getMonthValue() + "/" + row.expected().getDayOfMonth())
                    .isEqualTo(last);
        }
    }

    @Test
    void everyProfileIsReckonedInEveryCircumstance() throws IOException {
        var rows = rows();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(60);
        var met = rows.stream()
                .collect(Collectors.groupingBy(row -> row.circumstance() + " " + row.profile(), Collectors.counting()));
        var wanted = Stream.of("Spring Festival", "National Day", "Leap day", "Month end", "Made-up day")
                .flatMap(circumstance ->
                        Stream.of("speech-2020", "reg-2017", "reg-2024").map(profile -> circumstance + " " + profile))
                .toList();
        assertThat(met)
                .containsOnlyKeys(wanted)
                .allSatisfy((key, count) -> assertThat(count).as(key).isGreaterThanOrEqualTo(4));
    }
}
