package org.rectification.round.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rectification.round.intake.RoundRequest.Addressee;
import org.rectification.round.intake.RoundRequest.Finding;
import org.rectification.round.intake.RoundRequest.Inspection;
import org.rectification.round.intake.RoundRequest.Level;
import org.rectification.round.intake.RoundRequest.Opinion;
import org.rectification.round.intake.RoundRequest.Organisation;
import org.rectification.round.intake.RoundRequest.Source;
import org.rectification.round.intake.RoundRequest.Special;
import org.rectification.round.intake.RoundRequest.Topic;
import org.rectification.round.intake.RoundRequest.Village;

/** Reads the fields of a round, each under its own rule; rules over several fields are {@link RoundRuleBook}'s. */
final class RoundReader {

    static final String DEFAULT_PROFILE = "speech-2020";

    private static final int NAME = 64;
    private static final int NUMBER = 32;
    private static final int TITLE = 40;
    private static final int ASPECT = 60;
    private static final int OPINION = 2_000;
    private static final int TEXT = 4_000;
    private static final Pattern SENTENCE_END = Pattern.compile("[。!?;!?;\n]");

    private final Problems problems;

    RoundReader(Problems problems) {
        this.problems = problems;
    }

    RoundRequest round(JsonNode node) {
        var section = new Section(node, "", "round", problems);
        var round = new RoundRequest(
                section.line("roundNumber", NAME),
                section.line("batch", NAME),
                section.line("inspectionTeam", NAME),
                section.date("inspectedFrom"),
                section.date("inspectedTo"),
                section.date("leadingGroupHeardOn"),
                section.date("fivePersonGroupHeardOn"),
                Optional.ofNullable(section.optionalLine("profile", NAME)).orElse(DEFAULT_PROFILE),
                section.list("organisations", 1, 500, this::organisation));
        section.close();
        return round;
    }

    private Organisation organisation(JsonNode node, String pointer) {
        var section = new Section(node, pointer, "organisation", problems);
        var organisation = new Organisation(
                section.code("code"),
                section.line("name", NAME),
                section.optionalDate("inspectedFrom"),
                section.optionalDate("inspectedTo"),
                section.date("feedbackOn"),
                section.optionalDate("completeBy"),
                section.optionalLine("feedbackNumber", NAME),
                section.list("villages", 0, 200, this::village),
                section.list("opinions", 0, 50, this::opinion),
                section.list("findings", 1, 2_000, this::finding));
        section.close();
        return organisation;
    }

    private Village village(JsonNode node, String pointer) {
        var section = new Section(node, pointer, "village", problems);
        var village = new Village(
                section.code("code"), section.line("name", NAME), section.choice("inspection", Inspection.class));
        section.close();
        return village;
    }

    private Opinion opinion(JsonNode node, String pointer) {
        var section = new Section(node, pointer, "opinion", problems);
        var opinion = new Opinion(section.line("number", NUMBER), section.prose("text", OPINION));
        section.close();
        return opinion;
    }

    private Finding finding(JsonNode node, String pointer) {
        var section = new Section(node, pointer, "finding", problems);
        var problem = section.prose("problem", TEXT);
        var title = section.optionalLine("title", TITLE);
        var finding = new Finding(
                section.line("number", NUMBER),
                title == null ? firstSentence(problem) : title,
                section.line("area", NAME),
                section.optionalLine("aspect", ASPECT),
                section.choice("source", Source.class),
                section.choice("level", Level.class),
                section.optionalLine("village", NAME),
                section.optionalDate("originDate"),
                section.optionalReference("originNumber", NAME),
                problem,
                section.optionalProse("opinion", TEXT),
                section.flag("immediate"),
                section.optionalDate("immediateNoticeOn"),
                section.optionalLine("immediateNoticeNumber", NAME),
                section.optionalDate("immediateDueOn"),
                section.flag("keyConcern"),
                section.choices("special", Special.class),
                section.optionalChoice("addressee", Addressee.class, Addressee.TEAM),
                section.optionalChoice("topic", Topic.class, Topic.OTHER));
        section.close();
        return finding;
    }

    /** The default title: the first sentence, cut to what a title may have. */
    static String firstSentence(String problem) {
        if (problem == null) {
            return null;
        }
        var sentence = SENTENCE_END.split(problem, 2)[0].replace('\t', ' ').strip();
        if (sentence.isEmpty()) {
            sentence = problem.replaceAll("\\s+", " ");
        }
        if (sentence.codePointCount(0, sentence.length()) <= TITLE) {
            return sentence;
        }
        return sentence.substring(0, sentence.offsetByCodePoints(0, TITLE - 1)) + "…";
    }
}
