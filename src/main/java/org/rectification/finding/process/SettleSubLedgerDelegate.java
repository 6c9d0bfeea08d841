package org.rectification.finding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.rectification.finding.SubLedgers;
import org.springframework.stereotype.Component;

/** Settles a list whose findings are all struck off or on the long-term list (S17). */
@Component
class SettleSubLedgerDelegate implements JavaDelegate {

    private final SubLedgers subLedgers;

    SettleSubLedgerDelegate(SubLedgers subLedgers) {
        this.subLedgers = subLedgers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        subLedgers.settle(CaseVariables.subLedgerId(execution));
    }
}
