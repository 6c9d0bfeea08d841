package org.rectification.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.rectification.people.PersonEntry.DutyEntry;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of organisations, people and duties. Our tables and the engine's logins, groups and tenants change
 * together in one transaction. Registering the same twice changes nothing, so a list can be read in again.
 */
@Service
@Transactional
public class PeopleRegister {

    /** Duties without which tasks of an organisation would find nobody. */
    private static final Set<Role> INDISPENSABLE =
            Set.of(Role.PARTY_SECRETARY, Role.RECTIFICATION_OFFICE, Role.TOWNSHIP_DISCIPLINE);

    private static final Set<Role> OF_A_VILLAGE =
            Set.of(Role.VILLAGE_LEADER, Role.VILLAGE_CONTACT, Role.VILLAGE_SECRETARY);

    private final JdbcClient jdbc;
    private final People people;
    private final Duties duties;
    private final EngineIdentity engine;
    private final Clock clock;

    PeopleRegister(JdbcClient jdbc, People people, Duties duties, EngineIdentity engine, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.duties = duties;
        this.engine = engine;
        this.clock = clock;
    }

    /** @param code also the engine's tenant id; lower-case letters, digits and hyphens, at most 48 */
    public void organisation(String code, String name) {
        if (!code.matches("[a-z0-9-]{1,48}")) {
            throw Refusal.of("code", "单位编码只能用小写字母、数字和连字符,最多48位。");
        }
        jdbc.sql(
                        """
                        insert into rectification.organisation (id, name) values (?, ?)
                        on conflict (id) do update set name = excluded.name""")
                .params(code, name)
                .update();
        engine.organisation(code, name);
    }

    /**
     * Registers a person or brings one up to date: duties no longer named end yesterday.
     *
     * @throws Refusal when a duty does not fit its organisation or its village, or somebody else is the Secretary
     */
    public void person(PersonEntry entry) {
        Refusal.ifAny(violations(entry));
        jdbc.sql(
                        """
                        insert into rectification.person (id, name, office, organisation_id, active)
                        values (?, ?, ?, ?, true)
                        on conflict (id) do update set name = excluded.name, office = excluded.office,
                          organisation_id = excluded.organisation_id, active = true""")
                .params(entry.id(), entry.name(), entry.office(), entry.organisationId())
                .update();
        endOtherDuties(entry);
        entry.duties().forEach(duty -> begin(entry, duty));
        engine.person(entry);
    }

    /**
     * Closes a login for good: nothing is deleted, since the trail keeps naming the person.
     *
     * @throws Refusal while the person holds tasks or a duty that nobody else holds
     */
    public void deactivate(String personId) {
        var person = people.find(personId)
                .filter(Person::active)
                .orElseThrow(() -> Refusal.of("person", "没有这个在岗人员:" + personId + "。"));
        for (Role role : INDISPENSABLE) {
            if (person.organisationId() != null
                    && duties.holders(person.organisationId(), role).equals(List.of(personId))) {
                throw Refusal.of("person", person.name() + "是唯一的" + role.label() + ",请先登记接任人员。");
            }
        }
        long open = engine.openTasks(personId);
        if (open > 0) {
            throw Refusal.of("person", person.name() + "还有" + open + "项待办,请先移交。");
        }
        jdbc.sql("update rectification.person set active = false where id = ?")
                .param(personId)
                .update();
        endOtherDuties(new PersonEntry(personId, "", "", null, null, List.of()));
        engine.close(personId);
    }

    private List<Violation> violations(PersonEntry entry) {
        var found = new ArrayList<Violation>();
        if (!entry.id().matches("[a-z0-9-]{1,48}")) {
            found.add(new Violation("id", "登录名只能用小写字母、数字和连字符,最多48位。"));
        }
        if (entry.organisationId() != null
                && people.organisationName(entry.organisationId()).isEmpty()) {
            found.add(new Violation("organisationId", "单位未登记:" + entry.organisationId() + "。"));
        }
        for (DutyEntry duty : entry.duties()) {
            if (duty.role().supervises() != (entry.organisationId() == null)) {
                found.add(new Violation("duties", duty.role().label() + "与所在单位不相符。"));
            }
            if (OF_A_VILLAGE.contains(duty.role()) != (duty.village() != null)) {
                found.add(new Violation("duties", duty.role().label() + "必须且只有村级职责才能写明所在村。"));
            }
        }
        if (entry.roles().contains(Role.PARTY_SECRETARY) && somebodyElseIsSecretary(entry)) {
            found.add(new Violation("duties", "该单位已有党委书记(或主持工作的同志),请先登记其离任。"));
        }
        return found;
    }

    private boolean somebodyElseIsSecretary(PersonEntry entry) {
        return duties.holders(entry.organisationId(), Role.PARTY_SECRETARY).stream()
                .anyMatch(holder -> !holder.equals(entry.id()));
    }

    private void begin(PersonEntry entry, DutyEntry duty) {
        jdbc.sql(
                        """
                        insert into rectification.duty (person_id, organisation_id, role, village_code, area, since)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        entry.id(),
                        entry.organisationId(),
                        duty.role().name(),
                        duty.village(),
                        duty.area(),
                        duty.since())
                .update();
    }

    private void endOtherDuties(PersonEntry entry) {
        record Held(long id, Role role, String village, String area) {}
        var held = jdbc.sql(
                        """
                        select id, role, village_code as village, area from rectification.duty
                         where person_id = ? and until is null""")
                .param(entry.id())
                .query(Held.class)
                .list();
        var yesterday = LocalDate.now(clock).minusDays(1);
        for (Held duty : held) {
            boolean kept = entry.duties().stream()
                    .anyMatch(each -> each.role() == duty.role()
                            && Objects.equals(each.village(), duty.village())
                            && Objects.equals(each.area(), duty.area()));
            if (!kept) {
                jdbc.sql("update rectification.duty set until = ? where id = ?")
                        .params(yesterday, duty.id())
                        .update();
            }
        }
    }
}
