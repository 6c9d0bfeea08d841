package org.rectification.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rectification.refusal.Refusal.Violation;
import org.springframework.lang.Nullable;

/**
 * The committee's meeting that deliberated the plan, recorded by the clerk (S18, R21).
 *
 * @param meetingOn day of the meeting
 * @param minutesNumber number of the meeting or of its minutes, where there is one
 * @param minutesFile id of the stored minutes
 * @param paperPerson who signed the minutes on paper (纸面)
 * @param paperOn day of that signature
 */
public record Deliberation(
        @Nullable LocalDate meetingOn,
        @Nullable String minutesNumber,
        @Nullable String minutesFile,
        @Nullable String paperPerson,
        @Nullable LocalDate paperOn) {

    private static final int LONGEST_NUMBER = 64;

    /**
     * What its record lacks.
     *
     * @param earliest the meeting cannot have been before this day
     * @param earliestName what that day is
     */
    List<Violation> violations(@Nullable LocalDate earliest, String earliestName, LocalDate today) {
        var found = new ArrayList<Violation>();
        day("meetingOn", "会议日期", meetingOn, earliest, earliestName, today, found);
        if (minutesNumber != null && minutesNumber.length() > LONGEST_NUMBER) {
            found.add(new Violation("minutesNumber", "会议或文件编号不得超过" + LONGEST_NUMBER + "字。"));
        }
        if (blank(minutesFile)) {
            found.add(new Violation("minutesFile", "请上传党委会会议记录或纪要。"));
        }
        if (blank(paperPerson) != (paperOn == null)) {
            found.add(new Violation("paperPerson", "登记纸面签署的，签署人和签署日期须同时填写。"));
        } else if (paperPerson != null && paperPerson.length() > LONGEST_NUMBER) {
            found.add(new Violation("paperPerson", "签署人不得超过" + LONGEST_NUMBER + "字。"));
        }
        if (paperOn != null) {
            day("paperOn", "签署日期", paperOn, meetingOn, "会议日期", today, found);
        }
        return found;
    }

    /** As people read it: day, number where there is one, and who signed on paper. */
    String inWords() {
        return meetingOn + (blank(minutesNumber) ? "" : "，" + minutesNumber) + onPaper();
    }

    /** As people read it on a record that came from paper; empty where nobody signed on paper. */
    String onPaper() {
        return blank(paperPerson) ? "" : "（纸面，" + paperPerson + "，" + paperOn + "）";
    }

    static void day(
            String field,
            String name,
            @Nullable LocalDate day,
            @Nullable LocalDate earliest,
            String earliestName,
            LocalDate today,
            List<Violation> found) {
        if (day == null) {
            found.add(new Violation(field, name + "未填写。"));
        } else if (day.isAfter(today)) {
            found.add(new Violation(field, name + "不能晚于今天。"));
        } else if (earliest != null && day.isBefore(earliest)) {
            found.add(new Violation(field, name + "不能早于" + earliestName + earliest + "。"));
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
