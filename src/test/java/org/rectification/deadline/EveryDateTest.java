package org.rectification.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectification.support.Feature;

/**
 * Every date of every profile for feedback days around festivals, made-up days, month ends and a leap day, against a table
 * that was made without the product.
 */
@Feature({62, 67})
class EveryDateTest {

    private static final int HOW = 7;

    private final Profiles profiles = Profiles.packaged();
    private final DeadlineCalculator calculator = new DeadlineCalculator(WorkingCalendar.ofPublishedNotices());

    static Stream<Arguments> cases() throws IOException {
        return table().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static Map<String, List<String>> table() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                EveryDateTest.class.getResourceAsStream("/deadline/every-date.csv"), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", HOW + 1))
                    .collect(Collectors.groupingBy(
                            cells -> cells[0] + " " + cells[1],
                            LinkedHashMap::new,
                            Collectors.mapping(
                                    cells -> String.join(",", List.of(cells).subList(2, HOW)), Collectors.toList())));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isAsTheTableSays(String start, List<String> expected) {
        var cells = start.split(" ");

        var dates = calculator.deadlinesFor(profiles.get(cells[0]), LocalDate.parse(cells[1]));

        assertThat(dates.all().stream().map(EveryDateTest::row)).isEqualTo(expected);
    }

    @Test
    void theTableHoldsEveryProfileForEachDay() throws IOException {
        assertThat(table().keySet().stream().collect(Collectors.groupingBy(key -> key.split(" ")[1])))
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy((day, starts) ->
                        assertThat(starts).hasSize(profiles.all().size()));
    }

    private static String row(Deadline deadline) {
        return Stream.of(
                        deadline.id().code(),
                        deadline.index(),
                        deadline.date(),
                        deadline.provisional(),
                        deadline.mergedInto())
                .map(cell -> cell == null ? "" : cell.toString())
                .collect(Collectors.joining(","));
    }
}
