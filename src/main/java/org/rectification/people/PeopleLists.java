package org.rectification.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rectification.people.PeopleList.Contact;
import org.rectification.people.PeopleList.Village;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over a whole list of people, or nothing of it. */
@Service
public class PeopleLists {

    private static final String REASON = "人员和分工变动";

    private final PeopleRegister register;
    private final People people;
    private final FirstPasswords passwords;
    private final OpenWorkMoved moved;
    private final Trail trail;
    private final JdbcClient jdbc;

    PeopleLists(
            PeopleRegister register,
            People people,
            FirstPasswords passwords,
            OpenWorkMoved moved,
            Trail trail,
            JdbcClient jdbc) {
        this.register = register;
        this.people = people;
        this.passwords = passwords;
        this.moved = moved;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /**
     * @param changes in words
     * @param newcomers with the first password of each; nobody keeps it anywhere
     */
    public record Applied(List<Change> changes, List<Newcomer> newcomers) {}

    public record Newcomer(String id, String name, String office, String password) {}

    /**
     * In this order: organisations, villages, people with their duties, contacts, and last those who leave, so that what
     * they leave may have passed to others on the same list.
     *
     * @throws org.rectification.refusal.Refusal when somebody who leaves still has something open
     */
    @Transactional
    public Applied apply(String actor, PeopleList list) {
        var changes = new ArrayList<Change>();
        list.organisations().forEach(each -> changes.addAll(register.organisation(actor, each.code(), each.name())));
        list.villages().forEach(each -> changes.addAll(village(actor, each)));
        var newcomers = new ArrayList<Newcomer>();
        var entries = new ArrayList<PersonEntry>();
        for (var entry : list.people()) {
            var isNew = people.find(entry.id()).filter(Person::active).isEmpty();
            var password = isNew ? passwords.next() : null;
            entries.add(new PersonEntry(
                    entry.id(),
                    entry.name(),
                    entry.office(),
                    entry.organisationId(),
                    password,
                    entry.duties(),
                    entry.email()));
            if (isNew) {
                newcomers.add(new Newcomer(entry.id(), entry.name(), entry.office(), password));
            }
        }
        moved.reset();
        changes.addAll(register.people(actor, entries, REASON));
        newcomers.forEach(newcomer -> register.firstPassword(newcomer.id(), newcomer.password()));
        list.contacts().forEach(each -> changes.addAll(contact(actor, each)));
        list.leaving().forEach(each -> changes.addAll(register.deactivate(actor, each)));
        changes.addAll(moved.inWords());
        return new Applied(changes, newcomers);
    }

    private List<Change> village(String actor, Village village) {
        var before = jdbc.sql(
                        """
                        select organisation_id, code, name, branch from rectification.village_register
                         where organisation_id = ? and code = ?""")
                .params(village.organisationId(), village.code())
                .query(Village.class)
                .optional();
        if (before.filter(village::equals).isPresent()) {
            return List.of();
        }
        jdbc.sql(
                        """
                        insert into rectification.village_register (organisation_id, code, name, branch) values (?, ?, ?, ?)
                        on conflict (organisation_id, code) do update set name = excluded.name, branch = excluded.branch""")
                .params(village.organisationId(), village.code(), village.name(), village.branch())
                .update();
        trail.register(
                actor,
                village.organisationId(),
                before.isEmpty() ? "VILLAGE_REGISTERED" : "VILLAGE_CHANGED",
                before.map(each -> Map.of("code", each.code(), "name", each.name(), "branch", each.branch()))
                        .orElse(null),
                Map.of("code", village.code(), "name", village.name(), "branch", village.branch()));
        return List.of(
                before.isEmpty()
                        ? Change.added("村居", village.name() + "（" + village.branch() + "，" + village.code() + "）")
                        : Change.changed(
                                "村居",
                                before.get().name() + "（" + before.get().branch() + "） 改为 " + village.name() + "（"
                                        + village.branch() + "）"));
    }

    private List<Change> contact(String actor, Contact contact) {
        var before = jdbc.sql(
                        """
                        select organisation_id, body, office, contact, phone from rectification.liaison_register
                         where organisation_id = ? and body = ?""")
                .params(contact.organisationId(), contact.body())
                .query(Contact.class)
                .optional()
                .orElse(null);
        if (Objects.equals(before, contact)) {
            return List.of();
        }
        jdbc.sql(
                        """
                        insert into rectification.liaison_register (organisation_id, body, office, contact, phone)
                        values (?, ?, ?, ?, ?) on conflict (organisation_id, body) do update
                          set office = excluded.office, contact = excluded.contact, phone = excluded.phone""")
                .params(contact.organisationId(), contact.body(), contact.office(), contact.contact(), contact.phone())
                .update();
        trail.register(
                actor,
                contact.organisationId(),
                "LIAISON_CONTACT_CHANGED",
                before == null ? null : facts(before),
                facts(contact));
        var text = contact.office() + " " + contact.contact() + "（" + contact.phone() + "）";
        return List.of(before == null ? Change.added("对接联系人", text) : Change.changed("对接联系人", text));
    }

    private static Map<String, String> facts(Contact contact) {
        return Map.of(
                "body",
                contact.body(),
                "office",
                contact.office(),
                "contact",
                contact.contact(),
                "phone",
                contact.phone());
    }
}
