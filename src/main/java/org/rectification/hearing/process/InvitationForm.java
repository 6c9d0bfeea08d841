package org.rectification.hearing.process;

import org.rectification.engine.FreshForm;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** The clerk sees the computed day of the hearing as it is when the invitation is opened. */
@Component
class InvitationForm implements FreshForm {

    @Override
    public boolean opensFresh(String taskKey, String variable) {
        return "userTask_inviteThreeBodies".equals(taskKey) && TaskEntries.VIEW.equals(variable);
    }
}
