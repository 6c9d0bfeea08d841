package org.rectification.journey;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The template of a round, filled in as the inspection office does: one township, one village, two findings. */
final class SmallWorkbook {

    private static final List<List<String>> ROWS = List.of(
            List.of("轮次", "第十五轮", "第一批次", "市委巡察二组", "2026/1/5", "2026/2/13", "2026/2/27", "2026/3/5", "反馈会口径"),
            List.of("党组织", "qingxi-town", "清溪镇党委（演示）", "2026/3/10"),
            List.of("村居", "qingxi-town", "qx-v1", "上坡村（演示）党支部", "点穴式巡察"),
            List.of("整改意见", "qingxi-town", "1", "扛起主体责任。"));

    private SmallWorkbook() {}

    /** @param area of the second finding */
    static byte[] filledIn(byte[] template, String area) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
                var out = new ByteArrayOutputStream()) {
            for (var values : ROWS) {
                var row = workbook.getSheet(values.get(0)).createRow(1);
                for (int cell = 1; cell < values.size(); cell++) {
                    row.createCell(cell - 1).setCellValue(values.get(cell));
                }
            }
            var findings = workbook.getSheet("问题");
            finding(findings, 1, Map.of("层级", "镇级", "问题类别", "群众身边腐败和不正之风", "重点关注", "是"));
            finding(findings, 2, Map.of("层级", "村级", "村（居）编码", "qx-v1", "问题类别", area, "重点关注", "否"));
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void finding(Sheet sheet, int number, Map<String, String> values) {
        var row = sheet.createRow(number);
        for (var header : sheet.getRow(0)) {
            var cell = row.createCell(header.getColumnIndex());
            switch (header.getStringCellValue()) {
                case "编号" -> cell.setCellValue(number);
                case "党组织编码" -> cell.setCellValue("qingxi-town");
                case "问题来源" -> cell.setCellValue("本次巡察发现");
                case "具体问题" -> cell.setCellValue("集体资产出租合同管理不严。");
                default -> cell.setCellValue(values.getOrDefault(header.getStringCellValue(), ""));
            }
        }
    }
}
