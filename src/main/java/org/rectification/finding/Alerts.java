package org.rectification.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.NoSuchElementException;
import org.rectification.deadline.WarningLadder.Step;
import org.rectification.refusal.Violations;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A third return and a false claim stand before the Secretary until seen (S31, S47), and what an organisation owes and is
 * late with before those who were told (R25): once each, and what they direct goes into the trail.
 */
@Service
public class Alerts {

    private static final int LONGEST_REMARK = 500;
    private static final int DAYS_KEPT_IN_VIEW = 30;

    /** What stands before people: of findings only what the Secretary has to know, of all else red and above. */
    private static final String SHOWN =
            """
             (w.kind in ('RETURNED', 'FALSIFIED', 'HEARD_BEHIND')
              or w.item_kind <> 'FINDING' and w.kind in ('RED', 'SUPERVISORS', 'ACCOUNTABILITY'))
            """;

    /** All that a person was told, with what the person did about it; to be completed by the kind of join to that. */
    private static final String TOLD =
            """
            select w.id, w.kind, w.occasion, w.raised_at, f.id as finding, w.label, c.name as organisation,
                   coalesce(v.name, '镇本级') as place, f.number, f.title, e.note, s.seen_at, s.remark,
                   (select x.after ->> 'returned_as' from rectification.event x
                     where x.finding_id = f.id and x.id <= e.id and x.after ->> 'returned_as' is not null
                     order by x.id desc limit 1) as returned_as
              from rectification.warning w
              %s rectification.warning_seen s on s.warning_id = w.id and s.person_id = ?
              join rectification.inspected_organisation c
                   on c.round_id = w.round_id and c.organisation_id = w.organisation_id
              left join rectification.finding f on f.id = w.finding_id
              left join rectification.village v on v.round_id = f.round_id
                   and v.organisation_id = f.organisation_id and v.code = f.village_code
              left join lateral (select e.id, e.note from rectification.event e
                    where e.finding_id = f.id and e.kind = 'RETURNED' and e.after ->> 'returns' = w.occasion
                    limit 1) e on true
             where ? = any (w.recipients) and """
                    + SHOWN;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Alerts(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What somebody has to know.
     *
     * @param findingId null when it is about something else that the organisation owes
     * @param subject what it is about, in words
     * @param notice how it came back or by when it was due, in words
     */
    public record Alert(
            long id, String kind, LocalDate on, @Nullable String findingId, String subject, String notice) {}

    /**
     * What somebody has seen.
     *
     * @param at in Asia/Shanghai
     * @param remark what the person directed then
     */
    public record SeenAlert(Alert alert, LocalDateTime at, @Nullable String remark) {}

    /** Those that the person has not seen yet, oldest first. */
    @Transactional(readOnly = true)
    public List<Alert> unseen(String person) {
        return jdbc.sql(TOLD.formatted("left join") + " and s.seen_at is null order by w.id")
                .params(person, person)
                .query((row, number) -> alert(row))
                .list();
    }

    /** What the person has seen in the last thirty days, the latest first. */
    @Transactional(readOnly = true)
    public List<SeenAlert> seenLately(String person) {
        return jdbc.sql(TOLD.formatted("join") + " and s.seen_at >= ? order by s.seen_at desc, w.id desc")
                .params(person, person, OffsetDateTime.now(clock).minusDays(DAYS_KEPT_IN_VIEW))
                .query((row, number) ->
                        new SeenAlert(alert(row), moment(row, "seen_at").toLocalDateTime(), row.getString("remark")))
                .list();
    }

    private Alert alert(ResultSet row) throws SQLException {
        return row.getString("finding") == null ? late(row) : ofFinding(row);
    }

    private Alert ofFinding(ResultSet row) throws SQLException {
        return new Alert(
                row.getLong("id"),
                label(row.getString("kind"), row.getString("occasion")),
                day(row),
                row.getString("finding"),
                row.getString("place") + "第" + row.getString("number") + "号问题“" + row.getString("title") + "”",
                "HEARD_BEHIND".equals(row.getString("kind"))
                        ? "集中听取结论为红（进展滞后），请研究加快整改的措施。"
                        : String.valueOf(FindingCards.returned(row.getString("returned_as"), row.getString("note"))));
    }

    private static String label(String kind, String occasion) {
        return switch (kind) {
            case "FALSIFIED" -> "弄虚作假";
            case "HEARD_BEHIND" -> "集中听取认定进展滞后";
            default -> "第" + occasion + "次退回";
        };
    }

    private Alert late(ResultSet row) throws SQLException {
        return new Alert(
                row.getLong("id"),
                Step.valueOf(row.getString("kind")).label(),
                day(row),
                null,
                row.getString("organisation") + "：" + row.getString("label"),
                "应于" + row.getString("occasion") + "前完成，到期未完成。");
    }

    private LocalDate day(ResultSet row) throws SQLException {
        return moment(row, "raised_at").toLocalDate();
    }

    private ZonedDateTime moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).atZoneSameInstant(clock.getZone());
    }

    /**
     * The person has seen it; seeing it twice changes nothing.
     *
     * @param remark what the person directs, or null
     * @throws NoSuchElementException when it was not addressed to the person
     */
    @Transactional
    public void seen(String person, long id, @Nullable String remark) {
        new Violations().optionalText(remark, "remark", "批示意见", LONGEST_REMARK).refuseAny();
        record Told(@Nullable String findingId, String roundId, String organisationId, String label) {}
        var told = jdbc.sql(
                        """
                        select w.finding_id, w.round_id, w.organisation_id, w.label from rectification.warning w
                         where w.id = ? and ? = any (w.recipients) and %s"""
                                .formatted(SHOWN))
                .params(id, person)
                .query(Told.class)
                .optional()
                .orElseThrow(NoSuchElementException::new);
        int added = jdbc.sql(
                        """
                        insert into rectification.warning_seen (warning_id, person_id, remark, seen_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(id, person, remark, OffsetDateTime.now(clock))
                .update();
        if (added == 1) {
            var after = new HashMap<String, Object>();
            after.put("warning", id);
            if (told.findingId() == null) {
                after.put("item", told.label());
                after.put("remark", remark);
                trail.organisation(person, told.roundId(), told.organisationId(), "ALERT_SEEN", after);
                return;
            }
            trail.finding(
                    person, told.roundId(), told.organisationId(), told.findingId(), "ALERT_SEEN", null, after, remark);
        }
    }
}
