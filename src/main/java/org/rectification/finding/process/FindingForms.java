package org.rectification.finding.process;

import java.util.Set;
import org.rectification.engine.FreshForm;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** The card on top of a form tells the limit as it is when somebody opens the form, not when the task appeared. */
@Component
class FindingForms implements FreshForm {

    private static final Set<String> TASKS = Set.of(
            "userTask_rectifyFinding",
            "userTask_reviewResult",
            "userTask_verifyFinding",
            "userTask_confirmVerification",
            "userTask_consentLongTerm",
            "userTask_continueFinding",
            "userTask_approveContinuation",
            "userTask_decideExtension");

    @Override
    public boolean opensFresh(String taskKey, String variable) {
        return TASKS.contains(taskKey) && TaskEntries.VIEW.equals(variable);
    }
}
