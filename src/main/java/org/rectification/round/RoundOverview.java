package org.rectification.round;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rectification.deadline.Deadline;
import org.rectification.finding.FindingOrigin;
import org.rectification.finding.Findings;
import org.rectification.people.Scope.Reach;
import org.rectification.people.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a round stands: per organisation the findings by state, the next dates and what is missing. */
@Service
public class RoundOverview {

    private static final int NEXT_DATES = 3;

    private final JdbcClient jdbc;
    private final InspectedOrganisations organisations;
    private final Archiving archiving;
    private final Findings findings;
    private final Visibility visibility;
    private final Clock clock;

    RoundOverview(
            JdbcClient jdbc,
            InspectedOrganisations organisations,
            Archiving archiving,
            Findings findings,
            Visibility visibility,
            Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.archiving = archiving;
        this.findings = findings;
        this.visibility = visibility;
        this.clock = clock;
    }

    /** The round as this person may see it; empty when there is nothing for them. */
    @Transactional(readOnly = true)
    public Optional<Round> of(String roundId, String personId) {
        var visible = organisationIds(roundId, personId).stream()
                .map(organisationId -> organisations.get(new CaseKey(roundId, organisationId)))
                .map(this::organisation)
                .toList();
        return visible.isEmpty() ? Optional.empty() : Optional.of(header(roundId, visible));
    }

    private Organisation organisation(InspectedOrganisation organisation) {
        var key = organisation.key();
        var counts = findings.counts(key.roundId(), key.organisationId());
        var states = new TreeMap<String, Integer>();
        counts.byState().forEach((state, count) -> states.put(state.name(), count));
        var today = LocalDate.now(clock);
        var next = organisations.deadlines(key).all().stream()
                .filter(deadline -> !deadline.date().isBefore(today) && deadline.mergedInto() == null)
                .sorted(Comparator.comparing(Deadline::date))
                .limit(NEXT_DATES)
                .map(deadline -> new NextDate(
                        deadline.id().code(),
                        deadline.index(),
                        deadline.id().label(),
                        deadline.date(),
                        deadline.provisional()))
                .toList();
        return new Organisation(
                key.organisationId(),
                organisation.name(),
                organisation.feedbackOn(),
                organisation.completeBy(),
                states,
                counts.overdue(),
                counts.returned(),
                findings.addedCounts(key.roundId(), key.organisationId(), FindingOrigin.SELF_FOUND)
                        .total(),
                findings.addedCounts(key.roundId(), key.organisationId(), FindingOrigin.RECURRENCE)
                        .total(),
                next,
                archiving.missing(key).stream().map(Missing::toString).toList());
    }

    private Round header(String roundId, List<Organisation> visible) {
        return jdbc.sql("select round_number, batch, inspection_team, profile from rectification.round where id = ?")
                .param(roundId)
                .query((row, number) -> new Round(
                        roundId,
                        row.getString("round_number"),
                        row.getString("batch"),
                        row.getString("inspection_team"),
                        row.getString("profile"),
                        visible))
                .single();
    }

    /** Figures of a whole organisation are for who sees the whole organisation, not for a single village. */
    private List<String> organisationIds(String roundId, String personId) {
        var reach = visibility.scopeOf(personId).reach();
        // The path of a request may hold what no text of the database can.
        if (reach.compareTo(Reach.ORGANISATION) > 0 || roundId.indexOf('\0') >= 0) {
            return List.of();
        }
        var cases = visibility.cases(personId);
        return jdbc.sql(
                        """
                        select c.organisation_id from rectification.inspected_organisation c
                         where c.round_id = :round and (%s) order by c.position"""
                                .formatted(cases.sql()))
                .params(cases.params())
                .param("round", roundId)
                .query(String.class)
                .list();
    }

    public record Round(
            String roundId,
            String roundNumber,
            String batch,
            String inspectionTeam,
            String profile,
            List<Organisation> organisations) {}

    /**
     * @param counts findings of the inspection by state
     * @param selfFound findings that the organisation added itself, counted apart (S27); so are {@code recurrences} (S23)
     * @param missing what the archiving gate would name today, in Chinese, with where to settle it
     */
    public record Organisation(
            String code,
            String name,
            LocalDate feedbackOn,
            LocalDate completeBy,
            Map<String, Integer> counts,
            int overdue,
            int returned,
            int selfFound,
            int recurrences,
            List<NextDate> nextDates,
            List<String> missing) {}

    /**
     * @param index 1, 2, … for repeated ones, else null
     * @param provisional whether the day may still change (暂定)
     */
    public record NextDate(String id, Integer index, String label, LocalDate date, boolean provisional) {}
}
