package org.rectification.signoff;

import java.time.Instant;

/**
 * A signature as given.
 *
 * @param contentHash SHA-256 of the canonical content, in hexadecimal; its first digits are the check code on paper
 */
public record SignatureRecord(
        int edition,
        String signedBy,
        String signerName,
        String statement,
        String content,
        String contentHash,
        int unfinished,
        Instant signedAt) {}
