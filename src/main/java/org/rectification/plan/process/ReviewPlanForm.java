package org.rectification.plan.process;

import org.rectification.engine.FreshForm;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/** The reviewing bodies see until when they answer as it is when they open the form. */
@Component
class ReviewPlanForm implements FreshForm {

    @Override
    public boolean opensFresh(String taskKey, String variable) {
        return "userTask_reviewPlan".equals(taskKey) && TaskEntries.VIEW.equals(variable);
    }
}
