package org.rectification.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.rectification.people.Duties;
import org.rectification.trail.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Warnings about findings, raised once each however often somebody looks. */
@Service
public class Warnings {

    private final JdbcClient jdbc;
    private final FindingStore store;
    private final Duties duties;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Warnings(
            JdbcClient jdbc,
            FindingStore store,
            Duties duties,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.duties = duties;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Who hears of a warning, in the decision's words. */
    public enum Audience {
        PERSON,
        PERSON_AND_LEADER,
        /** The whole unit and its Secretary. */
        UNIT_AND_SECRETARY
    }

    /**
     * Raises a rung of the ladder for the present due day.
     *
     * @param colour GREEN, YELLOW or RED
     * @return false when it was raised before
     */
    @Transactional
    public boolean raise(String findingId, String colour, Audience audience) {
        var finding = store.get(findingId);
        return append(finding, colour, finding.dueOn().toString(), recipients(finding, audience));
    }

    /** Tells the Secretary of the third return or of a false claim (S31). */
    @Transactional
    public void alertSecretary(String findingId) {
        var finding = store.get(findingId);
        var kind = finding.verdict().orElse(null) == Verdict.FALSIFIED ? "FALSIFIED" : "RETURNED";
        append(
                finding,
                kind,
                String.valueOf(finding.returns()),
                List.of(duties.secretary(finding.facts().organisationId())));
    }

    /** Tells the unit and the Secretary that the joint hearing concluded red about the finding (S35). */
    @Transactional
    public void heardBehind(String findingId, LocalDate heldOn) {
        var finding = store.get(findingId);
        var recipients = finding.owners().isPresent()
                ? recipients(finding, Audience.UNIT_AND_SECRETARY)
                : List.of(duties.secretary(finding.facts().organisationId()));
        append(finding, "HEARD_BEHIND", heldOn.toString(), recipients);
    }

    private boolean append(Finding finding, String kind, String occasion, List<String> recipients) {
        var facts = finding.facts();
        int raised = jdbc.sql(
                        """
                        insert into rectification.warning (finding_id, kind, occasion, recipients, raised_at)
                        values (?, ?, ?, ?, ?) on conflict (finding_id, kind, occasion) do nothing""")
                .params(facts.id(), kind, occasion, recipients.toArray(String[]::new), OffsetDateTime.now(clock))
                .update();
        if (raised == 0) {
            return false;
        }
        trail.finding(
                "system",
                facts.roundId(),
                facts.organisationId(),
                facts.id(),
                "WARNED",
                null,
                Map.of("kind", kind, "occasion", occasion, "recipients", recipients),
                null);
        events.publishEvent(new WarningRaised(facts.id(), kind, recipients));
        return true;
    }

    private List<String> recipients(Finding finding, Audience audience) {
        var owners = finding.owners().orElseThrow();
        return switch (audience) {
            case PERSON -> List.of(owners.person());
            case PERSON_AND_LEADER -> distinct(owners.person(), owners.leader());
            case UNIT_AND_SECRETARY ->
                distinct(
                        owners.person(),
                        owners.leader(),
                        duties.secretary(finding.facts().organisationId()));
        };
    }

    private static List<String> distinct(String... people) {
        return Stream.of(people).filter(Objects::nonNull).distinct().toList();
    }
}
