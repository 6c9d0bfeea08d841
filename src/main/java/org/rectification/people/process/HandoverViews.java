package org.rectification.people.process;

import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.engine.TaskEntries;
import org.rectification.people.Handovers;
import org.springframework.stereotype.Component;

/** What the forms of a hand-over show. */
@Component("handoverViews")
public class HandoverViews {

    private final Handovers handovers;
    private final TaskEntries entries;

    HandoverViews(Handovers handovers, TaskEntries entries) {
        this.handovers = handovers;
        this.entries = entries;
    }

    public JsonValue content(String handoverId) {
        return entries.of(handovers.content(handoverId));
    }
}
