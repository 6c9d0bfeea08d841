package org.rectification.round;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** An invented round that breaks no rule, as JSON to be changed by a test. */
public final class SampleRound {

    public static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode round = JSON.createObjectNode();
    private final LocalDate feedbackOn;

    private SampleRound(LocalDate feedbackOn) {
        this.feedbackOn = feedbackOn;
        round.put("roundNumber", "第十三轮")
                .put("batch", "第一批次")
                .put("inspectionTeam", "市委巡察一组")
                .put("inspectedFrom", feedbackOn.minusDays(64).toString())
                .put("inspectedTo", feedbackOn.minusDays(25).toString())
                .put("leadingGroupHeardOn", feedbackOn.minusDays(11).toString())
                .put("fivePersonGroupHeardOn", feedbackOn.minusDays(5).toString())
                .put("profile", "speech-2020")
                .putArray("organisations");
    }

    /** Header only. */
    public static SampleRound header(LocalDate feedbackOn) {
        return new SampleRound(feedbackOn);
    }

    /** One township with one village, one opinion and two findings. */
    public static SampleRound small(LocalDate feedbackOn) {
        return header(feedbackOn).with("qingxi-town", "清溪镇党委（演示）", 1, 1, 1);
    }

    /** Adds an organisation with villages {@code <prefix>-v1…}, findings of the township and findings of each village. */
    public SampleRound with(String code, String name, int villages, int townFindings, int findingsPerVillage) {
        var organisation = ((ArrayNode) round.get("organisations")).addObject();
        organisation.put("code", code).put("name", name).put("feedbackOn", feedbackOn.toString());
        var prefix = code.startsWith("baishi") ? "bs" : "qx";
        var villageList = organisation.putArray("villages");
        organisation.putArray("opinions").addObject().put("number", "1").put("text", "切实扛起整改主体责任。");
        var findings = organisation.putArray("findings");
        for (int number = 1; number <= townFindings; number++) {
            finding(findings, number, "TOWN");
        }
        for (int village = 1; village <= villages; village++) {
            villageList
                    .addObject()
                    .put("code", prefix + "-v" + village)
                    .put("name", "第" + village + "村党支部（演示）")
                    .put("inspection", village == 1 ? "PINPOINT" : "COVERED");
            for (int number = 1; number <= findingsPerVillage; number++) {
                finding(findings, number, "VILLAGE").put("village", prefix + "-v" + village);
            }
        }
        return this;
    }

    private static ObjectNode finding(ArrayNode findings, int number, String level) {
        return findings.addObject()
                .put("number", String.valueOf(number))
                .put("area", "CONDUCT")
                .put("source", "INSPECTION")
                .put("level", level)
                .put("problem", "集体资金使用公示不及时（" + number + "）。部分票据未附说明。")
                .put("opinion", "限期公示并完善票据管理。");
    }

    public ObjectNode node() {
        return round;
    }

    public ObjectNode organisation(int index) {
        return (ObjectNode) round.at("/organisations/" + index);
    }

    public ObjectNode finding(int organisation, int index) {
        return (ObjectNode) round.at("/organisations/" + organisation + "/findings/" + index);
    }

    public String text() {
        return round.toString();
    }
}
