package org.rectification.ledger;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * One row of the ledger, in the words of the screen (S21): one finding, one row.
 *
 * @param state code of the state; {@code stateLabel} is what people read
 * @param originalDueOn the date first set, kept whatever was extended
 */
public record LedgerRow(
        String id,
        String round,
        String organisation,
        String organisationName,
        @Nullable String village,
        @Nullable String villageName,
        String number,
        String title,
        String problem,
        String opinion,
        String area,
        String areaLabel,
        String level,
        boolean immediate,
        boolean keyConcern,
        String state,
        String stateLabel,
        @Nullable String measures,
        @Nullable String goal,
        @Nullable String leader,
        @Nullable String branch,
        @Nullable String person,
        LocalDate dueOn,
        LocalDate originalDueOn,
        boolean overdue,
        int returns,
        @Nullable String result,
        @Nullable String verifier,
        @Nullable LocalDate struckOffOn) {}
