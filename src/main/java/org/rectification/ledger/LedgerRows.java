package org.rectification.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.rectification.deadline.Profiles;
import org.rectification.finding.FindingOrigin;
import org.rectification.finding.FindingState;
import org.rectification.finding.LimitMarks;
import org.rectification.people.Visibility;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** How a row of the ledger is chosen and read: what the page, the export and the figures have in common. */
@Component
class LedgerRows {

    /** What every selection may ask about. */
    static final String FROM =
            """
             from rectification.finding f
             join rectification.inspected_organisation c
               on c.round_id = f.round_id and c.organisation_id = f.organisation_id
             where """;

    private static final String WHOLE_ROWS =
            """
            select f.*, %s, c.name as organisation_name, r.profile, v.name as village_name, l.name as leader_name,
                   p.name as person_name, x.name as verifier_name, pl.goal,
                   (select string_agg(m.position || '.' || case m.horizon when 'LASTING' then '【长久立】' else '【当下改】' end
                                      || m.text, chr(10) order by m.position)
                      from rectification.plan_measure m where m.finding_id = f.id) as measures
             from rectification.finding f
             join rectification.inspected_organisation c
               on c.round_id = f.round_id and c.organisation_id = f.organisation_id
             join rectification.round r on r.id = f.round_id
             join rectification.sub_ledger s on s.id = f.sub_ledger_id
             left join rectification.village v on v.round_id = f.round_id
                  and v.organisation_id = f.organisation_id and v.code = f.village_code
             left join rectification.person l on l.id = f.responsible_leader
             left join rectification.person p on p.id = f.responsible_person
             left join rectification.person x on x.id = f.verified_by
             left join rectification.plan_line pl on pl.finding_id = f.id
             where """
                    .formatted(LimitMarks.COLUMNS);

    /** Round by round in the order of registration, the township's own list first; the id makes it the same every time. */
    private static final String ORDER =
            " order by r.registered_at desc, f.round_id, c.position, s.position, f.position, f.id";

    private final Visibility visibility;
    private final Labels labels;
    private final Profiles profiles;
    private final LimitMarks marks;
    private final Clock clock;

    LedgerRows(Visibility visibility, Labels labels, Profiles profiles, LimitMarks marks, Clock clock) {
        this.visibility = visibility;
        this.labels = labels;
        this.profiles = profiles;
        this.marks = marks;
        this.clock = clock;
    }

    /** What the person may see of what they look for. */
    Selection select(String personId, LedgerFilter filter) {
        var seen = visibility.findings(personId);
        var conditions = new ArrayList<String>();
        conditions.add("(" + seen.sql() + ")");
        var params = new HashMap<String, Object>(seen.params());
        params.putAll(filter.addTo(conditions, LocalDate.now(clock), profiles::everyVersion));
        return new Selection(String.join(" and ", conditions), params);
    }

    /** @param more a further condition, beginning with " and ", or empty */
    static String rows(Selection selection, String more) {
        return WHOLE_ROWS + selection.condition() + more + ORDER;
    }

    /**
     * One page of the selection, of {@code :size} rows from {@code :offset}: which rows these are is decided on narrow rows, and
     * only they are read as a whole.
     */
    static String page(Selection selection) {
        return WHOLE_ROWS + " "
                + """
                f.id in (select f.id
                   from rectification.finding f
                   join rectification.inspected_organisation c
                     on c.round_id = f.round_id and c.organisation_id = f.organisation_id
                   join rectification.round r on r.id = f.round_id
                   join rectification.sub_ledger s on s.id = f.sub_ledger_id
                  where %s%s limit :size offset :offset)"""
                        .formatted(selection.condition(), ORDER)
                + ORDER;
    }

    RowMapper<LedgerRow> reader() {
        var today = LocalDate.now(clock);
        var limits = marks.reader();
        return (row, number) -> read(row, today, limits);
    }

    private LedgerRow read(ResultSet row, LocalDate today, LimitMarks.Reader limits) throws SQLException {
        var state = FindingState.valueOf(row.getString("state"));
        var origin = FindingOrigin.valueOf(row.getString("origin"));
        var dueOn = row.getObject("due_on", LocalDate.class);
        var left = state.settled() ? null : (int) ChronoUnit.DAYS.between(today, dueOn);
        var colour = state.settled()
                ? null
                : profiles.find(row.getString("profile"))
                        .flatMap(profile -> profile.ladder().value().colourOn(today, dueOn))
                        .orElse(null);
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
                row.getString("aspect"),
                row.getString("source"),
                labels.source(row.getString("source")),
                row.getObject("origin_date", LocalDate.class),
                row.getString("origin_number"),
                row.getString("level"),
                row.getBoolean("immediate"),
                row.getObject("immediate_notice_on", LocalDate.class),
                row.getString("immediate_notice_number"),
                row.getObject("immediate_due_on", LocalDate.class),
                row.getString("immediate_result"),
                row.getBoolean("key_concern"),
                state.name(),
                state.label(),
                row.getString("measures"),
                row.getString("goal"),
                row.getString("responsible_leader"),
                row.getString("leader_name"),
                row.getString("responsible_branch"),
                row.getString("responsible_person"),
                row.getString("person_name"),
                dueOn,
                limits.isProvisional(row),
                row.getObject("original_due_on", LocalDate.class),
                left != null && left < 0,
                left,
                inWords(left),
                colour == null ? null : colour.name(),
                colour == null ? null : colour.label(),
                row.getInt("returns"),
                origin.name(),
                origin.label(),
                row.getString("recurrence_of"),
                row.getString("generalised_from"),
                row.getString("result"),
                row.getString("verifier_name"),
                day(row.getObject("struck_off_at", OffsetDateTime.class)),
                row.getObject("next_review_on", LocalDate.class));
    }

    @Nullable private static String inWords(@Nullable Integer daysLeft) {
        if (daysLeft == null) {
            return null;
        }
        if (daysLeft == 0) {
            return "今天到期";
        }
        return daysLeft < 0 ? "逾期" + -daysLeft + "天" : "剩" + daysLeft + "天";
    }

    @Nullable private LocalDate day(@Nullable OffsetDateTime at) {
        return at == null ? null : at.atZoneSameInstant(clock.getZone()).toLocalDate();
    }

    record Selection(String condition, Map<String, Object> params) {}
}
