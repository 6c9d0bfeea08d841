package org.rectification.signoff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rectification.period.LedgerFigures;
import org.rectification.period.UnfinishedFinding;
import org.springframework.lang.Nullable;

/**
 * Exactly what the Secretary signs for: both reports word by word, the committee's meeting, the ledger's figures at that
 * moment, every unfinished finding, self-found and recurred ones too, and a digest of the whole ledger.
 *
 * @param reports kind, A or B, to its sections
 * @param ledgerDigest SHA-256 over every finding's state
 */
public record SignedContent(
        String roundId,
        String organisationId,
        int edition,
        Map<String, Map<String, String>> reports,
        @Nullable LocalDate deliberatedOn,
        @Nullable String minutesNumber,
        LedgerFigures figures,
        List<UnfinishedFinding> unfinished,
        String ledgerDigest) {

    /** Whether the reports and the committee's meeting are the same, whatever happened to the ledger. */
    boolean sameReports(SignedContent other) {
        return edition == other.edition
                && reports.equals(other.reports)
                && Objects.equals(deliberatedOn, other.deliberatedOn)
                && Objects.equals(minutesNumber, other.minutesNumber);
    }

    /** Whether the ledger stands as it stood, to the last finding. */
    boolean sameLedger(SignedContent other) {
        return figures.struckOff() == other.figures.struckOff()
                && figures.total() == other.figures.total()
                && unfinished.equals(other.unfinished)
                && ledgerDigest.equals(other.ledgerDigest);
    }
}
