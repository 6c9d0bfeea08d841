package org.rectification.round.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.round.Rounds;
import org.rectification.round.Rounds.LeadingGroupHearing;
import org.springframework.stereotype.Component;

/** The Leading Group heard the summary of the round. */
@Component
class RecordLeadingGroupHearingListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Rounds rounds;

    RecordLeadingGroupHearingListener(TaskEntries entries, CurrentPerson person, Rounds rounds) {
        this.entries = entries;
        this.person = person;
        this.rounds = rounds;
    }

    @Override
    public void notify(DelegateTask task) {
        var entry = entries.read(task, LeadingGroupHearing.class);
        rounds.recordLeadingGroupHearing(CaseVariables.roundId(task), entry, person.id());
    }
}
