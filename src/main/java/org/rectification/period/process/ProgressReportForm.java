package org.rectification.period.process;

import java.util.Set;
import org.rectification.engine.FreshForm;
import org.rectification.engine.TaskEntries;
import org.springframework.stereotype.Component;

/**
 * The clerk's draft tells what the ledger says when the clerk begins to write, not when the task appeared; the others see the
 * report's day as it is.
 */
@Component
class ProgressReportForm implements FreshForm {

    private static final String PREPARE = "userTask_prepareProgressReport";
    private static final Set<String> READ =
            Set.of("userTask_approveProgressReport", "userTask_acknowledgeProgressReport");

    @Override
    public boolean opensFresh(String taskKey, String variable) {
        return PREPARE.equals(taskKey) || TaskEntries.VIEW.equals(variable) && READ.contains(taskKey);
    }
}
