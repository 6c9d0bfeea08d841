package org.rectification.round;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** More than 300 starts that must all be refused: each is the sample round with one thing wrong, or no round at all. */
public final class MalformedRounds {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Escapes what is not ASCII, so that half a surrogate pair survives the way over the wire. */
    private static final JsonMapper WRITER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String FINDING = "/organisations/0/findings/0";
    private static final String TOWN = "/organisations/0";
    private static final String VILLAGE = "/organisations/0/villages/0";
    private static final String OPINION = "/organisations/0/opinions/0";

    private final LocalDate feedbackOn;
    private final List<Start> starts = new ArrayList<>();

    private MalformedRounds(LocalDate feedbackOn) {
        this.feedbackOn = feedbackOn;
    }

    /** One start to be refused. */
    public record Start(String name, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** @param feedbackOn a day on which the sample round itself is accepted */
    public static List<Start> all(LocalDate feedbackOn) {
        var all = new MalformedRounds(feedbackOn);
        all.wrongTypesAndTexts();
        all.wrongDates();
        all.wrongChoices();
        all.wrongLists();
        all.unknownFields();
        all.contradictions();
        all.noRoundAtAll();
        return all.starts;
    }

    private void wrongTypesAndTexts() {
        for (var place : List.of("", TOWN, VILLAGE, OPINION, FINDING)) {
            var fields =
                    switch (place) {
                        case "" -> List.of("roundNumber", "batch", "inspectionTeam");
                        case OPINION -> List.of("number", "text");
                        case FINDING -> List.of("number", "area", "problem");
                        default -> List.of("code", "name");
                    };
            for (var field : fields) {
                absent(place, field);
                values().forEach((name, value) -> replaced(place, field, name, value));
            }
        }
        for (var field : List.of("opinion", "title", "aspect", "originNumber")) {
            replaced(FINDING, field, "number", JSON.numberNode(7));
            replaced(FINDING, field, "half a character", JSON.textNode("半\udc00个"));
            replaced(FINDING, field, "too long", JSON.textNode("长".repeat(5_000)));
        }
    }

    private static Map<String, JsonNode> values() {
        var values = new LinkedHashMap<String, JsonNode>();
        values.put("null", JSON.nullNode());
        values.put("number", JSON.numberNode(7));
        values.put("huge number", JSON.numberNode(new BigDecimal("1e400")));
        values.put("boolean", JSON.booleanNode(true));
        values.put("list", JSON.arrayNode());
        values.put("object", JSON.objectNode());
        values.put("empty", JSON.textNode(""));
        values.put("blank", JSON.textNode(" \u3000\u00a0"));
        values.put("null byte", JSON.textNode("空\u0000字符"));
        values.put("half a character", JSON.textNode("半\ud800个"));
        values.put("reordering", JSON.textNode("正\u202e反"));
        values.put("too long", JSON.textNode("长".repeat(70_000)));
        return values;
    }

    private void wrongDates() {
        var wrong = List.of(
                "",
                "2026-13-01",
                "2026-02-30",
                "+999999-01-01",
                "999999-01-01",
                "0000-01-01",
                "2026-1-1",
                "2026-01-01T00:00:00Z",
                "二〇二六年三月");
        for (var field : List.of(
                "inspectedFrom", "inspectedTo", "leadingGroupHeardOn", "fivePersonGroupHeardOn", "feedbackOn")) {
            var place = field.equals("feedbackOn") ? TOWN : "";
            absent(place, field);
            wrong.forEach(date -> replaced(place, field, date, JSON.textNode(date)));
            replaced(place, field, "number", JSON.numberNode(20260310));
        }
        for (var field : List.of("originDate", "completeBy")) {
            var place = field.equals("completeBy") ? TOWN : FINDING;
            replaced(place, field, "far away", JSON.textNode("9999-12-31"));
        }
    }

    private void wrongChoices() {
        for (var field : List.of("source", "level", "inspection")) {
            var place = field.equals("inspection") ? VILLAGE : FINDING;
            absent(place, field);
            for (var value : List.of("NONE", "", "inspection")) {
                replaced(place, field, value, JSON.textNode(value));
            }
            replaced(place, field, "position", JSON.numberNode(0));
            replaced(place, field, "list", JSON.arrayNode());
        }
        for (var field : List.of("addressee", "topic", "immediate", "keyConcern")) {
            replaced(FINDING, field, "text", JSON.textNode("yes"));
            replaced(FINDING, field, "number", JSON.numberNode(1));
            replaced(FINDING, field, "object", JSON.objectNode());
        }
        replaced("", "profile", "unknown", JSON.textNode("speech-1920"));
        replaced("", "profile", "null byte", JSON.textNode("speech-2020\u0000"));
        replaced("", "profile", "number", JSON.numberNode(2020));
    }

    private void wrongLists() {
        for (var field : List.of("organisations", "findings", "villages", "opinions", "special")) {
            var place =
                    switch (field) {
                        case "organisations" -> "";
                        case "special" -> FINDING;
                        default -> TOWN;
                    };
            replaced(place, field, "object", JSON.objectNode());
            replaced(place, field, "text", JSON.textNode("[]"));
            replaced(place, field, "number", JSON.numberNode(3));
            replaced(place, field, "of null", JSON.arrayNode().addNull());
            replaced(place, field, "of numbers", JSON.arrayNode().add(1).add(2));
            replaced(place, field, "of lists", JSON.arrayNode().add(JSON.arrayNode()));
        }
        for (var field : List.of("organisations", "findings")) {
            var place = field.equals("findings") ? TOWN : "";
            absent(place, field);
            replaced(place, field, "empty", JSON.arrayNode());
        }
        tooMany(TOWN, "findings", 2_001);
        tooMany(TOWN, "villages", 201);
        tooMany(TOWN, "opinions", 51);
        tooMany("", "organisations", 501);
    }

    private void tooMany(String place, String field, int count) {
        var many = JSON.arrayNode();
        for (int index = 0; index < count; index++) {
            many.addObject();
        }
        replaced(place, field, "too many", many);
    }

    private void unknownFields() {
        for (var place : List.of("", TOWN, VILLAGE, OPINION, FINDING)) {
            for (var field : List.of("unknown", "a/b~c", "\u0000", "\ud83d", "名".repeat(500))) {
                replaced(place, field, "unknown field", JSON.textNode("x"));
            }
        }
    }

    private void contradictions() {
        changed("inspection ends before it begins", round -> round.node()
                .put("inspectedFrom", feedbackOn.minusDays(20).toString()));
        changed("first hearing before the inspection's end", round -> round.node()
                .put("leadingGroupHeardOn", feedbackOn.minusDays(30).toString()));
        changed("second hearing before the first", round -> round.node()
                .put("fivePersonGroupHeardOn", feedbackOn.minusDays(12).toString()));
        changed("feedback before the second hearing", round -> round.organisation(0)
                .put("feedbackOn", feedbackOn.minusDays(6).toString()));
        changed("feedback too far ahead", round -> round.organisation(0)
                .put("feedbackOn", feedbackOn.plusDays(200).toString()));
        changed("completion on day 0", round -> round.organisation(0).put("completeBy", feedbackOn.toString()));
        changed("completion before the hearing", round -> round.organisation(0)
                .put("completeBy", feedbackOn.plusDays(20).toString()));
        for (var code : List.of("nowhere-town", "QINGXI-TOWN", "../qingxi-town", "a".repeat(49), "x' or '1'='1")) {
            changed("organisation " + code, round -> round.organisation(0).put("code", code));
        }
        changed("organisation twice", round -> ((ArrayNode) round.node().get("organisations"))
                .add(round.organisation(0).deepCopy()));
        changed("village twice", round -> round.organisation(0)
                .withArray("villages")
                .add(round.organisation(0).at("/villages/0").deepCopy()));
        changed("opinion twice", round -> round.organisation(0)
                .withArray("opinions")
                .add(round.organisation(0).at("/opinions/0").deepCopy()));
        changed("finding twice", round -> round.organisation(0)
                .withArray("findings")
                .add(round.finding(0, 0).deepCopy()));
        changed("town finding with a village", round -> round.finding(0, 0).put("village", "qx-v1"));
        changed("village finding without a village", round -> round.finding(0, 1)
                .remove("village"));
        changed("village of elsewhere", round -> round.finding(0, 1).put("village", "bs-v1"));
        changed("carried over without origin", round -> round.finding(0, 0).put("area", "CARRY_OVER"));
        changed("notice without immediate", round -> round.finding(0, 0).put("immediateNoticeNumber", "1"));
    }

    private void noRoundAtAll() {
        for (var text : List.of(
                "",
                " ",
                "null",
                "true",
                "0",
                "\"round\"",
                "[]",
                "[[]]",
                "{}",
                "{",
                "}",
                "nul",
                "{\"a\"",
                "{\"a\":}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{}{}",
                "{} x",
                "// comment\n{}",
                "<round/>",
                "\u0000",
                "{\"batch\":\"a\",\"batch\":\"b\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\u0000\":1}",
                "{\"a\":\"\n\"}")) {
            starts.add(new Start("text " + text, text.getBytes(StandardCharsets.UTF_8)));
        }
        raw("ten thousand lists", "[".repeat(10_000) + "]".repeat(10_000));
        raw("ten thousand objects", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
        raw("a number of 100,000 digits", "{\"batch\":" + "9".repeat(100_000) + "}");
        raw("a name of 100,000 characters", "{\"" + "n".repeat(100_000) + "\":1}");
        raw("a million entries", "{\"organisations\":[" + "{},".repeat(1_000_000) + "{}]}");
        starts.add(new Start("UTF-16", "{\"batch\":\"第一批\"}".getBytes(StandardCharsets.UTF_16)));
        starts.add(new Start("broken UTF-8", new byte[] {'{', '"', (byte) 0xC3, '(', '"', ':', '1', '}'}));
    }

    private void raw(String name, String text) {
        starts.add(new Start(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private void absent(String place, String field) {
        changed(
                place + "/" + field + " absent",
                round -> ((ObjectNode) round.node().at(place)).remove(field));
    }

    private void replaced(String place, String field, String name, JsonNode value) {
        changed(
                place + "/" + field + " " + name,
                round -> ((ObjectNode) round.node().at(place)).set(field, value));
    }

    private void changed(String name, Consumer<SampleRound> mistake) {
        var round = SampleRound.small(feedbackOn);
        mistake.accept(round);
        try {
            starts.add(new Start(name, WRITER.writeValueAsBytes(round.node())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
