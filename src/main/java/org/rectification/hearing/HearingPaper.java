package org.rectification.hearing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.hearing.HearingPack.Row;
import org.rectification.hearing.HearingPack.Tally;
import org.rectification.period.ChineseDates;
import org.rectification.period.LedgerFigures;
import org.rectification.word.Paper;
import org.springframework.stereotype.Component;

/** The hearing pack as a Word document. */
@Component
public class HearingPaper {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日HH时mm分");
    private static final List<Integer> FIGURES = List.of(40, 20, 20, 20);
    private static final List<Integer> TALLY = List.of(34, 11, 11, 11, 11, 11, 11);
    private static final List<String> TALLY_HEAD = List.of("", "问题总数", "已完成", "长期坚持", "未办结", "其中逾期", "其中被退回");
    private static final List<Integer> OPEN = List.of(16, 8, 28, 17, 15, 8, 8);
    private static final List<String> OPEN_HEAD = List.of("单位", "问题编号", "问题", "责任领导、责任人员", "整改时限", "状态", "退回次数");
    private static final List<Integer> DONE = List.of(20, 10, 50, 20);
    private static final List<String> DONE_HEAD = List.of("单位", "问题编号", "问题", "销号日期");

    /** @param out left open; holds a complete .docx file afterwards */
    public void write(HearingPack pack, OutputStream out) throws IOException {
        try (var paper = Paper.landscape(pack.organisation() + "　集中听取整改进展情况材料")) {
            paper.title("集中听取整改进展情况材料")
                    .subtitle(pack.organisation() + "　集中听取日期：" + ChineseDates.day(pack.plannedOn()))
                    .subtitle("以下数据和清单均取自整改台账，截至" + moment(pack.takenAt()));
            figures(paper, pack);
            paper.heading("二、各单位情况")
                    .table(TALLY, head("单位"), withTotal(pack, pack.places()))
                    .heading("三、各类问题情况")
                    .table(TALLY, head("问题类别"), withTotal(pack, pack.areas()));
            list(paper, "四、未办结问题", pack.unfinished(), OPEN, OPEN_HEAD, HearingPaper::open);
            list(paper, "五、逾期问题", pack.overdue(), OPEN, OPEN_HEAD, HearingPaper::open);
            list(paper, "六、被退回后仍在整改的问题", pack.returned(), OPEN, OPEN_HEAD, HearingPaper::open);
            list(paper, "七、已完成（已销号）问题", pack.done(), DONE, DONE_HEAD, HearingPaper::done);
            list(paper, "八、长期坚持问题", pack.longTerm(), OPEN, OPEN_HEAD, HearingPaper::open);
            missing(paper, pack);
            paper.write(out);
        }
    }

    private static void figures(Paper paper, HearingPack pack) {
        var before = pack.before();
        paper.heading("一、总体情况及与上次半月报告相比的变化")
                .text(
                        before == null
                                ? "此前尚未报送半月整改进展报告，没有可比数据。"
                                : "上次为第" + before.number() + "期整改进展报告，其数据截至" + moment(before.takenAt()) + "；此后新增销号"
                                        + pack.doneSince().size() + "个"
                                        + (pack.doneSince().isEmpty() ? "" : "：" + names(pack.doneSince())) + "。");
        var rows = new ArrayList<List<String>>();
        rows.add(line("问题总数", pack, LedgerFigures::total));
        rows.add(line("已完成（已销号）", pack, LedgerFigures::struckOff));
        rows.add(line("长期坚持", pack, LedgerFigures::longTerm));
        rows.add(line("持续整改", pack, LedgerFigures::continued));
        rows.add(line("未办结", pack, LedgerFigures::unfinished));
        rows.add(line("其中逾期", pack, LedgerFigures::overdue));
        rows.add(line("其中被退回", pack, LedgerFigures::returned));
        paper.table(FIGURES, List.of("项目", "目前", "上次报告", "变化"), rows);
    }

    private static List<String> line(String item, HearingPack pack, Function<LedgerFigures, Integer> figure) {
        int now = figure.apply(pack.figures());
        if (pack.before() == null) {
            return List.of(item, String.valueOf(now), "—", "—");
        }
        int then = figure.apply(pack.before().figures());
        return List.of(
                item,
                String.valueOf(now),
                String.valueOf(then),
                now > then ? "+" + (now - then) : String.valueOf(now - then));
    }

    private static List<String> head(String first) {
        var head = new ArrayList<>(TALLY_HEAD);
        head.set(0, first);
        return head;
    }

    private static List<List<String>> withTotal(HearingPack pack, List<Tally> tallies) {
        var rows = new ArrayList<List<String>>();
        tallies.forEach(tally -> rows.add(cells(tally)));
        rows.add(cells(Tally.of("合计", pack.rows())));
        return rows;
    }

    private static List<String> cells(Tally tally) {
        return List.of(
                tally.name(),
                String.valueOf(tally.total()),
                String.valueOf(tally.done()),
                String.valueOf(tally.longTerm()),
                String.valueOf(tally.unfinished()),
                String.valueOf(tally.overdue()),
                String.valueOf(tally.returned()));
    }

    private static void list(
            Paper paper,
            String heading,
            List<Row> rows,
            List<Integer> shares,
            List<String> head,
            Function<Row, List<String>> cells) {
        var lines = new ArrayList<>(rows.stream().map(cells).toList());
        if (lines.isEmpty()) {
            var none = new ArrayList<>(Collections.nCopies(head.size(), ""));
            none.set(0, "无");
            lines.add(none);
        }
        paper.heading(heading + "（" + rows.size() + "个）").table(shares, head, lines);
    }

    private static List<String> open(Row row) {
        return List.of(
                row.place(),
                "第" + row.number() + "号",
                row.title(),
                row.leader().isEmpty() ? "尚未明确" : row.leader() + "、" + row.person(),
                row.dueOn() + (row.overdue() && !row.settled() ? "（逾期）" : ""),
                row.state(),
                String.valueOf(row.returns()));
    }

    private static List<String> done(Row row) {
        return List.of(row.place(), "第" + row.number() + "号", row.title(), String.valueOf(row.struckOffOn()));
    }

    private static void missing(Paper paper, HearingPack pack) {
        paper.heading("九、未按期报送的整改进展报告（" + pack.missing().size() + "期）");
        if (pack.missing().isEmpty()) {
            paper.text("无。");
        }
        pack.missing()
                .forEach(report ->
                        paper.text("第" + report.number() + "期，应于" + ChineseDates.day(report.dueOn()) + "报送。"));
    }

    private static String names(List<Row> rows) {
        return String.join(
                "、",
                rows.stream().map(row -> row.place() + "第" + row.number() + "号").toList());
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(ShanghaiTime.ZONE));
    }
}
