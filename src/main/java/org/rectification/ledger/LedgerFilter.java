package org.rectification.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rectification.finding.FindingState;
import org.springframework.lang.Nullable;

/**
 * What somebody looks for in the ledger; null: any.
 *
 * @param state name of a {@link FindingState}
 * @param overdue true for findings past their date and not settled
 */
public record LedgerFilter(
        @Nullable String round,
        @Nullable String organisation,
        @Nullable String village,
        @Nullable String state,
        @Nullable String area,
        @Nullable Boolean overdue) {

    /** Conditions on finding {@code f}, with their parameters. */
    Map<String, Object> addTo(List<String> conditions) {
        var params = new HashMap<String, Object>();
        equal("f.round_id", "round", round, conditions, params);
        equal("f.organisation_id", "organisation", organisation, conditions, params);
        equal("f.village_code", "village", village, conditions, params);
        equal("f.state", "state", state, conditions, params);
        equal("f.area", "area", area, conditions, params);
        if (overdue != null) {
            conditions.add(
                    (overdue ? "" : "not ") + "(f.due_on < :today and f.state not in ('STRUCK_OFF', 'LONG_TERM'))");
        }
        return params;
    }

    private static void equal(
            String column, String name, @Nullable String value, List<String> conditions, Map<String, Object> params) {
        if (value != null && !value.isBlank()) {
            conditions.add(column + " = :" + name);
            params.put(name, value);
        }
    }
}
