package org.rectification.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.rectification.support.TestPeople;

/**
 * One person's day in a round that takes every turn once: lines left open, a plan returned, a finding that needs years,
 * one that is late. Each form is shown before it is filled in for the first time.
 */
final class FormTour {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> LISTS = Map.of(
            "userTask_rectifyFinding", "work",
            "userTask_reviewResult", "review",
            "userTask_verifyFinding", "verify",
            "userTask_confirmVerification", "confirm",
            "userTask_consentLongTerm", "consent",
            "userTask_continueFinding", "continue",
            "userTask_approveContinuation", "approve",
            "userTask_decideExtension", "extension",
            "userTask_reviewLongTerm", "follow",
            "userTask_confirmLongTermReview", "agree");

    private final Script script;
    private final LocalDate completeBy;
    private final BiConsumer<Visitor, JsonNode> show;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> turnsTaken = new HashSet<>();

    /** @param show called once per form, with the person and the task */
    FormTour(LocalDate completeBy, BiConsumer<Visitor, JsonNode> show) {
        this.completeBy = completeBy;
        this.script = new Script(completeBy);
        this.show = show;
    }

    /** Form keys in the order in which they were shown. */
    Set<String> seen() {
        return seen;
    }

    /** Everything on this desk today; returns how many things were done. */
    int day(Visitor person, String roundId, String name, LocalDate today) {
        int done = 0;
        for (var task :
                person.get("/engine-rest/task?maxResults=200").expect(200).json()) {
            var assignee = task.path("assignee").asText(null);
            if (assignee != null && !assignee.equals(person.id())) {
                continue;
            }
            if (assignee == null && !claimed(person, task)) {
                continue;
            }
            var form = task.path("camundaFormRef").path("key").asText();
            if (seen.add(form)) {
                show.accept(person, task);
            }
            done += completed(person, task, roundId, name, today) ? 1 : 0;
        }
        return done;
    }

    private boolean completed(Visitor person, JsonNode task, String roundId, String name, LocalDate today) {
        var key = task.path("taskDefinitionKey").asText();
        var id = task.path("id").asText();
        if (LISTS.containsKey(key)) {
            return rowDone(person, id, LISTS.get(key), today);
        }
        if (key.equals("userTask_writeComparison")) {
            Formalities.writeComparison(person);
            return true;
        }
        String givenBack = null;
        if (key.equals("userTask_draftPlanLines")) {
            givenBack = givenBack(person, roundId);
            draftLines(person, roundId, givenBack);
        } else if (key.equals("userTask_completePlanLines")) {
            draftLines(person, roundId, null);
        } else if (key.equals("userTask_divideAgain") || key.equals("userTask_decideOwners")) {
            script.logins(logins(person, roundId));
        }
        var given = person.get(
                        "/engine-rest/task/" + id + "/form-variables?variableNames=entry&deserializeValues=false")
                .expect(200)
                .json()
                .path("entry")
                .path("value")
                .asText("");
        if (key.equals("userTask_confirmArchiving")) {
            Formalities.beforeArchiving(
                    other -> new Visitor(person.port(), other, TestPeople.PASSWORD),
                    "qx-clerk",
                    roundId,
                    task.path("tenantId").asText());
        }
        var entry = givenBack == null
                ? entryFor(key, (ObjectNode) parsed(given.isEmpty() ? "{}" : given), today, name)
                : Script.of(Map.of("bounced", List.of(Map.of("finding", givenBack, "reason", "不属本办职责。"))));
        if (key.equals("userTask_recordHearing") && turnsTaken.add(key)) {
            entry.set("gaps", gap(person, id, today));
        }
        Script.paperOf(key)
                .ifPresent(field -> entry.put(
                        field, person.upload(roundId, task.path("tenantId").asText(), "党委会会议记录")));
        var answer = person.post(
                "/engine-rest/task/" + id + "/submit-form",
                Map.of("variables", Map.of("entry", Map.of("type", "Json", "value", entry.toString()))));
        if (answer.status() == 422 && answer.body().contains("代为登记纸面意见")) {
            person.post("/engine-rest/task/" + id + "/unclaim", null).expect(204);
            return false;
        }
        if (answer.status() == 422 && answer.body().contains("尚未提交对照检查材料")) {
            return false; // tomorrow, when everybody has written
        }
        answer.expect(204);
        return true;
    }

    /** One gap of the hearing, followed up by the first who may. */
    private static JsonNode gap(Visitor person, String taskId, LocalDate today) {
        var view = person.get(
                        "/engine-rest/task/" + taskId + "/form-variables?variableNames=view&deserializeValues=false")
                .expect(200)
                .json()
                .path("view")
                .path("value")
                .asText();
        return JSON.valueToTree(List.of(Map.of(
                "description",
                "个别村台账更新滞后。",
                "disposition",
                "FOLLOW_UP",
                "owner",
                parsed(view).path("owners").path(0).path("value").asText(),
                "dueOn",
                today.plusDays(10).toString())));
    }

    private static Map<String, String> logins(Visitor person, String roundId) {
        var organisation = person.get("/api/plan-lines?round=" + roundId)
                .expect(200)
                .json()
                .path(0)
                .path("organisation")
                .asText();
        var logins = new java.util.HashMap<String, String>();
        for (var each : person.get("/api/plans/" + roundId + "/" + organisation + "/choices")
                .expect(200)
                .json()
                .path("people")) {
            logins.put(each.path("name").asText(), each.path("id").asText());
        }
        return logins;
    }

    private ObjectNode entryFor(String key, ObjectNode given, LocalDate today, String name) {
        return switch (key) {
            case "userTask_reviewPlan" ->
                turnsTaken.add(key)
                        ? Script.of(Map.of("verdict", "RETURN", "comment", "措施不够具体，请细化到人到天。"))
                        : script.entryFor(key, given, today, name);
            // The first ones tell of none: the township's reason is not accepted, the village's is.
            case "userTask_recordMeetingOfTown", "userTask_recordMeetingOfVillage" ->
                turnsTaken.add(key)
                        ? Script.of(Map.of("outcome", "NOT_HELD", "reason", "主要负责同志住院，推迟召开。", "onBehalfOf", "村党支部书记"))
                        : script.entryFor(key, given, today, name);
            case "userTask_judgeReasonOfTown" -> Script.of(Map.of("decision", "RETURN", "remark", "应当在期限内召开。"));
            case "userTask_judgeReasonOfVillage" -> Script.of(Map.of("decision", "ACCEPT"));
            case "userTask_considerSuggestion" -> Script.of(Map.of("decision", "TAKE_UP"));
            case "userTask_explainDelay" ->
                Script.of(Map.of("text", "因土地确权手续未完成，整改未能按期办结，现正抓紧推进。", "personConcerned", "江一鸣"));
            case "userTask_referCase" ->
                Script.of(Map.of(
                        "referredTo", "市纪委监委",
                        "facts", "逾期未完成整改，说明理由不充分。",
                        "basis", List.of("ACCOUNTABILITY")));
            case "userTask_recordOutcome" ->
                Script.of(
                        Map.of("documentNumber", "市纪〔2026〕8号", "decidedOn", today, "forms", List.of("CADRE_CIRCULAR")));
            case "userTask_confirmHandingOver" -> Script.of(Map.of("confirmed", true));
            case "userTask_recordHandingOver" -> Script.of(Map.of("paperPerson", "丁守财", "paperOn", today));
            // Nobody takes over anything in this tour: the round goes on with the same people.
            case "userTask_confirmTakingOver" -> Script.of(Map.of("answer", "RETURN", "reason", "交接事项待补充。"));
            default -> script.entryFor(key, given, today, name);
        };
    }

    private boolean rowDone(Visitor person, String taskId, String kind, LocalDate today) {
        for (var row : person.get("/api/worklist/" + kind).expect(200).json().path("rows")) {
            if (!row.path("taskId").asText().equals(taskId) || late(kind, row, today)) {
                continue;
            }
            if (kind.equals("work")
                    && row.path("finding").path("immediate").asBoolean()
                    && turnsTaken.add("extension")) {
                askForLater(person, row.path("finding"));
                return true;
            }
            var entry = kind.equals("verify")
                            && row.path("finding").path("keyConcern").asBoolean()
                            && turnsTaken.add("longTerm")
                    ? Script.of(Map.of(
                            "verdict", "LONG_TERM",
                            "reason", "当下改已完成，制度执行需持续观察。",
                            "nextReviewOn", today.plusMonths(6),
                            "noSheetReason", "已现场核验，签名件由镇纪委存档。"))
                    : kind.equals("follow") && turnsTaken.add("follow")
                            ? Script.of(Map.of("conclusion", "DONE", "reason", "制度已稳定执行半年，问题未再发生。"))
                            : script.rowFor(person, kind, row, today);
            var answer = person.post("/api/worklist/rows/" + taskId, entry);
            if (answer.status() == 422 && answer.body().contains("核验人不能确认本人")) {
                return false;
            }
            answer.expect(204);
            return true;
        }
        return false;
    }

    private static void askForLater(Visitor person, JsonNode finding) {
        person.post(
                        "/api/findings/" + finding.path("id").asText() + "/extension",
                        Map.of(
                                "reason",
                                "公示栏正在重新制作，需顺延五天完成张贴。",
                                "newDueOn",
                                LocalDate.parse(finding.path("dueOn").asText())
                                        .plusDays(5)
                                        .toString()))
                .expect(201);
    }

    /** The first township finding is still open when its date has passed. */
    private boolean late(String kind, JsonNode row, LocalDate today) {
        var finding = row.path("finding");
        return kind.equals("work")
                && finding.path("village").isMissingNode()
                && finding.path("number").asText().equals("1")
                && !today.isAfter(completeBy.plusDays(20));
    }

    private boolean claimed(Visitor person, JsonNode task) {
        return person.post("/engine-rest/task/" + task.path("id").asText() + "/claim", Map.of("userId", person.id()))
                        .status()
                == 204;
    }

    /** @param exceptFor the finding that this person gives back, or null */
    private void draftLines(Visitor person, String roundId, String exceptFor) {
        var lines = person.get("/api/plan-lines?round=" + roundId).expect(200).json();
        script.answering(lines.findValuesAsText("findingId"));
        for (var line : lines) {
            var id = line.path("findingId").asText();
            if (!line.path("violations").isEmpty() && !line.hasNonNull("bouncedBy") && !id.equals(exceptFor)) {
                person.put("/api/plan-lines/" + id, script.planLine()).expect(204);
            }
        }
    }

    /** One line is given back, and given back again by whoever gets it: the Secretary decides. */
    private String givenBack(Visitor person, String roundId) {
        for (var line : person.get("/api/plan-lines?round=" + roundId + "&drafter=me")
                .expect(200)
                .json()) {
            var turn = "givenBack" + line.path("bounces").asInt();
            var mayGiveBack = !line.path("claimed").asBoolean()
                    && !line.hasNonNull("bouncedBy")
                    && line.path("bounces").asInt() < 2
                    && !person.id().endsWith("clerk")
                    && !person.id().endsWith("secretary");
            if (mayGiveBack && turnsTaken.add(turn)) {
                return line.path("findingId").asText();
            }
        }
        return null;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
