package org.rectification.meeting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.meeting.Comparisons;
import org.springframework.stereotype.Component;

/** The text itself never passes the engine; its task goes on once the text is handed in (S38). */
@Component
class WriteComparisonListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final Comparisons comparisons;

    WriteComparisonListener(TaskEntries entries, CurrentPerson person, Comparisons comparisons) {
        this.entries = entries;
        this.person = person;
        this.comparisons = comparisons;
    }

    @Override
    public void notify(DelegateTask task) {
        if (!person.id().equals(CurrentPerson.SYSTEM)) {
            entries.read(task, Nothing.class);
            comparisons.demandWritten(CaseVariables.required(task, MeetingVariables.COMPARISON_ID));
        }
    }

    /** Whatever somebody sends along is refused: here it would be read by others. */
    record Nothing() {}
}
