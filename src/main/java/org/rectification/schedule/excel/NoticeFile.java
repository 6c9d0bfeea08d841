package org.rectification.schedule.excel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.rectification.deadline.YearNotice;
import org.rectification.deadline.YearNotice.Kind;
import org.rectification.refusal.Refusal;
import org.rectification.workbook.CellWords;
import org.rectification.workbook.RowError;
import org.rectification.workbook.Workbooks;
import org.springframework.lang.Nullable;

/**
 * A year's notice as a file: a row for each day off of a holiday and for each weekend day that is worked, in the columns
 * 日期、类别 (放假 or 上班)、名称. Excel, or CSV in UTF-8.
 */
public final class NoticeFile {

    private static final String SHEET = "放假安排";
    private static final int MOST_ROWS = 400;
    private static final Map<String, Kind> KINDS =
            Map.of("放假", Kind.HOLIDAY, "HOLIDAY", Kind.HOLIDAY, "上班", Kind.WORKDAY, "WORKDAY", Kind.WORKDAY);

    private final List<RowError> errors = new ArrayList<>();
    private final List<YearNotice.Day> days = new ArrayList<>();
    private final HashSet<LocalDate> seen = new HashSet<>();

    private NoticeFile() {}

    /** @param notice null when there are errors */
    public record Read(List<RowError> errors, @Nullable YearNotice notice) {}

    /** @throws Refusal naming the file, when it is neither */
    public static Read read(String name, byte[] file) {
        var reader = new NoticeFile();
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
            reader.workbook(name, file);
        } else {
            reader.csv(name, file);
        }
        return reader.result();
    }

    private Read result() {
        if (errors.isEmpty() && days.stream().noneMatch(each -> each.kind() == Kind.HOLIDAY)) {
            errors.add(new RowError(SHEET, 0, null, "没有放假的日期，请按通知逐日填写。"));
        }
        if (!errors.isEmpty()) {
            return new Read(List.copyOf(errors), null);
        }
        days.sort(java.util.Comparator.comparing(YearNotice.Day::day));
        return new Read(List.of(), new YearNotice(days.get(0).day().getYear(), days));
    }

    private void workbook(String name, byte[] file) {
        var words = new CellWords();
        try (var workbook = opened(name, file)) {
            for (Row row : workbook.getSheetAt(0)) {
                if (row.getRowNum() > 0 && row.getRowNum() <= MOST_ROWS) {
                    row(
                            row.getRowNum() + 1,
                            words.day(row.getCell(0)),
                            words.of(row.getCell(1)),
                            words.of(row.getCell(2)));
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void csv(String name, byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable(name);
        }
        var lines = text.replace("\ufeff", "").lines().limit(MOST_ROWS).toList();
        if (lines.isEmpty() || !lines.get(0).startsWith("日期")) {
            throw unreadable(name);
        }
        for (int at = 1; at < lines.size(); at++) {
            var cells = (lines.get(at) + ",,").split(",", -1);
            row(at + 1, cells[0].strip(), cells[1].strip(), cells[2].strip());
        }
    }

    private static Workbook opened(String name, byte[] file) {
        try {
            return Workbooks.open(file);
        } catch (Refusal refusal) {
            throw Refusal.of("file", "“" + name + "”：" + refusal.getMessage());
        }
    }

    private static Refusal unreadable(String name) {
        return Refusal.of("file", "“" + name + "”不能识别：请使用 Excel 文件（.xlsx），或 UTF-8 编码的 CSV 文件，首行为日期、类别、名称。");
    }

    private void row(int number, String date, String kindWord, String name) {
        if (date.isEmpty() && kindWord.isEmpty() && name.isEmpty()) {
            return;
        }
        var day = day(number, date);
        var kind = KINDS.get(kindWord);
        if (kind == null) {
            wrong(number, "类别", "只能填 放假、上班。");
        }
        if (name.length() > 20 || name.isEmpty() && kind == Kind.HOLIDAY) {
            wrong(number, "名称", "请填写节日名称，最多 20 个字。");
        }
        if (day == null || kind == null) {
            return;
        }
        if (!seen.add(day)) {
            wrong(number, "日期", "这一天重复填写。");
        }
        if (kind == Kind.WORKDAY
                && day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
            wrong(number, "日期", "调休上班的日期应是星期六或星期日。");
        }
        if (!days.isEmpty() && days.get(0).day().getYear() != day.getYear()) {
            wrong(number, "日期", "一次只能导入一个年度，首行是" + days.get(0).day().getYear() + "年。");
        }
        days.add(new YearNotice.Day(day, kind, name.isEmpty() ? "调休上班" : name));
    }

    @Nullable private LocalDate day(int number, String text) {
        try {
            var day = LocalDate.parse(text.replace('/', '-'));
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        wrong(number, "日期", "日期格式须为年-月-日，例如2027-01-01，年度在2000年至2100年之间。");
        return null;
    }

    private void wrong(int number, String column, String message) {
        errors.add(new RowError(SHEET, number, column, message));
    }
}
