package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineContentTest {

    private static final Subject SUBJECT = new Subject("f1", "7", "公务用车管理不规范", null, null, "问题", "意见", false);
    private static final Officer LEADER = new Officer("l", "张领导", Set.of("LEADERSHIP_MEMBER"));
    private static final Officer PERSON = new Officer("p", "李干事", Set.of("RESPONSIBLE_PERSON"));
    private static final Measure NOW = new Measure("m1", Horizon.NOW, "清退公车私用费用", null, false);
    private static final Measure LASTING =
            new Measure("m2", Horizon.LASTING, "修订管理办法", LocalDate.of(2026, 12, 31), false);

    @Test
    void sameLineHasNoChange() {
        assertThat(changes(line(PERSON, "登记率100%", 20, NOW, LASTING), line(PERSON, "登记率100%", 20, NOW, LASTING)))
                .isEmpty();
    }

    @Test
    void eachChangedFieldIsNamedWithWhatStoodThereBefore() {
        var other = new Officer("q", "王干事", Set.of("RESPONSIBLE_PERSON"));
        assertThat(changes(line(PERSON, "登记率100%", 20, NOW), line(other, "登记率90%", 25, NOW)))
                .containsExactly(
                        new FieldChange("goal", "整改目标", "登记率100%", "登记率90%", true),
                        new FieldChange("dueOn", "整改时限", "2026-05-20", "2026-05-25", true),
                        new FieldChange("person", "责任人员", "李干事", "王干事", false));
    }

    @Test
    void measureThatOnlyMovedIsNoChangeAndOneThatWasRewrittenKeepsItsIdentity() {
        var rewritten = new Measure("m2", Horizon.LASTING, "重订管理办法", LASTING.dueOn(), false);
        assertThat(changes(line(PERSON, "目标", 20, NOW, LASTING), line(PERSON, "目标", 20, LASTING, NOW)))
                .isEmpty();
        assertThat(changes(line(PERSON, "目标", 20, NOW, LASTING), line(PERSON, "目标", 20, rewritten, NOW)))
                .containsExactly(new FieldChange("measures[0].text", "第1条措施内容", "修订管理办法", "重订管理办法", true));
    }

    @Test
    void measureThatCameAndOneThatWentAreToldInWords() {
        assertThat(changes(line(PERSON, "目标", 20, NOW), line(PERSON, "目标", 20, LASTING)))
                .containsExactly(
                        new FieldChange("measures[0]", "第1条措施", null, "【长久立】修订管理办法", true),
                        new FieldChange("measures[0]", "原第1条措施", "【当下改】清退公车私用费用", null, true));
    }

    @Test
    void storedVersionComparesWithALine() throws Exception {
        var json = new ObjectMapper();
        var content = LineContent.of(line(PERSON, "目标", 20, NOW, LASTING));
        Map<String, Object> stored = json.readValue(json.writeValueAsString(content), new TypeReference<>() {});
        assertThat(LineContent.changes(stored, content)).isEmpty();
    }

    private static List<FieldChange> changes(PlanLine before, PlanLine after) {
        return LineContent.changes(LineContent.of(before), LineContent.of(after));
    }

    private static PlanLine line(Officer person, String goal, int day, Measure... measures) {
        return new PlanLine(
                SUBJECT,
                LEADER,
                "党政办",
                person,
                "原因",
                "排查",
                5,
                0,
                goal,
                LocalDate.of(2026, 5, day),
                List.of(measures),
                null,
                null,
                null);
    }
}
