package org.rectification.finding;

import java.util.List;
import java.util.Set;
import org.rectification.people.Duties;
import org.rectification.people.DutiesPassed;
import org.rectification.people.OfficeHandedOver;
import org.rectification.people.Passing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who newly leads a portfolio, is in charge of a village or answers for it takes over the former's findings that are not
 * settled (S13, S16): those that the former had because of this very duty, with the reason in the trail.
 */
@Component
class FindingsFollowDuties {

    private static final String OPEN =
            "select f.id from rectification.finding f where f.state not in ('STRUCK_OFF', 'LONG_TERM')"
                    + " and f.organisation_id = :organisation and ";

    private static final String NOBODY_IN_CHARGE =
            """
            (f.village_code is null or not exists (select from rectification.duty d where d.role = 'VILLAGE_LEADER'
              and d.organisation_id = f.organisation_id and d.village_code = f.village_code and d.until is null))""";

    private final JdbcClient jdbc;
    private final Findings findings;
    private final FindingMoves moves;
    private final Duties duties;
    private final ApplicationEventPublisher events;

    FindingsFollowDuties(
            JdbcClient jdbc, Findings findings, FindingMoves moves, Duties duties, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.moves = moves;
        this.duties = duties;
        this.events = events;
    }

    @EventListener
    @Order(DutiesPassed.FINDINGS)
    void follow(DutiesPassed event) {
        for (var passing : event.passings()) {
            if (passing.organisationId() == null) {
                continue;
            }
            led(passing).forEach(id -> give(event, id, passing, true));
            answeredFor(passing).forEach(id -> give(event, id, passing, false));
            reviewed(passing).forEach(id -> review(event, id, passing));
        }
    }

    /** What no duty explains passes too: findings that were given to the person by name. */
    @EventListener
    @Order(DutiesPassed.FINDINGS)
    void handedOver(OfficeHandedOver event) {
        var rest = jdbc.sql(
                        """
                        select id from rectification.finding
                         where organisation_id = :organisation and state not in ('STRUCK_OFF', 'LONG_TERM')
                           and :from in (responsible_leader, responsible_person) order by id""")
                .param("organisation", event.organisationId())
                .param("from", event.from())
                .query(String.class)
                .list();
        for (var id : rest) {
            var owners = findings.get(id).owners().orElseThrow();
            findings.assign(
                    event.actor(),
                    id,
                    new Owners(
                            owners.leader().equals(event.from()) ? event.to() : owners.leader(),
                            owners.branch(),
                            owners.person().equals(event.from()) ? event.to() : owners.person()),
                    event.reason());
        }
    }

    private List<String> led(Passing passing) {
        var because =
                switch (passing.role()) {
                    case PARTY_SECRETARY, TOWNSHIP_DISCIPLINE -> "true";
                    case LEADERSHIP_MEMBER -> "f.area is not distinct from :area and " + NOBODY_IN_CHARGE;
                    case VILLAGE_LEADER -> "f.village_code = :village";
                    default -> "false";
                };
        return open("f.responsible_leader = :from and " + because, passing);
    }

    private List<String> answeredFor(Passing passing) {
        var because =
                switch (passing.role()) {
                    case RECTIFICATION_OFFICE -> "true";
                    case RESPONSIBLE_PERSON -> "f.area is not distinct from :area and f.village_code is null";
                    case VILLAGE_SECRETARY, VILLAGE_CONTACT -> "f.village_code = :village";
                    default -> "false";
                };
        return open("f.responsible_person = :from and " + because, passing);
    }

    /** Reviews as portfolio leader beside the leader in charge of the village (R3), or as Secretary. */
    private List<String> reviewed(Passing passing) {
        var because =
                switch (passing.role()) {
                    case PARTY_SECRETARY -> "true";
                    case LEADERSHIP_MEMBER -> "f.area is not distinct from :area";
                    default -> "false";
                };
        return open(
                "f.state = 'LEADER_REVIEW' and f.responsible_leader <> :from and :from = any (f.reviewers_named)"
                        + " and not :from = any (f.reviewers) and " + because,
                passing);
    }

    private List<String> open(String condition, Passing passing) {
        return jdbc.sql(OPEN + condition + " order by f.id")
                .param("organisation", passing.organisationId())
                .param("from", passing.from())
                .param("area", passing.area())
                .param("village", passing.village())
                .query(String.class)
                .list();
    }

    private void give(DutiesPassed event, String id, Passing passing, boolean leader) {
        var owners = findings.get(id).owners().orElseThrow();
        findings.assign(
                event.actor(),
                id,
                new Owners(
                        leader ? passing.to() : owners.leader(),
                        owners.branch(),
                        leader ? owners.person() : passing.to()),
                event.reason());
    }

    private void review(DutiesPassed event, String id, Passing passing) {
        var secretary = duties.secretary(passing.organisationId());
        var finding = findings.get(id);
        var taken = Set.copyOf(finding.life().routing.reviewers());
        var to = taken.contains(passing.to()) || finding.life().hands().contains(passing.to())
                ? secretary
                : passing.to();
        if (taken.contains(to) || finding.life().hands().contains(to)) {
            return; // two reviewers stay two people: the former's word is still asked for
        }
        moves.move(
                event.actor(), id, "REVIEWER_CHANGED", event.reason(), it -> it.reviewedInPlaceOf(passing.from(), to));
        events.publishEvent(new ReviewerReplaced(id, passing.from(), to));
    }
}
