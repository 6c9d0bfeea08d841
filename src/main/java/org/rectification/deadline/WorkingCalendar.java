package org.rectification.deadline;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Working days in mainland China. Years with a published notice follow the notice; every other year is computed from
 * weekends and statutory days and is provisional, because bridge days and make-up days are not known yet.
 */
public final class WorkingCalendar {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_WORKING_DAYS = 1_000;

    private final Supplier<PublishedDays> source;
    private final ThreadLocal<PublishedDays> trial = new ThreadLocal<>();
    private final Map<Integer, Map<LocalDate, String>> statutoryDays = new ConcurrentHashMap<>();

    /** @param source asked again and again, so that a notice that came in meanwhile counts at once */
    WorkingCalendar(Supplier<PublishedDays> source) {
        this.source = source;
    }

    WorkingCalendar(PublishedDays published) {
        this(() -> published);
    }

    /** The calendar of the notices packaged with the application. */
    public static WorkingCalendar ofPublishedNotices() {
        return new WorkingCalendar(PublishedDays.packaged());
    }

    /** Lets this thread reckon with another notice while the act runs; nobody else notices. */
    public void reckonWith(YearNotice notice, Runnable act) {
        trial.set(published().with(notice));
        try {
            act.run();
        } finally {
            trial.remove();
        }
    }

    private PublishedDays published() {
        PublishedDays tried = trial.get();
        return tried == null ? source.get() : tried;
    }

    /**
     * Whether offices work on this day.
     *
     * @throws IllegalArgumentException for a missing date or one outside 2000 to 2100
     */
    public boolean isWorkingDay(LocalDate day) {
        guard(day);
        return isWorked(day, published());
    }

    private boolean isWorked(LocalDate day, PublishedDays published) {
        guard(day);
        return published.makeUpDays().contains(day)
                || !PublishedDays.isWeekend(day) && !holidays(day, published).containsKey(day);
    }

    /**
     * The count-th working day after the day; the first working day after it is 1. The day itself never counts.
     *
     * @throws IllegalArgumentException for a missing date, one outside 2000 to 2100, or a count outside 1 to 1000
     */
    public LocalDate plusWorkingDays(LocalDate day, int count) {
        return step(day, count, 1);
    }

    /**
     * The count-th working day before the day; the first working day before it is 1. The day itself never counts.
     *
     * @throws IllegalArgumentException for a missing date, one outside 2000 to 2100, or a count outside 1 to 1000
     */
    public LocalDate minusWorkingDays(LocalDate day, int count) {
        return step(day, count, -1);
    }

    /**
     * The day itself when it is worked, else the last working day before it: a holiday never makes a duty later.
     *
     * @throws IllegalArgumentException for a missing date or one outside 2000 to 2100
     */
    public LocalDate rollBack(LocalDate day) {
        return isWorkingDay(day) ? day : minusWorkingDays(day, 1);
    }

    /**
     * Whether the year's notice is still unknown, so that the answer for this day may change.
     *
     * @throws IllegalArgumentException for a missing date or one outside 2000 to 2100
     */
    public boolean isProvisional(LocalDate day) {
        guard(day);
        return !published().years().contains(day.getYear());
    }

    /** The holiday that this day belongs to; a plain weekend has none. */
    Optional<String> holidayName(LocalDate day) {
        guard(day);
        return Optional.ofNullable(holidays(day, published()).get(day));
    }

    private Map<LocalDate, String> holidays(LocalDate day, PublishedDays published) {
        return published.years().contains(day.getYear())
                ? published.holidays()
                : statutoryDays.computeIfAbsent(day.getYear(), StatutoryDays::of);
    }

    boolean isMakeUpDay(LocalDate day) {
        return published().makeUpDays().contains(day);
    }

    private LocalDate step(LocalDate day, int count, int direction) {
        guard(day);
        if (count < 1 || count > MOST_WORKING_DAYS) {
            throw new IllegalArgumentException(
                    "Number of working days must be 1 to " + MOST_WORKING_DAYS + ": " + count);
        }
        PublishedDays published = published();
        LocalDate current = day;
        for (int counted = 0; counted < count; ) {
            current = current.plusDays(direction);
            if (isWorked(current, published)) {
                counted++;
            }
        }
        return current;
    }

    private static void guard(LocalDate day) {
        if (day == null) {
            throw new IllegalArgumentException("Date is missing");
        }
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "Date must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR + ": " + day);
        }
    }
}
