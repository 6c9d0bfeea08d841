package org.rectification.period;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.finding.FindingState;
import org.rectification.period.PlaceProgress.Entry;
import org.rectification.period.PlaceProgress.Told;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads from ledger and trail what changed for the findings of an inspection since the last report, place by place in the
 * order of the ledger. Three statements, however many findings.
 */
@Component
class CaseProgress {

    private static final List<ProgressChange> FROM_TRAIL = List.of(
            ProgressChange.LONG_TERM, ProgressChange.CONTINUED, ProgressChange.EXTENDED, ProgressChange.RETURNED);

    private final JdbcClient jdbc;
    private final ProgressEntries entries;
    private final Clock clock;

    CaseProgress(JdbcClient jdbc, ProgressEntries entries, Clock clock) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * @param number of the report whose entries are read
     * @param since when the figures of the report before were taken; null before the first: since the feedback
     * @param until when the figures of this report were taken
     */
    List<PlaceProgress> between(CaseKey key, int number, @Nullable Instant since, Instant until) {
        var from = since == null ? Instant.EPOCH : since;
        var trail = trail(key, from, until);
        var texts = entries.lastTexts(key, number);
        var places = new LinkedHashMap<String, Gathered>();
        jdbc.sql(
                        """
                        select f.id, f.number, f.title, f.state, f.due_on, coalesce(f.struck_off_at > :since and f.struck_off_at <= :until, false) as struck_off,
                               f.village_code, coalesce(v.name, '镇本级') as place,
                               (select count(*) from rectification.measure_report m
                                 where m.finding_id = f.id and m.withdrawn_at is null
                                   and m.reported_at > :since and m.reported_at <= :until) as measures
                          from rectification.finding f
                          join rectification.sub_ledger s on s.id = f.sub_ledger_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where f.round_id = :round and f.organisation_id = :organisation and f.origin = 'INSPECTION'
                         order by s.position, f.position""")
                .param("since", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("round", key.roundId())
                .param("organisation", key.organisationId())
                .query(row -> {
                    var place = places.computeIfAbsent(
                            String.valueOf(row.getString("village_code")), code -> new Gathered());
                    place.name = row.getString("place");
                    place.village = row.getString("village_code") != null;
                    var told = new Told(row.getString("number"), row.getString("title"));
                    var id = row.getString("id");
                    place.measures += row.getInt("measures");
                    if (row.getBoolean("struck_off")) {
                        place.add(ProgressChange.STRUCK_OFF, told);
                    }
                    trail.getOrDefault(id, List.of()).forEach(change -> place.add(change, told));
                    if (texts.containsKey(id)) {
                        place.entries.add(new Entry(told, texts.get(id)));
                    }
                    place.due(
                            told,
                            FindingState.valueOf(row.getString("state")),
                            row.getObject("due_on", LocalDate.class),
                            LocalDate.now(clock),
                            LocalDate.ofInstant(from, ShanghaiTime.ZONE));
                });
        return places.values().stream().map(Gathered::asPlace).toList();
    }

    /** How many unfinished findings are due after today and no later than the day. */
    int dueUntil(CaseKey key, LocalDate day) {
        return jdbc.sql(
                        """
                        select count(*) from rectification.finding
                         where round_id = ? and organisation_id = ? and origin = 'INSPECTION'
                           and state not in ('STRUCK_OFF', 'LONG_TERM') and due_on >= ? and due_on <= ?""")
                .params(key.roundId(), key.organisationId(), LocalDate.now(clock), day)
                .query(Integer.class)
                .single();
    }

    private Map<String, List<ProgressChange>> trail(CaseKey key, Instant since, Instant until) {
        var changes = new HashMap<String, List<ProgressChange>>();
        jdbc.sql(
                        """
                        select distinct e.finding_id, e.kind from rectification.event e
                         where e.round_id = :round and e.organisation_id = :organisation and e.at > :since and e.at <= :until
                           and e.finding_id is not null and e.kind in (:kinds)""")
                .param("round", key.roundId())
                .param("organisation", key.organisationId())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("kinds", FROM_TRAIL.stream().map(Enum::name).toList())
                .query(row -> {
                    changes.computeIfAbsent(row.getString("finding_id"), id -> new ArrayList<>())
                            .add(ProgressChange.valueOf(row.getString("kind")));
                });
        return changes;
    }

    private static final class Gathered {

        private final Map<ProgressChange, List<Told>> changes = new EnumMap<>(ProgressChange.class);
        private final List<Entry> entries = new ArrayList<>();
        private final List<Told> late = new ArrayList<>();
        private String name;
        private boolean village;
        private int measures;

        void add(ProgressChange change, Told finding) {
            changes.computeIfAbsent(change, any -> new ArrayList<>()).add(finding);
        }

        /** Late: past its day; newly so when its day was not over yet when the last report looked. */
        void due(Told finding, FindingState state, LocalDate dueOn, LocalDate today, LocalDate lookedOn) {
            if (state.settled() || !dueOn.isBefore(today)) {
                return;
            }
            late.add(finding);
            if (!dueOn.isBefore(lookedOn)) {
                add(ProgressChange.NEWLY_LATE, finding);
            }
        }

        PlaceProgress asPlace() {
            return new PlaceProgress(name, village, changes, measures, List.copyOf(entries), List.copyOf(late));
        }
    }
}
