package org.rectification.period;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rectification.support.Clause;
import org.rectification.support.Feature;

@Clause("S14")
@Feature(26)
class ReportSimilarityTest {

    private static final String FIRST = "截至2026年3月25日，台账共有问题60个：已销号12个。本期召开党委会2次，到村督办4次，补齐审批手续三项。";

    @Test
    void whiteSpacePunctuationAndDatesMakeNoDifference() {
        var copied =
                FIRST.replace("2026年3月25日", "2026年4月9日").replace("，", ",\n").replace("：", ":");

        assertThat(ReportSimilarity.percent(FIRST, copied)).hasValue(100);
    }

    @Test
    void aFigureChangedInACopyIsNearlyTheSame() {
        assertThat(ReportSimilarity.percent(FIRST, FIRST.replace("12个", "13个")).orElse(0))
                .isBetween(95, 99);
    }

    @Test
    void aNewSentenceIsNews() {
        assertThat(ReportSimilarity.percent(FIRST, FIRST + "下山村自来水工程已经验收并公示。")).isEmpty();
        assertThat(ReportSimilarity.percent(FIRST, "本期推进土地确权两宗。")).isEmpty();
    }

    @Test
    void theShareIsRoundedDownSoThatOnlyACopyIsACopy() {
        var long1 = "改".repeat(999);

        assertThat(ReportSimilarity.percent(long1 + "甲", long1 + "乙")).hasValue(99);
        assertThat(ReportSimilarity.percent("甲".repeat(10), "甲".repeat(9) + "乙"))
                .hasValue(90);
        assertThat(ReportSimilarity.percent("甲".repeat(10), "甲".repeat(8) + "乙乙"))
                .isEmpty();
    }

    @Test
    @Timeout(60)
    void theLongestReportsAreComparedInNoNoticeableTime() {
        var text = new StringBuilder();
        for (int i = 0; text.length() < ProgressReports.LONGEST_REPORT; i++) {
            text.append("村问题").append(i * 7919).append("已补齐手续");
        }

        assertThat(ReportSimilarity.percent(text.toString(), text.toString().replace("村问题1", "村问题2")))
                .isPresent();
    }
}
