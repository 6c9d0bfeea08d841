package org.rectification.meeting;

import org.rectification.engine.InPlaceOf;
import org.rectification.privacy.PersonalDataGuard;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clerk's list and the other pages of ours as doors: ledger and engine go on together, whoever of those entitled holds
 * the task.
 */
@Service
public class MeetingActs {

    private final ThematicMeetings meetings;
    private final MeetingHands hands;
    private final MeetingTasks tasks;
    private final PersonalDataGuard guard;

    MeetingActs(ThematicMeetings meetings, MeetingHands hands, MeetingTasks tasks, PersonalDataGuard guard) {
        this.meetings = meetings;
        this.hands = hands;
        this.tasks = tasks;
        this.guard = guard;
    }

    /** As {@link ThematicMeetings#record}, and the meeting's task is done. */
    @Transactional
    public void record(String actor, CaseKey key, String code, MeetingEntry entry) {
        InPlaceOf.run(hands.recorder(actor, key, code), () -> {
            meetings.record(actor, key, code, entry);
            guard.check(actor, key.roundId(), key.organisationId(), null, entry);
            tasks.done(key, code);
        });
    }

    /** As {@link ThematicMeetings#decide}, and the decision's task is done. */
    @Transactional
    public void decide(String actor, CaseKey key, String code, MeetingDecision decision) {
        InPlaceOf.run(hands.decider(actor, key, meetings.get(key, code)), () -> {
            meetings.decide(actor, key, code, decision);
            guard.check(actor, key.roundId(), key.organisationId(), null, decision);
            tasks.done(key, code);
        });
    }
}
