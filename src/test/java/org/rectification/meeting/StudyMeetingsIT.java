package org.rectification.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectification.support.CheckedRound;
import org.rectification.support.Clause;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of study and deployment meetings, and that nothing in it is overwritten. */
@RectificationTest
@Clause("S29")
class StudyMeetingsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theClerkRecordsCountsAddUpAndACorrectionIsAddedBesideWhatWasWrong() {
        var town = new CheckedRound(port, beans, "sma", 1);
        assertThat(town.get("sma-clerk", "/study-meetings").at("/0/summary").asText())
                .startsWith("提示：反馈以来没有登记过");
        var today = town.round.today().toString();
        var finding = town.round.ofTown(1);
        var entry = entry("COMMITTEE", today, "研究巡察整改方案", 11);
        entry.put("findings", List.of(finding));
        entry.put("minutesFile", town.upload("sma-clerk", "党委会纪要.pdf"));
        var path = "/study-meetings?round=" + town.round.roundId() + "&organisation=" + town.round.town();

        for (var stranger : List.of("admin", "sma-secretary", "sma-leader1", "sma-village1", "office")) {
            assertThat(town.post(stranger, path, entry).statusCode())
                    .as(stranger)
                    .isIn(404, 422);
        }
        var refused = town.post("sma-clerk", path, Map.of("heldOn", "2020-01-01", "findings", List.of("none")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("kind", "heldOn", "topic", "chair", "attendance", "所选问题不属于本单位");
        assertThat(town.post("sma-clerk", path, entry).statusCode()).isEqualTo(201);
        assertThat(town.post("sma-clerk", path, entry("STUDY", today, "传达学习反馈会精神", 30))
                        .statusCode())
                .isEqualTo(201);
        assertThat(town.get("office", "/study-meetings").toString()).contains("研究巡察整改方案");
        assertThat(town.get("sma-secretary", "/study-meetings").at("/0/summary").asText())
                .isEqualTo("反馈以来共组织学习部署2次：传达学习1次、党委会研究1次、领导小组会0次。");
        assertThat(town.get("sma-village1", "/study-meetings")).isEmpty();

        var wrong = town.get("sma-clerk", "/study-meetings")
                .at("/0/meetings/0")
                .path("id")
                .asText();
        var right = entry("COMMITTEE", today, "研究巡察整改方案", 12);
        assertThat(town.post("sma-clerk", "/study-meetings/" + wrong + "/correction", right)
                        .body())
                .contains("请填写更正的理由");
        right.put("correctionReason", "到会人数漏计1人。");
        assertThat(town.post("sma-clerk", "/study-meetings/" + wrong + "/correction", right)
                        .statusCode())
                .isEqualTo(201);
        assertThat(town.post("sma-clerk", "/study-meetings/" + wrong + "/correction", right)
                        .statusCode())
                .as("the latest is corrected, not the first again")
                .isEqualTo(422);
        var rows = town.get("sma-clerk", "/study-meetings").at("/0/meetings");
        assertThat(rows).hasSize(3);
        assertThat(rows.findValuesAsText("current")).containsOnlyOnce("false");
        assertThat(town.get("sma-clerk", "/study-meetings").at("/0/summary").asText())
                .contains("学习部署2次");
        assertThatThrownBy(() -> jdbc.sql("update rectification.study_meeting set attendance = 99 where id = ?")
                        .param(wrong)
                        .update())
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from rectification.study_meeting where id = ?")
                        .param(wrong)
                        .update())
                .hasStackTraceContaining("append-only");
    }

    private static Map<String, Object> entry(String kind, String day, String topic, int attendance) {
        return new HashMap<>(
                Map.of("kind", kind, "heldOn", day, "topic", topic, "chair", "周书记", "attendance", attendance));
    }
}
