package org.rectification.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rectification.engine.CurrentPerson;
import org.rectification.people.PersonEntry.DutyEntry;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.trail.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of organisations, people and duties. Our tables and the engine's logins, groups and tenants change
 * together in one transaction, and open work follows the duties in the same. Registering the same twice changes nothing,
 * so a list can be read in again.
 */
@Service
@Transactional
public class PeopleRegister {

    /** Duties without which tasks of an organisation would find nobody. */
    private static final Set<Role> INDISPENSABLE =
            Set.of(Role.PARTY_SECRETARY, Role.RECTIFICATION_OFFICE, Role.TOWNSHIP_DISCIPLINE);

    private final JdbcClient jdbc;
    private final People people;
    private final Duties duties;
    private final DutyRows dutyRows;
    private final OpenWork openWork;
    private final Substitutions substitutions;
    private final EngineIdentity engine;
    private final MailAddresses mail;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    PeopleRegister(
            JdbcClient jdbc,
            People people,
            Duties duties,
            DutyRows dutyRows,
            OpenWork openWork,
            Substitutions substitutions,
            EngineIdentity engine,
            MailAddresses mail,
            Trail trail,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.people = people;
        this.duties = duties;
        this.dutyRows = dutyRows;
        this.openWork = openWork;
        this.substitutions = substitutions;
        this.engine = engine;
        this.mail = mail;
        this.trail = trail;
        this.events = events;
    }

    /** @param code also the engine's tenant id; lower-case letters, digits and hyphens, at most 48 */
    public void organisation(String code, String name) {
        organisation(CurrentPerson.SYSTEM, code, name);
    }

    List<Change> organisation(String actor, String code, String name) {
        if (!code.matches("[a-z0-9-]{1,48}")) {
            throw Refusal.of("code", "单位编码只能用小写字母、数字和连字符，最多48位。");
        }
        var before = people.organisationName(code).orElse(null);
        jdbc.sql(
                        """
                        insert into rectification.organisation (id, name) values (?, ?)
                        on conflict (id) do update set name = excluded.name""")
                .params(code, name)
                .update();
        engine.organisation(code, name);
        if (name.equals(before)) {
            return List.of();
        }
        trail.register(
                actor,
                code,
                before == null ? "ORGANISATION_REGISTERED" : "ORGANISATION_RENAMED",
                before == null ? null : Map.of("name", before),
                Map.of("name", name));
        return List.of(
                before == null
                        ? Change.added("单位", name + "（" + code + "）")
                        : Change.changed("单位", before + " 改名为 " + name));
    }

    /**
     * Registers a person or brings one up to date: duties no longer named end yesterday.
     *
     * @throws Refusal when a duty does not fit its organisation or its village, or somebody else is the Secretary
     */
    public void person(PersonEntry entry) {
        people(CurrentPerson.SYSTEM, List.of(entry), "人员登记");
    }

    /**
     * Registers many at once, so that a duty may pass from one of them to another. What is open goes with the duty.
     *
     * @param reason for the trail of what moves
     * @return what changed, in words
     */
    public List<Change> people(String actor, List<PersonEntry> entries, String reason) {
        var changes = new ArrayList<Change>();
        var ended = new ArrayList<Duty>();
        for (var entry : entries) {
            Refusal.ifAny(violations(entry));
            changes.addAll(save(actor, entry));
            changes.addAll(mail.change(actor, entry, entry.email()));
            ended.addAll(dutyRows.endOthers(actor, entry));
        }
        var begun = new ArrayList<Duty>();
        for (var entry : entries) {
            if (entry.roles().contains(Role.PARTY_SECRETARY) && somebodyElseIsSecretary(entry)) {
                throw Refusal.of("duties", "该单位已有党委书记（或主持工作的同志），请先登记其离任。");
            }
            begun.addAll(dutyRows.begin(actor, entry));
            engine.person(entry);
        }
        ended.forEach(duty -> changes.add(Change.ended("分工", people.name(duty.personId()) + " 不再" + duty.inWords())));
        begun.forEach(duty -> changes.add(Change.added("分工", people.name(duty.personId()) + " " + duty.inWords())));
        pass(actor, ended, begun, reason);
        return changes;
    }

    /** Tells the other rooms which duties passed from whom to whom. */
    private void pass(String actor, List<Duty> ended, List<Duty> begun, String reason) {
        var passings = dutyRows.passings(ended, begun);
        if (!passings.isEmpty()) {
            events.publishEvent(new DutiesPassed(actor, passings, reason));
        }
    }

    /**
     * Closes a login for good: nothing is deleted, since the trail keeps naming the person.
     *
     * @throws Refusal while the person holds tasks, findings or a duty that nobody else holds
     */
    public void deactivate(String personId) {
        deactivate(CurrentPerson.SYSTEM, personId);
    }

    /** As {@link #deactivate(String)}, in the name of whoever asks. */
    public List<Change> deactivate(String actor, String personId) {
        var person = people.find(personId)
                .filter(Person::active)
                .orElseThrow(() -> Refusal.of("person", "没有这个在岗人员：" + personId + "。"));
        for (Role role : INDISPENSABLE) {
            if (person.organisationId() != null
                    && duties.holders(person.organisationId(), role).equals(List.of(personId))) {
                throw Refusal.of("person", person.name() + "是唯一的" + role.label() + "，请先登记接任人员。");
            }
        }
        var ended =
                dutyRows.endOthers(actor, new PersonEntry(personId, "", "", person.organisationId(), null, List.of()));
        pass(actor, ended, List.of(), "人员离岗");
        var left = openWork.inWords(personId);
        if (!left.isEmpty()) {
            throw Refusal.of("person", person.name() + "还有" + left + "，请先办理工作交接或者登记接任人员。");
        }
        substitutions.endAllOf(actor, personId);
        jdbc.sql("update rectification.person set active = false where id = ?")
                .param(personId)
                .update();
        engine.close(personId);
        trail.person(
                actor,
                person.organisationId(),
                personId,
                "PERSON_DEACTIVATED",
                Map.of("active", true),
                Map.of("active", false),
                null);
        return List.of(Change.deactivated(person.name() + "（" + person.office() + "）离岗，登录关闭"));
    }

    /** Somebody else knows the password: it must be changed before any act. */
    void firstPassword(String personId, String password) {
        engine.password(personId, password);
        jdbc.sql("update rectification.person set first_password = true where id = ?")
                .param(personId)
                .update();
    }

    private List<Violation> violations(PersonEntry entry) {
        var found = new ArrayList<Violation>();
        if (!entry.id().matches("[a-z0-9-]{1,48}")) {
            found.add(new Violation("id", "登录名只能用小写字母、数字和连字符，最多48位。"));
        }
        if (entry.organisationId() != null
                && people.organisationName(entry.organisationId()).isEmpty()) {
            found.add(new Violation("organisationId", "单位未登记：" + entry.organisationId() + "。"));
        }
        for (DutyEntry duty : entry.duties()) {
            if (duty.role().supervises() != (entry.organisationId() == null)) {
                found.add(new Violation("duties", duty.role().label() + "与所在单位不相符。"));
            }
            if (duty.role().ofVillage() != (duty.village() != null)) {
                found.add(new Violation("duties", duty.role().label() + "必须且只有村级职责才能写明所在村。"));
            }
        }
        if (entry.email() != null && !MailAddresses.NONE.equals(entry.email()) && !MailAddresses.valid(entry.email())) {
            found.add(new Violation("email", "电子邮箱格式不正确：" + entry.email() + "。"));
        }
        if (!entry.duties().isEmpty() && engine.administers(entry.id())) {
            found.add(new Violation("duties", "系统管理员不承担业务职责，请另设登录名。"));
        }
        return found;
    }

    private boolean somebodyElseIsSecretary(PersonEntry entry) {
        return duties.holders(entry.organisationId(), Role.PARTY_SECRETARY).stream()
                .anyMatch(holder -> !holder.equals(entry.id()));
    }

    private List<Change> save(String actor, PersonEntry entry) {
        var before = people.find(entry.id()).orElse(null);
        var after = new Person(entry.id(), entry.name(), entry.office(), entry.organisationId(), true);
        if (after.equals(before)) {
            return List.of();
        }
        if (before != null && !Objects.equals(before.organisationId(), after.organisationId())) {
            demandNothingOpen(before);
        }
        jdbc.sql(
                        """
                        insert into rectification.person (id, name, office, organisation_id, active)
                        values (?, ?, ?, ?, true)
                        on conflict (id) do update set name = excluded.name, office = excluded.office,
                          organisation_id = excluded.organisation_id, active = true""")
                .params(entry.id(), entry.name(), entry.office(), entry.organisationId())
                .update();
        trail.person(
                actor,
                entry.organisationId(),
                entry.id(),
                before == null ? "PERSON_REGISTERED" : before.active() ? "PERSON_CHANGED" : "PERSON_REACTIVATED",
                before == null ? null : facts(before),
                facts(after),
                null);
        return List.of(
                before == null
                        ? Change.added("人员", entry.name() + "（" + entry.office() + "，登录名" + entry.id() + "）")
                        : Change.changed("人员", describe(before) + " 改为 " + describe(after)));
    }

    private void demandNothingOpen(Person person) {
        var left = openWork.inWords(person.id());
        if (!left.isEmpty()) {
            throw Refusal.of("organisationId", person.name() + "调离原单位前还有" + left + "，请先办理工作交接。");
        }
    }

    private static String describe(Person person) {
        return person.name() + "（" + person.office()
                + (person.organisationId() == null ? "" : "，" + person.organisationId())
                + (person.active() ? "" : "，离岗") + "）";
    }

    private static Map<String, Object> facts(Person person) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", person.name());
        facts.put("office", person.office());
        facts.put("organisation", person.organisationId());
        facts.put("active", person.active());
        return facts;
    }
}
