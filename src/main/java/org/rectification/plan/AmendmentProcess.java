package org.rectification.plan;

import java.util.Optional;
import org.rectification.round.CaseKey;

/** The way of an amendment from the clerk to the inspection office; the engine keeps it. */
public interface AmendmentProcess {

    /** A process that has begun. */
    record Started(String processInstanceId, String processDefinitionId) {}

    Started start(String amendmentId, CaseKey key);

    /** The amendment's open task, if it is the person's. */
    Optional<String> taskOf(String amendmentId, String personId);
}
