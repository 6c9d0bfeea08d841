package org.rectification.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rectification.people.Duties;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whoever has to keep a date never moves it: a later one is decided one level above (S31). Village finding: leader in
 * charge, Secretary, Leading Group. Township finding: Secretary, inspection office with discipline supervision, Leading
 * Group. The first granted or late request stays on the lowest level; each reason to be stricter is a step up.
 */
@Component
class LevelAbove {

    private final Duties duties;
    private final Checkers checkers;

    LevelAbove(Duties duties, Checkers checkers) {
        this.duties = duties;
        this.checkers = checkers;
    }

    /**
     * Who decides.
     *
     * @param person login, or null where the inspection office records what a body decided
     */
    record Approver(DecisionLevel level, @Nullable String person) {

        Optional<String> named() {
            return Optional.ofNullable(person);
        }
    }

    /**
     * Passes over whoever asks or does the work, whoever stands in for one of these or is stood in for, and the Secretary who
     * leads a township finding in person.
     *
     * @param steps higher than the lowest level
     */
    Approver of(Finding finding, int steps, String proposer) {
        var below =
                new HashSet<>(List.of(proposer, finding.owners().orElseThrow().person()));
        below.addAll(checkers.standIns(finding, Set.copyOf(below)));
        // Once more: whose substitute is one of these is away and would be decided for by one of these.
        below.addAll(checkers.standIns(finding, Set.copyOf(below)));
        return line(finding)
                .skip(steps)
                .filter(each -> each.person() == null || !below.contains(each.person()))
                .findFirst()
                .orElse(new Approver(DecisionLevel.LEADING_GROUP, null));
    }

    private Stream<Approver> line(Finding finding) {
        var secretary = duties.secretary(finding.facts().organisationId());
        var leader = finding.owners().orElseThrow().leader();
        var above = new Approver(DecisionLevel.SECRETARY, secretary);
        if (finding.facts().ofTown()) {
            var county = new Approver(DecisionLevel.COUNTY, null);
            return (leader.equals(secretary) ? List.of(county) : List.of(above, county)).stream();
        }
        return (leader.equals(secretary) ? List.of(above) : List.of(new Approver(DecisionLevel.LEADER, leader), above))
                .stream();
    }
}
