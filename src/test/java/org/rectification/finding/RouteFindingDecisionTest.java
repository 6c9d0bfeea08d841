package org.rectification.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R1–R7: one row per rule, and the values beside each limit. */
class RouteFindingDecisionTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "SECRETARY, VILLAGE, true, CONDUCT, R1, NONE, inspection-office, true, ALL",
        "SECRETARY, TOWN, false, ORGANISATION, R1, NONE, inspection-office, true, ALL",
        "TOWNSHIP_DISCIPLINE, TOWN, false, CONDUCT, R2, SECRETARY, discipline-supervision, false, ALL",
        "TOWNSHIP_DISCIPLINE, VILLAGE, true, CONDUCT, R2, SECRETARY, discipline-supervision, false, ALL",
        "OTHER, VILLAGE, true, CONDUCT, R3, VILLAGE_AND_PORTFOLIO_LEADER, township-discipline, true, ALL",
        "OTHER, VILLAGE, false, ORGANISATION, R4, RESPONSIBLE_LEADER, township-discipline, false, TEN_PERCENT",
        "OTHER, TOWN, false, ORGANISATION, R5, RESPONSIBLE_LEADER, cadre-supervision, false, NONE",
        "OTHER, TOWN, true, ORGANISATION, R5, RESPONSIBLE_LEADER, cadre-supervision, false, NONE",
        "OTHER, TOWN, false, CONDUCT, R6, RESPONSIBLE_LEADER, discipline-supervision, false, NONE",
        "OTHER, TOWN, true, CARRY_OVER, R6, RESPONSIBLE_LEADER, discipline-supervision, false, NONE",
        "OTHER, TOWN, false, PARTY_LINE, R7, RESPONSIBLE_LEADER, inspection-office, false, NONE",
        "OTHER, TOWN, true, 自定义领域, R7, RESPONSIBLE_LEADER, inspection-office, false, NONE"
    })
    void everyFindingHasExactlyOneRule(
            String leaderOffice,
            String level,
            boolean sensitive,
            String area,
            String rule,
            Route.Reviewer reviewer,
            String verifier,
            boolean confirmed,
            String sample)
            throws IOException {
        var row = decide(leaderOffice, level, sensitive, area).getSingleResult();
        assertThat(row.getEntryMap())
                .containsEntry("rule", rule)
                .containsEntry("reviewer", reviewer.name())
                .containsEntry("verifier", verifier)
                .containsEntry("confirmed", confirmed)
                .containsEntry("countySample", sample);
    }

    @Test
    void anUnknownOfficeMatchesNothing() throws IOException {
        assertThat(decide("VILLAGER", "TOWN", false, "CONDUCT")).isEmpty();
    }

    private DmnDecisionTableResult decide(String leaderOffice, String level, boolean sensitive, String area)
            throws IOException {
        return ENGINE.evaluateDecisionTable(
                decision("bpmn/route-finding.dmn", "routeFinding"),
                Variables.putValue("leaderOffice", leaderOffice)
                        .putValue("level", level)
                        .putValue("sensitive", sensitive)
                        .putValue("area", area));
    }

    private DmnDecision decision(String file, String key) throws IOException {
        try (InputStream table = Files.newInputStream(Path.of(file))) {
            return ENGINE.parseDecision(key, table);
        }
    }
}
