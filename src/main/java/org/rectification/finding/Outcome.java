package org.rectification.finding;

import java.math.BigDecimal;

/**
 * One figure of 整改成效 (S28, S39).
 *
 * @param accepted what a verification accepted: the figure
 * @param claimed what is said beside it and not accepted yet; never part of the figure
 * @param findings how many findings the accepted part comes from
 */
public record Outcome(
        ClaimKind kind, String label, String unit, BigDecimal accepted, BigDecimal claimed, int findings) {}
