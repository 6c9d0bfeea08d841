package org.rectification.meeting;

import org.rectification.people.DutiesPassed;
import org.rectification.people.OfficeHandedOver;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who leaves the township's team writes no comparison text any more; nobody writes it in their place. Before the tasks
 * move: this one is nobody's afterwards.
 */
@Component
class ComparisonsFollowDuties {

    private final Comparisons comparisons;

    ComparisonsFollowDuties(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @EventListener
    @Order(DutiesPassed.PLAN_LINES)
    void follow(DutiesPassed event) {
        event.passings().stream()
                .filter(passing -> passing.organisationId() != null)
                .map(passing -> new Leaver(passing.organisationId(), passing.from()))
                .distinct()
                .forEach(leaver -> comparisons.left(event.actor(), leaver.organisation(), leaver.person()));
    }

    @EventListener
    @Order(DutiesPassed.PLAN_LINES)
    void handedOver(OfficeHandedOver event) {
        comparisons.left(event.actor(), event.organisationId(), event.from());
    }

    private record Leaver(String organisation, String person) {}
}
