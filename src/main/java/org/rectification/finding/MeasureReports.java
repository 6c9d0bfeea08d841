package org.rectification.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rectification.engine.InPlaceOf;
import org.rectification.finding.ReportedResult.Horizon;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Measures reported done one by one, while work goes on (S25, S26). The result of a finding is handed in when the measures
 * for now are done; lasting ones may go on.
 */
@Service
public class MeasureReports {

    private static final int LONGEST_REPORT = 4_000;

    private final JdbcClient jdbc;
    private final FindingStore store;
    private final FindingEvidence evidence;
    private final Claims claims;
    private final Doers doers;
    private final Trail trail;
    private final Clock clock;

    MeasureReports(
            JdbcClient jdbc,
            FindingStore store,
            FindingEvidence evidence,
            Claims claims,
            Doers doers,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.evidence = evidence;
        this.claims = claims;
        this.doers = doers;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One measure that is done.
     *
     * @param report what was done, beyond what the measure says
     * @param filledInFor who did it when the actor only enters it (代填)
     */
    public record Entry(MeasureEntry measure, @Nullable String report, Proofs proofs, @Nullable String filledInFor) {}

    /**
     * Reports one measure while the work on the finding goes on.
     *
     * @throws Refusal without evidence, for somebody who does not answer for the finding, or while a result is being reviewed
     *     or verified
     */
    @Transactional
    public void report(String actor, String findingId, Entry entry) {
        var finding = store.lock(findingId);
        var today = LocalDate.now(clock);
        if (!finding.state().atWork() && finding.state() != FindingState.LONG_TERM) {
            throw finding.illegal("报告措施");
        }
        var doing = doers.of(actor, finding, entry.filledInFor());
        var violations = new Violations();
        MeasureEntry.check(List.of(entry.measure()), violations, today);
        violations.optionalText(entry.report(), "report", "完成情况", LONGEST_REPORT);
        entry.proofs().check(violations, today);
        violations
                .require(entry.proofs().prove(), "evidence", "请上传佐证材料；涉密材料不得上传，只登记文号。")
                .refuseAny();
        InPlaceOf.run(doing.capacity(), () -> {
            var id = insert(actor, finding, doing.doer(), entry.measure(), entry.report(), planned(findingId), 0);
            evidence.give(actor, finding.facts(), id, entry.proofs());
            claims.enter(actor, finding, id, entry.proofs().claims());
        });
    }

    /**
     * A report that was wrong: it stays readable and counts no more. On the long-term list only what was reported since
     * somebody last looked is taken back; what was verified stands.
     *
     * @throws Refusal without a reason, for somebody who does not answer for the finding, or once the report is being
     *     reviewed or was verified
     */
    @Transactional
    public void withdraw(String actor, String findingId, String reportId, @Nullable String reason) {
        var finding = store.lock(findingId);
        if (finding.state() == FindingState.LONG_TERM && verified(findingId, reportId)) {
            throw Refusal.of("这条措施已经核验（复查），不能撤回。");
        }
        if (!finding.state().atWork() && finding.state() != FindingState.LONG_TERM) {
            throw finding.illegal("撤回措施");
        }
        Finding.demandReason(reason);
        var capacity = doers.capacity(actor, finding);
        var withdrawn = jdbc.sql(
                        """
                        update rectification.measure_report set withdrawn_at = ?, withdrawn_by = ?, withdrawal_reason = ?
                         where id = ? and finding_id = ? and withdrawn_at is null""")
                .params(OffsetDateTime.now(clock), actor, reason, reportId, findingId)
                .update();
        if (withdrawn != 1) {
            throw Refusal.of("这条措施没有报告过，或已撤回。");
        }
        InPlaceOf.run(
                capacity,
                () -> tell(actor, finding.facts(), "MEASURE_WITHDRAWN", Map.of("report_id", reportId), reason));
    }

    /** Whether it was reported before the finding was entered into the long-term list, or before its last review there. */
    private boolean verified(String findingId, String reportId) {
        return jdbc.sql(
                        """
                        select r.reported_at <= (select max(e.at) from rectification.event e where e.finding_id = r.finding_id
                                                    and e.kind in ('LONG_TERM', 'LONG_TERM_REVIEWED'))
                          from rectification.measure_report r where r.finding_id = ? and r.id = ?""")
                .params(findingId, reportId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The measures that a result brings along; those reported before are not reported again. */
    @Transactional(propagation = Propagation.MANDATORY)
    void reportAll(String actor, Finding finding, String doer, List<MeasureEntry> entries) {
        var planned = planned(finding.facts().id());
        var before =
                of(finding.facts().id()).stream().filter(MeasureReport::stands).toList();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var known = find(planned, entry).filter(PlannedMeasure::done).isPresent()
                    || !entry.namesPlanned() && before.stream().anyMatch(report -> same(report, entry));
            if (!known) {
                insert(actor, finding, doer, entry, null, planned, i);
            }
        }
    }

    private static boolean same(MeasureReport report, MeasureEntry entry) {
        return report.horizon() == entry.kind()
                && report.text().strip().equals(entry.text().strip());
    }

    private static Optional<PlannedMeasure> find(List<PlannedMeasure> planned, MeasureEntry entry) {
        return planned.stream().filter(measure -> measure.is(entry)).findFirst();
    }

    private String insert(
            String actor,
            Finding finding,
            String doer,
            MeasureEntry entry,
            @Nullable String report,
            List<PlannedMeasure> planned,
            int index) {
        var measure = find(planned, entry);
        if (entry.namesPlanned() && measure.isEmpty()) {
            throw Refusal.of("measures[" + index + "].measureId", "整改方案中没有这条措施，请刷新后重新填写。");
        }
        if (measure.isPresent() && measure.get().done()) {
            throw Refusal.of("measures[" + index + "].measureId", "这条措施已报告完成，不必重复报告。");
        }
        var id = UUID.randomUUID().toString();
        var horizon = measure.map(PlannedMeasure::horizon).orElse(entry.kind());
        var text = measure.map(PlannedMeasure::text).orElse(entry.text());
        // What the plan calls accountability only stays that, whatever is ticked later (S15).
        var onlyAccountability = measure.map(PlannedMeasure::accountabilityOnly).orElse(false)
                || Boolean.TRUE.equals(entry.accountabilityOnly());
        var doneOn = entry.doneOn() == null ? LocalDate.now(clock) : entry.doneOn();
        jdbc.sql(
                        """
                        insert into rectification.measure_report (id, finding_id, measure_id, horizon, text,
                            accountability_only, done_on, report, done_by, filled_in_by, reported_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        finding.facts().id(),
                        measure.map(PlannedMeasure::id).orElse(null),
                        horizon.name(),
                        text)
                .params(onlyAccountability, doneOn, report, doer, doer.equals(actor) ? null : actor)
                .param(OffsetDateTime.now(clock))
                .update();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("report_id", id);
        facts.put("measure", text);
        facts.put("horizon", horizon.name());
        facts.put("accountability_only", onlyAccountability);
        facts.put("done_on", doneOn.toString());
        facts.put("report", report);
        facts.put("done_by", doer);
        tell(actor, finding.facts(), "MEASURE_REPORTED", facts, null);
        return id;
    }

    private void tell(
            String actor, FindingFacts finding, String kind, Map<String, Object> after, @Nullable String reason) {
        trail.finding(actor, finding.roundId(), finding.organisationId(), finding.id(), kind, null, after, reason);
    }

    /** Everything that was reported, in that order; one statement. Asks nobody who may see it. */
    public List<MeasureReport> of(String findingId) {
        return jdbc.sql(
                        """
                        select r.*, coalesce(d.name, r.done_by) as doer, coalesce(i.name, r.filled_in_by) as entered
                          from rectification.measure_report r left join rectification.person d on d.id = r.done_by
                          left join rectification.person i on i.id = r.filled_in_by
                         where r.finding_id = ? order by r.reported_at, r.done_on, r.id""")
                .param(findingId)
                .query((row, number) -> report(row))
                .list();
    }

    private MeasureReport report(ResultSet row) throws SQLException {
        return new MeasureReport(
                row.getString("id"),
                row.getString("measure_id"),
                Horizon.valueOf(row.getString("horizon")),
                row.getString("text"),
                row.getBoolean("accountability_only"),
                row.getObject("done_on", LocalDate.class),
                row.getString("report"),
                row.getString("doer"),
                row.getString("entered"),
                at(row, "reported_at"),
                at(row, "withdrawn_at"),
                row.getString("withdrawal_reason"));
    }

    @Nullable private OffsetDateTime at(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(clock.getZone()).toOffsetDateTime();
    }

    /**
     * The measures of the finding's plan line, drafted or issued. They are the plan's rows: a finding needs their words and
     * whether they are done, nothing else. What was reported before there was a plan is known by its words.
     */
    public List<PlannedMeasure> planned(String findingId) {
        return jdbc.sql(
                        """
                        select m.id, m.horizon, m.text, m.accountability_only,
                               exists (select from rectification.measure_report r where r.finding_id = m.finding_id
                                       and r.withdrawn_at is null and (r.measure_id = m.id or r.measure_id is null
                                            and r.horizon = m.horizon and btrim(r.text) = btrim(m.text))) as done
                          from rectification.plan_measure m where m.finding_id = ? order by m.position""")
                .param(findingId)
                .query((row, number) -> new PlannedMeasure(
                        row.getString("id"),
                        Horizon.valueOf(row.getString("horizon")),
                        row.getString("text"),
                        row.getBoolean("accountability_only"),
                        row.getBoolean("done")))
                .list();
    }

    /** @throws Refusal naming the measures for now that the plan promises and nobody has reported */
    void demandDoneForNow(String findingId) {
        open(findingId, measure -> measure.horizon() == Horizon.NOW).ifPresent(open -> {
            throw Refusal.of("measures", "方案中的当下改措施尚未全部报告完成：" + open + "。");
        });
    }

    /**
     * Nothing is struck off as done while a lasting measure that the plan promises is not: it can go on the long-term list (S26).
     *
     * @throws Refusal naming the lasting measures that nobody has reported, and the way that is left
     */
    void demandDoneForGood(String findingId) {
        open(findingId, measure -> measure.horizon() == Horizon.LASTING).ifPresent(open -> {
            throw Refusal.of(
                    "verdict", "方案中的长久立措施尚未报告完成：" + open + "，不能认定为“已完成”。当下改措施已经到位的，请选择“长期坚持”并填写下次复查日期；其他情况请退回整改。");
        });
    }

    /**
     * Nor does a finding leave the long-term list while a lasting measure of its plan is open.
     *
     * @throws Refusal naming the lasting measures that nobody has reported, and the way that is left
     */
    void demandReportedByReview(String findingId) {
        open(findingId, measure -> measure.horizon() == Horizon.LASTING).ifPresent(open -> {
            throw Refusal.of("conclusion", "方案中的长久立措施尚未报告完成：" + open + "，不能销号。请由责任人员报告完成后再复查，或选择“继续坚持”并填写下次复查日期。");
        });
    }

    /** What the plan promises and nobody has reported, in words; empty when all is done. */
    Optional<String> open(String findingId) {
        return open(findingId, measure -> true);
    }

    private Optional<String> open(String findingId, Predicate<PlannedMeasure> which) {
        var open = planned(findingId).stream()
                .filter(measure -> !measure.done() && which.test(measure))
                .map(measure -> "“" + measure.text() + "”")
                .collect(Collectors.joining("、"));
        return Optional.of(open).filter(words -> !words.isEmpty());
    }

    /** What stands as done, for the result. */
    List<ReportedResult.Measure> done(String findingId) {
        return of(findingId).stream()
                .filter(MeasureReport::stands)
                .map(MeasureReport::measure)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
