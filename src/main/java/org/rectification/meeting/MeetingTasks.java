package org.rectification.meeting;

import org.rectification.round.CaseKey;

/** The engine's tasks that go on when something was done at one of our own pages. */
public interface MeetingTasks {

    /** The open task about this meeting, to record it or to decide about it, is done. */
    void done(CaseKey key, String code);

    /** The member's task to write the comparison text is done, or no longer asked for. */
    void written(String comparisonId);
}
