package org.rectification.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.finding.FindingState;
import org.rectification.people.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The township's own list and its villages' side by side, in the order of the round and never by figures, with the total
 * (S10, S17). All figures come from one statement, so that they describe the same moment.
 */
@Service
public class RollUp {

    private static final String FIGURES =
            """
            select grouping(f.village_code) = 1 as whole, f.village_code, f.state,
                   count(*) filter (where f.origin = 'INSPECTION') as findings,
                   count(*) filter (where f.origin = 'INSPECTION' and f.due_on < :today) as overdue,
                   count(*) filter (where f.origin = 'INSPECTION' and f.returns > 0) as returned,
                   count(*) filter (where f.origin = 'SELF_FOUND') as self_found,
                   count(*) filter (where f.origin = 'RECURRENCE') as recurrences
            """
                    + LedgerRows.FROM;

    private final JdbcClient jdbc;
    private final LedgerRows rows;
    private final Visibility visibility;

    RollUp(JdbcClient jdbc, LedgerRows rows, Visibility visibility) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.visibility = visibility;
    }

    /** The case as far as the person sees it; empty when there is nothing for them. */
    @Transactional(readOnly = true)
    public Optional<Sheet> of(String personId, String roundId, String organisationId) {
        if ((roundId + organisationId).indexOf('\0') >= 0 || !visibility.seesCase(personId, roundId, organisationId)) {
            return Optional.empty();
        }
        var tallies = new LinkedHashMap<String, Tally>();
        var total = new Tally();
        var selection = rows.select(personId, LedgerFilter.ofCase(roundId, organisationId));
        jdbc.sql(FIGURES + selection.condition() + " group by grouping sets ((f.village_code, f.state), (f.state))")
                .params(selection.params())
                .query(row -> {
                    var tally = row.getBoolean("whole")
                            ? total
                            : tallies.computeIfAbsent(key(row.getString("village_code")), village -> new Tally());
                    tally.add(
                            FindingState.valueOf(row.getString("state")),
                            row.getInt("findings"),
                            row.getInt("overdue"),
                            row.getInt("returned"),
                            row.getInt("self_found"),
                            row.getInt("recurrences"));
                });
        var whole =
                visibility.scopeOf(personId).reach().compareTo(org.rectification.people.Scope.Reach.ORGANISATION) <= 0;
        var lists = new ArrayList<Line>();
        for (var place : places(roundId, organisationId)) {
            var tally = tallies.get(key(place.code()));
            if (tally != null || whole) {
                lists.add((tally == null ? new Tally() : tally).line(place.code(), place.name(), place.settled()));
            }
        }
        return Optional.of(new Sheet(roundId, organisationId, whole, lists, total.line(null, "合计", false)));
    }

    private static String key(@Nullable String village) {
        return village == null ? "" : village;
    }

    /** The township's own list first, then the villages; a list in several parts is settled when all of them are. */
    private List<Place> places(String roundId, String organisationId) {
        return jdbc.sql(
                        """
                        select s.village_code as code, coalesce(v.name, '镇本级') as name,
                               bool_and(s.settled_at is not null) as settled
                          from rectification.sub_ledger s
                          left join rectification.village v on v.round_id = s.round_id
                               and v.organisation_id = s.organisation_id and v.code = s.village_code
                         where s.round_id = ? and s.organisation_id = ?
                         group by s.village_code, v.name, v.position order by v.position nulls first""")
                .params(roundId, organisationId)
                .query(Place.class)
                .list();
    }

    private record Place(@Nullable String code, String name, boolean settled) {}

    private static final class Tally {

        private final Map<String, Integer> byState = new LinkedHashMap<>();
        private int total;
        private int overdue;
        private int returned;
        private int selfFound;
        private int recurrences;

        Tally() {
            for (var state : FindingState.values()) {
                byState.put(state.name(), 0);
            }
        }

        void add(FindingState state, int findings, int late, int back, int own, int again) {
            byState.merge(state.name(), findings, Integer::sum);
            total += findings;
            selfFound += own;
            recurrences += again;
            if (!state.settled()) {
                overdue += late;
                returned += back;
            }
        }

        Line line(@Nullable String village, String name, boolean settled) {
            return new Line(village, name, total, byState, overdue, returned, selfFound, recurrences, settled);
        }
    }

    /**
     * @param whole whether these are the organisation's figures, or only those that the person may see
     * @param total of all lists
     */
    public record Sheet(String round, String organisation, boolean whole, List<Line> lists, Line total) {}

    /**
     * One list.
     *
     * @param village code, null for the township's own list and for the total
     * @param total what the inspection found; the figures that follow, up to those returned, are of these
     * @param byState findings by state; long-term ones stand apart there and are never among those struck off
     * @param overdue not settled and past their due day
     * @param returned not settled and returned at least once
     * @param selfFound added by the organisation itself, counted apart (S27)
     * @param recurrences of something struck off, counted apart (S23)
     */
    public record Line(
            @Nullable String village,
            String name,
            int total,
            Map<String, Integer> byState,
            int overdue,
            int returned,
            int selfFound,
            int recurrences,
            boolean settled) {}
}
