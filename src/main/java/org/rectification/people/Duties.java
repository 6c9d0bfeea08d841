package org.rectification.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Answers who holds which duty today. Models ask it for the assignee of a task, so that tasks go to named people and
 * never to a group that spans villages.
 */
@Service("duties")
public class Duties {

    private final JdbcClient jdbc;
    private final People people;
    private final Absences absences;
    private final Clock clock;

    Duties(JdbcClient jdbc, People people, Absences absences, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.absences = absences;
        this.clock = clock;
    }

    /**
     * The Secretary, or the comrade in charge (S11).
     *
     * @throws Refusal the post is vacant; so with the other posts of which each organisation has one
     */
    public String secretary(String organisationId) {
        return only(organisationId, Role.PARTY_SECRETARY);
    }

    /** The clerk of the rectification office. */
    public String clerk(String organisationId) {
        return only(organisationId, Role.RECTIFICATION_OFFICE);
    }

    /** The township's discipline commission (S36). */
    public String townshipDiscipline(String organisationId) {
        return only(organisationId, Role.TOWNSHIP_DISCIPLINE);
    }

    /** The leader whose portfolio holds the area (S16). */
    public Optional<String> portfolioLeader(String organisationId, String area) {
        return holders(
                        "d.organisation_id = ? and d.role = ? and d.area = ?",
                        organisationId,
                        Role.LEADERSHIP_MEMBER.name(),
                        area)
                .stream()
                .findFirst();
    }

    /** The responsible person for a field of work of the township. */
    public Optional<String> responsiblePerson(String organisationId, String area) {
        return holders(
                        "d.organisation_id = ? and d.role = ? and d.area = ?",
                        organisationId,
                        Role.RESPONSIBLE_PERSON.name(),
                        area)
                .stream()
                .findFirst();
    }

    /** Who holds a village's duty: its secretary, its contact or the leader in charge (包村领导). */
    public Optional<String> ofVillage(String organisationId, Role role, String villageCode) {
        return holders(
                        "d.organisation_id = ? and d.role = ? and d.village_code = ?",
                        organisationId,
                        role.name(),
                        villageCode)
                .stream()
                .findFirst();
    }

    /** Each person once, whoever has held the duty longest first. */
    public List<String> holders(String organisationId, Role role) {
        return holders("d.organisation_id = ? and d.role = ?", organisationId, role.name());
    }

    /** Everybody who holds the duty of a county body, whoever has held it longest first. */
    public List<String> holders(Role role) {
        return holders("d.organisation_id is null and d.role = ?", role.name());
    }

    /** Everybody of the county's three bodies, body by body, each person once. */
    public List<String> ofCountyBodies() {
        return Role.countyBodies().stream()
                .flatMap(body -> holders(body).stream())
                .distinct()
                .toList();
    }

    public boolean holds(String personId, Role role) {
        return !holders("d.person_id = ? and d.role = ?", personId, role.name()).isEmpty();
    }

    /** Whether the person holds any duty today: without one nobody gets into the task list. */
    boolean any(String personId) {
        return !holders("d.person_id = ?", personId).isEmpty();
    }

    public boolean holds(String personId, Role role, String organisationId) {
        return holders(organisationId, role).contains(personId);
    }

    /**
     * Whether the actor may do what the duty asks for: holds it, or stands in today for somebody who does (代行职责). For
     * what cannot be done in anybody's place, ask {@link #holds}.
     */
    public boolean exercises(String actor, Role role, String organisationId) {
        var holders = holders(organisationId, role);
        return holders.contains(actor) || absences.absentees(actor).stream().anyMatch(holders::contains);
    }

    /** As {@link #exercises(String, Role, String)}, for the duties of county bodies. */
    public boolean exercises(String actor, Role role) {
        return holds(actor, role) || absences.absentees(actor).stream().anyMatch(absent -> holds(absent, role));
    }

    /** Every role whose duties the person may do today: held, or somebody's in whose place the person acts. */
    public Set<Role> exercised(String actor) {
        return jdbc
                .sql(
                        """
                        select distinct d.role from rectification.duty d
                          join rectification.person p on p.id = d.person_id and p.active
                         where d.person_id in (:people) and d.since <= :today
                           and (d.until is null or d.until >= :today)""")
                .param("people", everybodyIn(actor))
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .list()
                .stream()
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /**
     * In whose capacity the actor may do something today: the own one, or else that of somebody in whose place the actor
     * acts. What is done within {@link org.rectification.engine.InPlaceOf#run} under that login shows both names.
     *
     * @param entitled whether it is for this person to do; never asked about anybody else than the actor and the absent
     * @return login of the actor, or of the absent person; empty when neither is entitled
     */
    public Optional<String> capacity(String actor, Predicate<String> entitled) {
        return entitled.test(actor)
                ? Optional.of(actor)
                : absences.absentees(actor).stream().filter(entitled).findFirst();
    }

    /** The actor, and everybody in whose place the actor acts today. */
    public List<String> everybodyIn(String actor) {
        var people = new ArrayList<>(absences.absentees(actor));
        people.add(actor);
        return people;
    }

    /** As {@link #capacity(String, Predicate)}, for a duty in an organisation. */
    public Optional<String> capacity(String actor, Role role, String organisationId) {
        return capacity(actor, holders(organisationId, role)::contains);
    }

    /** As {@link #capacity(String, Predicate)}, for the duty of a county body. */
    public Optional<String> capacity(String actor, Role role) {
        return capacity(actor, person -> holds(person, role));
    }

    /** Whether an act that belongs to {@code person} may be the actor's today. */
    public boolean actsFor(String actor, String person) {
        return absences.actsFor(actor, person);
    }

    /** Everybody active who shares a county duty with the person, the person included; empty for a township's people. */
    List<Person> colleagues(String personId) {
        var today = LocalDate.now(clock);
        return jdbc.sql(
                        """
                        select distinct p.id, p.name, p.office, p.organisation_id, p.active from rectification.person p
                          join rectification.duty d on d.person_id = p.id and d.organisation_id is null
                           and d.since <= :today and (d.until is null or d.until >= :today)
                          join rectification.duty m on m.role = d.role and m.person_id = :person
                           and m.organisation_id is null and m.since <= :today and (m.until is null or m.until >= :today)
                         where p.active order by p.id""")
                .param("today", today)
                .param("person", personId)
                .query(Person.class)
                .list();
    }

    /** The Secretaries of all organisations. */
    List<Person> secretaries() {
        var today = LocalDate.now(clock);
        return jdbc.sql(
                        """
                        select distinct p.id, p.name, p.office, p.organisation_id, p.active from rectification.person p
                          join rectification.duty d on d.person_id = p.id and d.role = 'PARTY_SECRETARY'
                           and d.since <= :today and (d.until is null or d.until >= :today)
                         where p.active order by p.organisation_id, p.id""")
                .param("today", today)
                .query(Person.class)
                .list();
    }

    private String only(String organisationId, Role role) {
        var holders = holders(organisationId, role);
        if (holders.isEmpty()) {
            throw vacant(organisationId, role);
        }
        return holders.get(0);
    }

    /** Said to whoever takes the step that needs the post; where no person takes it, the incident says it to the supervisors. */
    private Refusal vacant(String organisationId, Role role) {
        var name = people.organisationName(organisationId).orElse(organisationId);
        return Refusal.of("%s目前没有人承担“%s”职责，请系统管理员先在“人员和分工”中登记，再办理本事项。".formatted(name, role.label()));
    }

    private List<String> holders(String condition, Object... params) {
        var today = LocalDate.now(clock);
        return jdbc.sql(
                        """
                        select d.person_id from rectification.duty d
                          join rectification.person p on p.id = d.person_id and p.active
                         where %s and d.since <= ? and (d.until is null or d.until >= ?)
                         group by d.person_id
                         order by min(d.id)"""
                                .formatted(condition))
                .params(params)
                .params(today, today)
                .query(String.class)
                .list();
    }
}
