package org.rectification.signoff.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.round.CaseKey;
import org.rectification.signoff.FinalReports;
import org.rectification.signoff.FinalReportsEntry;
import org.springframework.stereotype.Component;

/** The clerk hands both drafts to the committee (S44). */
@Component
class DraftFinalReportsListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final FinalReports reports;

    DraftFinalReportsListener(TaskEntries entries, CurrentPerson person, FinalReports reports) {
        this.entries = entries;
        this.person = person;
        this.reports = reports;
    }

    @Override
    public void notify(DelegateTask task) {
        var key = new CaseKey(CaseVariables.roundId(task), CaseVariables.organisationId(task));
        reports.draft(person.id(), key, entries.read(task, FinalReportsEntry.class));
    }
}
