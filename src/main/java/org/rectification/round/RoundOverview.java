package org.rectification.round;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rectification.deadline.Deadline;
import org.rectification.finding.Findings;
import org.rectification.people.Duties;
import org.rectification.people.Role;
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
    private final Duties duties;
    private final Clock clock;

    RoundOverview(
            JdbcClient jdbc,
            InspectedOrganisations organisations,
            Archiving archiving,
            Findings findings,
            Duties duties,
            Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.archiving = archiving;
        this.findings = findings;
        this.duties = duties;
        this.clock = clock;
    }

    /** The round as this person may see it; empty when there is nothing for them. */
    @Transactional(readOnly = true)
    public Optional<Round> of(String roundId, String personId) {
        var supervisor =
                Arrays.stream(Role.values()).filter(Role::supervises).anyMatch(role -> duties.holds(personId, role));
        var visible = organisationIds(roundId).stream()
                .map(organisationId -> organisations.get(new CaseKey(roundId, organisationId)))
                .filter(organisation -> supervisor || ownAfterFeedback(personId, organisation))
                .map(this::organisation)
                .toList();
        return visible.isEmpty() ? Optional.empty() : Optional.of(header(roundId, visible));
    }

    /** Before the feedback meeting is recorded nothing of the round exists for the inspected organisation. */
    private boolean ownAfterFeedback(String personId, InspectedOrganisation organisation) {
        var organisationId = organisation.key().organisationId();
        return organisation.has(Milestone.FEEDBACK_HELD)
                && (duties.holds(personId, Role.PARTY_SECRETARY, organisationId)
                        || duties.holds(personId, Role.LEADERSHIP_MEMBER, organisationId)
                        || duties.holds(personId, Role.RECTIFICATION_OFFICE, organisationId)
                        || duties.holds(personId, Role.TOWNSHIP_DISCIPLINE, organisationId));
    }

    private Organisation organisation(InspectedOrganisation organisation) {
        var key = organisation.key();
        var counts = findings.counts(key.roundId(), key.organisationId());
        var states = new TreeMap<String, Integer>();
        counts.byState().forEach((state, count) -> states.put(state.name(), count));
        var today = LocalDate.now(clock);
        var next = organisations.deadlines(key).all().stream()
                .filter(deadline -> !deadline.date().isBefore(today) && deadline.mergedInto() == null)
                .sorted(java.util.Comparator.comparing(Deadline::date))
                .limit(NEXT_DATES)
                .map(deadline -> new NextDate(
                        deadline.id().code(), deadline.index(), deadline.id().label(), deadline.date()))
                .toList();
        return new Organisation(
                key.organisationId(),
                organisation.name(),
                organisation.feedbackOn(),
                organisation.completeBy(),
                states,
                counts.overdue(),
                counts.returned(),
                next,
                archiving.missing(key));
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

    private List<String> organisationIds(String roundId) {
        // The path of a request may hold what no text of the database can.
        if (roundId.indexOf('\0') >= 0) {
            return List.of();
        }
        return jdbc.sql(
                        "select organisation_id from rectification.inspected_organisation where round_id = ? order by position")
                .param(roundId)
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
     * @param counts findings by state
     * @param missing what the archiving gate would name today, in Chinese
     */
    public record Organisation(
            String code,
            String name,
            LocalDate feedbackOn,
            LocalDate completeBy,
            Map<String, Integer> counts,
            int overdue,
            int returned,
            List<NextDate> nextDates,
            List<String> missing) {}

    /** @param index 1, 2, … for repeated ones, else null */
    public record NextDate(String id, Integer index, String label, LocalDate date) {}
}
