package org.rectification.period;

import org.rectification.round.CaseKey;

/** What the running supervision of a case can be told. */
public interface PeriodMessages {

    /**
     * The clerk asks for sign-off before its date.
     *
     * @return false when nothing waits for it: the final reports are under way already, or the hearing is still to come
     */
    boolean requestSignOff(CaseKey key);

    /** The final reports are signed: nobody waits for a further progress report. */
    void endReporting(CaseKey key);
}
