package org.rectification.finding;

import java.util.List;
import java.util.Optional;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Whose turn it is: models ask here for the assignee or the group of a finding's task. */
@Component("findingOwners")
public class FindingOwners {

    private final FindingStore store;
    private final Duties duties;
    private final LevelAbove levelAbove;

    FindingOwners(FindingStore store, Duties duties, LevelAbove levelAbove) {
        this.store = store;
        this.duties = duties;
        this.levelAbove = levelAbove;
    }

    /** Login of the responsible person. */
    public String person(String findingId) {
        return store.get(findingId).owners().orElseThrow().person();
    }

    /** Everybody who reviews the result in hand, in order; stable while the reviews go on. */
    public List<String> reviewers(String findingId) {
        return store.get(findingId).life().routing.reviewers();
    }

    /** The named verifier within the township (R3, R4), or null where a county body verifies. */
    @Nullable public String verifier(String findingId) {
        var finding = store.get(findingId);
        return verifiedInTownship(finding)
                ? duties.townshipDiscipline(finding.facts().organisationId())
                : null;
    }

    /** The county body that verifies, or none where the township's discipline commission does. */
    public List<String> verifierGroups(String findingId) {
        var finding = store.get(findingId);
        return verifiedInTownship(finding)
                ? List.of()
                : List.of(finding.life().routing.verifier());
    }

    /** The person who decides about continuing, or null where the inspection office does. */
    @Nullable public String continuationApprover(String findingId) {
        var finding = store.get(findingId);
        return continuationApprover(finding, duties.clerk(finding.facts().organisationId()))
                .orElse(null);
    }

    public List<String> continuationGroups(String findingId) {
        return continuationApprover(findingId) == null ? List.of(Role.INSPECTION_OFFICE.group()) : List.of();
    }

    /** One level above, and one higher with each continuation; nobody where the inspection office records the decision. */
    Optional<String> continuationApprover(Finding finding, String proposer) {
        return levelAbove.of(finding, finding.life().continuations, proposer).named();
    }

    private static boolean verifiedInTownship(Finding finding) {
        return Role.TOWNSHIP_DISCIPLINE.group().equals(finding.life().routing.verifier());
    }
}
