package org.rectification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.finding.Findings;
import org.rectification.finding.Recurrences;
import org.rectification.ledger.LedgerTown.Case;
import org.rectification.plan.Plans;
import org.rectification.plan.StatementCounter;
import org.rectification.plan.sheet.FilledSheet;
import org.rectification.round.CaseKey;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** The ledger leaves and comes back in the columns in which the plan is drafted, owners included. */
@LedgerTest
@Clause({"S19", "S20", "S21"})
class LedgerExcelIT {

    private static final String CLERK = "lt-clerk";
    private static final String READ_ONLY = "（只读）";

    @Autowired
    private LedgerTown town;

    @Autowired
    private Plans plans;

    @Autowired
    private Findings findings;

    @Autowired
    private Recurrences recurrences;

    @Autowired
    private LedgerWorkbook workbook;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestRestTemplate http;

    private Case round;
    private LocalDate due;

    /** Three findings of the township and one of each village, divided and drafted. */
    @BeforeEach
    void drafted() {
        round = town.round(3, 1);
        due = town.today().plusDays(40);
        jdbc.sql("update rectification.finding set responsible_person = 'lt-leader2' where id = ?")
                .param(round.ids().get(2))
                .update();
        plans.divide(CLERK, new CaseKey(round.round(), LedgerTown.TOWN), List.of());
        var sheet = planSheet(CLERK);
        for (int row = 1; row <= sheet.rows(); row++) {
            sheet.complete(row, due);
        }
        sheet.set(2, "根源剖析", "责任没有压实；\n制度没有落实。  ").set(2, "整改目标", "=1+1");
        assertThat(step(upload(CLERK, sheet)).at("/figures/saved").asInt()).isEqualTo(11);
    }

    @Test
    void theLedgersColumnsAreThoseOfThePlanSheetInTheSameOrderAndWhatFollowsSaysThatItIsForReading() {
        var plan = List.copyOf(planSheet(CLERK).columns().keySet());
        var ledger = List.copyOf(ledger(CLERK).columns().keySet());
        assertThat(plan).contains("责任领导", "责任党支部（股室）", "责任人员", "措施1类别", "措施2内容", "措施2时限");
        assertThat(ledger.subList(0, plan.size())).isEqualTo(plan);
        assertThat(ledger.subList(plan.size(), ledger.size()))
                .isNotEmpty()
                .allSatisfy(header -> assertThat(header).endsWith(READ_ONLY))
                .contains("整改状态" + READ_ONLY, "现行时限" + READ_ONLY, "立行立改期限" + READ_ONLY, "核验人" + READ_ONLY);
    }

    @Test
    @Feature(12)
    void theExportHoldsACauseForEachFinding() {
        var sheet = ledger(CLERK);
        for (int row = 1; row <= sheet.rows(); row++) {
            assertThat(sheet.cell(row, "根源剖析").getStringCellValue()).isNotBlank();
        }
        assertThat(sheet.cell(2, "根源剖析").getStringCellValue()).startsWith("责任没有压实；");
    }

    @Test
    void whatWasExportedAndNotChangedComesBackWithoutADifference() {
        assertThat(figures(upload(CLERK, ledger(CLERK)))).isEqualTo("rows 11 unchanged 11 invalid 0 ready 0");
        var touched = ledger(CLERK);
        touched.set(1, "整改状态" + READ_ONLY, "已销号").set(2, "核验人" + READ_ONLY, "本人");
        assertThat(figures(upload(CLERK, touched)))
                .as("columns for reading are not read")
                .isEqualTo("rows 11 unchanged 11 invalid 0 ready 0");
    }

    @Test
    void aChangedOwnerAndAChangedMeasureAreTheOnlyTwoDifferencesShown() {
        var sheet = ledger(CLERK);
        var ofOwner = sheet.rowOf(round.ids().get(0));
        var ofMeasure = sheet.rowOf(round.ids().get(5));
        var before = sheet.cell(ofOwner, "责任人员").getStringCellValue();
        sheet.set(ofOwner, "责任人员", "甲lt-person4（办公室主任）");
        sheet.set(ofMeasure, "措施2内容", "修订并公布公示制度");

        var looked = upload(CLERK, sheet);

        assertThat(figures(looked)).isEqualTo("rows 11 unchanged 9 invalid 1 ready 1");
        assertThat(causes(looked)).containsExactly(ofOwner + 1 + " 责任人调整或层级不一致的理由 调整责任领导或责任人员须说明理由。");
        assertThat(changes(looked))
                .containsExactlyInAnyOrder(
                        ofOwner + 1 + " 责任人员: " + before.substring(0, before.indexOf('（')) + " → 甲lt-person4",
                        ofMeasure + 1 + " 整改措施: " + measures(ofMeasure, "修订第" + ofMeasure + "项公示制度") + " → "
                                + measures(ofMeasure, "修订并公布公示制度"));

        sheet.set(ofOwner, "责任人调整或层级不一致的理由", "分工调整");
        var again = upload(CLERK, sheet);
        assertThat(figures(again)).isEqualTo("rows 11 unchanged 9 invalid 0 ready 2");
        assertThat(owner(0)).isNotEqualTo("lt-person4");
        assertThat(step(again).at("/figures/saved").asInt()).isEqualTo(2);
        assertThat(owner(0)).isEqualTo("lt-person4");
        assertThat(figures(upload(CLERK, ledger(CLERK)))).isEqualTo("rows 11 unchanged 11 invalid 0 ready 0");
    }

    @Test
    void aWrongCellIsAnErrorOfItsRowAndColumnAndNothingIsSavedUntilConfirmed() {
        var sheet = ledger(CLERK);
        sheet.set(3, "整改时限", "下个月").set(4, "整改目标", "全部补公示");
        sheet.set(5, "整改意见", "改写意见").set(6, "村（居）", "别的村");

        var looked = upload(CLERK, sheet);

        assertThat(causes(looked))
                .containsExactly(
                        "4 整改时限 “下个月”不是日期，请填写如 2026-05-20。",
                        "6 整改意见 “整改意见”由系统填写，不能在编制表中改动。",
                        "7 村（居） “村（居）”由系统填写，不能在编制表中改动。");
        assertThat(looked.path("state").asText()).isEqualTo("LOOKED_AT");
        assertThat(goals()).doesNotContain("全部补公示");
        assertThat(step(looked).at("/figures/saved").asInt()).isEqualTo(1);
        assertThat(goals()).contains("全部补公示");
    }

    @Test
    void whoReadsMoreThanTheyWriteBringsTheWholeLedgerBackAndChangesOnlyTheirOwn() {
        var sheet = ledger("lt-leader2");
        assertThat(sheet.rows()).isEqualTo(11);
        assertThat(figures(upload("lt-leader2", sheet))).isEqualTo("rows 11 unchanged 11 invalid 0 ready 0");
        var own = sheet.rowOf(round.ids().get(2));
        var other = sheet.rowOf(round.ids().get(0));
        sheet.set(own, "整改目标", "本人的目标").set(other, "整改目标", "别人的目标");

        var looked = upload("lt-leader2", sheet);

        assertThat(figures(looked)).isEqualTo("rows 11 unchanged 9 invalid 1 ready 1");
        assertThat(causes(looked)).containsExactly(other + 1 + "  这一条方案内容不由您填写，不能改动。");
    }

    @Test
    void aFindingThatIsNotInThePlanYetIsShownAndTakesNothing() {
        town.struckOff(round.ids().get(4));
        var again = recurrences.open("office", round.ids().get(4), "复查发现公示栏两个月没有更新，同样的问题再次发生。", due);
        var sheet = ledger(CLERK);
        assertThat(sheet.rows()).isEqualTo(12);
        assertThat(figures(upload(CLERK, sheet))).isEqualTo("rows 12 unchanged 12 invalid 0 ready 0");
        sheet.set(sheet.rowOf(again), "责任人员", "甲lt-person4（办公室主任）");
        assertThat(causes(upload(CLERK, sheet))).singleElement().asString().contains("没有这一条方案内容");
    }

    @Test
    void anOwnerWhoHasLeftStaysAsTheyAreUntilSomebodyChangesThem() {
        jdbc.sql("update rectification.person set active = false where id = ?")
                .param(owner(0))
                .update();
        try {
            assertThat(figures(upload(CLERK, ledger(CLERK)))).isEqualTo("rows 11 unchanged 11 invalid 0 ready 0");
        } finally {
            jdbc.sql("update rectification.person set active = true where id = ?")
                    .param(owner(0))
                    .update();
        }
    }

    @Test
    void theExportTakesAsManyStatementsForTwoHundredFindingsAsForTen() {
        var few = exporting(town.round(10, 0));
        assertThat(exporting(town.round(40, 20))).isEqualTo(few).isLessThan(12);
    }

    private int exporting(Case of) {
        plans.divide(CLERK, new CaseKey(of.round(), LedgerTown.TOWN), List.of());
        return StatementCounter.during(() -> {
                    try {
                        workbook.write(
                                CLERK,
                                LedgerFilter.ofCase(of.round(), LedgerTown.TOWN),
                                OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .size();
    }

    private String owner(int at) {
        return findings.get(round.ids().get(at)).owners().orElseThrow().person();
    }

    private List<String> goals() {
        return jdbc.sql("select goal from rectification.plan_line where round_id = ?")
                .param(round.round())
                .query(String.class)
                .list();
    }

    private String measures(int row, String lasting) {
        return "1.【当下改】补办第" + row + "项公示\n2.【长久立】" + lasting + "（" + due.plusMonths(6) + "前）";
    }

    private static List<String> changes(JsonNode view) {
        var changes = new ArrayList<String>();
        for (var rows : List.of(view.path("problems"), view.path("ready"))) {
            list(rows).forEach(row -> list(row.path("changes"))
                    .forEach(change -> changes.add(row.path("row").asInt() + " "
                            + change.path("label").asText() + ": "
                            + change.path("before").asText() + " → "
                            + change.path("after").asText())));
        }
        return changes;
    }

    private static List<String> causes(JsonNode view) {
        var causes = new ArrayList<String>();
        list(view.path("problems")).forEach(row -> list(row.path("causes"))
                .forEach(cause -> causes.add(
                        row.path("row").asInt() + " " + cause.path("column").asText() + " "
                                + cause.path("message").asText())));
        return causes;
    }

    private static String figures(JsonNode view) {
        var figures = view.path("figures");
        return "rows %d unchanged %d invalid %d ready %d"
                .formatted(
                        figures.path("rows").asInt(),
                        figures.path("unchanged").asInt(),
                        figures.path("invalid").asInt(),
                        figures.path("ready").asInt());
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private FilledSheet planSheet(String person) {
        return downloaded(person, "/api/plan-sheet.xlsx?round=" + round.round());
    }

    private FilledSheet ledger(String person) {
        return downloaded(person, "/api/ledger.xlsx?round=" + round.round() + "&organisation=" + LedgerTown.TOWN);
    }

    private FilledSheet downloaded(String person, String path) {
        return new FilledSheet(http.withBasicAuth(person, TestPeople.PASSWORD).getForObject(path, byte[].class));
    }

    private JsonNode upload(String person, FilledSheet sheet) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(sheet.file()) {
            @Override
            public String getFilename() {
                return "整改台账.xlsx";
            }
        });
        var answer = http.withBasicAuth(person, TestPeople.PASSWORD)
                .postForEntity("/api/plan-imports?round=" + round.round(), parts, JsonNode.class);
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(201);
        return answer.getBody();
    }

    private JsonNode step(JsonNode of) {
        return http.withBasicAuth(CLERK, TestPeople.PASSWORD)
                .exchange(
                        "/api/plan-imports/" + of.path("id").asText() + "/steps", HttpMethod.POST, null, JsonNode.class)
                .getBody();
    }
}
