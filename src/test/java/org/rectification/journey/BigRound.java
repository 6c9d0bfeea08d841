package org.rectification.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A round of the size of a published real case: 22 township and 244 village findings in 30 villages, and a smaller neighbour. */
final class BigRound {

    static final String BIG = "daping-town";
    static final String SMALL = "xiaoxi-town";
    private static final List<String> AREAS = List.of("PARTY_LINE", "CONDUCT", "ORGANISATION", "CARRY_OVER");

    private BigRound() {}

    static Map<String, Object> request() {
        return Map.of(
                "roundNumber", "第十三轮",
                "batch", "第一批次",
                "inspectionTeam", "市委巡察一组",
                "inspectedFrom", "2026-01-05",
                "inspectedTo", "2026-02-13",
                "leadingGroupHeardOn", "2026-02-27",
                "fivePersonGroupHeardOn", "2026-03-02",
                "profile", "speech-2020",
                "organisations", List.of(organisation(BIG, "dp", 30, 22, 244), organisation(SMALL, "xx", 5, 20, 40)));
    }

    private static Map<String, Object> organisation(
            String code, String prefix, int villages, int ofTown, int ofVillages) {
        var findings = new ArrayList<Map<String, Object>>();
        for (int i = 1; i <= ofTown; i++) {
            findings.add(finding(String.valueOf(i), null, AREAS.get(i % AREAS.size()), i));
        }
        for (int i = 0; i < ofVillages; i++) {
            findings.add(
                    finding(String.valueOf(i / villages + 1), prefix + "-v" + (i % villages + 1), AREAS.get(i % 3), i));
        }
        var places = new ArrayList<Map<String, Object>>();
        for (int v = 1; v <= villages; v++) {
            places.add(Map.of(
                    "code",
                    prefix + "-v" + v,
                    "name",
                    "第" + v + "村（演示）党支部",
                    "inspection",
                    v == 1 ? "PINPOINT" : "COVERED"));
        }
        return Map.of(
                "code",
                code,
                "name",
                "大坪镇党委（演示）",
                "feedbackOn",
                "2026-03-10",
                "villages",
                places,
                "opinions",
                List.of(Map.of("number", "1", "text", "压实整改主体责任。")),
                "findings",
                findings);
    }

    private static Map<String, Object> finding(String number, String village, String area, int i) {
        var finding = new TreeMap<String, Object>(Map.of(
                "number",
                number,
                "area",
                area,
                "source",
                area.equals("CARRY_OVER") ? "AUDIT" : "INSPECTION",
                "level",
                village == null ? "TOWN" : "VILLAGE",
                "problem",
                "第" + i + "项：集体资金使用审批不规范，台账记录不完整。",
                "opinion",
                "限期清理规范。"));
        if (village != null) {
            finding.put("village", village);
        }
        if (area.equals("CARRY_OVER")) {
            finding.put("originDate", "2023-06-30");
        }
        if (i % 25 == 3) {
            finding.put("keyConcern", true);
        }
        return finding;
    }
}
