package org.rectification.journey;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the software asks of each person: single tasks and rows per fortnight, and clicks in all. */
final class BurdenMeter {

    private static final int DAYS = 14;
    /** Open the task, submit it. */
    private static final int CLICKS_PER_TASK = 2;
    /** Choose, submit; opening the list is once per sitting and not counted per row. */
    private static final int CLICKS_PER_ROW = 2;

    private final LocalDate start;
    private final Map<String, Person> people = new TreeMap<>();

    BurdenMeter(LocalDate start) {
        this.start = start;
    }

    void task(String person, LocalDate day) {
        of(person).tasks.merge(fortnight(day), 1, Integer::sum);
    }

    void row(String person) {
        of(person).rows++;
    }

    int mostTasksInAFortnight() {
        return people.values().stream().mapToInt(Person::worst).max().orElse(0);
    }

    String table() {
        var text = new StringBuilder(
                "%-16s %8s %8s %8s %22s%n".formatted("person", "tasks", "rows", "clicks", "most tasks in 14 days"));
        people.forEach((id, person) -> text.append("%-16s %8d %8d %8d %22d%n"
                .formatted(
                        id,
                        person.allTasks(),
                        person.rows,
                        person.allTasks() * CLICKS_PER_TASK + person.rows * CLICKS_PER_ROW,
                        person.worst())));
        return text.toString();
    }

    private Person of(String id) {
        return people.computeIfAbsent(id, any -> new Person());
    }

    private int fortnight(LocalDate day) {
        return (int) (ChronoUnit.DAYS.between(start, day) / DAYS);
    }

    private static final class Person {

        private final Map<Integer, Integer> tasks = new TreeMap<>();
        private int rows;

        int worst() {
            return tasks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        int allTasks() {
            return tasks.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
