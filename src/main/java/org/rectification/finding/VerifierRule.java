package org.rectification.finding;

/** The decision {@code routeFinding}, asked before anything was reported. */
public interface VerifierRule {

    /** Group of the body that would verify the finding as it stands. */
    String verifier(String findingId);
}
