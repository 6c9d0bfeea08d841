package org.rectification.finding;

/**
 * A row of the decision {@code routeFinding}.
 *
 * @param rule R1 to R7
 * @param reviewer who reviews, in the decision's words
 * @param verifier group of the verifying body
 * @param confirmed whether discipline supervision confirms
 * @param countySample ALL, TEN_PERCENT or NONE
 */
public record Route(String rule, Reviewer reviewer, String verifier, boolean confirmed, String countySample) {

    /** Who reviews a result before it is verified. */
    public enum Reviewer {
        NONE,
        SECRETARY,
        RESPONSIBLE_LEADER,
        /** The leader in charge of the village and the one whose portfolio it is (R3). */
        VILLAGE_AND_PORTFOLIO_LEADER
    }
}
