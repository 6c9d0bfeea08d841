package org.rectification.period;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The half-month reports of an organisation (S45). A late one never holds up the next. */
@Service("progressReports")
public class ProgressReports {

    /** Before a report's day: when lists of progress open and the clerk gets the task. A local default. */
    public static final int WORKING_DAYS_TO_FILL_IN = 3;

    static final int LONGEST_REPORT = 20_000;
    private static final int LONGEST_REASON = 1_000;

    private static final String PREPARED = "PROGRESS_REPORT_PREPARED";

    private final JdbcClient jdbc;
    private final CaseCalendar calendar;
    private final CaseLedger ledger;
    private final HearingDayFigures hearingDay;
    private final ProgressReportRows rows;
    private final PersonalActs acts;
    private final OtherHands otherHands;
    private final StoredJson json;
    private final Trail trail;
    private final Clock clock;

    ProgressReports(
            JdbcClient jdbc,
            CaseCalendar calendar,
            CaseLedger ledger,
            HearingDayFigures hearingDay,
            ProgressReportRows rows,
            PersonalActs acts,
            OtherHands otherHands,
            StoredJson json,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.ledger = ledger;
        this.hearingDay = hearingDay;
        this.rows = rows;
        this.acts = acts;
        this.otherHands = otherHands;
        this.json = json;
        this.trail = trail;
        this.clock = clock;
    }

    /** Writes down which reports are owed and when; doing it twice changes nothing. */
    @Transactional
    public void schedule(CaseKey key) {
        var reports = calendar.deadlines(key).progressReports();
        for (var report : ReportSchedule.of(reports, calendar.recordedOn(key))) {
            jdbc.sql(
                            """
                            insert into rectification.progress_report
                                (round_id, organisation_id, number, due_on, standing) values (?, ?, ?, ?, ?)
                            on conflict do nothing""")
                    .params(
                            key.roundId(),
                            key.organisationId(),
                            report.number(),
                            report.dueOn(),
                            report.standing().name())
                    .update();
        }
    }

    /** Asked by the model: is there a report that is owed and not opened yet? */
    public boolean hasMore(String roundId, String organisationId) {
        return next(new CaseKey(roundId, organisationId)).isPresent();
    }

    /** The earliest report that is owed and not opened yet. After downtime this is each missed one in turn. */
    public Optional<ProgressReport> next(CaseKey key) {
        return rows.list(key, "and standing = 'DUE' and opened_at is null").stream()
                .findFirst();
    }

    /** Opens the earliest report owed and answers its number. */
    @Transactional
    public int openNext(CaseKey key) {
        var report = next(key).orElseThrow(() -> new IllegalStateException("no progress report is owed by " + key));
        rows.update(key, report.number(), "opened_at = ?", OffsetDateTime.now(clock));
        return report.number();
    }

    /**
     * The report of this number.
     *
     * @throws IllegalArgumentException when the organisation owes none
     */
    public ProgressReport get(CaseKey key, int number) {
        return rows.find(key, number)
                .orElseThrow(() -> new IllegalArgumentException("no progress report " + number + " of " + key));
    }

    /** Whether the day of the report may still change (暂定). */
    public boolean isProvisional(CaseKey key, ProgressReport report) {
        return report.approvedAt() == null && calendar.isProvisional(key, report.number(), report.dueOn());
    }

    /** The figures of the report before this one; those of an empty ledger before the first. */
    public LedgerFigures figuresBefore(CaseKey key, int number) {
        return before(key, number).map(ProgressReport::figures).orElse(LedgerFigures.NONE);
    }

    /** The last report before this one that was prepared; sent or not. */
    public Optional<ProgressReport> before(CaseKey key, int number) {
        return rows.before(key, number);
    }

    /**
     * The ledger that the report is to tell of: as it is now, and for the report of the hearing's day as the hearing looked
     * at it.
     */
    public LedgerMoment ledgerFor(CaseKey key, int number) {
        var shared = hearingDay.sharedBy(key, number) ? hearingDay.find(key) : Optional.<LedgerMoment>empty();
        return shared.orElseGet(() -> new LedgerMoment(ledger.figures(key), clock.instant()));
    }

    /**
     * The clerk hands the report to the Secretary; with it go the ledger's figures and whether it repeats the last one.
     *
     * @throws Refusal when the text is missing or too long, or the report is not the clerk's to prepare now
     */
    @Transactional
    public void prepare(String actor, CaseKey key, int number, ProgressReportEntry entry) {
        acts.demand(actor, Role.RECTIFICATION_OFFICE, key.organisationId());
        var report = get(key, number);
        report.demandPreparable();
        new Violations()
                .requireText(entry.content(), "content", "整改进展情况", LONGEST_REPORT)
                .refuseAny();
        var told = hearingDay.sharedBy(key, number) ? hearingDay.take(key) : ledgerFor(key, number);
        var similarity = before(key, number)
                .flatMap(earlier -> ReportSimilarity.between(earlier, entry.content()))
                .orElse(null);
        rows.update(
                key,
                number,
                """
                content = ?, figures = ?::jsonb, figures_at = ?, prepared_by = ?, prepared_at = ?, return_reason = null,
                similar_to = ?, similar_percent = ?""",
                entry.content(),
                json.write(told.figures()),
                told.takenAt().atOffset(ZoneOffset.UTC),
                actor,
                OffsetDateTime.now(clock),
                similarity == null ? null : similarity.to(),
                similarity == null ? null : similarity.percent());
        var kept = new HashMap<String, Object>(Map.of("figures", told.figures()));
        if (similarity != null) {
            kept.put("similarTo", similarity);
        }
        record(actor, key, number, PREPARED, kept);
    }

    /**
     * The Secretary approves, which sends the report, or returns it with a reason.
     *
     * @return whether it was approved
     * @throws Refusal by anybody else, and for a substitute of the Secretary who had a hand in preparing it
     */
    @Transactional
    public boolean decide(String actor, CaseKey key, int number, ApprovalEntry entry) {
        acts.demand(actor, Role.PARTY_SECRETARY, key.organisationId());
        get(key, number).demandDecidable();
        var approved = ApprovalEntry.APPROVE.equals(entry.decision());
        new Violations()
                .require(approved || ApprovalEntry.RETURN.equals(entry.decision()), "decision", "请选择同意报送或退回。")
                .refuseAny();
        if (approved) {
            otherHands.demand(actor, Role.PARTY_SECRETARY, key, PREPARED, "number", number);
            rows.update(key, number, "approved_by = ?, approved_at = ?", actor, OffsetDateTime.now(clock));
            record(actor, key, number, "PROGRESS_REPORT_APPROVED", Map.of());
        } else {
            new Violations()
                    .requireText(entry.reason(), "reason", "退回理由", LONGEST_REASON)
                    .refuseAny();
            rows.update(key, number, "return_reason = ?, returns = returns + 1", entry.reason());
            record(actor, key, number, "PROGRESS_REPORT_RETURNED", Map.of("reason", entry.reason()));
        }
        return approved;
    }

    /** The final reports are signed: reports whose day has not come are no longer owed. */
    @Transactional
    public void endReporting(CaseKey key) {
        jdbc.sql(
                        """
                        update rectification.progress_report set standing = 'REPLACED'
                         where round_id = ? and organisation_id = ? and standing = 'DUE' and opened_at is null""")
                .params(key.roundId(), key.organisationId())
                .update();
    }

    /** All that make work of their own, in the order of their days. */
    public List<ProgressReport> all(CaseKey key) {
        return rows.list(key, "and standing = 'DUE'");
    }

    /** Reports that are owed and were not sent, whether or not their day is over. */
    public List<ProgressReport> unsent(CaseKey key) {
        return rows.list(key, "and standing = 'DUE' and approved_at is null");
    }

    /** Those of the {@link #unsent} whose day is over. */
    public List<ProgressReport> missing(CaseKey key) {
        return unsent(key).stream()
                .filter(report -> report.dueOn().isBefore(calendar.today()))
                .toList();
    }

    private void record(String actor, CaseKey key, int number, String kind, Map<String, Object> content) {
        var after = new HashMap<String, Object>(content);
        after.put("number", number);
        trail.organisation(actor, key.roundId(), key.organisationId(), kind, after);
    }
}
