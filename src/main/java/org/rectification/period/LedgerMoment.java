package org.rectification.period;

import java.time.Instant;

/** The ledger of one organisation in figures, and when it was looked at. */
public record LedgerMoment(LedgerFigures figures, Instant takenAt) {}
