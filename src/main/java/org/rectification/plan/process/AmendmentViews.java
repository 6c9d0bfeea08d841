package org.rectification.plan.process;

import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.engine.TaskEntries;
import org.rectification.plan.AmendmentReadings;
import org.springframework.stereotype.Component;

/** What the forms of an amendment show. */
@Component("amendmentViews")
public class AmendmentViews {

    private final AmendmentReadings readings;
    private final TaskEntries entries;

    AmendmentViews(AmendmentReadings readings, TaskEntries entries) {
        this.readings = readings;
        this.entries = entries;
    }

    /** The plan as it stands, for the clerk who amends it. */
    public JsonValue preparing(String amendmentId) {
        return entries.of(readings.preparing(amendmentId));
    }

    /** What was typed before, where the inspection office gave it back. */
    public JsonValue written(String amendmentId) {
        return entries.of(readings.written(amendmentId));
    }

    /** What changes, for the inspection office. */
    public JsonValue proposed(String amendmentId) {
        return entries.of(readings.proposed(amendmentId));
    }
}
