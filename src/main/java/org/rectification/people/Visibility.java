package org.rectification.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.rectification.people.Scope.Reach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What a person may see, for every door that reads: lists, single findings, exports. Two rules stand above all others.
 * Until its feedback meeting is recorded, an inspected organisation sees nothing of the round. A finding addressed to the
 * principal is for the Secretary and the county alone until the plan is issued.
 */
@Service
public class Visibility {

    private static final Set<Role> WHOLE_ORGANISATION =
            Set.of(Role.PARTY_SECRETARY, Role.LEADERSHIP_MEMBER, Role.RECTIFICATION_OFFICE, Role.TOWNSHIP_DISCIPLINE);

    private final JdbcClient jdbc;
    private final Absences absences;
    private final Clock clock;
    private final int teamAccessDays;

    /** @param teamAccessDays days after the feedback meeting at whose end the inspection team loses access */
    Visibility(
            JdbcClient jdbc,
            Absences absences,
            Clock clock,
            @Value("${rectification.team-access-days}") int teamAccessDays) {
        this.jdbc = jdbc;
        this.absences = absences;
        this.clock = clock;
        this.teamAccessDays = teamAccessDays;
    }

    /** A condition for SQL with named parameters, to be put in brackets by whoever adds it to others. */
    public record Condition(String sql, Map<String, Object> params) {}

    public Scope scopeOf(String personId) {
        record Held(Role role, String organisationId, String villageCode, boolean own) {}
        var today = LocalDate.now(clock);
        // Who stands in for somebody sees what that person sees, except what is addressed to the principal alone.
        var held = jdbc.sql(
                        """
                        select d.role, p.organisation_id, d.village_code, p.id = :person as own from rectification.duty d
                          join rectification.person p on p.id = d.person_id and p.active
                         where d.since <= :today and (d.until is null or d.until >= :today)
                           and (d.person_id = :person or d.person_id in (select s.absent_id from rectification.substitution s
                                 where s.substitute_id = :person and s.ended_on is null
                                   and s.starts_on <= :today and s.ends_on >= :today))""")
                .param("person", personId)
                .param("today", today)
                .query(Held.class)
                .list();
        if (held.isEmpty()) {
            return Scope.nothing(personId);
        }
        var roles = held.stream().map(Held::role).collect(Collectors.toSet());
        var villages =
                held.stream().map(Held::villageCode).filter(Objects::nonNull).collect(Collectors.toSet());
        return new Scope(
                personId,
                reach(roles, villages),
                held.get(0).organisationId(),
                villages,
                held.stream().anyMatch(each -> each.own() && each.role() == Role.PARTY_SECRETARY));
    }

    private static Reach reach(Set<Role> roles, Set<String> villages) {
        if (roles.stream().anyMatch(role -> role.supervises() && role != Role.INSPECTION_TEAM)) {
            return Reach.COUNTY;
        }
        if (roles.contains(Role.INSPECTION_TEAM)) {
            return Reach.TEAM;
        }
        if (roles.stream().anyMatch(WHOLE_ORGANISATION::contains)) {
            return Reach.ORGANISATION;
        }
        return villages.isEmpty() ? Reach.OWN : Reach.VILLAGES;
    }

    /** Which cases the person sees: a condition on {@code rectification.inspected_organisation c}. */
    public Condition cases(String personId) {
        return cases(scopeOf(personId));
    }

    private Condition cases(Scope scope) {
        return switch (scope.reach()) {
            case COUNTY -> new Condition("true", Map.of());
            case TEAM ->
                new Condition(
                        "c.feedback_held_at is null or c.feedback_held_at >= :seerSince",
                        Map.of(
                                "seerSince",
                                LocalDate.now(clock)
                                        .minusDays(teamAccessDays)
                                        .atStartOfDay(clock.getZone())
                                        .toOffsetDateTime()));
            case ORGANISATION, VILLAGES, OWN ->
                new Condition(
                        "c.organisation_id = :seerOrganisation and c.feedback_held_at is not null",
                        Map.of("seerOrganisation", scope.organisationId()));
            case NOTHING -> new Condition("false", Map.of());
        };
    }

    /**
     * Which findings the person sees: a condition on {@code rectification.finding f} joined with its
     * {@code rectification.inspected_organisation c}.
     */
    public Condition findings(String personId) {
        var scope = scopeOf(personId);
        var cases = cases(scope);
        if (scope.organisationId() == null) {
            return cases;
        }
        var sql = new StringBuilder(cases.sql());
        var params = new HashMap<>(cases.params());
        if (!scope.principal()) {
            sql.append(" and (f.addressee <> 'PRINCIPAL' or c.plan_issued_at is not null)");
        }
        if (scope.reach() != Reach.ORGANISATION) {
            // What is somebody's by name is the substitute's to see as well.
            var seers = new ArrayList<>(absences.absentees(personId));
            seers.add(personId);
            params.put("seers", seers);
            sql.append(
                    """
                     and (f.responsible_person in (:seers) or f.responsible_leader in (:seers)
                          or exists (select from rectification.co_owner o where o.finding_id = f.id
                                     and o.person_id in (:seers) and o.released_at is null)""");
            if (!scope.villages().isEmpty()) {
                params.put("seerVillages", List.copyOf(scope.villages()));
                sql.append(" or f.village_code in (:seerVillages)");
            }
            sql.append(')');
        }
        return new Condition(sql.toString(), params);
    }

    public boolean seesCase(String personId, String roundId, String organisationId) {
        var condition = cases(personId);
        return jdbc.sql(
                        """
                        select count(*) > 0 from rectification.inspected_organisation c
                         where c.round_id = :round and c.organisation_id = :organisation and (%s)"""
                                .formatted(condition.sql()))
                .params(condition.params())
                .param("round", roundId)
                .param("organisation", organisationId)
                .query(Boolean.class)
                .single();
    }

    /** Ids of the findings of a case that the person sees. */
    public Set<String> findingsOf(String personId, String roundId, String organisationId) {
        var condition = findings(personId);
        return jdbc.sql(
                        """
                        select f.id from rectification.finding f
                          join rectification.inspected_organisation c
                            on c.round_id = f.round_id and c.organisation_id = f.organisation_id
                         where f.round_id = :round and f.organisation_id = :organisation and (%s)"""
                                .formatted(condition.sql()))
                .params(condition.params())
                .param("round", roundId)
                .param("organisation", organisationId)
                .query(String.class)
                .set();
    }

    public boolean seesFinding(String personId, String findingId) {
        var condition = findings(personId);
        return jdbc.sql(
                        """
                        select count(*) > 0 from rectification.finding f
                          join rectification.inspected_organisation c
                            on c.round_id = f.round_id and c.organisation_id = f.organisation_id
                         where f.id = :finding and (%s)"""
                                .formatted(condition.sql()))
                .params(condition.params())
                .param("finding", findingId)
                .query(Boolean.class)
                .single();
    }
}
