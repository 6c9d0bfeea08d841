package org.rectification.plan.web;

import java.util.Map;
import org.rectification.refusal.Refusal;

/** A refusal in the shape in which the engine's doors answer it. */
final class RefusedLine {

    private RefusedLine() {}

    static Map<String, Object> of(Refusal refusal) {
        var first = refusal.violations().get(0);
        return Map.of(
                "type", "Refusal",
                "message", first.message(),
                "field", first.field(),
                "violations", refusal.violations());
    }
}
