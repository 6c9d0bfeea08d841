package org.rectification.round.process;

import java.util.Set;
import org.rectification.engine.FreshForm;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** The completion date on the forms of the feedback is that of the moment at which they are opened. */
@Component
class FeedbackForms implements FreshForm {

    private static final Set<String> TASKS =
            Set.of("userTask_recordFeedbackMeeting", "userTask_signForFeedback", "userTask_collectReceipts");

    @Override
    public boolean opensFresh(String taskKey, String variable) {
        return TASKS.contains(taskKey) && TaskEntries.VIEW.equals(variable);
    }
}
