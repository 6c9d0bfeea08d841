package org.rectification.people;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What moved because duties passed, read from the trail of the same transaction. */
@Component
class OpenWorkMoved {

    private final JdbcClient jdbc;
    private final ThreadLocal<Long> since = new ThreadLocal<>();

    OpenWorkMoved(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts from here. */
    void reset() {
        since.set(jdbc.sql("select coalesce(max(id), 0) from rectification.event")
                .query(Long.class)
                .single());
    }

    List<Change> inWords() {
        record Moved(String name, long findings) {}
        var start = since.get();
        since.remove();
        return jdbc
                .sql(
                        """
                        select p.name, count(distinct e.finding_id) as findings from rectification.event e
                          join rectification.person p
                            on p.id in (e.after ->> 'leader', e.after ->> 'person')
                         where e.id > :since and e.kind = 'ASSIGNED' and e.round_id is not null
                           and e.xmin = pg_current_xact_id()::xid
                         group by p.name order by p.name""")
                .params(Map.of("since", start))
                .query(Moved.class)
                .list()
                .stream()
                .map(moved -> Change.changed("问题", moved.findings() + "个未办结问题改由" + moved.name() + "负责"))
                .toList();
    }
}
