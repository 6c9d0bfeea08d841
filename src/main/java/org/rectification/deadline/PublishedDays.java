package org.rectification.deadline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The days on which the published notices depart from "Monday to Friday". */
record PublishedDays(Map<LocalDate, String> holidays, Set<LocalDate> makeUpDays, Set<Integer> years) {

    private static final String HEADER = "date,kind,name";
    private static final String RESOURCE = "/deadline/working-calendar.csv";

    PublishedDays {
        holidays = Map.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
        years = Set.copyOf(years);
    }

    /** The notices packaged with the application. */
    static PublishedDays packaged() {
        try (InputStream csv = PublishedDays.class.getResourceAsStream(RESOURCE)) {
            if (csv == null) {
                throw new IllegalStateException("Working calendar is missing: " + RESOURCE);
            }
            return read(csv);
        } catch (IOException e) {
            throw new UncheckedIOException("Working calendar cannot be read", e);
        }
    }

    /** One notice per year, in order. */
    List<YearNotice> byYear() {
        var days = new TreeMap<Integer, List<YearNotice.Day>>();
        holidays.forEach((day, name) -> days.computeIfAbsent(day.getYear(), year -> new ArrayList<>())
                .add(new YearNotice.Day(day, YearNotice.Kind.HOLIDAY, name)));
        makeUpDays.forEach(day -> days.computeIfAbsent(day.getYear(), year -> new ArrayList<>())
                .add(new YearNotice.Day(day, YearNotice.Kind.WORKDAY, "调休上班")));
        return days.entrySet().stream()
                .map(each -> new YearNotice(each.getKey(), each.getValue()))
                .toList();
    }

    /** These days with another notice for its year. */
    PublishedDays with(YearNotice notice) {
        var newHolidays = new HashMap<>(holidays);
        newHolidays.keySet().removeIf(day -> day.getYear() == notice.year());
        var newMakeUpDays = new HashSet<>(makeUpDays);
        newMakeUpDays.removeIf(day -> day.getYear() == notice.year());
        for (var each : notice.days()) {
            if (each.kind() == YearNotice.Kind.HOLIDAY) {
                newHolidays.put(each.day(), each.name());
            } else {
                newMakeUpDays.add(each.day());
            }
        }
        var newYears = new HashSet<>(years);
        newYears.add(notice.year());
        return new PublishedDays(newHolidays, newMakeUpDays, newYears);
    }

    /**
     * Reads the file of published days.
     *
     * @throws IllegalArgumentException naming the line, when a line is malformed, given twice or pointless
     */
    static PublishedDays read(InputStream csv) {
        Map<LocalDate, String> holidays = new HashMap<>();
        Set<LocalDate> makeUpDays = new HashSet<>();
        Set<Integer> years = new HashSet<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            String header = reader.readLine();
            if (!HEADER.equals(header)) {
                throw new IllegalArgumentException("Working calendar: first line must be '" + HEADER + "': " + header);
            }
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    years.add(add(line, holidays, makeUpDays).getYear());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Working calendar cannot be read", e);
        }
        return new PublishedDays(holidays, makeUpDays, years);
    }

    private static LocalDate add(String line, Map<LocalDate, String> holidays, Set<LocalDate> makeUpDays) {
        String[] cells = line.split(",", -1);
        if (cells.length != 3 || cells[2].isBlank()) {
            throw refused(line, "expected date, kind and name");
        }
        LocalDate day = date(cells[0], line);
        if (holidays.containsKey(day) || makeUpDays.contains(day)) {
            throw refused(line, "the day is given twice");
        }
        switch (cells[1]) {
            case "HOLIDAY" -> holidays.put(day, cells[2].strip());
            case "WORKDAY" -> {
                if (!isWeekend(day)) {
                    throw refused(line, "only a Saturday or Sunday can be a make-up day");
                }
                makeUpDays.add(day);
            }
            default -> throw refused(line, "kind must be HOLIDAY or WORKDAY");
        }
        return day;
    }

    private static LocalDate date(String text, String line) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Working calendar: not a date in line '" + line + "'", e);
        }
    }

    private static IllegalArgumentException refused(String line, String reason) {
        return new IllegalArgumentException("Working calendar: " + reason + " in line '" + line + "'");
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
