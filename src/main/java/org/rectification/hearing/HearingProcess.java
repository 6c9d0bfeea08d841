package org.rectification.hearing;

import java.util.List;
import org.rectification.round.CaseKey;

/** What the running processes of a hearing are told. */
public interface HearingProcess {

    /** The hearing has another day: timers and due dates that depend on it follow. */
    void dayMoved(CaseKey key);

    /**
     * Somebody has something to follow up.
     *
     * @return id of the process instance
     */
    String followUpRaised(CaseKey key, String followUpId);

    /** Advice about each of the findings, by rule; what comes back is in the same order. */
    List<Judgement> judge(List<HearingAdvice.Standing> standings);

    /** What the decision table says. */
    record Judgement(Progress advice, String reason) {}
}
