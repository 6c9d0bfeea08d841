package org.rectification.plan;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What three or more villages have in common: one township leader answers for one lasting measure that each of their lines
 * refers to (S17).
 *
 * @param findings ids of the members
 */
public record CommonProblem(
        String id,
        String title,
        String leader,
        String leaderName,
        String measure,
        @Nullable LocalDate dueOn,
        List<String> findings) {

    /** So many villages at least. */
    static final int VILLAGES = 3;

    /**
     * What the clerk enters.
     *
     * @param findings ids of the members; ignored when an existing one is changed
     */
    public record Entry(
            @Nullable String title,
            @Nullable List<String> findings,
            @Nullable String leader,
            @Nullable String measure,
            @Nullable LocalDate dueOn) {

        public Entry {
            findings = findings == null ? List.of() : List.copyOf(findings);
        }
    }

    /** What may be a common problem; the clerk decides. */
    public record Suggestion(String title, List<Member> members) {}

    public record Member(String findingId, String label, String village) {}
}
