package org.rectification.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.rectification.period.PlaceProgress.Told;
import org.springframework.lang.Nullable;

/**
 * The text from which the clerk starts (S45, row 24): the ledger's figures, what changed since the last report place by
 * place, and what the list owners wrote. A draft to be read and edited; every figure is the ledger's.
 */
final class ProgressDraft {

    /** Findings that a sentence names; of more it gives the number. */
    private static final int NAMED = 6;

    /** Characters of list owners' texts; what is beyond is on the findings' own pages. */
    private static final int ROOM_FOR_ENTRIES = 12_000;

    private final Material material;
    private final StringBuilder text = new StringBuilder();
    private int entriesLeftOut;
    private int room = ROOM_FOR_ENTRIES;

    private ProgressDraft(Material material) {
        this.material = material;
    }

    /**
     * @param before figures of the report before, and the day on which they were taken; null for the first report
     * @param dueSoon unfinished findings that are due until {@code nextReportOn}
     * @param nextReportOn null: no further report is owed
     */
    record Material(
            LocalDate today,
            LedgerFigures now,
            @Nullable LedgerFigures before,
            @Nullable LocalDate lookedOn,
            List<PlaceProgress> places,
            int dueSoon,
            @Nullable LocalDate nextReportOn) {}

    static String text(Material material) {
        var draft = new ProgressDraft(material);
        draft.figures();
        draft.text.append("\n一、本期工作进展\n");
        draft.places();
        draft.text.append("\n二、存在的困难和问题\n");
        draft.difficulties();
        draft.text.append("\n三、下步安排\n");
        draft.outlook();
        return draft.text.toString();
    }

    private void figures() {
        var now = material.now();
        var before = material.before();
        text.append("截至%s，台账共有问题%d个：已销号%d个%s，长期坚持%d个，未办结%d个，其中逾期%d个、被退回后仍在整改%d个。\n"
                .formatted(
                        ChineseDates.day(material.today()),
                        now.total(),
                        now.struckOff(),
                        before == null ? "" : "（" + more(now.struckOff() - before.struckOff()) + "）",
                        now.longTerm(),
                        now.unfinished(),
                        now.overdue(),
                        now.returned()));
    }

    private static String more(int difference) {
        return difference == 0 ? "较上期无变化" : "较上期增加" + difference + "个";
    }

    private void places() {
        var parts = new ArrayList<String>();
        for (var change : ProgressChange.values()) {
            int count = material.places().stream()
                    .mapToInt(place -> place.of(change).size())
                    .sum();
            if (count > 0) {
                parts.add(change.label() + count + "个");
            }
        }
        int measures =
                material.places().stream().mapToInt(PlaceProgress::measures).sum();
        if (measures > 0) {
            parts.add("报告完成整改措施" + measures + "条");
        }
        var since = material.lookedOn() == null ? "反馈以来" : ChineseDates.day(material.lookedOn()) + "上期报告以来";
        text.append(since)
                .append(parts.isEmpty() ? "，台账没有变化" : "，" + String.join("，", parts))
                .append("。\n");
        var moved = material.places().stream().filter(PlaceProgress::moved).toList();
        moved.forEach(this::place);
        if (!moved.isEmpty() && moved.size() < material.places().size()) {
            text.append(rest()).append("本期没有变化。\n");
        }
        if (entriesLeftOut > 0) {
            text.append("另有").append(entriesLeftOut).append("条填报的进展，见各问题页面。\n");
        }
    }

    /** Places of which there is nothing to say. */
    private String rest() {
        var still = material.places().stream().filter(place -> !place.moved()).toList();
        long villages = still.stream().filter(PlaceProgress::village).count();
        var others = villages == 0 ? "" : "其余" + villages + "个村";
        return villages == still.size() ? others : "镇本级" + (villages == 0 ? "" : "和") + others;
    }

    private void place(PlaceProgress place) {
        var parts = Arrays.stream(ProgressChange.values())
                .filter(change -> !place.of(change).isEmpty())
                .map(change -> change.label() + place.of(change).size() + "个（" + named(place.of(change)) + "）")
                .collect(Collectors.toCollection(ArrayList::new));
        if (place.measures() > 0) {
            parts.add("报告完成整改措施" + place.measures() + "条");
        }
        text.append("【").append(place.name()).append("】");
        text.append(parts.isEmpty() ? "" : String.join("；", parts) + "。").append('\n');
        for (var entry : place.entries()) {
            var line = "第" + entry.finding().number() + "号“" + entry.finding().title() + "”：" + sentence(entry.text());
            if (line.length() > room) {
                entriesLeftOut++;
            } else {
                room -= line.length();
                text.append(line).append('\n');
            }
        }
    }

    private void difficulties() {
        var late = material.places().stream()
                .filter(place -> !place.late().isEmpty())
                .map(place -> place.name() + named(place.late()))
                .toList();
        if (!late.isEmpty()) {
            text.append("逾期未办结").append(material.now().overdue()).append("个：");
            text.append(late.stream().limit(NAMED).collect(Collectors.joining("；")));
            text.append(late.size() > NAMED ? "；其他见台账。\n" : "。\n");
        }
    }

    private void outlook() {
        if (material.nextReportOn() != null && material.dueSoon() > 0) {
            text.append("下期报告报送日（")
                    .append(ChineseDates.day(material.nextReportOn()))
                    .append("）前到期的未办结问题");
            text.append(material.dueSoon()).append("个。\n");
        }
    }

    private static String named(List<Told> findings) {
        var names = findings.stream()
                .limit(NAMED)
                .map(finding -> "第" + finding.number() + "号")
                .collect(Collectors.joining("、"));
        return findings.size() > NAMED ? names + "等" : names;
    }

    private static String sentence(String entry) {
        return entry.matches("(?s).*[。！？!?.]$") ? entry : entry + "。";
    }
}
