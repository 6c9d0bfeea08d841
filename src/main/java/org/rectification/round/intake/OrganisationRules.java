package org.rectification.round.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.rectification.round.intake.RoundRequest.Opinion;
import org.rectification.round.intake.RoundRequest.Organisation;
import org.rectification.round.intake.RoundRequest.Village;

/** Which organisations a round may name, and their villages and opinions. */
final class OrganisationRules {

    private final OrganisationDirectory directory;
    private final Problems problems;

    OrganisationRules(OrganisationDirectory directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    void examine(List<Organisation> organisations) {
        var secretaries = directory.secretaries(codes(organisations));
        var seen = new HashSet<String>();
        for (int index = 0; index < organisations.size(); index++) {
            var organisation = organisations.get(index);
            var pointer = "/organisations/" + index;
            if (organisation.code() != null) {
                unique(seen, organisation.code(), pointer, "code");
                knownWithOneSecretary(secretaries.get(organisation.code()), organisation.code(), pointer);
            }
            villages(organisation.villages(), pointer);
            opinions(organisation.opinions(), pointer);
        }
    }

    /** Villages that nobody can log in for: allowed, but the inspection office should know (代填). */
    List<Problem> warnings(List<Organisation> organisations) {
        var withLogin = directory.villagesWithLogin(codes(organisations));
        var warnings = new ArrayList<Problem>();
        for (int index = 0; index < organisations.size(); index++) {
            var organisation = organisations.get(index);
            for (int village = 0; village < organisation.villages().size(); village++) {
                var each = organisation.villages().get(village);
                if (!withLogin.contains(organisation.code() + "/" + each.code())) {
                    warnings.add(new Problem(
                            "/organisations/" + index + "/villages/" + village,
                            "villages",
                            "village.noLogin",
                            List.of(each.name(), organisation.name())));
                }
            }
        }
        return warnings;
    }

    private void knownWithOneSecretary(Integer secretaries, String code, String pointer) {
        if (secretaries == null) {
            problems.add(pointer + "/code", "code", "organisation.unknown", code);
        } else if (secretaries != 1) {
            problems.add(pointer + "/code", "code", "organisation.secretary", code, secretaries);
        }
    }

    private void villages(List<Village> villages, String pointer) {
        var seen = new HashSet<String>();
        for (int index = 0; index < villages.size(); index++) {
            unique(seen, villages.get(index).code(), pointer + "/villages/" + index, "code");
        }
    }

    private void opinions(List<Opinion> opinions, String pointer) {
        var seen = new HashSet<String>();
        for (int index = 0; index < opinions.size(); index++) {
            unique(seen, opinions.get(index).number(), pointer + "/opinions/" + index, "number");
        }
    }

    private void unique(Set<String> seen, String value, String pointer, String field) {
        if (value != null && !seen.add(value)) {
            problems.add(pointer + "/" + field, field, "repeated", value);
        }
    }

    private static List<String> codes(List<Organisation> organisations) {
        return organisations.stream()
                .map(Organisation::code)
                .filter(Objects::nonNull)
                .toList();
    }
}
