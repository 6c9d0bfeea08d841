package org.rectification.hearing.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.hearing.HearingBody;
import org.rectification.hearing.HearingOpinions;
import org.rectification.hearing.OpinionEntry;
import org.springframework.stereotype.Component;

/** One of the three bodies says what it thinks of the progress (S35). */
@Component
class GiveHearingOpinionListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final HearingOpinions opinions;

    GiveHearingOpinionListener(TaskEntries entries, CurrentPerson person, HearingOpinions opinions) {
        this.entries = entries;
        this.person = person;
        this.opinions = opinions;
    }

    @Override
    public void notify(DelegateTask task) {
        var body = HearingBody.valueOf(CaseVariables.required(task, HearingVariables.BODY));
        opinions.give(person.id(), HearingVariables.caseKey(task), body, entries.read(task, OpinionEntry.class));
    }
}
