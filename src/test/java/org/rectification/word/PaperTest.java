package org.rectification.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.junit.jupiter.api.Test;

/** A paper as another Word library reads it. */
class PaperTest {

    private static final List<Integer> SHARES = List.of(10, 30, 60);

    @Test
    void titleAndTextStandInTheFontsOfOfficialPapersAndEachFontNamesItsStandIn() throws Exception {
        try (var paper = written()) {
            var title = paper.getParagraphs().get(0).getRuns().get(0);
            assertThat(title.getFontFamily(FontCharRange.eastAsia)).isEqualTo("方正小标宋简体");
            assertThat(title.getFontSizeAsDouble()).isEqualTo(22);
            assertThat(paper.getParagraphs().get(1).getRuns().get(0).getFontFamily(FontCharRange.eastAsia))
                    .isEqualTo("仿宋");
            var part = paper.getPackage().getPart(PackagingURIHelper.createPartName("/word/fontTable.xml"));
            try (var fonts = part.getInputStream()) {
                assertThat(new String(fonts.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("w:name=\"方正小标宋简体\"><w:altName w:val=\"宋体\"/>");
            }
        }
    }

    @Test
    void headOfATableIsRepeatedAndTheTableIsAsWideAsThePage() throws IOException {
        try (var paper = written()) {
            var table = paper.getTables().get(0);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).isCantSplitRow()).isTrue();
            var size = paper.getDocument().getBody().getSectPr();
            var room = Integer.parseInt(size.getPgSz().getW().toString())
                    - 2 * Integer.parseInt(size.getPgMar().getLeft().toString());
            var columns = table.getCTTbl().getTblGrid().getGridColList().stream()
                    .mapToInt(column -> Integer.parseInt(column.getW().toString()))
                    .sum();
            assertThat(columns).isBetween(room - SHARES.size(), room);
        }
    }

    @Test
    void footerSaysWhichPageOfHowManyThisIs() throws IOException {
        try (var paper = written()) {
            var footer = paper.getFooterList().get(0).getParagraphs().get(0).getCTP();
            assertThat(footer.getFldSimpleList())
                    .extracting(field -> field.getInstr())
                    .containsExactly("PAGE", "NUMPAGES");
        }
    }

    private static XWPFDocument written() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var paper = Paper.landscape("清溪镇党委（演示）")) {
            paper.title("现场核验清单")
                    .text("说明：逐条作出结论。")
                    .table(SHARES, List.of("序号", "问题", "情况"), Collections.nCopies(40, List.of("1", "问题", "情况")))
                    .write(out);
        }
        return new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
    }
}
