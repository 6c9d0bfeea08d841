package org.rectification.strikeoff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * 对账销号表: everything that the strike-off of one finding rests on, the goal beside the result.
 *
 * @param place the village, or 镇本级
 * @param claimedAmount yuan said to be recovered
 */
record Slip(
        String findingId,
        String organisationName,
        String place,
        String number,
        String area,
        String title,
        String problem,
        @Nullable String opinion,
        @Nullable String rootCause,
        @Nullable String goal,
        String leader,
        String branch,
        String person,
        LocalDate originalDueOn,
        LocalDate dueOn,
        String state,
        @Nullable String result,
        @Nullable BigDecimal claimedAmount,
        @Nullable String voucher,
        @Nullable String evidenceNote,
        @Nullable String doer,
        @Nullable String filledInBy,
        @Nullable String verifier,
        @Nullable String confirmer,
        @Nullable LocalDate struckOffOn,
        @Nullable String batch,
        List<Measure> planned,
        List<Measure> done,
        List<Evidence> evidence,
        List<Act> acts,
        @Nullable String siteCheck) {

    /** A measure, planned or reported as done. */
    record Measure(String horizon, String text, @Nullable LocalDate dueOn) {}

    /** A file, with the hash that proves that it is the one that was shown. */
    record Evidence(String name, String sha256, LocalDate uploadedOn) {}

    /** A step on the way, in people's words. */
    record Act(OffsetDateTime at, String kind, String who, @Nullable String note, @Nullable String verdict) {}

    List<Act> of(String kind) {
        return acts.stream().filter(act -> act.kind().equals(kind)).toList();
    }
}
