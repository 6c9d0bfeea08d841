package org.rectification.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.people.Scope.Reach;
import org.rectification.people.Visibility;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people read while the plan is drafted: whose lines are whose, advice, who may answer for what. */
@Service
public class DraftingReadings {

    private final PlanStore plans;
    private final PlanLineStore lines;
    private final Officers officers;
    private final InspectedOrganisations organisations;
    private final Visibility visibility;
    private final Duties duties;

    DraftingReadings(
            PlanStore plans,
            PlanLineStore lines,
            Officers officers,
            InspectedOrganisations organisations,
            Visibility visibility,
            Duties duties) {
        this.plans = plans;
        this.lines = lines;
        this.officers = officers;
        this.organisations = organisations;
        this.visibility = visibility;
        this.duties = duties;
    }

    /** Somebody who may answer for a line. */
    public record Choice(String id, String name, String office) {}

    /**
     * @param person who asks; {@code clerk} and {@code secretary} of this organisation, or in whose place, or not
     * @param villages codes and names, for self-found items
     */
    public record Choices(
            String person,
            boolean clerk,
            boolean secretary,
            List<Choice> leaders,
            List<Choice> people,
            List<Village> villages) {}

    public record Village(String code, String name) {}

    /**
     * How the division stands. No order of merit: bounces come in the order of the ledger.
     *
     * @param lines all lines of the plan; {@code claimed} those taken, {@code waiting} those given back and not divided again
     * @param bounces how often lines were given back altogether; {@code twice} the lines given back twice or more
     */
    public record Division(int lines, int claimed, int waiting, int bounces, int twice, List<Bounce> list) {}

    /** One time that a line was given back, and what came of it. */
    public record Bounce(
            String findingId,
            String line,
            int times,
            String by,
            LocalDate on,
            String reason,
            @Nullable String givenTo,
            @Nullable String givenBy,
            @Nullable String givenWhy) {}

    /** @param summary how many of each kind, by its label, in the order of the kinds */
    public record Advised(int lines, Map<String, Long> summary, List<Advice> advice) {}

    /** @throws NoSuchElementException for whoever does not see the case */
    @Transactional(readOnly = true)
    public Choices choices(String personId, CaseKey key) {
        demandSight(personId, key);
        var all = officers.of(key.organisationId());
        return new Choices(
                personId,
                duties.exercises(personId, Role.RECTIFICATION_OFFICE, key.organisationId()),
                duties.exercises(personId, Role.PARTY_SECRETARY, key.organisationId()),
                all.stream()
                        .filter(each -> each.officer().leads())
                        .map(DraftingReadings::choice)
                        .toList(),
                all.stream().map(DraftingReadings::choice).toList(),
                plans.villages(key));
    }

    /**
     * For the township's leadership, its clerk and the supervising bodies.
     *
     * @throws NoSuchElementException for everybody else
     */
    @Transactional(readOnly = true)
    public Division division(String personId, CaseKey key) {
        demandSight(personId, key);
        var reach = visibility.scopeOf(personId).reach();
        if (reach.compareTo(Reach.ORGANISATION) > 0) {
            throw new NoSuchElementException("not for " + personId);
        }
        var all = lines.ofCase(key, personId);
        var subjects = all.stream()
                .collect(Collectors.toMap(each -> each.line().subject().findingId(), PlannedLine::label));
        var bounces = lines.bounces(key.roundId(), key.organisationId()).stream()
                .map(each -> new Bounce(
                        each.findingId(),
                        subjects.get(each.findingId()),
                        each.number(),
                        each.bouncedBy(),
                        each.bouncedOn(),
                        each.reason(),
                        each.givenTo(),
                        each.givenBy(),
                        each.givenWhy()))
                .toList();
        return new Division(
                all.size(),
                count(all.stream().filter(PlannedLine::claimed).count()),
                count(all.stream().filter(each -> each.bounced() != null).count()),
                bounces.size(),
                count(all.stream()
                        .filter(each -> each.bounces() >= LineDivision.TWICE)
                        .count()),
                bounces);
    }

    /**
     * The stress test of the lines that the person may see; what is about the whole plan only for who sees all of it.
     *
     * @throws NoSuchElementException for whoever does not see the case
     */
    @Transactional(readOnly = true)
    public Advised advice(String personId, CaseKey key) {
        demandSight(personId, key);
        var all = lines.ofCase(key, personId);
        var seen = plans.visible(key, visibility.findings(personId));
        var whole = seen.size() == all.size();
        var advice = advice(all).stream()
                .filter(each -> each.findingId() == null ? whole : seen.contains(each.findingId()))
                .toList();
        return new Advised(seen.size(), summary(advice), advice);
    }

    /** As a form shows it: one sentence per advice, the township's clerk sees them all. */
    List<Advice> advice(CaseKey key, String personId) {
        return advice(lines.ofCase(key, personId));
    }

    private static List<Advice> advice(List<PlannedLine> all) {
        var selfFound = all.stream()
                .map(PlannedLine::generalisedFrom)
                .flatMap(each -> Optional.ofNullable(each).stream())
                .collect(Collectors.toSet());
        return all.isEmpty()
                ? List.of()
                : StressTest.of(
                                all.stream().map(PlannedLine::line).toList(),
                                all.get(0).period())
                        .stream()
                        // Listed means listed: whoever added a self-found item is not asked again.
                        .filter(each ->
                                each.kind() != Advice.Kind.SIMILAR_NOT_LISTED || !selfFound.contains(each.findingId()))
                        .toList();
    }

    private static Map<String, Long> summary(List<Advice> advice) {
        var summary = new java.util.LinkedHashMap<String, Long>();
        for (var kind : Advice.Kind.values()) {
            var count = advice.stream().filter(each -> each.kind() == kind).count();
            if (count > 0) {
                summary.put(kind.label(), count);
            }
        }
        return summary;
    }

    private void demandSight(String personId, CaseKey key) {
        if (!organisations.contains(key) || !visibility.seesCase(personId, key.roundId(), key.organisationId())) {
            throw new NoSuchElementException("no such case for " + personId);
        }
    }

    private static Choice choice(Officers.Member member) {
        return new Choice(member.officer().id(), member.officer().name(), member.office());
    }

    private static int count(long counted) {
        return Math.toIntExact(counted);
    }
}
