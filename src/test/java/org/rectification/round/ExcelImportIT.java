package org.rectification.round;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** The template of the inspection office: downloaded, filled in, looked at, confirmed. */
@RectificationTest
class ExcelImportIT {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private LocalDate feedbackOn;

    @BeforeEach
    void people() {
        feedbackOn = LocalDate.now(clock);
    }

    @Test
    @Feature(3)
    void ofThirtyRowsTwoBadOnesAreNamedWithRowAndCauseAndNothingIsSaved() throws IOException {
        var before = rounds();
        var file = filledIn(30, sheet -> {
            sheet.getRow(5).getCell(column(sheet, "问题类别")).setCellValue("别的类别");
            sheet.getRow(12).getCell(column(sheet, "具体问题")).setBlank();
        });

        var preview = preview(file, "office").getBody();

        assertThat(preview.get("valid").booleanValue()).isFalse();
        assertThat(preview.at("/summary/findings").intValue()).isEqualTo(30);
        assertThat(preview.at("/summary/validFindings").intValue()).isEqualTo(28);
        assertThat(errors(preview))
                .containsExactlyInAnyOrder(
                        "问题 6 问题类别 问题类别：只能填 落实党的路线方针政策、群众身边腐败和不正之风、新时代党的组织路线、巡视巡察、审计、主题教育整改。", "问题 13 具体问题 具体问题：必填。");
        assertThat(preview.hasNonNull("round")).isFalse();
        assertThat(rounds()).isEqualTo(before);
    }

    @Test
    void whatThePreviewAcceptedIsRegisteredByTheOrdinaryStart() throws IOException {
        var preview = preview(filledIn(3, sheet -> {}), "office").getBody();
        assertThat(errors(preview)).isEmpty();

        assertThat(confirm(preview).get("findings").intValue()).isEqualTo(3);
    }

    private JsonNode confirm(JsonNode preview) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        var answer = http.withBasicAuth("office", TestPeople.PASSWORD)
                .postForEntity(
                        "/api/inspection-rounds",
                        new HttpEntity<>(preview.get("round").textValue().getBytes(StandardCharsets.UTF_8), headers),
                        JsonNode.class);
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(201);
        return answer.getBody();
    }

    @Test
    @Feature(6)
    @Clause({"S08", "S42"})
    void lastYearsOpenAuditItemsAppearUnderAreaFourWithTheirOriginAndOriginalDate() throws IOException {
        var preview = preview(
                        filledIn(4, sheet -> {
                            for (int number = 1; number <= 2; number++) {
                                fill(sheet, number, "问题类别", "巡视巡察、审计、主题教育整改");
                                fill(sheet, number, "问题来源", "审计");
                                fill(sheet, number, "原问题日期", "2025/11/3");
                                fill(sheet, number, "原文号", "审报〔2025〕7号");
                            }
                        }),
                        "office")
                .getBody();
        assertThat(errors(preview)).isEmpty();
        var round = confirm(preview).get("roundId").textValue();

        var found = http.withBasicAuth("office", TestPeople.PASSWORD)
                .getForObject("/api/findings?area=CARRY_OVER&round=" + round, JsonNode.class);

        assertThat(found.get("total").intValue()).isEqualTo(2);
        assertThat(found.get("rows")).allSatisfy(row -> {
            assertThat(row.get("areaLabel").textValue()).isEqualTo("巡视巡察、审计、主题教育整改");
            assertThat(row.get("sourceLabel").textValue()).isEqualTo("审计");
            assertThat(row.get("originDate").textValue()).isEqualTo("2025-11-03");
            assertThat(row.get("originNumber").textValue()).isEqualTo("审报〔2025〕7号");
        });
    }

    @Test
    void anAuditItemWithoutItsOriginalDateIsNamed() throws IOException {
        var file = filledIn(2, sheet -> {
            fill(sheet, 1, "问题类别", "巡视巡察、审计、主题教育整改");
            fill(sheet, 1, "问题来源", "审计");
        });
        assertThat(errors(preview(file, "office").getBody()))
                .singleElement()
                .asString()
                .startsWith("问题 2 原问题日期");
    }

    @Test
    void twoThousandRowsAreLookedAtInOneGo() throws IOException {
        var preview = preview(filledIn(2_000, sheet -> {}), "office").getBody();
        assertThat(errors(preview)).isEmpty();
        assertThat(preview.at("/summary/validFindings").intValue()).isEqualTo(2_000);
    }

    @Test
    void workbooksWithMacrosOrOfTheOldFormatAreToldWhatToDo() throws IOException {
        var macros = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
            workbook.createSheet("问题");
            workbook.write(macros);
        }
        var old = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet("问题");
            workbook.write(old);
        }
        assertThat(errors(preview(macros.toByteArray(), "office").getBody()))
                .singleElement()
                .asString()
                .contains("文件含有宏");
        assertThat(errors(preview(old.toByteArray(), "office").getBody()))
                .singleElement()
                .asString()
                .contains("旧格式");
    }

    @Test
    void cellsOfAnyKindAreReadOrNamedAndNeverAFault() throws IOException {
        var file = filledIn(6, sheet -> {
            sheet.getRow(1).getCell(column(sheet, "具体问题")).setCellFormula("1/0");
            sheet.getRow(2).getCell(column(sheet, "具体问题")).setCellValue("长".repeat(32_000));
            sheet.getRow(3).getCell(column(sheet, "问题类别")).setCellValue(3.5);
            sheet.getRow(4).getCell(column(sheet, "重点关注")).setCellValue(true);
            sheet.getRow(5).getCell(column(sheet, "具体问题")).setCellErrorValue(FormulaError.REF.getCode());
        });
        var answer = preview(file, "office");
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(errors(answer.getBody()))
                .anyMatch(error -> error.startsWith("问题 3 具体问题"))
                .anyMatch(error -> error.startsWith("问题 4 问题类别"))
                .anyMatch(error -> error.startsWith("问题 5 重点关注"))
                .anyMatch(error -> error.startsWith("问题 6 具体问题"));
    }

    @Test
    void aRowOfAnUnknownOrganisationIsNamed() throws IOException {
        var file = filledIn(2, sheet -> sheet.getRow(2).getCell(0).setCellValue("elsewhere"));

        assertThat(errors(preview(file, "office").getBody())).containsExactly("问题 3 党组织编码 “elsewhere”不在“党组织”表中。");
    }

    @Test
    void filesThatAreNoWorkbookAreRefusedInOneSentence() throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("[Content_Types].xml"));
            out.write("<Types/>".getBytes(StandardCharsets.UTF_8));
        }
        for (var file : List.of(
                new byte[0],
                "姓名,问题".getBytes(StandardCharsets.UTF_8),
                new byte[] {'P', 'K', 3, 4, 0},
                zip.toByteArray(),
                bomb())) {
            var preview = preview(file, "office").getBody();
            assertThat(errors(preview)).containsExactly("null 0 null 文件不能识别：请使用下载的模板（.xlsx）填写后上传。");
        }
    }

    @Test
    void anEmptyTemplateListsWhatIsMissing() {
        var preview = preview(template(), "office").getBody();

        assertThat(preview.get("valid").booleanValue()).isFalse();
        assertThat(errors(preview)).anyMatch(error -> error.startsWith("轮次 0 轮次 轮次：必填"));
    }

    @Test
    void aTownshipMayNotPreview() {
        assertThat(preview(template(), "qx-clerk").getStatusCode().value()).isEqualTo(403);
    }

    /** A sheet of 200 MB of nothing in a few hundred kilobytes. */
    private byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template()));
                var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            var block = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            zip.write("<Types>".getBytes(StandardCharsets.UTF_8));
            for (int count = 0; count < 200; count++) {
                zip.write(block);
            }
            zip.write("</Types>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            assertThat(workbook.getNumberOfSheets()).isGreaterThan(5);
        }
        return out.toByteArray();
    }

    private byte[] filledIn(int findings, java.util.function.Consumer<XSSFSheet> mistakes) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template()));
                var out = new ByteArrayOutputStream()) {
            row(
                    workbook,
                    "轮次",
                    "模板测试" + System.nanoTime(),
                    "第一批次",
                    "市委巡察一组",
                    day(-60),
                    day(-20),
                    day(-10),
                    day(-5),
                    "反馈会口径");
            row(workbook, "党组织", "qingxi-town", "清溪镇党委（演示）", day(0));
            row(workbook, "村居", "qingxi-town", "qx-v1", "上坡村党支部（演示）", "点穴式巡察");
            row(workbook, "整改意见", "qingxi-town", "1", "扛起主体责任。");
            var sheet = workbook.getSheet("问题");
            for (int number = 1; number <= findings; number++) {
                var row = sheet.createRow(number);
                fill(sheet, row.getRowNum(), "党组织编码", "qingxi-town");
                row.createCell(column(sheet, "编号")).setCellValue(number);
                fill(sheet, number, "问题类别", "群众身边腐败和不正之风");
                fill(sheet, number, "问题来源", "本次巡察发现");
                fill(sheet, number, "层级", number % 2 == 0 ? "村级" : "镇级");
                fill(sheet, number, "村（居）编码", number % 2 == 0 ? "qx-v1" : "");
                fill(sheet, number, "具体问题", "第 " + number + " 个问题。");
                fill(sheet, number, "重点关注", number == 1 ? "是" : "否");
                fill(sheet, number, "专题", number == 1 ? "选人用人、意识形态" : "");
            }
            mistakes.accept(sheet);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void row(XSSFWorkbook workbook, String sheet, String... values) {
        var row = workbook.getSheet(sheet).createRow(1);
        for (int index = 0; index < values.length; index++) {
            row.createCell(index).setCellValue(values[index]);
        }
    }

    private static void fill(XSSFSheet sheet, int row, String header, String value) {
        sheet.getRow(row).createCell(column(sheet, header)).setCellValue(value);
    }

    private static int column(XSSFSheet sheet, String header) {
        for (var cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(header)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + header);
    }

    private String day(int fromFeedback) {
        var day = feedbackOn.plusDays(fromFeedback);
        return day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
    }

    private static List<String> errors(JsonNode preview) {
        var errors = new ArrayList<String>();
        preview.get("errors")
                .forEach(error -> errors.add(error.path("sheet").asText("null") + " "
                        + error.path("row").asInt() + " " + error.path("column").asText("null") + " "
                        + error.path("message").asText()));
        return errors;
    }

    private byte[] template() {
        return http.withBasicAuth("office", TestPeople.PASSWORD)
                .getForObject("/api/inspection-rounds/template.xlsx", byte[].class);
    }

    private ResponseEntity<JsonNode> preview(byte[] file, String login) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return "round.xlsx";
            }
        });
        return http.withBasicAuth(login, TestPeople.PASSWORD)
                .postForEntity("/api/inspection-rounds/preview", parts, JsonNode.class);
    }

    private int rounds() {
        return jdbc.sql("select count(*) from rectification.round")
                .query(Integer.class)
                .single();
    }
}
