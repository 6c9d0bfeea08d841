package org.rectification.signoff.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.round.CaseKey;
import org.rectification.signoff.DeliberationEntry;
import org.rectification.signoff.FinalReports;
import org.springframework.stereotype.Component;

/** The clerk records the committee's meeting on both reports. */
@Component
class DeliberateReportsListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final FinalReports reports;

    DeliberateReportsListener(TaskEntries entries, CurrentPerson person, FinalReports reports) {
        this.entries = entries;
        this.person = person;
        this.reports = reports;
    }

    @Override
    public void notify(DelegateTask task) {
        var key = new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task));
        reports.deliberate(person.id(), key, entries.read(task, DeliberationEntry.class));
    }
}
