package org.rectification.engine;

/** Who acts in whose place today (代行职责); the register of people answers it. */
@FunctionalInterface
public interface StandingIn {

    /** Whether {@code substitute} may act today in the place of {@code absent}; nobody stands in for themselves. */
    boolean standsIn(String substitute, String absent);
}
