package org.rectification.finding;

import java.util.HashSet;
import java.util.Set;
import org.rectification.refusal.Refusal;

/**
 * The one rule at which every verification ends, through whichever door it came: whoever answers for a finding, did the
 * work, entered it, reviewed it, or stands in for one of these, never verifies it (row 41). Membership of the verifying
 * body changes nothing about that.
 */
final class Independence {

    private Independence() {}

    /** @throws Refusal when the person had a hand in the result */
    static void demand(String person, Set<String> hands, Set<String> standIns) {
        if (hands.contains(person)) {
            throw Refusal.of("问题的责任人和整改结果的办理人、审核人、代填人不能核验同一问题，请由其他有权人员核验。");
        }
        var others = new HashSet<>(standIns);
        others.removeAll(hands);
        if (others.contains(person)) {
            throw Refusal.of("责任人、办理人、审核人、代填人的代行职责人员不能核验同一问题，请由其他有权人员核验。");
        }
    }
}
