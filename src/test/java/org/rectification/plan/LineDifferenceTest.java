package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rectification.plan.LineDifference.FieldChange;
import org.rectification.plan.LineDifference.Kind;

class LineDifferenceTest {

    private static final Measure NOW = new Measure(Horizon.NOW, "补办公示", null);
    private static final Measure LASTING = new Measure(Horizon.LASTING, "修订评议公示制度", LocalDate.of(2026, 12, 31));

    @Test
    void sameLinesDifferInNothing() {
        assertThat(LineDifference.between(Map.of("a", line("目标")), Map.of("a", line("目标"))))
                .isEmpty();
    }

    @Test
    void eachChangedFieldShowsOldAndNew() {
        var after = new LineContent(
                "1",
                null,
                null,
                "低保评议不公开",
                "低保评议结果未公示。",
                "qx-leader1",
                "林志强",
                "民政办",
                "qx-person2",
                "周小燕",
                "制度执行不严",
                "未发现同类问题",
                12,
                0,
                "评议结果100%公示",
                LocalDate.of(2026, 5, 31),
                List.of(NOW, LASTING),
                null,
                null,
                null,
                null,
                null);
        var found = LineDifference.between(Map.of("a", line("评议结果公示")), Map.of("a", after));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).label()).isEqualTo("镇本级第1号问题“低保评议不公开”");
        assertThat(found.get(0).changes())
                .containsExactly(
                        new FieldChange(
                                LineField.MEASURES, "整改措施", "1.【当下改】补办公示", "1.【当下改】补办公示\n2.【长久立】修订评议公示制度（2026-12-31前）"),
                        new FieldChange(LineField.GOAL, "整改目标", "评议结果公示", "评议结果100%公示"),
                        new FieldChange(LineField.DUE_ON, "整改时限", "2026-05-20", "2026-05-31"),
                        new FieldChange(LineField.PERSON, "责任人员", "江一鸣", "周小燕"));
        assertThat(found.get(0).substantial()).isTrue();
    }

    @Test
    void lineThatComesOrGoesIsADifferenceOfSubstance() {
        var before = new LinkedHashMap<String, LineContent>();
        before.put("gone", line("甲"));
        before.put("stays", line("乙"));
        var found = LineDifference.between(before, Map.of("stays", line("乙"), "new", line("丙")));
        assertThat(found).extracting(LineDifference::kind).containsExactly(Kind.ADDED, Kind.REMOVED);
        assertThat(found).allMatch(LineDifference::substantial);
    }

    @Test
    void emptyTextIsNone() {
        assertThat(LineDifference.between(Map.of("a", line(" ")), Map.of("a", line(null))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyMeasuresGoalAndLimitAreOfSubstance(LineField field) {
        var change = new LineDifference(
                "a", "镇本级第1号问题", Kind.CHANGED, List.of(new FieldChange(field, field.label(), "旧", "新")));
        assertThat(change.substantial())
                .isEqualTo(List.of("整改措施", "整改目标", "整改时限").contains(field.label()));
    }

    @Test
    void contentSurvivesItsWayThroughJson() throws Exception {
        var json = JsonMapper.builder()
                .findAndAddModules()
                .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        var text = json.writeValueAsString(line("目标"));
        assertThat(json.readTree(text).properties().stream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .contains("goal", "measures", "leader")
                .doesNotContain("label");
        assertThat(json.readValue(text.replaceFirst("\\{", "{\"later\":1,"), LineContent.class))
                .isEqualTo(line("目标"));
    }

    private static LineContent line(String goal) {
        return new LineContent(
                "1",
                null,
                null,
                "低保评议不公开",
                "低保评议结果未公示。",
                "qx-leader1",
                "林志强",
                "民政办",
                "qx-person1",
                "江一鸣",
                "制度执行不严",
                "未发现同类问题",
                12,
                0,
                goal,
                LocalDate.of(2026, 5, 20),
                List.of(NOW),
                null,
                null,
                null,
                null,
                null);
    }
}
