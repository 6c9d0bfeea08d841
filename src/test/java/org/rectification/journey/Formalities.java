package org.rectification.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;

/** What people do on the pages beside the lists: visits with their signed sheets, batch lists, the county sample. */
final class Formalities {

    private Formalities() {}

    /** Plans a visit to every village where something waits for this person, and hands in its signed sheet at once. */
    static void visits(Visitor verifier, LocalDate today) {
        for (var waiting : verifier.get("/api/visits").expect(200).json().path("waiting")) {
            var round = waiting.path("roundId").asText();
            var organisation = waiting.path("organisationId").asText();
            var visit = verifier.post(
                            "/api/visits",
                            Map.of(
                                    "round",
                                    round,
                                    "organisation",
                                    organisation,
                                    "village",
                                    waiting.path("villageCode").asText(),
                                    "plannedOn",
                                    today.toString()))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            verifier.post(
                            "/api/visits/" + visit + "/signature",
                            Map.of(
                                    "visitedOn", today.toString(),
                                    "participants", "镇纪委书记、村党支部书记、党员群众代表",
                                    "sheetFile", verifier.upload(round, organisation, "现场核验清单")))
                    .expect(204);
        }
    }

    /** Hands in the person's comparison text, aspect by aspect, wherever one is still owed. */
    static void writeComparison(Visitor person) {
        for (var own : person.get("/api/comparisons").expect(200).json()) {
            if (!own.path("writable").asBoolean() || own.path("version").asInt() > 0) {
                continue;
            }
            var sections = new ArrayList<Map<String, String>>();
            own.at("/text/aspects")
                    .forEach(part -> sections.add(Map.of(
                            "aspect", part.path("aspect").asText(),
                            "rootCause", "学习不深入，抓落实不够。",
                            "selfCheck", "对分管领域的问题负有责任，已制定措施逐项整改。")));
            person.post("/api/comparisons/" + own.path("id").asText() + "/text", Map.of("aspects", sections))
                    .expect(200);
        }
    }

    /** Before a case is archived its strike-offs are noted by the leading group, and the county has looked again. */
    static void beforeArchiving(Function<String, Visitor> people, String clerk, String round, String organisation) {
        var today = people.apply("office")
                .get("/api/clock")
                .expect(200)
                .json()
                .path("now")
                .asText()
                .substring(0, 10);
        notedByTheLeadingGroup(people.apply(clerk), round, organisation, today);
        lookedAtAgain(people, round, organisation, today);
    }

    private static void notedByTheLeadingGroup(Visitor clerk, String round, String organisation, String today) {
        var listed = clerk.post("/api/batches", Map.of("round", round, "organisation", organisation));
        if (listed.status() != 201) {
            return; // nothing was struck off since the last list
        }
        clerk.post(
                        "/api/batches/" + listed.json().path("id").asText() + "/noting",
                        Map.of(
                                "metOn",
                                today,
                                "minutesNumber",
                                "镇领导小组纪〔2026〕6号",
                                "minutesFile",
                                clerk.upload(round, organisation, "领导小组会议纪要")))
                .expect(204);
    }

    private static void lookedAtAgain(
            Function<String, Visitor> people, String round, String organisation, String today) {
        var office = people.apply("office");
        office.post("/api/samples", Map.of("round", round, "organisation", organisation));
        var look = Map.of("outcome", "HOLDS", "remark", "实地复查，整改属实。", "lookedOn", today);
        for (var sample : office.get("/api/samples?round=" + round + "&organisation=" + organisation)
                .expect(200)
                .json()) {
            for (var item : sample.path("items")) {
                if (!item.path("drawn").asBoolean() || item.hasNonNull("outcome")) {
                    continue;
                }
                var path = "/api/samples/findings/" + item.path("findingId").asText();
                if (office.post(path, look).status() != 204) {
                    // Whoever verified it does not look again.
                    people.apply("discipline").post(path, look).expect(204);
                }
            }
        }
    }
}
