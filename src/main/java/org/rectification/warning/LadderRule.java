package org.rectification.warning;

import java.util.Optional;
import org.rectification.deadline.WarningLadder;
import org.rectification.deadline.WarningLadder.Step;

/** The decision {@code warningLadder}: on which rung an open item stands, and who is to hear of it. */
public interface LadderRule {

    /** @param daysLeft calendar days until the due day, negative when late; empty while it is far away */
    Optional<Standing> standing(WarningLadder ladder, int daysLeft);

    record Standing(Step step, Audience audience) {}
}
