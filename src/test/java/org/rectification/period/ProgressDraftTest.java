package org.rectification.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rectification.period.PlaceProgress.Entry;
import org.rectification.period.PlaceProgress.Told;
import org.rectification.period.ProgressDraft.Material;
import org.rectification.support.Clause;
import org.rectification.support.Feature;

@Clause("S45")
@Feature(24)
class ProgressDraftTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 9);
    private static final LocalDate LOOKED_ON = LocalDate.of(2026, 3, 25);
    private static final Told ONE = new Told("1", "资金审批");
    private static final Told TWO = new Told("2", "台账不全");

    @Test
    void aReadableDraftTellsWhatChangedPlaceByPlace() {
        var town = new PlaceProgress("镇本级", false, Map.of(), 0, List.of(), List.of());
        var upper = new PlaceProgress(
                "上坡村党支部",
                true,
                Map.of(ProgressChange.STRUCK_OFF, List.of(ONE), ProgressChange.NEWLY_LATE, List.of(TWO)),
                3,
                List.of(new Entry(TWO, "已补两份，余一份")),
                List.of(TWO));
        var lower = new PlaceProgress("下坡村党支部", true, Map.of(), 0, List.of(), List.of());

        assertThat(ProgressDraft.text(new Material(
                        TODAY,
                        new LedgerFigures(60, 13, 1, 0, 46, 1, 2),
                        new LedgerFigures(60, 12, 1, 0, 47, 0, 2),
                        LOOKED_ON,
                        List.of(town, upper, lower),
                        5,
                        LocalDate.of(2026, 4, 24))))
                .isEqualTo(
                        """
                        截至2026年4月9日，台账共有问题60个：已销号13个（较上期增加1个），长期坚持1个，未办结46个，其中逾期1个、被退回后仍在整改2个。

                        一、本期工作进展
                        2026年3月25日上期报告以来，销号1个，新增逾期1个，报告完成整改措施3条。
                        【上坡村党支部】销号1个（第1号）；新增逾期1个（第2号）；报告完成整改措施3条。
                        第2号“台账不全”：已补两份，余一份。
                        镇本级和其余1个村本期没有变化。

                        二、存在的困难和问题
                        逾期未办结1个：上坡村党支部第2号。

                        三、下步安排
                        下期报告报送日（2026年4月24日）前到期的未办结问题5个。
                        """);
    }

    @Test
    void theFirstReportComparesWithNothingAndNoChangeIsSaid() {
        var town = new PlaceProgress("镇本级", false, Map.of(), 0, List.of(), List.of());

        assertThat(ProgressDraft.text(new Material(
                        TODAY, new LedgerFigures(4, 0, 0, 0, 4, 0, 0), null, null, List.of(town), 0, null)))
                .contains("已销号0个，长期坚持0个")
                .contains("反馈以来，台账没有变化。")
                .doesNotContain("较上期", "其余", "null");
    }

    @Test
    void howeverManyWroteTheDraftFitsAndSaysWhatItLeavesOut() {
        var entries = IntStream.range(0, 300)
                .mapToObj(i -> new Entry(new Told(String.valueOf(i), "问题"), "进展".repeat(95)))
                .toList();
        var place = new PlaceProgress("镇本级", false, Map.of(), 0, entries, List.of());

        var text = ProgressDraft.text(
                new Material(TODAY, new LedgerFigures(300, 0, 0, 0, 300, 0, 0), null, null, List.of(place), 0, null));

        assertThat(text.length()).isLessThan(ProgressReports.LONGEST_REPORT);
        assertThat(text).containsPattern("另有\\d+条填报的进展，见各问题页面。");
    }
}
