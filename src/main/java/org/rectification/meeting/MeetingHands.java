package org.rectification.meeting;

import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.people.VillageHands;
import org.rectification.period.PersonalActs;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who records a thematic meeting and who decides about it, whichever door is used. The township's is the clerk's; a
 * village's its branch secretary's, or that of whoever fills in ({@link VillageHands}).
 */
@Service("meetingHands")
public class MeetingHands {

    private final Duties duties;
    private final VillageHands villages;
    private final PersonalActs acts;

    MeetingHands(Duties duties, VillageHands villages, PersonalActs acts) {
        this.duties = duties;
        this.villages = villages;
        this.acts = acts;
    }

    /** To whom the village's task goes. */
    public String ofVillage(String organisationId, String villageCode) {
        return villages.of(organisationId, villageCode);
    }

    boolean mayRecord(String actor, CaseKey key, String code) {
        var organisation = key.organisationId();
        return ThematicMeetings.TOWN.equals(code)
                ? duties.exercises(actor, Role.RECTIFICATION_OFFICE, organisation)
                : villages.include(actor, organisation, code);
    }

    /** In whose capacity the actor records it: the own one before that of somebody absent. The actor's where neither may. */
    String recorder(String actor, CaseKey key, String code) {
        var organisation = key.organisationId();
        return ThematicMeetings.TOWN.equals(code)
                ? duties.capacity(actor, Role.RECTIFICATION_OFFICE, organisation)
                        .orElse(actor)
                : villages.capacity(actor, organisation, code);
    }

    /** As {@link #recorder}, for who decides about it. */
    String decider(String actor, CaseKey key, Meeting meeting) {
        var decider = decider(meeting);
        return (decider.supervises()
                        ? duties.capacity(actor, decider)
                        : duties.capacity(actor, decider, key.organisationId()))
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
        return ThematicMeetings.TOWN.equals(code)
                ? null
                : villages.onBehalfOf(actor, key.organisationId(), code, named);
    }

    /** Whether somebody who fills in has to write for whom. */
    public boolean nameNeeded(String organisationId, String code) {
        return villages.nameNeeded(organisationId, code);
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
}
