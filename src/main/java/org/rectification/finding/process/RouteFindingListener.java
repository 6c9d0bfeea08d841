package org.rectification.finding.process;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.finding.FindingWork;
import org.rectification.finding.Route;
import org.springframework.stereotype.Component;

/** Hands the decision's answer to the ledger; no variable keeps it. */
@Component
class RouteFindingListener implements ExecutionListener {

    private final FindingWork work;
    private final CurrentPerson current;

    RouteFindingListener(FindingWork work, CurrentPerson current) {
        this.work = work;
        this.current = current;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var row = ((DmnDecisionResult) execution.getVariableLocal("decisionResult")).getSingleResult();
        work.route(
                current.id(),
                CaseVariables.findingId(execution),
                new Route(
                        row.getEntry("rule"),
                        Route.Reviewer.valueOf(row.getEntry("reviewer")),
                        row.getEntry("verifier"),
                        row.<Boolean>getEntry("confirmed"),
                        row.getEntry("countySample")));
    }
}
