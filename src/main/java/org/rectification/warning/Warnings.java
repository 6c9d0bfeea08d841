package org.rectification.warning;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rectification.deadline.WarningLadder.Step;
import org.rectification.trail.Trail;
import org.rectification.warning.WatchedItem.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Warnings, raised once each however often somebody looks. */
@Service
public class Warnings {

    private final JdbcClient jdbc;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Warnings(JdbcClient jdbc, Trail trail, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Those whose item was not yet told about on this rung for its present due day, in one statement. */
    <T> List<T> notRaised(List<T> all, Function<T, WatchedItem> item, Function<T, Step> step) {
        if (all.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql(
                        """
                        select i.position from unnest(?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
                               as i (item_kind, item_id, kind, occasion, position)
                         where not exists (select from rectification.warning w
                                            where w.item_kind = i.item_kind and w.item_id = i.item_id
                                              and w.kind = i.kind and w.occasion = i.occasion)
                         order by i.position""")
                .param(column(all, each -> item.apply(each).kind().name()))
                .param(column(all, each -> item.apply(each).id()))
                .param(column(all, each -> step.apply(each).name()))
                .param(column(all, each -> item.apply(each).due().toString()))
                .query(Integer.class)
                .list()
                .stream()
                .map(position -> all.get(position - 1))
                .toList();
    }

    private static <T> String[] column(List<T> all, Function<T, String> value) {
        return all.stream().map(value).toArray(String[]::new);
    }

    /**
     * Raises a rung of the ladder for the present due day.
     *
     * @return false when it was raised before, whoever answered for the item then (row 31)
     */
    @Transactional
    public boolean raise(WatchedItem item, Step step, Audience audience) {
        return tell(item, step.name(), item.due().toString(), audience.of(item.people()));
    }

    /**
     * Tells people of something else than a day that comes nearer, once per occasion.
     *
     * @return false when it was told before
     */
    @Transactional
    public boolean tell(WatchedItem item, String kind, String occasion, List<String> recipients) {
        int raised = jdbc.sql(
                        """
                        insert into rectification.warning (item_kind, item_id, finding_id, round_id, organisation_id, label,
                            kind, occasion, recipients, raised_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (item_kind, item_id, kind, occasion) do nothing""")
                .params(item.kind().name(), item.id(), findingId(item), item.roundId(), item.organisationId())
                .params(item.label(), kind, occasion, recipients.toArray(String[]::new), OffsetDateTime.now(clock))
                .update();
        if (raised == 0) {
            return false;
        }
        trace(item, Map.of("kind", kind, "occasion", occasion, "recipients", recipients));
        events.publishEvent(new WarningRaised(item, kind, recipients));
        return true;
    }

    private void trace(WatchedItem item, Map<String, Object> after) {
        if (item.kind() == Kind.FINDING) {
            trail.finding("system", item.roundId(), item.organisationId(), item.id(), "WARNED", null, after, null);
        } else {
            var more = new java.util.HashMap<>(after);
            more.put("item", item.label());
            trail.organisation("system", item.roundId(), item.organisationId(), "WARNED", more);
        }
    }

    @Nullable private static String findingId(WatchedItem item) {
        return item.kind() == Kind.FINDING ? item.id() : null;
    }
}
