package org.rectification.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.people.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For which findings somebody may ask for what no task asks for: one statement per list. Whether it is granted is told by the act itself. */
@Service
public class FindingActs {

    /** Rows of a list at most; more are found by searching. */
    public static final int LONGEST = 200;

    private static final String LEADING = "f.responsible_person in (:askers) or f.responsible_leader in (:askers)";

    private final JdbcClient jdbc;
    private final Visibility visibility;
    private final Duties duties;
    private final ExtensionLimits limits;
    private final Clock clock;

    FindingActs(JdbcClient jdbc, Visibility visibility, Duties duties, ExtensionLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.visibility = visibility;
        this.duties = duties;
        this.limits = limits;
        this.clock = clock;
    }

    /** What may be asked for, in the order of the tabs. */
    public enum Act {
        EXTENSION("申请延期", "f.state not in ('STRUCK_OFF', 'LONG_TERM')"),
        MEASURE(
                "报告长久立措施",
                """
                f.state in ('LONG_TERM', 'CONTINUED') and exists (select from rectification.plan_measure m
                    where m.finding_id = f.id and m.horizon = 'LASTING' and not exists (
                        select from rectification.measure_report r where r.finding_id = f.id and r.withdrawn_at is null
                           and (r.measure_id = m.id or r.measure_id is null and r.horizon = m.horizon
                                and btrim(r.text) = btrim(m.text))))"""),
        WITHDRAWAL(
                "撤回措施报告",
                """
                f.state in ('REGISTERED', 'PLANNED', 'IN_PROGRESS', 'CONTINUED', 'LONG_TERM')
                   and exists (select from rectification.measure_report r
                        where r.finding_id = f.id and r.withdrawn_at is null
                          and (f.state <> 'LONG_TERM' or r.reported_at > (select max(e.at) from rectification.event e
                                where e.finding_id = f.id and e.kind in ('LONG_TERM', 'LONG_TERM_REVIEWED'))))"""),
        RELEASE(
                "取消配合责任人",
                """
                f.state in ('REGISTERED', 'PLANNED', 'IN_PROGRESS', 'CONTINUED')
                   and exists (select from rectification.co_owner w
                        where w.finding_id = f.id and w.confirmed_at is null and w.released_at is null)"""),
        RECURRENCE("登记复发", "f.state = 'STRUCK_OFF'"),
        CORRECTION("勘误", "not f.baseline and c.plan_issued_at is null");

        private final String label;
        private final String condition;

        Act(String label, String condition) {
            this.label = label;
            this.condition = condition;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A finding in such a list.
     *
     * @param roundId with {@code organisationId}, the case to which its files belong
     * @param extensions granted so far
     * @param pendingUntil day asked for that waits for a decision
     * @param refused what the approver said when the last request was refused
     * @param recurrences numbers of what recurred, joined by 、
     * @param recurrenceOf number of the finding that this one recurs
     * @param latest latest day that an extension could reach today
     * @param nextReviewOn of what is on the long-term list
     * @param verifiedAt when somebody last looked at what is on the long-term list: what was reported before that stands
     */
    public record Row(
            String id,
            String roundId,
            String organisationId,
            String organisation,
            @Nullable String village,
            String number,
            String title,
            String problem,
            String opinion,
            String state,
            LocalDate dueOn,
            LocalDate originalDueOn,
            int extensions,
            @Nullable LocalDate pendingUntil,
            @Nullable String refused,
            @Nullable LocalDate struckOffOn,
            @Nullable String recurrences,
            @Nullable String recurrenceOf,
            LocalDate latest,
            @Nullable LocalDate nextReviewOn,
            @Nullable OffsetDateTime verifiedAt) {}

    /** The acts that this person may ask for at all. */
    public List<Act> of(String actor) {
        return Stream.of(Act.values()).filter(act -> may(actor, act)).toList();
    }

    private boolean may(String actor, Act act) {
        var roles = duties.exercised(actor);
        return switch (act) {
            case EXTENSION, MEASURE, WITHDRAWAL, RELEASE ->
                roles.stream().anyMatch(role -> !role.supervises() && role != Role.TOWNSHIP_DISCIPLINE);
            case RECURRENCE ->
                Stream.of(Role.INSPECTION_OFFICE, Role.DISCIPLINE_SUPERVISION, Role.TOWNSHIP_DISCIPLINE)
                        .anyMatch(roles::contains);
            case CORRECTION -> roles.contains(Role.INSPECTION_OFFICE);
        };
    }

    /**
     * Findings for which the person may ask.
     *
     * @param search part of number, title or problem; null for all
     */
    @Transactional(readOnly = true)
    public List<Row> rows(String actor, Act act, @Nullable String search) {
        // The address of a request may hold what no text of the database can.
        if (!may(actor, act) || search != null && search.indexOf('\0') >= 0) {
            return List.of();
        }
        var seen = visibility.findings(actor);
        var params = new HashMap<String, Object>(seen.params());
        params.put("search", search == null || search.isBlank() ? "" : search.strip());
        params.put("askers", duties.everybodyIn(actor));
        params.put("today", LocalDate.now(clock));
        return jdbc.sql(
                        """
                        select f.*, c.name as organisation_name, c.complete_by, v.name as village_name, o.number as old_number,
                               w.new_due_on as pending_until, d.remark as refused, l.looked_at,
                               (select string_agg(x.number, '、' order by x.number) from rectification.finding x
                                 where x.recurrence_of = f.id) as recurrences
                          from rectification.finding f
                          join rectification.inspected_organisation c using (round_id, organisation_id)
                          join rectification.sub_ledger s on s.id = f.sub_ledger_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                          left join rectification.finding o on o.id = f.recurrence_of
                          left join lateral (select max(e.at) as looked_at from rectification.event e
                               where f.state = 'LONG_TERM' and e.finding_id = f.id
                                 and e.kind in ('LONG_TERM', 'LONG_TERM_REVIEWED')) l on true
                          left join rectification.extension w on w.finding_id = f.id and w.decided_at is null
                          left join lateral (select e.approved, e.remark from rectification.extension e
                               where e.finding_id = f.id order by e.number desc limit 1) d on d.approved is false
                         where (%s) and (%s) and %s
                           and (:search = '' or strpos(f.title, :search) > 0 or strpos(f.problem, :search) > 0
                                or f.number = :search)
                         order by f.round_id, c.position, s.position, f.position limit :longest"""
                                .formatted(seen.sql(), act.condition, own(act)))
                .params(params)
                .param("longest", LONGEST)
                .query((row, number) -> new Row(
                        row.getString("id"),
                        row.getString("round_id"),
                        row.getString("organisation_id"),
                        row.getString("organisation_name"),
                        row.getString("village_name"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("problem"),
                        row.getString("opinion"),
                        FindingState.valueOf(row.getString("state")).label(),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("original_due_on", LocalDate.class),
                        row.getInt("extensions"),
                        row.getObject("pending_until", LocalDate.class),
                        row.getString("refused"),
                        day(row.getObject("struck_off_at", OffsetDateTime.class)),
                        row.getString("recurrences"),
                        row.getString("old_number"),
                        latest(
                                row.getObject("due_on", LocalDate.class),
                                row.getObject("continued_until", LocalDate.class) == null
                                        ? row.getObject("complete_by", LocalDate.class)
                                        : null),
                        row.getObject("next_review_on", LocalDate.class),
                        row.getObject("looked_at", OffsetDateTime.class)))
                .list();
    }

    /** Whose findings these are to ask for; the act itself asks again, and says no in words. */
    private static String own(Act act) {
        return switch (act) {
            case EXTENSION -> "(" + LEADING + " or " + holder("'RECTIFICATION_OFFICE'") + ")";
            case RELEASE -> "(" + LEADING + " or " + holder("'RECTIFICATION_OFFICE', 'PARTY_SECRETARY'") + ")";
            case MEASURE, WITHDRAWAL ->
                "(f.responsible_person in (:askers) or " + holder("'RECTIFICATION_OFFICE'") + " or "
                        + holder("'VILLAGE_CONTACT'") + ")";
            case RECURRENCE, CORRECTION -> "true";
        };
    }

    /** One of the askers holds such a duty in the finding's organisation today; a village's own only for that village. */
    private static String holder(String roles) {
        return """
                exists (select from rectification.duty d where d.person_id in (:askers) and d.role in (%s)
                    and d.organisation_id = f.organisation_id and d.since <= :today and (d.until is null or d.until >= :today)
                    and (d.village_code is null or d.village_code = f.village_code))"""
                .formatted(roles);
    }

    private LocalDate latest(LocalDate dueOn, @Nullable LocalDate completeBy) {
        var furthest = dueOn.plusDays(limits.longestDays());
        return completeBy == null || furthest.isBefore(completeBy) ? furthest : completeBy;
    }

    @Nullable private static LocalDate day(@Nullable OffsetDateTime at) {
        return at == null
                ? null
                : at.atZoneSameInstant(org.rectification.deadline.ShanghaiTime.ZONE)
                        .toLocalDate();
    }
}
