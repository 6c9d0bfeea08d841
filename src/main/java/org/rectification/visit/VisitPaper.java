package org.rectification.visit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.rectification.word.Paper;
import org.springframework.stereotype.Component;

/** The list of a visit as Word, to be taken along and signed on site: what was promised beside room for what is found. */
@Component
public class VisitPaper {

    private static final List<Integer> SHARES = List.of(5, 7, 18, 22, 12, 12, 24);
    private static final List<String> HEAD = List.of("序号", "问题编号", "具体问题", "报告的整改结果和措施", "佐证材料", "核验结论", "现场情况和理由");
    private static final String CHOICES = "□已完成\n□基本完成\n□未完成\n□长期坚持";

    /** @param out left open; holds a complete .docx file afterwards */
    public void write(Visit visit, OutputStream out) throws IOException {
        try (var paper = Paper.landscape(visit.organisationName() + "　巡察整改现场核验清单")) {
            paper.title("巡察整改现场核验清单（第" + visit.number() + "次）")
                    .subtitle(visit.villageName() + "　拟核验日期：" + visit.plannedOn() + "　制表人：" + visit.plannedByName()
                            + "　共" + visit.rows().size() + "条")
                    .table(SHARES, HEAD, rows(visit))
                    .text("说明：每条单独作出结论并写明理由，只有“已完成”才能销号；结论由核验人逐条录入系统，本表签名后扫描上传一次。")
                    .text("核验人（签名）：　　　　　　　村（居）党支部书记（签名）：　　　　　　　党员群众代表（签名）：　　　　　　　")
                    .text("实际核验日期：　　　　年　　月　　日")
                    .write(out);
        }
    }

    private static List<List<String>> rows(Visit visit) {
        return IntStream.range(0, visit.rows().size())
                .mapToObj(i -> row(i + 1, visit.rows().get(i)))
                .toList();
    }

    private static List<String> row(int position, Visit.Row row) {
        return List.of(
                String.valueOf(position),
                "第" + row.number() + "号",
                // A title that is the problem's own beginning says nothing more.
                row.problem().startsWith(row.title()) ? row.problem() : row.title() + "\n" + row.problem(),
                words(row.result()) + "\n措施：" + words(row.measures()) + "\n责任人员：" + words(row.person()),
                words(row.evidence()),
                CHOICES,
                "");
    }

    private static String words(String text) {
        return text == null || text.isBlank() ? "无" : text;
    }
}
