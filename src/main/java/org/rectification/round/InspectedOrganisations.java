package org.rectification.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rectification.deadline.DeadlineCalculator;
import org.rectification.deadline.Deadlines;
import org.rectification.deadline.Profiles;
import org.rectification.trail.Trail;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The inspected organisations of all rounds and their milestones. */
@Service("inspectedOrganisations")
public class InspectedOrganisations {

    private static final String SELECT =
            """
            select o.*, r.profile from rectification.inspected_organisation o
              join rectification.round r on r.id = o.round_id
             where\s""";

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Profiles profiles;
    private final DeadlineCalculator calculator;
    private final Clock clock;

    InspectedOrganisations(
            JdbcClient jdbc, Trail trail, Profiles profiles, DeadlineCalculator calculator, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.profiles = profiles;
        this.calculator = calculator;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when the organisation is not part of the round */
    public InspectedOrganisation get(CaseKey key) {
        return find(key, "");
    }

    /** The cases that somebody means who writes these names, blanks around them aside; an organisation by its name or its code. */
    public List<CaseKey> named(String roundNumber, String batch, String organisation) {
        return jdbc.sql(
                        """
                        select o.round_id, o.organisation_id from rectification.inspected_organisation o
                          join rectification.round r on r.id = o.round_id
                         where r.round_number = ? and r.batch = ? and ? in (o.organisation_id, o.name)""")
                .params(roundNumber.strip(), batch.strip(), organisation.strip())
                .query(CaseKey.class)
                .list();
    }

    /** Whether the organisation is part of the round. */
    public boolean contains(CaseKey key) {
        return jdbc.sql(
                                """
                        select count(*) from rectification.inspected_organisation
                         where round_id = ? and organisation_id = ?""")
                        .params(key.roundId(), key.organisationId())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Every date of the case that is known from its feedback date, under the profile of its round.
     *
     * @throws IllegalArgumentException when the organisation is not part of the round
     */
    public Deadlines deadlines(CaseKey key) {
        return deadlines(get(key));
    }

    /** As {@link #deadlines(CaseKey)}, for what was read before: asks the database nothing. */
    public Deadlines deadlines(InspectedOrganisation organisation) {
        return calculator.deadlinesFor(
                profiles.get(organisation.profile()),
                organisation.feedbackOn(),
                organisation.completeByGiven() ? organisation.completeBy() : null,
                null);
    }

    /** Whose feedback meeting is on record and whose case is not archived, in one statement. */
    public List<InspectedOrganisation> open() {
        return jdbc.sql(SELECT + "o.feedback_held_at is not null and o.archived_at is null order by 1, 2")
                .query(InspectedOrganisations::read)
                .list();
    }

    /** Until when something is looked at that was handed in on the day: the profile's span for that (R24). */
    public LocalDate reviewDue(InspectedOrganisation organisation, LocalDate handedInOn) {
        return calculator
                .planReviewDue(profiles.get(organisation.profile()), handedInOn)
                .date();
    }

    /**
     * As {@link #get}, and holds the row until the transaction ends. Whatever is decided over all findings of an
     * organisation is decided under this lock, never by reading alone.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public InspectedOrganisation lock(CaseKey key) {
        return find(key, " for update");
    }

    /**
     * Marks a milestone as reached now.
     *
     * @throws org.rectification.refusal.Refusal when it is out of order or was reached before
     */
    @Transactional
    public void reach(CaseKey key, Milestone milestone, String actor) {
        var organisation = find(key, " for update");
        var now = clock.instant();
        organisation.reach(milestone, now);
        jdbc.sql("update rectification.inspected_organisation set " + milestone.column()
                        + " = ? where round_id = ? and organisation_id = ?")
                .params(OffsetDateTime.now(clock), key.roundId(), key.organisationId())
                .update();
        trail.organisation(actor, key.roundId(), key.organisationId(), milestone.name(), Map.of("at", now.toString()));
    }

    private InspectedOrganisation find(CaseKey key, String lock) {
        try {
            return jdbc.sql(SELECT + "o.round_id = ? and o.organisation_id = ?"
                            + (lock.isEmpty() ? "" : lock + " of o"))
                    .params(key.roundId(), key.organisationId())
                    .query(InspectedOrganisations::read)
                    .single();
        } catch (EmptyResultDataAccessException e) {
            throw new IllegalArgumentException("no such organisation in this round: " + key, e);
        }
    }

    private static InspectedOrganisation read(ResultSet row, int number) throws SQLException {
        var reached = new EnumMap<Milestone, java.time.Instant>(Milestone.class);
        for (var milestone : Milestone.values()) {
            var at = row.getObject(milestone.column(), OffsetDateTime.class);
            if (at != null) {
                reached.put(milestone, at.toInstant());
            }
        }
        return new InspectedOrganisation(
                new CaseKey(row.getString("round_id"), row.getString("organisation_id")),
                row.getString("name"),
                row.getString("profile"),
                row.getObject("feedback_on", LocalDate.class),
                row.getObject("complete_by", LocalDate.class),
                row.getBoolean("complete_by_given"),
                row.getBoolean("hearing_required"),
                reached);
    }
}
