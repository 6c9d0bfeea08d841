package org.rectification.plan.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.finding.Findings;
import org.rectification.ledger.LedgerTest;
import org.rectification.ledger.LedgerTown;
import org.rectification.ledger.LedgerTown.Case;
import org.rectification.people.PeopleRegister;
import org.rectification.people.PersonEntry;
import org.rectification.people.PersonEntry.DutyEntry;
import org.rectification.people.Role;
import org.rectification.plan.PlanLineView;
import org.rectification.plan.PlanLines;
import org.rectification.plan.Plans;
import org.rectification.plan.StatementCounter;
import org.rectification.round.CaseKey;
import org.rectification.support.Clause;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.LinkedMultiValueMap;

/** The plan sheet: taken along, filled in offline, brought back, looked at, confirmed. */
@LedgerTest
@Clause({"S18", "S19", "S20"})
class PlanSheetIT {

    private static final String CLERK = "lt-clerk";

    @Autowired
    private LedgerTown town;

    @Autowired
    private Plans plans;

    @Autowired
    private PlanLines lines;

    @Autowired
    private Findings findings;

    @Autowired
    private PlanImports imports;

    @Autowired
    private PlanImportStore store;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestRestTemplate http;

    private Case round;
    private LocalDate due;

    /** Three findings of the township and one of each village. */
    @BeforeEach
    void divided() {
        divided(3, 1);
    }

    private void divided(int ofTown, int perVillage) {
        round = town.round(ofTown, perVillage);
        due = town.today().plusDays(40);
        plans.divide(CLERK, new CaseKey(round.round(), LedgerTown.TOWN), List.of());
    }

    @Test
    void whatWasFilledInOfflineIsSavedOnlyOnceItIsConfirmed() {
        var sheet = sheet(CLERK).complete(1, due).complete(4, due).set(4, "责任党支部（股室）", "第1村党支部");

        var looked = upload(CLERK, sheet.file());

        assertThat(looked.path("state").asText()).isEqualTo("LOOKED_AT");
        assertThat(figures(looked)).isEqualTo("rows 11 unchanged 9 invalid 0 meanwhile 0 ready 2 saved 0 refused 0");
        assertThat(looked.at("/ready/0/changes").toString()).contains("整改目标", "第1项全部公示");
        assertThat(savedLines()).isZero();

        var done = step(CLERK, looked);

        assertThat(done.path("state").asText()).isEqualTo("DONE");
        assertThat(figures(done)).isEqualTo("rows 11 unchanged 9 invalid 0 meanwhile 0 ready 0 saved 2 refused 0");
        var line = line(round.ids().get(0));
        assertThat(line.goal()).isEqualTo("第1项全部公示");
        assertThat(line.dueOn()).isEqualTo(due);
        assertThat(line.measures()).hasSize(2);
        assertThat(line.measures().get(1).dueOn()).isEqualTo(due.plusMonths(6));
        assertThat(line.similarChecked()).isEqualTo(12);
        assertThat(line.violations()).isEmpty();
        assertThat(findings.get(round.ids().get(3)).owners().orElseThrow().branch())
                .isEqualTo("第1村党支部");
        assertThat(savedLines()).isEqualTo(2);
        assertThat(trail(round.ids().get(3))).contains("PLAN_LINE_SAVED " + CLERK + " 代填：甲lt-village1");
        assertThat(figures(step(CLERK, looked))).as("asked again").isEqualTo(figures(done));
        assertThat(jdbc.sql(
                                "select count(*) from rectification.plan_import_row where import_id = ? and entry is not null")
                        .param(looked.path("id").asText())
                        .query(Integer.class)
                        .single())
                .as("what was typed is not kept twice")
                .isZero();
    }

    @Test
    void theSheetComesBackWithTheSameColumnsAndWhatWasSavedInThem() {
        step(CLERK, upload(CLERK, sheet(CLERK).complete(2, due).file()));
        var again = sheet(CLERK);
        assertThat(again.rows()).isEqualTo(11);
        assertThat(again.cell(2, "措施2内容").getStringCellValue()).isEqualTo("修订第2项公示制度");
        assertThat(again.cell(2, "整改时限").getLocalDateTimeCellValue().toLocalDate())
                .isEqualTo(due);
        assertThat(again.cell(2, "责任人员").getStringCellValue()).isEqualTo("甲lt-person2（办公室主任）");
        assertThat(again.workbook().getSheet("整改方案").isColumnHidden(0)).isTrue();
        assertThat(again.workbook().getSheet("整改方案").getDataValidations()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(figures(upload(CLERK, again.file()))).startsWith("rows 11 unchanged 11 ");
    }

    @Test
    void ofThirtyRowsTwoBadOnesAreNamedWithRowColumnAndCauseAndTheOthersCanBeConfirmed() {
        divided(22, 1);
        var sheet = sheet(CLERK);
        for (int row = 1; row <= 30; row++) {
            sheet.complete(row, due);
        }
        sheet.cell(7, "整改目标").setBlank();
        sheet.set(12, "整改时限", due.plusYears(2)).set(12, "措施1类别", "以后再改");

        var looked = upload(CLERK, sheet.file());

        assertThat(figures(looked)).isEqualTo("rows 30 unchanged 0 invalid 2 meanwhile 0 ready 28 saved 0 refused 0");
        assertThat(causes(looked)).containsExactly("8 整改目标 整改目标未填写。", "13 措施1类别 只能填“当下改”或“长久立”。");
        assertThat(savedLines()).isZero();
        assertThat(figures(step(CLERK, looked)))
                .isEqualTo("rows 30 unchanged 0 invalid 2 meanwhile 0 ready 0 saved 28 refused 0");
        assertThat(savedLines()).isEqualTo(28);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsColumn() {
        var sheet = sheet(CLERK);
        sheet.complete(1, due).set(1, "责任领导", "王五").set(1, "排查数量", "很多").set(1, "整改时限", "下个月");
        sheet.complete(2, due).set(2, "措施2时限", town.today().minusDays(30)).set(2, "发现同类问题数量", "99");
        sheet.complete(3, due).set(3, "具体问题", "没有问题");
        sheet.complete(4, due).cell(4, "整改目标").setCellFormula("1+1");
        sheet.complete(5, due).cell(5, "问题标识（请勿改动）").setBlank();
        sheet.complete(6, due).set(6, "问题标识（请勿改动）", sheet.cell(7, "问题标识（请勿改动）").getStringCellValue());
        sheet.complete(7, due);
        sheet.complete(8, due).set(8, "根源剖析", "长".repeat(4_001));
        sheet.complete(9, due).cell(9, "措施1内容").setBlank();
        sheet.complete(10, due)
                .set(10, "责任人员", "甲lt-person4")
                .cell(10, "责任人调整或层级不一致的理由")
                .setBlank();

        var causes = causes(upload(CLERK, sheet.file()));

        assertThat(causes)
                .contains(
                        "2 责任领导 “王五”不在本单位在职人员中，请从下拉列表选择。",
                        "2 排查数量 请填写整数。",
                        "2 整改时限 “下个月”不是日期，请填写如 2026-05-20。",
                        "3 发现同类问题数量 发现同类问题数量不能大于排查数量。",
                        "4 具体问题 “具体问题”由系统填写，不能在编制表中改动。",
                        "5 整改目标 单元格含有公式，请改为直接填写内容。",
                        "6  此行没有问题标识，请使用下载的编制表，不要自行增加行。",
                        "8  与第7行是同一个问题，请只保留一行。",
                        "9 根源剖析 不得超过4000字。")
                .anyMatch(cause -> cause.startsWith("3 措施2时限 第2条措施的时限须晚于反馈日期"))
                .anyMatch(cause -> cause.startsWith("10 没有当下改措施的理由 没有“当下改”措施"))
                .anyMatch(cause -> cause.startsWith("11 责任人调整或层级不一致的理由"));
        assertThat(savedLines()).isZero();
    }

    @Test
    void aNameThatTwoPeopleBearIsAskedBackWithBothOfThem() {
        for (var id : List.of("lt-twin1", "lt-twin2")) {
            register.person(new PersonEntry(
                    id,
                    "双同名",
                    "办公室主任",
                    LedgerTown.TOWN,
                    TestPeople.PASSWORD,
                    List.of(new DutyEntry(Role.RESPONSIBLE_PERSON, null, "CONDUCT", LocalDate.of(2020, 1, 1)))));
        }
        var sheet = sheet(CLERK).complete(1, due).set(1, "责任人员", "双同名").set(1, "责任人调整或层级不一致的理由", "分工调整");
        assertThat(causes(upload(CLERK, sheet.file())))
                .containsExactly("2 责任人员 “双同名”有2人同名，请选择：双同名（办公室主任，lt-twin1）、双同名（办公室主任，lt-twin2）。");

        sheet.set(1, "责任人员", "双同名（办公室主任，lt-twin2）");
        var done = step(CLERK, upload(CLERK, sheet.file()));
        assertThat(done.at("/figures/saved").asInt()).isEqualTo(1);
        assertThat(findings.get(round.ids().get(0)).owners().orElseThrow().person())
                .isEqualTo("lt-twin2");
    }

    @Test
    void moreMeasuresThanColumnsGoIntoColumnsAddedAtTheRight() {
        var sheet = sheet(CLERK).complete(1, due);
        sheet.add("措施5类别").add("措施5内容").add("措施5时限");
        sheet.set(1, "措施5类别", "当下改").set(1, "措施5内容", "追回多付款项").set(1, "措施5时限", due.toString());
        step(CLERK, upload(CLERK, sheet.file()));
        assertThat(line(round.ids().get(0)).measures()).hasSize(3).last().satisfies(measure -> {
            assertThat(measure.text()).isEqualTo("追回多付款项");
            assertThat(measure.dueOn()).isEqualTo(due);
        });
        assertThat(sheet(CLERK).columns()).containsKey("措施4时限");
    }

    @Test
    void aRowThatSomebodyElseChangedMeanwhileIsReportedAndNotOverwritten() {
        var mine = sheet(CLERK).complete(1, due).complete(2, due);
        var theirs = sheet("lt-person2");
        step(
                "lt-person2",
                upload(
                        "lt-person2",
                        theirs.complete(1, due).set(1, "整改目标", "另一人的目标").file()));
        var whose = round.ids().indexOf(theirs.cell(1, "问题标识（请勿改动）").getStringCellValue());

        var looked = upload(CLERK, mine.complete(whose + 1, due).file());

        assertThat(looked.at("/figures/changedMeanwhile").asInt()).isEqualTo(1);
        assertThat(causes(looked)).singleElement().asString().contains("已被修改", "甲lt-person2", "不导入");
        step(CLERK, looked);
        assertThat(line(round.ids().get(whose)).goal()).isEqualTo("另一人的目标");
    }

    @Test
    void aRowChangedBetweenLookingAndConfirmingIsRefusedAndTheOthersAreSaved() {
        var looked = upload(
                CLERK,
                sheet(CLERK).complete(1, due).complete(2, due).complete(3, due).file());
        var other = sheet("lt-person2");
        var id = other.cell(1, "问题标识（请勿改动）").getStringCellValue();
        step(
                "lt-person2",
                upload(
                        "lt-person2",
                        other.complete(1, due).set(1, "整改目标", "另一人的目标").file()));

        var done = step(CLERK, looked);

        assertThat(figures(done)).isEqualTo("rows 11 unchanged 8 invalid 0 meanwhile 0 ready 0 saved 2 refused 1");
        assertThat(causes(done)).singleElement().asString().contains("在下载编制表之后已被修改");
        assertThat(line(id).goal()).isEqualTo("另一人的目标");
    }

    @Test
    void anImportThatBrokeOffGoesOnWhereItEnded() {
        divided(120, 0);
        var sheet = sheet(CLERK);
        for (int row = 1; row <= 120; row++) {
            sheet.complete(row, due);
        }
        var looked = upload(CLERK, sheet.file());
        // A machine so slow that a step has time for one chunk only.
        var time = new AtomicLong();
        var slow = new PlanImportSteps(lines, imports, store, transactions, () -> time.getAndAdd(10_000_000_000L));
        var id = looked.path("id").asText();
        assertThat(slow.step(CLERK, id).figures().saved()).isEqualTo(50);
        assertThat(slow.step(CLERK, id).state()).isEqualTo("RUNNING");

        var found = get(CLERK, "/api/plan-imports?round=" + round.round()).getBody();
        assertThat(found.path("id").asText()).isEqualTo(id);
        assertThat(found.at("/figures/saved").asInt()).isEqualTo(100);
        assertThat(figures(step(CLERK, found)))
                .isEqualTo("rows 120 unchanged 0 invalid 0 meanwhile 0 ready 0 saved 120 refused 0");
        assertThat(jdbc.sql("select count(*) from rectification.event where round_id = ? and kind = 'PLAN_LINE_SAVED'")
                        .param(round.round())
                        .query(Integer.class)
                        .single())
                .as("no row twice")
                .isEqualTo(120);
    }

    @Test
    void anAbandonedImportKeepsWhatIsSavedAndSavesNothingMore() {
        var looked = upload(CLERK, sheet(CLERK).complete(1, due).file());
        var path = "/api/plan-imports/" + looked.path("id").asText();
        assertThat(exchange(CLERK, HttpMethod.DELETE, path)
                        .getBody()
                        .path("state")
                        .asText())
                .isEqualTo("ABANDONED");
        var after = step(CLERK, looked);
        assertThat(after.path("state").asText()).isEqualTo("ABANDONED");
        assertThat(causes(after)).containsExactly("2  导入已停止，本行未保存。");
        assertThat(savedLines()).isZero();
    }

    @Test
    void textsThatLookLikeFormulasStayTexts() {
        var sheet = sheet(CLERK)
                .complete(1, due)
                .set(1, "整改目标", "=HYPERLINK(\"http://x\")")
                .set(1, "根源剖析", "-1+1");
        step(CLERK, upload(CLERK, sheet.file()));
        assertThat(line(round.ids().get(0)).goal()).isEqualTo("=HYPERLINK(\"http://x\")");
        var again = sheet(CLERK);
        var cell = (XSSFCell) again.cell(1, "整改目标");
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        assertThat(((XSSFCell) again.cell(1, "根源剖析")).getCellStyle().getQuotePrefixed())
                .isTrue();
    }

    @Test
    void everybodyGetsTheLinesThatTheyMayFillInAndNobodyElsesImport() {
        assertThat(sheet("lt-village2").rows()).isEqualTo(1);
        assertThat(sheet(CLERK).rows()).isEqualTo(11);
        var own = exchange(CLERK, HttpMethod.GET, "/api/plan-sheet.xlsx?drafter=me&round=" + round.round());
        assertThat(own.getStatusCode().value())
                .as("the clerk drafts none of these")
                .isEqualTo(404);
        for (var nobody : List.of("office", "discipline", "ln-clerk", "lt-secretary", "admin")) {
            assertThat(status(nobody, "/api/plan-sheet.xlsx?round=" + round.round()))
                    .as(nobody)
                    .isEqualTo(404);
            assertThat(uploading(nobody, sheet(CLERK).file()).getStatusCode().value())
                    .as(nobody)
                    .isEqualTo(404);
        }
        assertThat(status(null, "/api/plan-sheet.xlsx?round=" + round.round())).isEqualTo(401);

        var ofClerk =
                upload(CLERK, sheet(CLERK).complete(1, due).file()).path("id").asText();
        for (var other : List.of("lt-village2", "office", "lt-leader1", "ln-clerk")) {
            assertThat(status(other, "/api/plan-imports/" + ofClerk)).isEqualTo(404);
            assertThat(exchange(other, HttpMethod.POST, "/api/plan-imports/" + ofClerk + "/steps")
                            .getStatusCode()
                            .value())
                    .isEqualTo(404);
            assertThat(exchange(other, HttpMethod.DELETE, "/api/plan-imports/" + ofClerk)
                            .getStatusCode()
                            .value())
                    .isEqualTo(404);
            assertThat(status(other, "/api/plan-imports?round=" + round.round()))
                    .isEqualTo(204);
        }
        var village = sheet("lt-village2");
        village.complete(1, due).set(1, "问题标识（请勿改动）", round.ids().get(0));
        assertThat(causes(upload("lt-village2", village.file()))).containsExactly("2  没有这一条方案内容，或不由您填写。");
        assertThat(savedLines()).isZero();
    }

    @Test
    void aPlanThatCannotChangeGivesNoSheetAndTakesNone() {
        var file = sheet(CLERK).complete(1, due).file();
        var looked = upload(CLERK, file);
        jdbc.sql("update rectification.plan set state = 'DELIBERATED' where round_id = ?")
                .param(round.round())
                .update();
        assertThat(status(CLERK, "/api/plan-sheet.xlsx?round=" + round.round())).isEqualTo(422);
        assertThat(uploading(CLERK, file).getBody().path("message").asText()).contains("不能修改");
        var done = step(CLERK, looked);
        assertThat(done.at("/figures/refused").asInt()).isEqualTo(1);
        assertThat(savedLines()).isZero();
    }

    @Test
    void filesThatAreNotTheSheetAreAnsweredInOneSentence() throws IOException {
        var unknown = sheet(CLERK).add("备注");
        var twice = sheet(CLERK).add("整改目标");
        var missing = sheet(CLERK);
        missing.workbook()
                .getSheet("整改方案")
                .getRow(0)
                .getCell(missing.columns().get("整改目标"))
                .setBlank();
        var macros = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
            workbook.createSheet("整改方案");
            workbook.write(macros);
        }
        var old = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet("整改方案");
            workbook.write(old);
        }
        var other = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet("别的表");
            workbook.write(other);
        }
        var cases = Map.of(
                new byte[0],
                "文件不能识别",
                "姓名，问题".getBytes(StandardCharsets.UTF_8),
                "文件不能识别",
                bomb(),
                "文件不能识别",
                unknown.file(),
                "不认识的栏目“备注”",
                twice.file(),
                "栏目“整改目标”重复",
                missing.file(),
                "缺少栏目“整改目标”",
                macros.toByteArray(),
                "含有宏",
                old.toByteArray(),
                "旧格式",
                other.toByteArray(),
                "缺少“整改方案”表");
        cases.forEach((file, sentence) -> {
            var answer = uploading(CLERK, file);
            assertThat(answer.getStatusCode().value()).as(sentence).isEqualTo(422);
            assertThat(answer.getBody().path("message").asText()).contains(sentence);
        });
        assertThat(jdbc.sql("select count(*) from rectification.plan_import where round_id = ?")
                        .param(round.round())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void lookingTakesAsManyStatementsForTwoHundredRowsAsForTenAndSavingAFewPerRow() {
        var few = looking(10);
        var many = looking(200);
        assertThat(many).isEqualTo(few).isLessThan(20);
        var id = imports.latest(CLERK, round.round()).id();
        var time = new AtomicLong();
        var steps = new PlanImportSteps(lines, imports, store, transactions, () -> time.getAndAdd(10_000_000_000L));
        assertThat(StatementCounter.during(() -> steps.step(CLERK, id)).size()).isLessThanOrEqualTo(50 * 8 + 15);
    }

    private int looking(int findings) {
        divided(findings, 0);
        var sheet = sheet(CLERK);
        for (int row = 1; row <= findings; row++) {
            sheet.complete(row, due);
        }
        var file = sheet.file();
        return StatementCounter.during(() -> imports.upload(CLERK, round.round(), "表.xlsx", file))
                .size();
    }

    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            var block = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            zip.write("<Types>".getBytes(StandardCharsets.UTF_8));
            for (int count = 0; count < 200; count++) {
                zip.write(block);
            }
            zip.write("</Types>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private PlanLineView line(String finding) {
        return lines.list(CLERK, round.round(), false).stream()
                .filter(line -> line.findingId().equals(finding))
                .findFirst()
                .orElseThrow();
    }

    private int savedLines() {
        return jdbc.sql("select count(*) from rectification.plan_line where round_id = ? and saved_by is not null")
                .param(round.round())
                .query(Integer.class)
                .single();
    }

    private List<String> trail(String finding) {
        return jdbc.sql(
                        "select kind || ' ' || actor || ' ' || coalesce(note, '') from rectification.event where finding_id = ?")
                .param(finding)
                .query(String.class)
                .list();
    }

    private static String figures(JsonNode view) {
        var figures = view.path("figures");
        return "rows %d unchanged %d invalid %d meanwhile %d ready %d saved %d refused %d"
                .formatted(
                        figures.path("rows").asInt(),
                        figures.path("unchanged").asInt(),
                        figures.path("invalid").asInt(),
                        figures.path("changedMeanwhile").asInt(),
                        figures.path("ready").asInt(),
                        figures.path("saved").asInt(),
                        figures.path("refused").asInt());
    }

    private static List<String> causes(JsonNode view) {
        var causes = new ArrayList<String>();
        list(view.path("problems")).forEach(row -> list(row.path("causes"))
                .forEach(cause -> causes.add(
                        row.path("row").asInt() + " " + cause.path("column").asText() + " "
                                + cause.path("message").asText())));
        return causes;
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private FilledSheet sheet(String person) {
        return new FilledSheet(http.withBasicAuth(person, TestPeople.PASSWORD)
                .getForObject("/api/plan-sheet.xlsx?round=" + round.round(), byte[].class));
    }

    private JsonNode upload(String person, byte[] file) {
        var answer = uploading(person, file);
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(201);
        return answer.getBody();
    }

    private ResponseEntity<JsonNode> uploading(String person, byte[] file) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return "整改方案编制表.xlsx";
            }
        });
        return http.withBasicAuth(person, TestPeople.PASSWORD)
                .postForEntity("/api/plan-imports?round=" + round.round(), parts, JsonNode.class);
    }

    private JsonNode step(String person, JsonNode of) {
        var answer = exchange(
                person, HttpMethod.POST, "/api/plan-imports/" + of.path("id").asText() + "/steps");
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(200);
        return answer.getBody();
    }

    private ResponseEntity<JsonNode> get(String person, String path) {
        return exchange(person, HttpMethod.GET, path);
    }

    private int status(String person, String path) {
        var visitor = person == null ? http : http.withBasicAuth(person, TestPeople.PASSWORD);
        return visitor.getForEntity(path, byte[].class).getStatusCode().value();
    }

    private ResponseEntity<JsonNode> exchange(String person, HttpMethod method, String path) {
        return http.withBasicAuth(person, TestPeople.PASSWORD).exchange(path, method, null, JsonNode.class);
    }
}
