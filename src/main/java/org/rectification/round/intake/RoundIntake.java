package org.rectification.round.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.rectification.deadline.DeadlineCalculator;
import org.rectification.deadline.Profiles;
import org.rectification.privacy.PersonalDataRule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one rule book of a start, whichever door it comes through (api.md, "Starting a round"). Reads only; nothing is
 * written here.
 */
@Component
public class RoundIntake {

    /** Largest round in bytes of UTF-8: 32 MiB. */
    public static final int LARGEST = 32 * 1024 * 1024;

    private final Profiles profiles;
    private final DeadlineCalculator calculator;
    private final OrganisationDirectory directory;
    private final Clock clock;
    private final PersonalDataRule personalData;

    RoundIntake(
            Profiles profiles,
            DeadlineCalculator calculator,
            OrganisationDirectory directory,
            Clock clock,
            @Value("${rectification.personal-data}") PersonalDataRule personalData) {
        this.personalData = personalData;
        this.profiles = profiles;
        this.calculator = calculator;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param utf8 JSON as it came */
    public Checked check(byte[] utf8) {
        var problems = new Problems();
        return check(new StrictJson(problems).read(utf8), problems);
    }

    /** @param json JSON text, decoded already */
    public Checked check(String json) {
        var problems = new Problems();
        return check(new StrictJson(problems).read(json), problems);
    }

    private Checked check(JsonNode tree, Problems problems) {
        if (tree.isMissingNode()) {
            return Checked.refused(problems.all());
        }
        var round = new RoundReader(problems).round(tree);
        new DateRules(profiles, calculator, clock, problems).examine(round);
        var organisations = new OrganisationRules(directory, problems);
        organisations.examine(round.organisations());
        new FindingRules(profiles, problems).examine(round);
        var personal = problems.personal();
        if (personalData == PersonalDataRule.REFUSE) {
            personal.forEach(each -> problems.add(each.pointer(), each.field(), each.rule()));
        }
        return problems.none()
                ? Checked.accepted(
                        round,
                        Stream.concat(organisations.warnings(round.organisations()).stream(), personal.stream())
                                .toList())
                : Checked.refused(problems.all());
    }

    /**
     * Either a round without a mistake, or every mistake at once.
     *
     * @param round null when there is a problem
     * @param warnings what the inspection office should know about an accepted round
     */
    public record Checked(RoundRequest round, List<Problem> problems, List<Problem> warnings) {

        static Checked accepted(RoundRequest round, List<Problem> warnings) {
            return new Checked(round, List.of(), List.copyOf(warnings));
        }

        static Checked refused(List<Problem> problems) {
            return new Checked(null, problems, List.of());
        }

        public boolean isAccepted() {
            return problems.isEmpty();
        }
    }
}
