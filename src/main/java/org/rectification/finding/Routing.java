package org.rectification.finding;

import java.util.List;

/**
 * Which people review a result and which body verifies it, as the decision {@code routeFinding} says (R1–R7).
 *
 * @param rule id of the rule that decided
 * @param reviewers logins of those who must accept the result first, in order; possibly none
 * @param verifier group of the verifying body
 * @param confirmed whether discipline supervision confirms a positive verdict
 * @param countySample which part of the struck-off findings the county looks at again: ALL, TEN_PERCENT or NONE
 */
public record Routing(String rule, List<String> reviewers, String verifier, boolean confirmed, String countySample) {

    public Routing {
        reviewers = List.copyOf(reviewers);
    }
}
