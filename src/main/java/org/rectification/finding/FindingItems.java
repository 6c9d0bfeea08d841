package org.rectification.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.warning.WatchedItem;
import org.rectification.warning.WatchedItem.Kind;
import org.rectification.warning.WatchedItem.People;
import org.rectification.warning.WatchedItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Findings as the ladder sees them. Until its due day each finding is watched by its own process; what happens days
 * after it is for the daily look, because the process then waits for reason and new date.
 */
@Component
class FindingItems implements WatchedItems {

    private final JdbcClient jdbc;
    private final FindingStore store;
    private final Duties duties;
    private final ObjectProvider<VerifierRule> verifierRule;
    private final Clock clock;

    FindingItems(
            JdbcClient jdbc,
            FindingStore store,
            Duties duties,
            ObjectProvider<VerifierRule> verifierRule,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.duties = duties;
        this.verifierRule = verifierRule;
        this.clock = clock;
    }

    /**
     * Those past their due day whose ladder has rungs left, so that the daily look stays short however long something is late;
     * what is verified and only waits for the plan is nobody's delay.
     */
    @Override
    public List<WatchedItem> open() {
        return jdbc.sql(
                        """
                        select id, round_id, organisation_id, number, opened_on, due_on from rectification.finding f
                         where due_on < ? and state not in ('STRUCK_OFF', 'LONG_TERM') and opened_on is not null
                           and responsible_person is not null
                           and not (state = 'VERIFICATION' and verdict = 'DONE'
                                    and (not confirmation_needed or confirmed_by is not null))
                           and not exists (select from rectification.warning w
                                            where w.item_kind = 'FINDING' and w.item_id = f.id
                                              and w.kind = 'ACCOUNTABILITY' and w.occasion = f.due_on::text)
                         order by id""")
                .param(LocalDate.now(clock))
                .query((row, position) -> {
                    var id = row.getString("id");
                    return new WatchedItem(
                            Kind.FINDING,
                            id,
                            row.getString("round_id"),
                            row.getString("organisation_id"),
                            row.getObject("opened_on", LocalDate.class),
                            row.getObject("due_on", LocalDate.class),
                            () -> people(store.get(id)),
                            label(row.getString("number")));
                })
                .list();
    }

    /** The finding with the people who answer for it today. */
    WatchedItem of(Finding finding) {
        var facts = finding.facts();
        return new WatchedItem(
                Kind.FINDING,
                facts.id(),
                facts.roundId(),
                facts.organisationId(),
                Objects.requireNonNullElse(facts.openedOn(), finding.dueOn()),
                finding.dueOn(),
                people(finding),
                label(facts.number()));
    }

    private static String label(String number) {
        return "第" + number + "号问题";
    }

    private People people(Finding finding) {
        var facts = finding.facts();
        var organisation = facts.organisationId();
        if (finding.owners().isEmpty()) {
            return new People(List.of(), List.of(), List.of(duties.secretary(organisation)), List.of());
        }
        var owners = finding.owners().orElseThrow();
        var villageSecretary = facts.villageCode() == null
                ? Stream.<String>empty()
                : duties.ofVillage(organisation, Role.VILLAGE_SECRETARY, facts.villageCode()).stream();
        return new People(
                List.of(owners.person()),
                List.of(owners.leader()),
                Stream.concat(villageSecretary, Stream.of(duties.secretary(organisation)))
                        .toList(),
                supervisors(finding));
    }

    /** The body that verifies the finding, or would verify it, and the inspection office. */
    private List<String> supervisors(Finding finding) {
        var routing = finding.life().routing;
        var verifier = routing == null
                ? verifierRule.getObject().verifier(finding.facts().id())
                : routing.verifier();
        var body = Role.valueOf(verifier.toUpperCase(Locale.ROOT).replace('-', '_'));
        var people = body.supervises()
                ? duties.holders(body)
                : duties.holders(finding.facts().organisationId(), body);
        return Stream.concat(people.stream(), duties.holders(Role.INSPECTION_OFFICE).stream())
                .distinct()
                .toList();
    }
}
