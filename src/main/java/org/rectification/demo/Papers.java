package org.rectification.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Small real files with invented content, as an office would scan or write them. */
public final class Papers {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;

    private Papers() {}

    /** One page with a heading and lines, in the font that every PDF reader brings for Chinese. */
    public static byte[] pdf(String heading, String... lines) {
        var text = new StringBuilder("BT /F1 16 Tf 60 780 Td 24 TL ")
                .append(hex(heading))
                .append(" Tj T*");
        text.append(" /F1 12 Tf");
        for (var line : lines) {
            text.append(' ').append(hex(line)).append(" Tj T*");
        }
        text.append(" ET");
        var parts = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
                "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
                "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 7 0 R"
                        + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
                "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
                        + " /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new ArrayList<Integer>();
        for (int number = 0; number < parts.size(); number++) {
            offsets.add(file.length());
            file.append(number + 1).append(" 0 obj\n").append(parts.get(number)).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ").append(parts.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.append("%010d 00000 n \n".formatted(offset)));
        file.append("trailer\n<< /Size ").append(parts.size() + 1).append(" /Root 1 0 R >>\nstartxref\n");
        file.append(table).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(String text) {
        return "<" + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    /** A picture of nothing in particular; another text or colour makes another picture. */
    public static byte[] png(String mark, Color colour) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setColor(new Color(0xEEF1F5));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        brush.setColor(colour);
        brush.fillRoundRect(40, 60, WIDTH - 80, HEIGHT - 120, 24, 24);
        brush.setColor(Color.WHITE);
        brush.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 26));
        brush.drawString(mark, 70, HEIGHT / 2);
        brush.dispose();
        return bytes(out -> ImageIO.write(picture, "png", out));
    }

    /** A Word document. */
    public static byte[] docx(String heading, String... lines) {
        return bytes(out -> {
            try (var document = new XWPFDocument()) {
                var title = document.createParagraph().createRun();
                title.setBold(true);
                title.setFontSize(16);
                title.setText(heading);
                for (var line : lines) {
                    document.createParagraph().createRun().setText(line);
                }
                document.write(out);
            }
        });
    }

    /** An Excel sheet, each row with its cells. */
    public static byte[] xlsx(List<List<String>> rows) {
        return bytes(out -> {
            try (var workbook = new XSSFWorkbook()) {
                var sheet = workbook.createSheet("台账");
                for (var cells : rows) {
                    var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                    for (int column = 0; column < cells.size(); column++) {
                        row.createCell(column).setCellValue(cells.get(column));
                    }
                }
                workbook.write(out);
            }
        });
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
