package org.rectification.plan.sheet;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.rectification.plan.Horizon;
import org.rectification.plan.Measure;
import org.rectification.plan.PlanLineEntry;
import org.rectification.plan.PlanLineView;
import org.rectification.refusal.Refusal;
import org.rectification.workbook.CellWords;
import org.rectification.workbook.Workbooks;
import org.springframework.lang.Nullable;

/** Reads a filled-in plan sheet, or a ledger with the same columns, row by row; collects everything that is wrong instead of stopping at the first. */
final class PlanSheetReader {

    private static final int MOST_ROWS = 5_000;

    /** What Excel itself allows in a cell is eight times as much as any field. */
    private static final int LONGEST = 4_000;

    private final Map<String, PlanLineView> lines;
    private final Names names;
    private final CellWords words = new CellWords();
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    PlanSheetReader(Map<String, PlanLineView> lines, Names names) {
        this.lines = lines;
        this.names = names;
    }

    /**
     * @param lines what the person may read, by finding
     * @throws Refusal when the file as a whole cannot be used
     */
    static List<SheetRow> read(byte[] file, Map<String, PlanLineView> lines, Names names) {
        try (var workbook = Workbooks.open(file)) {
            return new PlanSheetReader(lines, names).read(workbook);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // Some damage shows only while the cells are read.
            throw Refusal.of("file", "文件不能识别：请使用下载的编制表（.xlsx）填写后上传。");
        }
    }

    /** @throws Refusal when the workbook as a whole is not a sheet that was downloaded */
    private List<SheetRow> read(Workbook workbook) {
        var sheet = Stream.of(LineSheet.PLAN, LineSheet.LEDGER)
                .map(workbook::getSheet)
                .filter(each -> each != null && each.getRow(0) != null)
                .findFirst()
                .orElseThrow(() -> Refusal.of("file", "缺少“" + LineSheet.PLAN + "”表，请使用下载的编制表或导出的整改台账填写。"));
        if (sheet.getPhysicalNumberOfRows() > MOST_ROWS) {
            throw Refusal.of("file", "编制表超过5000行，请分开填写。");
        }
        header(sheet.getRow(0));
        var rows = new ArrayList<SheetRow>();
        var firstRows = new HashMap<String, Integer>();
        for (var row : sheet) {
            if (row.getRowNum() > 0 && !blank(row)) {
                rows.add(row(row, firstRows));
            }
        }
        return rows;
    }

    private void header(Row header) {
        for (var cell : header) {
            // Some programs and people change full-width brackets.
            var name = words.of(cell).replace('(', '\uff08').replace(')', '\uff09');
            if (name.isEmpty() || Columns.isReadOnly(name)) {
                continue;
            }
            if (!known(name)) {
                throw Refusal.of("file", "不认识的栏目“" + cut(name) + "”，请删除该栏目或使用下载的编制表。");
            }
            if (columns.putIfAbsent(name, cell.getColumnIndex()) != null) {
                throw Refusal.of("file", "栏目“" + name + "”重复，请删除多余的一列。");
            }
        }
        for (var needed : Stream.concat(Stream.of(Columns.ID, Columns.FINGERPRINT), Columns.FIELDS.stream())
                .toList()) {
            if (!columns.containsKey(needed)) {
                throw Refusal.of("file", "缺少栏目“" + needed + "”，请使用下载的编制表填写。");
            }
        }
    }

    private static boolean known(String name) {
        return Columns.GIVEN.contains(name) || Columns.isFilledIn(name);
    }

    private boolean blank(Row row) {
        return columns.values().stream()
                .allMatch(column -> words.of(row.getCell(column)).isEmpty());
    }

    private SheetRow row(Row row, Map<String, Integer> firstRows) {
        var problems = new ArrayList<SheetRow.Problem>();
        var number = row.getRowNum() + 1;
        var id = text(row, Columns.ID, problems);
        var line = id == null ? null : lines.get(id);
        var unplanned = id != null && line == null && unplanned(row, problems);
        if (id == null) {
            problems.add(new SheetRow.Problem("", "此行没有问题标识，请使用下载的编制表，不要自行增加行。"));
        } else if (line == null && !unplanned) {
            problems.add(new SheetRow.Problem("", "没有这一条方案内容，或不由您填写。"));
        } else if (line != null) {
            var first = firstRows.putIfAbsent(id, number);
            if (first != null) {
                problems.add(new SheetRow.Problem("", "与第" + first + "行是同一个问题，请只保留一行。"));
            }
            if (text(row, Columns.FINGERPRINT, problems) == null) {
                problems.add(new SheetRow.Problem("", "此行没有校验码，请使用下载的编制表。"));
            }
            unchanged(row, Columns.PLACE, SheetLine.placeOf(line.villageName()), problems);
            unchanged(row, Columns.NUMBER, line.number(), problems);
            unchanged(row, Columns.PROBLEM, line.problem(), problems);
            unchanged(row, Columns.OPINION, line.opinion(), problems);
        }
        var groups = new ArrayList<Integer>();
        var measures = measures(row, line, groups, problems);
        var entry = entry(row, line, measures, problems);
        var label = line == null ? "" : SheetLine.of(line).label();
        return new SheetRow(
                number, id, label, text(row, Columns.FINGERPRINT, problems), unplanned, entry, groups, problems);
    }

    private PlanLineEntry entry(
            Row row, @Nullable PlanLineView line, List<Measure> measures, List<SheetRow.Problem> problems) {
        if (line == null) {
            return new PlanLineEntry(null, null, null, null, null, null, null, null, null, null, measures, null, null);
        }
        return new PlanLineEntry(
                text(row, Columns.ROOT_CAUSE, line.rootCause(), problems),
                text(row, Columns.SIMILAR_CHECK, line.similarCheck(), problems),
                count(row, Columns.SIMILAR_CHECKED, problems),
                count(row, Columns.SIMILAR_FOUND, problems),
                text(row, Columns.GOAL, line.goal(), problems),
                day(row, Columns.DUE_ON, problems),
                owner(row, Columns.LEADER, line.leader(), line.leaderName(), problems),
                text(row, Columns.BRANCH, line.branch(), problems),
                owner(row, Columns.PERSON, line.person(), line.personName(), problems),
                text(row, Columns.OWNER_REASON, line.ownerReason(), problems),
                measures,
                text(row, Columns.NO_NOW_REASON, line.noNowReason(), problems),
                text(row, Columns.NO_LASTING_REASON, line.noLastingReason(), problems));
    }

    /** Whether the finding had no line when the sheet was written, and its row says no more than it did then. */
    private boolean unplanned(Row row, List<SheetRow.Problem> problems) {
        var fingerprint = text(row, Columns.FINGERPRINT, problems);
        var owners = List.of(Columns.LEADER, Columns.BRANCH, Columns.PERSON);
        return fingerprint != null
                && SheetLine.isUnplanned(fingerprint)
                && fingerprint.equals(SheetLine.unplanned(
                        text(row, Columns.LEADER, problems),
                        text(row, Columns.BRANCH, problems),
                        text(row, Columns.PERSON, problems)))
                && columns.keySet().stream()
                        .filter(header -> Columns.isFilledIn(header) && !owners.contains(header))
                        .allMatch(header -> words.of(cell(row, header)).isEmpty());
    }

    /** What the system filled in stays what it is; a change there would be lost without a word. */
    private void unchanged(Row row, String header, String stored, List<SheetRow.Problem> problems) {
        var index = columns.get(header);
        if (index != null && !plain(words.of(row.getCell(index))).equals(plain(stored))) {
            problems.add(new SheetRow.Problem(header, "“" + header + "”由系统填写，不能在编制表中改动。"));
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }

    private List<Measure> measures(
            Row row, @Nullable PlanLineView line, List<Integer> groups, List<SheetRow.Problem> problems) {
        var measures = new ArrayList<Measure>();
        columns.keySet().stream()
                .filter(Columns::isMeasure)
                .map(Columns::groupOf)
                .distinct()
                .sorted()
                .forEach(group -> {
                    var horizon = horizon(row, Columns.measure(group, Columns.HORIZON), problems);
                    var text = text(row, Columns.measure(group, Columns.TEXT), problems);
                    var limit = day(row, Columns.measure(group, Columns.LIMIT), problems);
                    if (text != null || limit != null) {
                        groups.add(group);
                        measures.add(known(line, horizon, text, limit));
                    }
                });
        return measures;
    }

    /** A measure with the same words is the one that was there; what the sheet has no column for stays with it. */
    private static Measure known(
            @Nullable PlanLineView line, @Nullable Horizon horizon, @Nullable String text, @Nullable LocalDate limit) {
        var before = line == null
                ? Stream.<Measure>empty()
                : line.measures().stream().filter(each -> each.horizon() == horizon && same(each.text(), text));
        return before.findFirst()
                .map(each ->
                        new Measure(each.id(), horizon, each.text(), limit, each.accountabilityOnly(), each.commonId()))
                .orElseGet(() -> new Measure(horizon, text, limit));
    }

    @Nullable private Horizon horizon(Row row, String header, List<SheetRow.Problem> problems) {
        var typed = text(row, header, problems);
        if (typed == null) {
            return null;
        }
        var found = Stream.of(Horizon.values())
                .filter(horizon -> horizon.label().equals(typed))
                .findFirst();
        if (found.isEmpty()) {
            problems.add(new SheetRow.Problem(header, "只能填“当下改”或“长久立”。"));
        }
        return found.orElse(null);
    }

    @Nullable private String owner(
            Row row, String header, @Nullable String now, @Nullable String name, List<SheetRow.Problem> problems) {
        var typed = text(row, header, problems);
        if (typed == null) {
            return null;
        }
        if (typed.equals(names.label(now, name))) {
            // Also somebody who has left since: as long as the cell is as it was written, it changes nothing.
            return now;
        }
        var meant = names.meant(typed);
        if (meant.size() == 1) {
            return meant.get(0);
        }
        problems.add(new SheetRow.Problem(
                header,
                meant.isEmpty()
                        ? "“" + cut(typed) + "”不在本单位在职人员中，请从下拉列表选择。"
                        : "“" + cut(typed) + "”有" + meant.size() + "人同名，请选择："
                                + String.join(
                                        "、", meant.stream().map(names::label).toList()) + "。"));
        return null;
    }

    @Nullable private LocalDate day(Row row, String header, List<SheetRow.Problem> problems) {
        var cell = cell(row, header);
        var typed = cell == null || broken(cell, header, problems) ? "" : words.day(cell);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(typed);
            if (day.getYear() >= 2000 && day.getYear() < 2100) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Told below, as a day of another century is.
        }
        problems.add(new SheetRow.Problem(header, "“" + cut(typed) + "”不是日期，请填写如 2026-05-20。"));
        return null;
    }

    @Nullable private Integer count(Row row, String header, List<SheetRow.Problem> problems) {
        var typed = text(row, header, problems);
        if (typed == null) {
            return null;
        }
        if (!typed.matches("\\d{1,6}")) {
            problems.add(new SheetRow.Problem(header, "请填写整数。"));
            return null;
        }
        return Integer.valueOf(typed);
    }

    @Nullable private String text(Row row, String header, List<SheetRow.Problem> problems) {
        var cell = cell(row, header);
        if (cell == null || broken(cell, header, problems)) {
            return null;
        }
        var text = words.of(cell).replace("\r\n", "\n").replace('\r', '\n');
        if (text.length() > LONGEST) {
            problems.add(new SheetRow.Problem(header, "不得超过" + LONGEST + "字。"));
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** A cell that says what the line says is what the line says, with whatever blanks a cell does not keep. */
    @Nullable private String text(Row row, String header, @Nullable String now, List<SheetRow.Problem> problems) {
        var typed = text(row, header, problems);
        return same(now, typed) ? now : typed;
    }

    private static boolean same(@Nullable String stored, @Nullable String typed) {
        return stored != null
                && typed != null
                && stored.replace("\r\n", "\n").replace('\r', '\n').strip().equals(typed);
    }

    private boolean broken(Cell cell, String header, List<SheetRow.Problem> problems) {
        if (words.broken(cell)) {
            problems.add(new SheetRow.Problem(header, "单元格内容有错误，请重新填写。"));
            return true;
        }
        if (cell.getCellType() == CellType.FORMULA) {
            problems.add(new SheetRow.Problem(header, "单元格含有公式，请改为直接填写内容。"));
            return true;
        }
        return false;
    }

    @Nullable private Cell cell(Row row, String header) {
        var index = columns.get(header);
        return index == null ? null : row.getCell(index);
    }

    private static String cut(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "…" : text;
    }
}
