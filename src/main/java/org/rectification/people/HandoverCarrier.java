package org.rectification.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rectification.people.PersonEntry.DutyEntry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves duties, and with them everything that is open, from one person to another. */
@Component
class HandoverCarrier {

    private final JdbcClient jdbc;
    private final People people;
    private final PeopleRegister register;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandoverCarrier(
            JdbcClient jdbc, People people, PeopleRegister register, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.register = register;
        this.events = events;
        this.clock = clock;
    }

    void carry(String actor, String organisationId, String from, String to, String reason) {
        var today = LocalDate.now(clock);
        var taken = new ArrayList<>(held(to));
        for (var duty : held(from)) {
            var same = taken.stream()
                    .anyMatch(own -> own.role() == duty.role()
                            && java.util.Objects.equals(own.village(), duty.village())
                            && java.util.Objects.equals(own.area(), duty.area()));
            if (!same) {
                taken.add(new DutyEntry(duty.role(), duty.village(), duty.area(), today));
            }
        }
        register.people(actor, List.of(entry(from, List.of()), entry(to, taken)), reason);
        events.publishEvent(new OfficeHandedOver(actor, organisationId, from, to, reason));
    }

    private PersonEntry entry(String id, List<DutyEntry> duties) {
        var person = people.find(id).orElseThrow();
        return new PersonEntry(id, person.name(), person.office(), person.organisationId(), null, duties);
    }

    private List<DutyEntry> held(String person) {
        return jdbc.sql(
                        """
                        select role, village_code as village, area, since from rectification.duty
                         where person_id = ? and until is null order by id""")
                .param(person)
                .query(DutyEntry.class)
                .list();
    }
}
