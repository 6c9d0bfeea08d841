package org.rectification.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.rectification.finding.FindingState;
import org.rectification.people.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as people read it, page by page; nobody sees a row that {@link Visibility} does not grant. */
@Service
public class Ledger {

    /** Rows that one page holds at most. */
    public static final int LARGEST_PAGE = 200;

    private static final Set<String> SETTLED = Set.of(FindingState.STRUCK_OFF.name(), FindingState.LONG_TERM.name());

    private static final String FROM =
            """
             from rectification.finding f
             join rectification.inspected_organisation c using (round_id, organisation_id)
             join rectification.round r on r.id = f.round_id
             join rectification.sub_ledger s on s.id = f.sub_ledger_id
             left join rectification.village v on v.round_id = f.round_id
                  and v.organisation_id = f.organisation_id and v.code = f.village_code
             left join rectification.person l on l.id = f.responsible_leader
             left join rectification.person p on p.id = f.responsible_person
             left join rectification.person x on x.id = f.verified_by
             left join rectification.plan_line pl on pl.finding_id = f.id
             where """;

    private static final String SELECT =
            """
            select f.*, c.name as organisation_name, r.profile, v.name as village_name, l.name as leader_name,
                   p.name as person_name, x.name as verifier_name, pl.goal,
                   (select string_agg(m.text, ';' order by m.position)
                      from rectification.plan_measure m where m.finding_id = f.id) as measures"""
                    + "\n";

    private static final String ORDER = " order by f.round_id, c.position, s.position, f.position, f.id";

    private final JdbcClient jdbc;
    private final Visibility visibility;
    private final Labels labels;
    private final Clock clock;

    Ledger(JdbcClient jdbc, Visibility visibility, Labels labels, Clock clock) {
        this.jdbc = jdbc;
        this.visibility = visibility;
        this.labels = labels;
        this.clock = clock;
    }

    /** @param size rows of the page, at most {@link #LARGEST_PAGE} */
    @Transactional(readOnly = true)
    public Page page(String personId, LedgerFilter filter, int page, int size) {
        var selection = selection(personId, filter);
        long total = jdbc.sql("select count(*)" + FROM + selection.condition())
                .params(selection.params())
                .query(Long.class)
                .single();
        var rows = jdbc.sql(SELECT + FROM + selection.condition() + ORDER + " limit :size offset :offset")
                .params(selection.params())
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, number) -> read(row))
                .list();
        return new Page(page, size, total, rows);
    }

    /** Hands over the whole selection row by row, however long it is. */
    @Transactional(readOnly = true)
    public void each(String personId, LedgerFilter filter, Consumer<LedgerRow> consumer) {
        var selection = selection(personId, filter);
        try (var rows = jdbc
                .sql(SELECT + FROM + selection.condition() + ORDER)
                .params(selection.params())
                .query((row, number) -> read(row))
                .stream()) {
            rows.forEach(consumer);
        }
    }

    /** Empty when there is no such finding for this person. */
    public Optional<LedgerRow> find(String personId, String findingId) {
        var selection = selection(personId, new LedgerFilter(null, null, null, null, null, null));
        return jdbc.sql(SELECT + FROM + selection.condition() + " and f.id = :finding")
                .params(selection.params())
                .param("finding", findingId)
                .query((row, number) -> read(row))
                .optional();
    }

    private Selection selection(String personId, LedgerFilter filter) {
        var seen = visibility.findings(personId);
        var conditions = new ArrayList<String>();
        conditions.add("(" + seen.sql() + ")");
        var params = new HashMap<String, Object>(seen.params());
        params.put("today", LocalDate.now(clock));
        params.putAll(filter.addTo(conditions));
        return new Selection(String.join(" and ", conditions), params);
    }

    private LedgerRow read(ResultSet row) throws SQLException {
        var state = FindingState.valueOf(row.getString("state"));
        var dueOn = row.getObject("due_on", LocalDate.class);
        return new LedgerRow(
                row.getString("id"),
                row.getString("round_id"),
                row.getString("organisation_id"),
                row.getString("organisation_name"),
                row.getString("village_code"),
                row.getString("village_name"),
                row.getString("number"),
                row.getString("title"),
                row.getString("problem"),
                row.getString("opinion"),
                row.getString("area"),
                labels.area(row.getString("profile"), row.getString("area")),
                row.getString("level"),
                row.getBoolean("immediate"),
                row.getBoolean("key_concern"),
                state.name(),
                state.label(),
                row.getString("measures"),
                row.getString("goal"),
                row.getString("leader_name"),
                row.getString("responsible_branch"),
                row.getString("person_name"),
                dueOn,
                row.getObject("original_due_on", LocalDate.class),
                dueOn.isBefore(LocalDate.now(clock)) && !SETTLED.contains(state.name()),
                row.getInt("returns"),
                row.getString("result"),
                row.getString("verifier_name"),
                day(row.getObject("struck_off_at", OffsetDateTime.class)));
    }

    @Nullable private LocalDate day(@Nullable OffsetDateTime at) {
        return at == null ? null : at.atZoneSameInstant(clock.getZone()).toLocalDate();
    }

    /** @param total rows of the whole selection */
    public record Page(int page, int size, long total, List<LedgerRow> rows) {}

    private record Selection(String condition, Map<String, Object> params) {}
}
