package org.rectification.strikeoff;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * 对账销号表: everything that the strike-off of one finding rests on, the goal beside the result.
 *
 * @param place the village, or 镇本级
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
        @Nullable String doer,
        @Nullable String filledInBy,
        @Nullable String verifier,
        @Nullable String confirmer,
        @Nullable LocalDate struckOffOn,
        @Nullable String batch,
        List<Measure> measures,
        List<Evidence> evidence,
        List<Claim> claims,
        List<Act> acts,
        @Nullable String siteCheck) {

    /**
     * A measure, goal against result.
     *
     * @param planned null: done without being planned
     * @param done null: not reported
     */
    record Measure(String horizon, @Nullable String planned, @Nullable String done, @Nullable LocalDate doneOn) {}

    /**
     * A piece of evidence, with the hash that proves that it is the one that was shown.
     *
     * @param name of the file, or number of a classified paper handed in offline
     * @param representsOn the day that it shows
     */
    record Evidence(
            String kind,
            String name,
            LocalDate representsOn,
            @Nullable LocalDate uploadedOn,
            @Nullable String sha256) {}

    /** A claimed result and whether it stands. */
    record Claim(String kind, String quantity, String text, String standing) {}

    /** A step on the way, in people's words. */
    record Act(OffsetDateTime at, String kind, String who, @Nullable String note, @Nullable String verdict) {}

    List<Act> of(String kind) {
        return acts.stream().filter(act -> act.kind().equals(kind)).toList();
    }
}
