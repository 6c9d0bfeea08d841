package org.rectification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.finding.FindingState;
import org.rectification.finding.Findings;
import org.rectification.ledger.LedgerTown.Case;
import org.rectification.plan.StatementCounter;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;

/** The ledger through its reading doors: what is found, what is counted, and who sees it. */
@LedgerTest
class LedgerIT {

    @Autowired
    private LedgerTown town;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private Findings findings;

    @Autowired
    private Ledger ledger;

    @Autowired
    private FindingDetails details;

    @Autowired
    private RollUp rollUp;

    @Feature(18)
    @Test
    @Clause("S21")
    void amongTwoHundredItemsOverdueInOneVillageAreFoundInUnderASecondAndTheirCountMatchesTheDatabase() {
        var round = town.round(40, 20);
        town.mixed(round);
        assertThat(round.ids()).hasSize(200);
        var took = new ArrayList<Duration>();
        JsonNode page = null;
        for (int time = 0; time < 3; time++) {
            var before = System.nanoTime();
            page = page(round, "lt-clerk", "&village=lt-v3&overdue=true");
            took.add(Duration.ofNanos(System.nanoTime() - before));
        }
        var inTheDatabase = town.count(
                "round_id = ? and village_code = 'lt-v3' and due_on < ? and state not in ('STRUCK_OFF', 'LONG_TERM')",
                round.round(),
                town.today());
        assertThat(inTheDatabase).isPositive();
        assertThat(page.path("total").asInt()).isEqualTo(inTheDatabase);
        assertThat(page.path("rows")).hasSize(inTheDatabase).allSatisfy(row -> {
            assertThat(row.path("village").asText()).isEqualTo("lt-v3");
            assertThat(row.path("ageing").asText()).startsWith("逾期");
            assertThat(row.path("colourLabel").asText()).isEqualTo("红色督办");
        });
        assertThat(took).anySatisfy(each -> assertThat(each).isLessThan(Duration.ofSeconds(1)));
    }

    @Feature(7)
    @Test
    @Clause({"S10", "S17"})
    void eightVillagesHaveEightSubLedgersAndTheTownshipsTotalIsTheirSumPlusItsOwnItems() {
        var round = town.round(17, 9);
        town.mixed(round);
        var sheet = sums(round, "lt-secretary");
        var lists = list(sheet.path("lists"));
        assertThat(lists.stream().filter(line -> line.hasNonNull("village"))).hasSize(8);
        assertThat(lists.get(0).path("name").asText()).isEqualTo("镇本级");
        for (var figure : List.of("total", "overdue", "returned", "recurrences")) {
            assertThat(lists.stream()
                            .mapToInt(line -> line.path(figure).asInt())
                            .sum())
                    .as(figure)
                    .isPositive()
                    .isEqualTo(sheet.at("/total/" + figure).asInt());
        }
        for (var state : FindingState.values()) {
            assertThat(lists.stream()
                            .mapToInt(line ->
                                    line.path("byState").path(state.name()).asInt())
                            .sum())
                    .as(state.name())
                    .isEqualTo(sheet.at("/total/byState/" + state.name()).asInt());
        }
    }

    @Test
    void everyFigureOfTheRollUpEqualsTheDatabaseAtTheSameMoment() {
        var round = town.round(11, 7);
        town.mixed(round);
        var sheet = sums(round, "office");
        for (var line : list(sheet.path("lists"))) {
            var village = line.path("village").asText(null);
            var ofList = "round_id = ? and village_code is not distinct from ? and origin = ";
            assertThat(line.path("total").asInt())
                    .isEqualTo(town.count(ofList + "'INSPECTION'", round.round(), village));
            assertThat(line.path("selfFound").asInt())
                    .isEqualTo(town.count(ofList + "'SELF_FOUND'", round.round(), village));
            assertThat(line.path("recurrences").asInt())
                    .isEqualTo(town.count(ofList + "'RECURRENCE'", round.round(), village));
            for (var state : FindingState.values()) {
                assertThat(line.path("byState").path(state.name()).asInt())
                        .isEqualTo(town.count(
                                "origin = 'INSPECTION' and round_id = ? and village_code is not distinct from ? and state = ?",
                                round.round(),
                                village,
                                state.name()));
            }
        }
        var counts = findings.counts(round.round(), LedgerTown.TOWN);
        assertThat(sheet.at("/total/total").asInt())
                .isEqualTo(counts.total())
                .isLessThan(round.ids().size());
        assertThat(sheet.at("/total/overdue").asInt())
                .isEqualTo(counts.overdue())
                .isEqualTo(page(round, "office", "&origin=INSPECTION&overdue=true")
                        .path("total")
                        .asInt());
        assertThat(sheet.at("/total/returned").asInt())
                .isEqualTo(counts.returned())
                .isEqualTo(page(round, "office", "&origin=INSPECTION&returned=true")
                        .path("total")
                        .asInt());
        assertThat(sheet.at("/total/byState/STRUCK_OFF").asInt()).isEqualTo(counts.of(FindingState.STRUCK_OFF));
        assertThat(sheet.at("/total/byState/LONG_TERM").asInt())
                .isPositive()
                .isEqualTo(counts.of(FindingState.LONG_TERM));
    }

    @Test
    void figuresOfTheSingleListsAddUpToTheCase() {
        var round = town.round(3, 4);
        town.due(round.ids().get(0), -3);
        town.returned(round.ids().get(5), 2);
        town.struckOff(round.ids().get(9));
        var whole = findings.counts(round.round(), LedgerTown.TOWN);
        var sums = new int[3];
        round.ids().stream()
                .map(id -> findings.get(id).facts().subLedgerId())
                .distinct()
                .map(findings::countsOf)
                .forEach(counts -> {
                    sums[0] += counts.total();
                    sums[1] += counts.overdue();
                    sums[2] += counts.returned();
                });
        assertThat(sums).containsExactly(whole.total(), whole.overdue(), whole.returned());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            level=TOWN                 | level = 'TOWN'
            village=lt-v8              | village_code = 'lt-v8'
            area=CONDUCT               | area = 'CONDUCT'
            state=STRUCK_OFF           | state = 'STRUCK_OFF'
            state=UNSETTLED            | state not in ('STRUCK_OFF', 'LONG_TERM')
            leader=lt-leader2          | responsible_leader = 'lt-leader2'
            person=lt-village2         | responsible_person = 'lt-village2'
            overdue=true               | due_on < current_date and state not in ('STRUCK_OFF', 'LONG_TERM')
            overdue=false              | not (due_on < current_date and state not in ('STRUCK_OFF', 'LONG_TERM'))
            returned=true              | returns > 0 and state not in ('STRUCK_OFF', 'LONG_TERM')
            origin=RECURRENCE          | recurrence_of is not null
            origin=SELF_FOUND          | generalised_from is not null
            keyConcern=true            | key_concern
            text=(7)                   | title like '%(7)%'
            text=100%                  | false
            text=_                     | false
            """)
    void eachFilterFindsWhatTheDatabaseHolds(String filter, String condition) {
        var round = town.round(24, 8);
        town.mixed(round);
        var sql = condition.replace("current_date", "date '" + town.today() + "'");
        assertThat(page(round, "office", "&" + filter.replace("%", "%25"))
                        .path("total")
                        .asInt())
                .isEqualTo(town.count("round_id = ? and " + sql, round.round()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RED", "YELLOW", "GREEN"})
    void colourFilterFindsExactlyTheRowsThatBearTheColour(String colour) {
        var round = town.round(40, 0);
        for (int days = -10; days < 30; days++) {
            town.due(round.ids().get(days + 10), days);
        }
        var bearing = list(page(round, "office", "&size=200").path("rows")).stream()
                .filter(row -> row.path("colour").asText().equals(colour))
                .map(row -> row.path("id").asText())
                .toList();
        assertThat(list(page(round, "office", "&size=200&colour=" + colour).path("rows")))
                .extracting(row -> row.path("id").asText())
                .isNotEmpty()
                .containsExactlyElementsOf(bearing);
    }

    @Test
    void aRoundKeepsItsColoursWhenItsOwnProfileHasANewerVersion() {
        var ownProfile = Map.of(
                "base", "speech-2020",
                "name", "本市台账口径（演示）",
                "decidedBy", "市委巡察办（演示）",
                "values",
                        Map.of(
                                "planDue",
                                Map.of("value", Map.of("amount", 12, "unit", "WORKING_DAYS"), "why", "本市惯例")));
        var admin = http.withBasicAuth("admin", TestPeople.PASSWORD);
        var first = admin.postForObject("/api/profiles", ownProfile, JsonNode.class)
                .path("id")
                .asText();
        assertThat(admin.postForObject("/api/profiles", ownProfile, JsonNode.class)
                        .path("id")
                        .asText())
                .endsWith("-v2");
        var round = town.round(2, 0);
        town.profile(round, first);
        town.due(round.ids().get(0), -3);
        assertThat(list(page(round, "office", "&colour=RED").path("rows")))
                .extracting(row -> row.path("id").asText())
                .containsExactly(round.ids().get(0));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var round = town.round(30, 10);
        var seen = new ArrayList<String>();
        for (int number = 0; number < 4; number++) {
            list(page(round, "office", "&size=35&page=" + number).path("rows"))
                    .forEach(row -> seen.add(row.path("id").asText()));
        }
        assertThat(new HashSet<>(seen)).hasSize(110);
        assertThat(seen).containsExactlyElementsOf(round.ids());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=201",
                "size=0",
                "page=-1",
                "state=DONE",
                "colour=BLUE",
                "level=COUNTY",
                "origin=ELSEWHERE",
                "overdue=maybe",
                "page=x",
                "text=%00"
            })
    void whatCannotBeAskedIsAnsweredInChineseAndNeverAsAFault(String query) {
        var answer = get("office", "/api/findings?" + query);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().path("detail").asText()).matches(".*[\\u4e00-\\u9fff]+.*");
    }

    @Test
    void pageAndRollUpAndDetailsTakeTheSameNumberOfStatementsHoweverMuchThereIs() {
        var small = town.round(1, 1);
        var big = town.round(100, 20);
        town.mixed(big);
        assertThat(statements(() -> ledger.page("office", LedgerFilter.ofCase(big.round(), LedgerTown.TOWN), 0, 200)))
                .isEqualTo(statements(
                        () -> ledger.page("office", LedgerFilter.ofCase(small.round(), LedgerTown.TOWN), 0, 200)))
                .isLessThanOrEqualTo(3);
        assertThat(statements(() -> rollUp.of("office", big.round(), LedgerTown.TOWN)))
                .isEqualTo(statements(() -> rollUp.of("office", small.round(), LedgerTown.TOWN)));
        assertThat(statements(() -> details.of("office", big.ids().get(6)))).isLessThanOrEqualTo(21);
    }

    // Rights: village, township, supervisor, another township, each door.
    @Test
    void aVillageSeesItsOwnFindingsTheTownshipAllOfItsOwnSupervisorsEverythingAndANeighbourNothing() {
        var round = town.round(4, 2);
        assertThat(page(round, "lt-village2", "").path("total").asInt()).isEqualTo(2);
        assertThat(page(round, "lt-clerk", "").path("total").asInt()).isEqualTo(20);
        assertThat(page(round, "discipline", "").path("total").asInt()).isEqualTo(20);
        assertThat(page(round, "ln-clerk", "").path("total").asInt()).isZero();
        assertThat(page(round, "admin", "").path("total").asInt()).isZero();

        var ofVillage2 = round.ids().get(4 + 2);
        assertThat(status("lt-village2", "/api/findings/" + ofVillage2)).isEqualTo(200);
        assertThat(status("lt-village1", "/api/findings/" + ofVillage2)).isEqualTo(404);
        assertThat(status("lt-secretary", "/api/findings/" + ofVillage2)).isEqualTo(200);
        assertThat(status("office", "/api/findings/" + ofVillage2)).isEqualTo(200);
        assertThat(status("ln-secretary", "/api/findings/" + ofVillage2)).isEqualTo(404);
        assertThat(status("admin", "/api/findings/" + ofVillage2)).isEqualTo(404);

        var sheet = sums(round, "lt-village2");
        assertThat(sheet.path("whole").asBoolean()).isFalse();
        assertThat(list(sheet.path("lists")))
                .extracting(line -> line.path("village").asText())
                .containsExactly("lt-v2");
        var at = "/api/ledger/roll-up?organisation=" + LedgerTown.TOWN + "&round=" + round.round();
        assertThat(status("ln-secretary", at)).isEqualTo(404);
        assertThat(status("admin", at)).isEqualTo(404);
        assertThat(rounds("ln-secretary")).doesNotContain(round.round());
        assertThat(rounds("lt-village2")).contains(round.round());
        assertThat(rounds("office")).contains(round.round());
        var choices = get(
                        "lt-village2",
                        "/api/ledger/choices?organisation=" + LedgerTown.TOWN + "&round=" + round.round())
                .getBody();
        assertThat(list(choices.path("villages"))).hasSize(1);
        assertThat(list(choices.path("people")))
                .extracting(person -> person.path("value").asText())
                .containsExactly("lt-village2");
    }

    @Test
    void theWorkbookHoldsTheSameSelectionAndNoCellOfItIsAFormula() throws IOException {
        var round = town.round(3, 1);
        town.due(round.ids().get(0), -2);
        for (var person : List.of("lt-clerk", "lt-village1", "ln-clerk")) {
            var rows = workbook(person, "/api/ledger.xlsx?round=" + round.round());
            assertThat(rows).hasSize(page(round, person, "").path("total").asInt());
        }
        assertThat(workbook("office", "/api/ledger.xlsx?overdue=true&round=" + round.round()))
                .hasSize(1);
    }

    @Test
    @Feature(47)
    void theFindingsPageTellsPlanDatesMovesAndWhatItRepeats() {
        var round = town.round(2, 1);
        town.struckOff(round.ids().get(0));
        town.repeats(round.ids().get(1), round.ids().get(0));
        findings.assign(
                "lt-clerk",
                round.ids().get(1),
                new org.rectification.finding.Owners("lt-leader1", "党建办", "lt-person2"),
                "分工调整");
        var detail = get("lt-clerk", "/api/findings/" + round.ids().get(1)).getBody();
        assertThat(detail.at("/finding/branch").asText()).isEqualTo("党建办");
        assertThat(detail.at("/links/0/finding").asText()).isEqualTo(round.ids().get(0));
        assertThat(get("lt-clerk", "/api/findings/" + round.ids().get(0))
                        .getBody()
                        .at("/links/0/finding")
                        .asText())
                .isEqualTo(round.ids().get(1));
        assertThat(detail.at("/dates/changes").asInt()).isZero();
        var move = detail.at("/moves/0");
        assertThat(move.path("label").asText()).isEqualTo("调整责任人");
        assertThat(move.path("note").asText()).isEqualTo("分工调整");
        assertThat(move.path("changes").toString()).contains("责任党支部", "党建办", "甲lt-leader1");
    }

    private List<List<String>> workbook(String person, String path) throws IOException {
        var file = http.withBasicAuth(person, TestPeople.PASSWORD).getForObject(path, byte[].class);
        var rows = new ArrayList<List<String>>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (var row : workbook.getSheetAt(0)) {
                if (row.getRowNum() > 0) {
                    rows.add(Stream.iterate(0, column -> column < row.getLastCellNum(), column -> column + 1)
                            .map(column -> String.valueOf(row.getCell(column)))
                            .toList());
                }
                row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA));
            }
        }
        return rows;
    }

    private static int statements(Runnable act) {
        return StatementCounter.during(act).size();
    }

    private List<String> rounds(String person) {
        return list(get(person, "/api/ledger/rounds").getBody()).stream()
                .map(round -> round.path("id").asText())
                .toList();
    }

    private JsonNode sums(Case round, String person) {
        return get(person, "/api/ledger/roll-up?organisation=" + LedgerTown.TOWN + "&round=" + round.round())
                .getBody();
    }

    private JsonNode page(Case round, String person, String more) {
        var answer = get(person, "/api/findings?round=" + round.round() + more);
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(200);
        return answer.getBody();
    }

    private int status(String person, String path) {
        return get(person, path).getStatusCode().value();
    }

    /** The path goes out as it is written. */
    private ResponseEntity<JsonNode> get(String person, String path) {
        return http.withBasicAuth(person, TestPeople.PASSWORD)
                .getForEntity(java.net.URI.create(http.getRootUri() + path), JsonNode.class);
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
