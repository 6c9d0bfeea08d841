package org.rectification.visit;

import java.util.List;
import java.util.Map;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.springframework.lang.Nullable;

/**
 * The verifying bodies that a person belongs to.
 *
 * @param organisation whose discipline commission the person is of, or null
 */
record Bodies(List<String> county, @Nullable String organisation) {

    /** Of findings {@code f}: those that one of these bodies verifies. */
    static final String CONDITION =
            "f.verifier_group in (:county) or (f.verifier_group = 'township-discipline' and f.organisation_id = :township)";

    private static final String NOBODY = "-";

    static Bodies of(String person, @Nullable String organisation, Duties duties) {
        var county = Role.countyBodies().stream()
                .filter(role -> duties.exercises(person, role))
                .map(Role::group)
                .toList();
        var township = organisation != null && duties.exercises(person, Role.TOWNSHIP_DISCIPLINE, organisation);
        return new Bodies(county, township ? organisation : null);
    }

    /** Whether the person is of one of them in the own name. */
    static boolean holdsAny(String person, String organisation, Duties duties) {
        return Role.countyBodies().stream().anyMatch(role -> duties.holds(person, role))
                || duties.holds(person, Role.TOWNSHIP_DISCIPLINE, organisation);
    }

    boolean none() {
        return county.isEmpty() && organisation == null;
    }

    Map<String, Object> params() {
        return Map.of(
                "county",
                county.isEmpty() ? List.of(NOBODY) : county,
                "township",
                organisation == null ? NOBODY : organisation);
    }
}
