package org.rectification.strikeoff;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.rectification.word.Paper;
import org.springframework.stereotype.Component;

/** A batch list as Word, for the meeting that notes it. */
@Component
public class BatchPaper {

    private static final List<Integer> SHARES = List.of(5, 16, 8, 31, 10, 10, 10, 10);
    private static final List<String> HEAD = List.of("序号", "单位", "问题编号", "问题", "责任领导", "责任人员", "核验人", "销号日期");

    /** @param out left open; holds a complete .docx file afterwards */
    public void write(Batch batch, OutputStream out) throws IOException {
        try (var paper = Paper.landscape(batch.organisationName())) {
            paper.title("巡察整改销号清单（第" + batch.number() + "批）")
                    .subtitle(batch.organisationName() + "　共" + batch.rows().size() + "个问题")
                    .table(
                            SHARES,
                            HEAD,
                            IntStream.range(0, batch.rows().size())
                                    .mapToObj(i -> row(i + 1, batch.rows().get(i)))
                                    .toList())
                    .text(
                            batch.metOn() == null
                                    ? "通报会议：镇党委巡察整改工作领导小组会议　　　　年　　月　　日"
                                    : "通报会议：镇党委巡察整改工作领导小组会议　" + batch.metOn() + "　纪要编号：" + batch.minutesNumber())
                    .text("组长（签名）：　　　　　　　　整改办（盖章）：　　　　　　　　")
                    .write(out);
        }
    }

    private static List<String> row(int position, Batch.Row row) {
        return List.of(
                String.valueOf(position),
                row.place(),
                "第" + row.number() + "号",
                row.title(),
                row.leader(),
                row.person(),
                row.confirmer() == null ? row.verifier() : row.verifier() + "\n确认：" + row.confirmer(),
                row.struckOffOn().toString());
    }
}
