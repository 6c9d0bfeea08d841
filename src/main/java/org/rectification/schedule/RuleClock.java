package org.rectification.schedule;

import java.time.Clock;
import java.util.List;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.Profiles;
import org.rectification.people.Visibility;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisation;
import org.rectification.round.InspectedOrganisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 期限依据: every date of a case with the clause, the steps from day 0 and how well it is founded. */
@Service
public class RuleClock {

    private final JdbcClient jdbc;
    private final Visibility visibility;
    private final InspectedOrganisations organisations;
    private final Profiles profiles;
    private final Clock clock;

    RuleClock(
            JdbcClient jdbc,
            Visibility visibility,
            InspectedOrganisations organisations,
            Profiles profiles,
            Clock clock) {
        this.jdbc = jdbc;
        this.visibility = visibility;
        this.organisations = organisations;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** Of all organisations of the round whose case this person sees; none where there is none. */
    @Transactional(readOnly = true)
    public List<Case> of(String roundId, String personId) {
        if (roundId.indexOf('\0') >= 0) {
            return List.of();
        }
        var cases = visibility.cases(personId);
        return jdbc
                .sql(
                        """
                        select c.organisation_id from rectification.inspected_organisation c
                         where c.round_id = :round and (%s) order by c.position"""
                                .formatted(cases.sql()))
                .params(cases.params())
                .param("round", roundId)
                .query(String.class)
                .list()
                .stream()
                .map(organisationId -> organisations.get(new CaseKey(roundId, organisationId)))
                .map(this::dates)
                .toList();
    }

    private Case dates(InspectedOrganisation organisation) {
        var profile = profiles.get(organisation.profile());
        return new Case(
                organisation.key().organisationId(),
                organisation.name(),
                profile.id(),
                profile.name(),
                profile.dayZero().value().label(),
                organisation.feedbackOn().toString(),
                organisations.deadlines(organisation.key()).all().stream()
                        .map(this::line)
                        .toList());
    }

    private Line line(Deadline deadline) {
        return new Line(
                deadline.id().code(),
                deadline.index(),
                deadline.id().label(deadline.index()),
                deadline.date().toString(),
                deadline.provisional(),
                deadline.isPastAt(clock.instant()),
                deadline.mergedInto() != null,
                deadline.clause(),
                deadline.rule(),
                deadline.certainty().label(),
                deadline.certainty().isLocalDefault(),
                deadline.steps());
    }

    /** The dates of one organisation. */
    public record Case(
            String organisation,
            String name,
            String profile,
            String profileName,
            String dayZero,
            String feedbackOn,
            List<Line> dates) {}

    /**
     * One date with its grounds.
     *
     * @param localDefault whether no law and no clause gives the value; it is shown as 本地默认
     * @param steps from the source to the result, in Chinese sentences
     */
    public record Line(
            String id,
            @Nullable Integer index,
            String label,
            String date,
            boolean provisional,
            boolean past,
            boolean merged,
            @Nullable String clause,
            @Nullable String rule,
            String certainty,
            boolean localDefault,
            List<String> steps) {}
}
