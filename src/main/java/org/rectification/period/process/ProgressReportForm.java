package org.rectification.period.process;

import org.rectification.engine.FreshForm;
import org.springframework.stereotype.Component;

/** The clerk's draft tells what the ledger says when the clerk begins to write, not when the task appeared. */
@Component
class ProgressReportForm implements FreshForm {

    @Override
    public boolean opensFresh(String taskKey) {
        return "userTask_prepareProgressReport".equals(taskKey);
    }
}
