package org.rectification.word;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * One Word document, written from top to bottom. A4, with the fonts that official papers have (GB/T 9704): titles in
 * 方正小标宋, headings in 黑体, text in 仿宋; where one is not installed, the document itself names what stands in for it. The
 * header names whose paper it is, the footer counts the pages. What somebody typed goes in as text, line by line.
 */
public final class Paper implements AutoCloseable {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String TITLE_SONG = "方正小标宋简体";
    private static final String SONG = "宋体";
    private static final String HEI = "黑体";
    private static final String FANG_SONG = "仿宋";
    private static final String LATIN = "Times New Roman";

    /** What Word takes for a font that a machine does not have. */
    private static final Map<String, String> STAND_INS =
            Map.of(TITLE_SONG, SONG, SONG, "SimSun", HEI, "SimHei", FANG_SONG, "仿宋_GB2312");

    /** Points: 二号, 四号, 五号. */
    private static final double TITLE = 22;

    private static final double TEXT = 14;
    private static final double SMALL = 10.5;
    /** What stands in the middle of its column, so that figures below each other can be compared. */
    private static final Pattern FIGURE = Pattern.compile("[+-]?\\d+|—");

    /** Points: as little as stands between two tables. */
    private static final double HAIR = 2;

    /** Twentieths of a point, between a table and what stands beside it. */
    private static final int GAP = 120;

    /** Twentieths of a point: A4 and its margins. */
    private static final int SHORT_SIDE = 11_906;

    private static final int LONG_SIDE = 16_838;
    private static final int MARGIN = 1_304;

    private final XWPFDocument document = new XWPFDocument();
    private final int width;
    private boolean onNewPage;

    private Paper(String header, boolean landscape) {
        this.width = (landscape ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(landscape ? LONG_SIDE : SHORT_SIDE));
        size.setH(BigInteger.valueOf(landscape ? SHORT_SIDE : LONG_SIDE));
        if (landscape) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        var margin = section.addNewPgMar();
        for (var side : List.<java.util.function.Consumer<BigInteger>>of(
                margin::setTop, margin::setBottom, margin::setLeft, margin::setRight)) {
            side.accept(BigInteger.valueOf(MARGIN));
        }
        margin.setHeader(BigInteger.valueOf(MARGIN / 2));
        margin.setFooter(BigInteger.valueOf(MARGIN / 2));
        var top = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        run(top, FANG_SONG, SMALL, false).setText(header);
        pages(document.createFooter(HeaderFooterType.DEFAULT).createParagraph());
        fonts();
    }

    /** The table of fonts, which the library does not write by itself. */
    private void fonts() {
        try {
            var part = document.getPackage()
                    .createPart(
                            PackagingURIHelper.createPartName("/word/fontTable.xml"),
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
            try (var out = part.getOutputStream()) {
                out.write(STAND_INS.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(font -> "<w:font w:name=\"" + font.getKey() + "\"><w:altName w:val=\"" + font.getValue()
                                + "\"/><w:charset w:val=\"86\"/></w:font>")
                        .collect(Collectors.joining(
                                "",
                                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                                        + "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
                                "</w:fonts>"))
                        .getBytes(StandardCharsets.UTF_8));
            }
            document.getPackagePart()
                    .addRelationship(
                            part.getPartName(),
                            TargetMode.INTERNAL,
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
        } catch (InvalidFormatException | IOException e) {
            throw new IllegalStateException("the table of fonts cannot be written", e);
        }
    }

    public static Paper portrait(String header) {
        return new Paper(header, false);
    }

    public static Paper landscape(String header) {
        return new Paper(header, true);
    }

    public Paper title(String text) {
        var paragraph = paragraph(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(GAP);
        write(run(paragraph, TITLE_SONG, TITLE, false), text);
        return this;
    }

    /** A line in the middle, below the title. */
    public Paper subtitle(String text) {
        var paragraph = paragraph(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(GAP);
        write(run(paragraph, FANG_SONG, TEXT, false), text);
        return this;
    }

    public Paper heading(String text) {
        var paragraph = paragraph(ParagraphAlignment.LEFT);
        paragraph.setSpacingBefore(GAP);
        paragraph.setSpacingAfter(GAP / 2);
        paragraph.setKeepNext(true);
        write(run(paragraph, HEI, TEXT, false), text);
        return this;
    }

    public Paper text(String text) {
        var paragraph = paragraph(ParagraphAlignment.LEFT);
        paragraph.setSpacingBefore(GAP);
        paragraph.setSpacingAfter(GAP / 2);
        write(run(paragraph, FANG_SONG, TEXT, false), text);
        return this;
    }

    /** What follows begins on a new page. */
    public Paper newPage() {
        onNewPage = true;
        return this;
    }

    /**
     * A table with a head that is repeated on every page.
     *
     * @param shares of the columns in the width of the page
     */
    public Paper table(List<Integer> shares, List<String> head, List<List<String>> rows) {
        var table = table(rows.size() + 1, shares);
        table.getRow(0).setRepeatHeader(true);
        fill(table, 0, head, true);
        for (int i = 0; i < rows.size(); i++) {
            table.getRow(i + 1).setCantSplitRow(true);
            fill(table, i + 1, rows.get(i), false);
        }
        return this;
    }

    /** Label and value side by side: label, value, label, value …; the last value of a short row takes what is left. */
    public Paper facts(List<Integer> shares, List<List<String>> rows) {
        var table = table(rows.size(), shares);
        for (int i = 0; i < rows.size(); i++) {
            var texts = rows.get(i);
            for (int j = 0; j < texts.size(); j++) {
                cell(table, i, j, texts.get(j), j % 2 == 0);
                // Such a table stays together, and with the signatures below it.
                table.getRow(i).getCell(j).getParagraphArray(0).setKeepNext(true);
            }
            spread(table.getRow(i), texts.size(), shares.size());
        }
        return this;
    }

    private static void spread(XWPFTableRow row, int filled, int columns) {
        for (int column = columns - 1; column >= filled; column--) {
            row.removeCell(column);
        }
        if (filled < columns) {
            var last = row.getCell(filled - 1).getCTTc();
            var properties = last.isSetTcPr() ? last.getTcPr() : last.addNewTcPr();
            properties.addNewGridSpan().setVal(BigInteger.valueOf(columns - filled + 1L));
            if (properties.isSetTcW()) {
                properties.unsetTcW();
            }
        }
    }

    /** @param out left open; holds a complete .docx file afterwards */
    public void write(OutputStream out) throws IOException {
        document.write(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private XWPFTable table(int rows, List<Integer> shares) {
        apart();
        var table = document.createTable(rows, shares.size());
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setWidth(width);
        table.setCellMargins(40, 80, 40, 80);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        var whole = shares.stream().mapToInt(Integer::intValue).sum();
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int share : shares) {
            grid.addNewGridCol().setW(BigInteger.valueOf((long) width * share / whole));
        }
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < shares.size(); j++) {
                table.getRow(i).getCell(j).setWidth(String.valueOf(width * shares.get(j) / whole));
            }
        }
        return table;
    }

    /** Word joins tables that touch, and then repeats the head of the first only. */
    private void apart() {
        var before = document.getBodyElements();
        if (!before.isEmpty() && before.get(before.size() - 1) instanceof XWPFTable) {
            var between = document.createParagraph();
            between.setSpacingBetween(HAIR, LineSpacingRule.EXACT);
            between.setKeepNext(true);
            between.createRun().setFontSize(1);
        }
    }

    private static void fill(XWPFTable table, int row, List<String> texts, boolean head) {
        for (int column = 0; column < texts.size(); column++) {
            cell(table, row, column, texts.get(column), head);
        }
    }

    private static void cell(XWPFTable table, int row, int column, String text, boolean label) {
        var cell = table.getRow(row).getCell(column);
        cell.setVerticalAlignment(XWPFVertAlign.CENTER);
        var paragraph = cell.getParagraphArray(0);
        var middle = label || FIGURE.matcher(text).matches();
        paragraph.setAlignment(middle ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
        write(run(paragraph, label ? SONG : FANG_SONG, SMALL, label), text);
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setPageBreak(onNewPage);
        onNewPage = false;
        return paragraph;
    }

    private static XWPFRun run(XWPFParagraph paragraph, String font, double points, boolean bold) {
        var run = paragraph.createRun();
        run.setFontFamily(font, FontCharRange.eastAsia);
        run.setFontFamily(LATIN, FontCharRange.ascii);
        run.setFontFamily(LATIN, FontCharRange.hAnsi);
        run.setFontSize(points);
        run.setBold(bold);
        return run;
    }

    /** Characters that no XML document may hold were refused when they were typed; a line end is a line end. */
    private static void write(XWPFRun run, String text) {
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
    }

    /** Of how many too: a signed paper shows that no page of it is missing. */
    private static void pages(XWPFParagraph paragraph) {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        run(paragraph, FANG_SONG, SMALL, false).setText("第 ");
        field(paragraph, "PAGE");
        run(paragraph, FANG_SONG, SMALL, false).setText(" 页　共 ");
        field(paragraph, "NUMPAGES");
        run(paragraph, FANG_SONG, SMALL, false).setText(" 页");
    }

    private static void field(XWPFParagraph paragraph, String instruction) {
        // The field's own run carries the font; without it the number would stand in another one.
        var number = run(paragraph, FANG_SONG, SMALL, false);
        number.setText("1");
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(instruction);
        field.addNewR().set(number.getCTR());
        paragraph.removeRun(paragraph.getRuns().indexOf(number));
    }
}
