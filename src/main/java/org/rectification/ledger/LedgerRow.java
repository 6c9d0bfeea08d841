package org.rectification.ledger;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * One row of the ledger, in the words of the screen (S21): one finding, one row.
 *
 * @param originDate for what is carried over: when it was found first (S08)
 * @param immediate to be put right at once (S24), as the following four tell where a notice was issued: its day, number and
 *     due day, and what came of it so far
 * @param state code of the state; {@code stateLabel} is what people read
 * @param provisional whether the due day may still change (暂定)
 * @param originalDueOn the date first set, kept whatever was extended
 * @param daysLeft days until the due day, negative when late; null once settled
 * @param ageing the same in words
 * @param colour code of the warning colour, {@code colourLabel} its words; null: none
 * @param origin where the finding comes from, counted by itself; {@code originLabel} is what people read
 * @param generalisedFrom id of the finding from which this one was generalised (S27)
 * @param recurrenceOf id of the struck-off finding that this one repeats (S23)
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
        @Nullable String aspect,
        String source,
        String sourceLabel,
        @Nullable LocalDate originDate,
        @Nullable String originNumber,
        String level,
        boolean immediate,
        @Nullable LocalDate immediateNoticeOn,
        @Nullable String immediateNoticeNumber,
        @Nullable LocalDate immediateDueOn,
        @Nullable String immediateResult,
        boolean keyConcern,
        String state,
        String stateLabel,
        @Nullable String measures,
        @Nullable String goal,
        @Nullable String leaderId,
        @Nullable String leader,
        @Nullable String branch,
        @Nullable String personId,
        @Nullable String person,
        LocalDate dueOn,
        boolean provisional,
        LocalDate originalDueOn,
        boolean overdue,
        @Nullable Integer daysLeft,
        @Nullable String ageing,
        @Nullable String colour,
        @Nullable String colourLabel,
        int returns,
        String origin,
        String originLabel,
        @Nullable String recurrenceOf,
        @Nullable String generalisedFrom,
        @Nullable String result,
        @Nullable String verifier,
        @Nullable LocalDate struckOffOn,
        @Nullable LocalDate nextReviewOn) {}
