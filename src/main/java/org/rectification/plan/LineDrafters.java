package org.rectification.plan;

import java.util.List;
import org.rectification.people.DutiesPassed;
import org.rectification.people.OfficeHandedOver;
import org.rectification.people.Passing;
import org.rectification.people.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines of plans that are not issued yet go to whoever takes over the finding, or the duty for which they were drafted. */
@Component
class LineDrafters {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    LineDrafters(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @EventListener
    @Order(DutiesPassed.PLAN_LINES)
    void follow(DutiesPassed event) {
        event.passings().stream().filter(each -> each.organisationId() != null).forEach(this::follow);
    }

    private void follow(Passing passing) {
        boolean all = passing.role() == Role.RECTIFICATION_OFFICE || passing.role() == Role.PARTY_SECRETARY;
        move(passing.organisationId(), passing.from(), passing.to(), all);
    }

    @EventListener
    @Order(DutiesPassed.PLAN_LINES)
    void handedOver(OfficeHandedOver event) {
        move(event.organisationId(), event.from(), event.to(), true);
    }

    private void move(String organisationId, String from, String to, boolean all) {
        int moved = jdbc.sql(
                        """
                        update rectification.plan_line l
                           set drafter = :to, filled_in_by = nullif(l.filled_in_by, :to)
                          from rectification.plan p, rectification.finding f
                         where p.round_id = l.round_id and p.organisation_id = l.organisation_id and p.issued_on is null
                           and f.id = l.finding_id and l.organisation_id = :organisation and l.drafter = :from
                           and (:all or :to in (f.responsible_leader, f.responsible_person))""")
                .param("organisation", organisationId)
                .param("from", from)
                .param("to", to)
                .param("all", all)
                .update();
        if (moved > 0) {
            events.publishEvent(new LinesMoved(organisationId, from, to, withoutLines(organisationId, from)));
        }
    }

    /** Rounds in which the former drafter has no line left. */
    private List<String> withoutLines(String organisationId, String from) {
        return jdbc.sql(
                        """
                        select p.round_id from rectification.plan p
                         where p.organisation_id = ? and p.issued_on is null and not exists (
                           select from rectification.plan_line l where l.round_id = p.round_id
                             and l.organisation_id = p.organisation_id and l.drafter = ?)""")
                .params(organisationId, from)
                .query(String.class)
                .list();
    }
}
