package org.rectification.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.rectification.demo.Story.Problem;
import org.rectification.demo.Story.Township;
import org.rectification.round.Registration;
import org.rectification.round.RoundRegistration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Registers the round as the inspection office would through the start API. */
@Component
@Profile("demo")
class RoundPaper {

    private static final int INSPECTED_FROM = -64;
    private static final int INSPECTED_TO = -26;
    private static final int LEADING_GROUP_HEARD = -12;
    private static final int FIVE_PERSON_GROUP_HEARD = -6;

    private final RoundRegistration registration;
    private final ObjectMapper json;

    RoundPaper(RoundRegistration registration, ObjectMapper json) {
        this.registration = registration;
        this.json = json;
    }

    void register(Story story, DemoCalendar days, String actor) {
        var answer = registration.register(json(story, days), actor);
        if (!(answer instanceof Registration.Registered)) {
            throw new IllegalStateException("演示轮次不合规则 / the demo round is not accepted: " + answer);
        }
    }

    private byte[] json(Story story, DemoCalendar days) {
        var round = json.createObjectNode();
        round.put("roundNumber", story.round().roundNumber());
        round.put("batch", story.round().batch());
        round.put("inspectionTeam", story.round().inspectionTeam());
        round.put("inspectedFrom", days.counted(INSPECTED_FROM).toString());
        round.put("inspectedTo", days.counted(INSPECTED_TO).toString());
        round.put("leadingGroupHeardOn", days.counted(LEADING_GROUP_HEARD).toString());
        round.put(
                "fivePersonGroupHeardOn", days.counted(FIVE_PERSON_GROUP_HEARD).toString());
        round.put("profile", Days.PROFILE);
        var organisations = round.putArray("organisations");
        story.organisations().forEach(township -> organisation(organisations.addObject(), township, days));
        try {
            return json.writeValueAsBytes(round);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void organisation(ObjectNode node, Township township, DemoCalendar days) {
        node.put("code", township.code());
        node.put("name", township.name());
        node.put("feedbackOn", days.feedbackOn().toString());
        node.put("feedbackNumber", township.feedbackNumber());
        var villages = node.putArray("villages");
        township.villages().forEach(village -> villages.addObject()
                .put("code", village.code())
                .put("name", village.name())
                .put("inspection", village.inspection()));
        var opinions = node.putArray("opinions");
        township.opinions()
                .forEach(opinion ->
                        opinions.addObject().put("number", opinion.number()).put("text", opinion.text()));
        var findings = node.putArray("findings");
        township.findings().forEach(problem -> finding(findings.addObject(), problem));
    }

    private static void finding(ObjectNode node, Problem problem) {
        node.put("number", problem.number());
        node.put("title", problem.title());
        node.put("area", problem.area());
        optional(node, "aspect", problem.aspect());
        node.put("source", problem.source() == null ? "INSPECTION" : problem.source());
        optional(
                node,
                "originDate",
                problem.originDate() == null ? null : problem.originDate().toString());
        optional(node, "originNumber", problem.originNumber());
        node.put("level", problem.village() == null ? "TOWN" : "VILLAGE");
        optional(node, "village", problem.village());
        node.put("problem", problem.problem());
        node.put("opinion", problem.opinion());
        node.put("immediate", problem.immediate());
        node.put("keyConcern", problem.keyConcern());
        optional(node, "topic", problem.topic());
        if (problem.special() != null) {
            var special = node.putArray("special");
            problem.special().forEach(special::add);
        }
    }

    private static void optional(ObjectNode node, String field, String value) {
        if (value != null) {
            node.put(field, value);
        }
    }
}
