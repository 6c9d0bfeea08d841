package org.rectification.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.springframework.stereotype.Component;

/** What the decision {@code routeFinding} asks about a finding, and the people that its answer means. */
@Component("findingRoutes")
public class Routes {

    private final FindingStore store;
    private final Duties duties;
    private final ActedFor actedFor;

    Routes(FindingStore store, Duties duties, ActedFor actedFor) {
        this.store = store;
        this.duties = duties;
        this.actedFor = actedFor;
    }

    /** {@code SECRETARY}, {@code TOWNSHIP_DISCIPLINE} or {@code OTHER}: the office of the responsible leader. */
    public String leaderOffice(String findingId) {
        var finding = store.get(findingId);
        var organisation = finding.facts().organisationId();
        var leader = finding.owners().orElseThrow().leader();
        if (duties.holds(leader, Role.PARTY_SECRETARY, organisation)) {
            return "SECRETARY";
        }
        return duties.holds(leader, Role.TOWNSHIP_DISCIPLINE, organisation) ? "TOWNSHIP_DISCIPLINE" : "OTHER";
    }

    public String level(String findingId) {
        return store.get(findingId).facts().level();
    }

    public String area(String findingId) {
        return store.get(findingId).facts().area();
    }

    /** A key concern, a petition, or money is claimed. */
    public boolean sensitive(String findingId) {
        var finding = store.get(findingId);
        var result = finding.life().result;
        return finding.facts().keyConcern()
                || "PETITION".equals(finding.facts().topic())
                || (result != null && result.claimsMoney());
    }

    /**
     * Nobody reviews or verifies what they did themselves: a reviewer who did the work gives way to the Secretary, and a
     * township discipline commission with a hand in it to the county, whose verdict needs no confirmation by itself.
     */
    Routing resolve(Finding finding, Route route) {
        var organisation = finding.facts().organisationId();
        var workers = new HashSet<>(finding.life().workers());
        // What a substitute did in somebody's place is that person's work: they do not review it either.
        workers.addAll(actedFor.byWork(finding.facts().id(), Set.copyOf(workers)));
        var named = named(finding, route.reviewer());
        var reviewers = new ArrayList<>(
                named.stream().filter(person -> !workers.contains(person)).toList());
        var secretary = duties.secretary(organisation);
        if (reviewers.isEmpty() && !named.isEmpty() && !workers.contains(secretary)) {
            reviewers.add(secretary);
        }
        var involved = new ArrayList<>(finding.life().hands());
        involved.addAll(reviewers);
        var township = Role.TOWNSHIP_DISCIPLINE.group();
        if (township.equals(route.verifier()) && involved.contains(duties.townshipDiscipline(organisation))) {
            return new Routing(
                    route.rule(), reviewers, Role.DISCIPLINE_SUPERVISION.group(), false, route.countySample());
        }
        return new Routing(route.rule(), reviewers, route.verifier(), route.confirmed(), route.countySample());
    }

    private List<String> named(Finding finding, Route.Reviewer reviewer) {
        var organisation = finding.facts().organisationId();
        var leader = finding.owners().orElseThrow().leader();
        return switch (reviewer) {
            case NONE -> List.of();
            case SECRETARY -> List.of(duties.secretary(organisation));
            case RESPONSIBLE_LEADER -> List.of(leader);
            case VILLAGE_AND_PORTFOLIO_LEADER -> {
                var portfolio =
                        duties.portfolioLeader(organisation, finding.facts().area());
                yield portfolio.isEmpty() || portfolio.get().equals(leader)
                        ? List.of(leader)
                        : List.of(leader, portfolio.get());
            }
        };
    }
}
