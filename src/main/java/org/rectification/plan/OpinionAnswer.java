package org.rectification.plan;

import java.util.List;
import org.springframework.lang.Nullable;

/**
 * How the plan answers one opinion of the feedback (S18).
 *
 * @param findings ids of the findings whose lines carry the answer out
 */
public record OpinionAnswer(String number, @Nullable String answer, @Nullable List<String> findings) {

    public OpinionAnswer {
        findings = findings == null ? List.of() : List.copyOf(findings);
    }
}
