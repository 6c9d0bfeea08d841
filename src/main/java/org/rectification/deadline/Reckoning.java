package org.rectification.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;

/** Moves one date through the calendar and writes down each step, so that a person can follow the result. */
final class Reckoning {

    private final WorkingCalendar calendar;
    private final Parameter<?> ground;
    private final List<String> steps = new ArrayList<>();
    private LocalDate date;
    private boolean provisional;

    private Reckoning(WorkingCalendar calendar, Parameter<?> ground, LocalDate date) {
        this.calendar = calendar;
        this.ground = ground;
        this.date = date;
        steps.add("依据：" + ground.source());
    }

    static Reckoning fromDayZero(WorkingCalendar calendar, Parameter<?> ground, Profile profile, LocalDate dayZero) {
        return new Reckoning(calendar, ground, dayZero)
                .note("第0日：" + chinese(dayZero) + "（"
                        + profile.dayZero().value().label() + "）");
    }

    static Reckoning from(WorkingCalendar calendar, Parameter<?> ground, String startLabel, LocalDate start) {
        return new Reckoning(calendar, ground, start).note(startLabel + "：" + chinese(start));
    }

    /** Starts at another computed date; what is provisional there stays so here. */
    static Reckoning from(WorkingCalendar calendar, Parameter<?> ground, Deadline start) {
        Reckoning reckoning = from(calendar, ground, start.id().label(), start.date());
        reckoning.provisional = start.provisional();
        return reckoning;
    }

    LocalDate date() {
        return date;
    }

    Reckoning note(String sentence) {
        steps.add(sentence);
        return this;
    }

    Reckoning provisional(String reason) {
        provisional = true;
        return note(reason);
    }

    /** Adds the span; a result in calendar units that falls on a day off goes back to the last working day. */
    Reckoning plus(Span span) {
        return switch (span.unit()) {
            case WORKING_DAYS -> plusWorkingDays(span.amount());
            case DAYS ->
                moveTo(date.plusDays(span.amount()), "加" + span.label()).rollBack();
            case MONTHS ->
                moveTo(date.plusMonths(span.amount()), "加" + span.label()).rollBack();
        };
    }

    Reckoning minusWorkingDays(int count) {
        LocalDate start = date;
        date = calendar.minusWorkingDays(start, count);
        return counted("自前一日起倒数", count, date, start.minusDays(1));
    }

    private Reckoning plusWorkingDays(int count) {
        LocalDate start = date;
        date = calendar.plusWorkingDays(start, count);
        return counted("自次日起数", count, start.plusDays(1), date);
    }

    private Reckoning counted(String how, int count, LocalDate first, LocalDate last) {
        markProvisional(first, last);
        return note(how + count + "个工作日，至" + chinese(date) + special(first, last));
    }

    Reckoning moveTo(LocalDate to, String how) {
        date = to;
        return note(how + "，为" + chinese(to));
    }

    /** Goes back to the last working day when the date falls on a day off. */
    Reckoning rollBack() {
        LocalDate before = date;
        date = calendar.rollBack(before);
        markProvisional(date, before);
        if (!date.equals(before)) {
            String reason = calendar.holidayName(before).orElse("周末");
            note(chinese(before) + "为休息日（" + reason + "），提前到最近的工作日" + chinese(date));
        }
        return this;
    }

    Deadline deadline(DeadlineId id) {
        return deadline(id, null, null);
    }

    Deadline deadline(DeadlineId id, @Nullable Integer index, @Nullable String mergedInto) {
        List<String> all = new ArrayList<>(steps);
        all.add("结果：" + chinese(date) + "24时前" + (provisional ? "（暂定）" : ""));
        return new Deadline(
                id, index, date, provisional, mergedInto, ground.clause(), ground.rule(), ground.certainty(), all);
    }

    private void markProvisional(LocalDate first, LocalDate last) {
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            if (calendar.isProvisional(LocalDate.of(year, 1, 1))) {
                provisional = true;
                note(year + "年放假安排尚未公布，按周末和法定节假日推算");
            }
        }
    }

    /** Holidays skipped and make-up days counted; plain weekends go without saying. */
    private String special(LocalDate first, LocalDate last) {
        Map<String, Integer> skipped = new LinkedHashMap<>();
        int madeUp = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (calendar.isMakeUpDay(day)) {
                madeUp++;
            } else {
                calendar.holidayName(day).ifPresent(name -> skipped.merge(name, 1, Integer::sum));
            }
        }
        List<String> parts = new ArrayList<>();
        if (!skipped.isEmpty()) {
            parts.add(skipped.entrySet().stream()
                    .map(holiday -> holiday.getKey() + holiday.getValue() + "天")
                    .collect(Collectors.joining("、", "跳过", "")));
        }
        if (madeUp > 0) {
            parts.add("调休上班" + madeUp + "天计入");
        }
        return parts.isEmpty() ? "" : "（" + String.join("，", parts) + "）";
    }

    private static String chinese(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日（"
                + weekday.getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE) + "）";
    }
}
