package org.rectification.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = WorkingCalendar.ofPublishedNotices();

    @ParameterizedTest(name = "{0} {1} working days is {2}: {3}")
    @CsvFileSource(resources = "/deadline/working-days.csv", numLinesToSkip = 1)
    void countsWorkingDays(LocalDate from, int count, LocalDate expected, String why) {
        LocalDate actual = count > 0 ? calendar.plusWorkingDays(from, count) : calendar.minusWorkingDays(from, -count);

        assertThat(actual).as(why).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-09, 2026-05-09", // make-up Saturday stays
        "2026-05-10, 2026-05-09", // Sunday after it
        "2026-10-07, 2026-09-30", // last day of National Day
        "2026-03-10, 2026-03-10", // an ordinary Tuesday
        "2027-10-03, 2027-09-30", // computed National Day, 2 and 3 October at the weekend
        "2026-01-03, 2025-12-31" // into the year before
    })
    void rollsDaysOffBackAndLeavesWorkingDaysAlone(LocalDate day, LocalDate expected) {
        assertThat(calendar.rollBack(day)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2024-12-31, true", "2025-01-01, false", "2026-12-31, false", "2027-01-01, true"})
    void yearsWithoutNoticeAreProvisional(LocalDate day, boolean provisional) {
        assertThat(calendar.isProvisional(day)).isEqualTo(provisional);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-05, false", // last day of the lunar year, a Friday
        "2027-02-08, false", // third day of the new lunar year, a Monday
        "2027-02-09, true",
        "2027-10-04, true", // a Monday that a notice would give, but a statute does not
        "2027-10-09, false" // a Saturday that a notice might take
    })
    void computedYearKnowsWeekendsAndStatutoryDaysOnly(LocalDate day, boolean worked) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(worked);
    }

    @Test
    void statutoryDaysOf2027AreThoseOfTheAlmanac() throws Exception {
        Map<LocalDate, String> expected = new TreeMap<>();
        try (var csv = getClass().getResourceAsStream("/deadline/statutory-2027.csv")) {
            new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> expected.put(LocalDate.parse(cells[0]), cells[1]));
        }

        assertThat(StatutoryDays.of(2027)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026})
    void noticesGrantEveryStatutoryDayOfTheirYear(int year) {
        assertThat(StatutoryDays.of(year)).hasSizeBetween(12, 13).allSatisfy((day, name) -> assertThat(
                        calendar.holidayName(day))
                .hasValueSatisfying(published -> assertThat(published).contains(name)));
    }

    @Test
    void twoHolidaysOnOneDayAreBothNamed() {
        assertThat(StatutoryDays.of(2020)).containsEntry(LocalDate.of(2020, 10, 1), "国庆节、中秋节");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_001})
    void refusesCountsThatMakeNoSense(int count) {
        LocalDate day = LocalDate.of(2026, 3, 10);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.plusWorkingDays(day, count))
                .withMessageContaining("1 to 1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.minusWorkingDays(day, count))
                .withMessageContaining("1 to 1000");
    }

    @Test
    void refusesMissingDatesAndDatesOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.isWorkingDay(null))
                .withMessage("Date is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.rollBack(LocalDate.of(1999, 12, 31)))
                .withMessageContaining("2000 to 2100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.isProvisional(LocalDate.of(2101, 1, 1)))
                .withMessageContaining("2000 to 2100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-13-01,HOLIDAY,元旦 | not a date",
                "2026-01-01,HALFDAY,元旦 | HOLIDAY or WORKDAY",
                "2026-01-01,HOLIDAY | expected date, kind and name",
                "2026-01-05,WORKDAY,调休上班 | Saturday or Sunday"
            })
    void refusesMalformedLinesAndNamesThem(String line, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("date,kind,name", line))
                .withMessageContaining(reason)
                .withMessageContaining(line);
    }

    @Test
    void refusesADayGivenTwiceAndAForeignHeader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("date,kind,name", "2026-01-04,WORKDAY,调休上班", "2026-01-04,HOLIDAY,元旦"))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("day,kind,name"))
                .withMessageContaining("first line");
    }

    private static PublishedDays read(String... lines) {
        String csv = String.join("\n", lines);
        return PublishedDays.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
