package org.rectification.meeting;

import java.util.Optional;
import java.util.stream.Stream;
import org.rectification.people.Duties;
import org.rectification.people.People;
import org.rectification.people.Role;
import org.rectification.period.PersonalActs;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who records a thematic meeting and who decides about it, whichever door is used. The township's is the clerk's; a
 * village's its branch secretary's, or that of whoever fills in: the village's contact or the clerk (代填).
 */
@Service("meetingHands")
public class MeetingHands {

    private static final int LONGEST_NAME = 64;

    private final Duties duties;
    private final People people;
    private final PersonalActs acts;

    MeetingHands(Duties duties, People people, PersonalActs acts) {
        this.duties = duties;
        this.people = people;
        this.acts = acts;
    }

    /** To whom the village's task goes: its branch secretary, without one its contact, without either the clerk. */
    public String ofVillage(String organisationId, String villageCode) {
        return secretaryOf(organisationId, villageCode)
                .or(() -> duties.ofVillage(organisationId, Role.VILLAGE_CONTACT, villageCode))
                .orElseGet(() -> duties.clerk(organisationId));
    }

    boolean mayRecord(String actor, CaseKey key, String code) {
        var organisation = key.organisationId();
        return duties.exercises(actor, Role.RECTIFICATION_OFFICE, organisation)
                || !ThematicMeetings.TOWN.equals(code)
                        && (ownVillage(actor, organisation, code)
                                || duties.ofVillage(organisation, Role.VILLAGE_CONTACT, code)
                                        .filter(contact -> duties.actsFor(actor, contact))
                                        .isPresent());
    }

    /** In whose capacity the actor records it: the own one before that of somebody absent. The actor's where neither may. */
    String recorder(String actor, CaseKey key, String code) {
        return duties.capacity(actor, person -> recordsHere(person, key.organisationId(), code))
                .orElse(actor);
    }

    private boolean recordsHere(String person, String organisation, String code) {
        return duties.holds(person, Role.RECTIFICATION_OFFICE, organisation)
                || !ThematicMeetings.TOWN.equals(code)
                        && Stream.of(Role.VILLAGE_SECRETARY, Role.VILLAGE_CONTACT)
                                .anyMatch(role -> duties.ofVillage(organisation, role, code)
                                        .filter(person::equals)
                                        .isPresent());
    }

    /** As {@link #recorder}, for who decides about it. */
    String decider(String actor, CaseKey key, Meeting meeting) {
        return (meeting.ofTown() && !meeting.held()
                        ? duties.capacity(actor, Role.INSPECTION_OFFICE)
                        : duties.capacity(actor, Role.PARTY_SECRETARY, key.organisationId()))
                .orElse(actor);
    }

    /** @throws Refusal for everybody else, administrators included */
    void demandRecorder(String actor, CaseKey key, String code) {
        if (!mayRecord(actor, key, code)) {
            throw Refusal.of(
                    ThematicMeetings.TOWN.equals(code)
                            ? "镇专题民主生活会由整改办登记，您没有这项职责。"
                            : "村专题组织生活会由该村党支部书记登记，包村干部或整改办可以代填，您没有这项职责。");
        }
    }

    /**
     * Name of the branch secretary for whom the actor fills in; null where nobody does.
     *
     * @throws Refusal when the branch secretary has no login and is not named
     */
    @Nullable String onBehalfOf(String actor, CaseKey key, String code, @Nullable String named) {
        if (ThematicMeetings.TOWN.equals(code) || ownVillage(actor, key.organisationId(), code)) {
            return null;
        }
        var secretary = secretaryOf(key.organisationId(), code);
        if (secretary.isPresent()) {
            return people.name(secretary.get());
        }
        if (named == null || named.isBlank() || named.strip().length() > LONGEST_NAME) {
            throw Refusal.of("onBehalfOf", "该村党支部书记没有登录名，请填写代何人填报（党支部书记姓名）。");
        }
        return named.strip();
    }

    /** Whether somebody who fills in has to write for whom. */
    public boolean nameNeeded(String organisationId, String code) {
        return secretaryOf(organisationId, code).isEmpty();
    }

    boolean mayDecide(String actor, CaseKey key, Meeting meeting) {
        return decider(meeting) == Role.INSPECTION_OFFICE
                ? duties.exercises(actor, Role.INSPECTION_OFFICE)
                : duties.exercises(actor, Role.PARTY_SECRETARY, key.organisationId());
    }

    /** The Secretary about the township's record and a village's reason, the inspection office about the township's reason. */
    Role decider(Meeting meeting) {
        return meeting.ofTown() && !meeting.held() ? Role.INSPECTION_OFFICE : Role.PARTY_SECRETARY;
    }

    /** As {@link #decider}: everybody else is refused. */
    void demandDecider(String actor, CaseKey key, Meeting meeting) {
        if (decider(meeting) == Role.INSPECTION_OFFICE) {
            acts.demand(actor, Role.INSPECTION_OFFICE);
        } else {
            acts.demand(actor, Role.PARTY_SECRETARY, key.organisationId());
        }
    }

    private boolean ownVillage(String actor, String organisationId, String code) {
        return secretaryOf(organisationId, code)
                .filter(secretary -> duties.actsFor(actor, secretary))
                .isPresent();
    }

    private Optional<String> secretaryOf(String organisationId, String code) {
        return duties.ofVillage(organisationId, Role.VILLAGE_SECRETARY, code);
    }
}
