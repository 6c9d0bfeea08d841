package org.rectification.signoff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rectification.hearing.Hearings;
import org.rectification.people.Role;
import org.rectification.period.CaseCalendar;
import org.rectification.period.CaseLedger;
import org.rectification.period.PersonalActs;
import org.rectification.period.StoredJson;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports A and B (S44), from the first draft to the seal. Reports returned after the signature get a new edition. */
@Service
public class FinalReports {

    private final JdbcClient jdbc;
    private final CaseCalendar calendar;
    private final CaseLedger ledger;
    private final Hearings hearings;
    private final PersonalActs acts;
    private final StoredJson json;
    private final Trail trail;
    private final Clock clock;

    FinalReports(
            JdbcClient jdbc,
            CaseCalendar calendar,
            CaseLedger ledger,
            Hearings hearings,
            PersonalActs acts,
            StoredJson json,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.ledger = ledger;
        this.hearings = hearings;
        this.acts = acts;
        this.json = json;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Stores both drafts. A draft written after the committee's meeting needs the committee again.
     *
     * @throws Refusal without every section, or with a gap of the hearing unanswered
     */
    @Transactional
    public void draft(String actor, CaseKey key, FinalReportsEntry entry) {
        acts.demand(actor, Role.RECTIFICATION_OFFICE, key.organisationId());
        entry.check();
        var outcomes = entry.followUps().stream()
                .filter(row -> row.outcome() != null)
                .collect(Collectors.toMap(
                        FinalReportsEntry.Outcome::position,
                        FinalReportsEntry.Outcome::outcome,
                        (one, other) -> other));
        hearings.settleFollowUps(key, outcomes);
        var edition = editionToDraft(key);
        store(actor, key, edition, "A", json.write(entry.a()));
        store(actor, key, edition, "B", json.write(entry.b()));
        record(actor, key, "FINAL_REPORTS_DRAFTED", Map.of("edition", edition));
    }

    /** The clerk records the committee's meeting on the current edition. */
    @Transactional
    public void deliberate(String actor, CaseKey key, DeliberationEntry entry) {
        acts.demand(actor, Role.RECTIFICATION_OFFICE, key.organisationId());
        entry.check(calendar.feedbackOn(key), calendar.today());
        jdbc.sql(
                        """
                        update rectification.final_report
                           set deliberated_on = ?, minutes_number = ?, deliberated_by = ?
                         where round_id = ? and organisation_id = ? and edition = ?""")
                .params(entry.heldOn(), entry.minutesNumber(), actor, key.roundId(), key.organisationId(), edition(key))
                .update();
        record(
                actor,
                key,
                "FINAL_REPORTS_DELIBERATED",
                Map.of("heldOn", entry.heldOn().toString(), "minutes", entry.minutesNumber()));
    }

    /** The latest edition; 0 before the first draft. */
    public int edition(CaseKey key) {
        return jdbc.sql(
                        """
                        select coalesce(max(edition), 0) from rectification.final_report
                         where round_id = ? and organisation_id = ?""")
                .params(key.roundId(), key.organisationId())
                .query(Integer.class)
                .single();
    }

    /** Sections of the given edition by kind, A and B; empty before the first draft. */
    public Map<String, Map<String, String>> sections(CaseKey key, int edition) {
        var reports = new TreeMap<String, Map<String, String>>();
        rows(key, edition).forEach(row -> reports.put(row.kind(), sections(row)));
        return reports;
    }

    /** What would be signed for now: the reports of this edition as stored, and the ledger as it stands. */
    public SignedContent content(CaseKey key, int edition) {
        var rows = rows(key, edition);
        if (rows.size() != 2) {
            throw Refusal.of("两份整改报告尚未起草齐全。");
        }
        return new SignedContent(
                key.roundId(),
                key.organisationId(),
                edition,
                sections(key, edition),
                rows.get(0).deliberatedOn(),
                rows.get(0).minutesNumber(),
                ledger.figures(key),
                ledger.everythingUnfinished(key),
                ledger.digest(key));
    }

    /** After this no report of the edition can be changed any more; sealing twice changes nothing. */
    void seal(CaseKey key, int edition) {
        jdbc.sql(
                        """
                        update rectification.final_report set sealed_at = ?
                         where round_id = ? and organisation_id = ? and edition = ? and sealed_at is null""")
                .params(OffsetDateTime.now(clock), key.roundId(), key.organisationId(), edition)
                .update();
    }

    private int editionToDraft(CaseKey key) {
        var signed = jdbc.sql(
                        """
                        select coalesce(max(edition), 0) from rectification.signature
                         where round_id = ? and organisation_id = ?""")
                .params(key.roundId(), key.organisationId())
                .query(Integer.class)
                .single();
        return signed + 1;
    }

    private void store(String actor, CaseKey key, int edition, String kind, String sections) {
        jdbc.sql(
                        """
                        insert into rectification.final_report
                            (round_id, organisation_id, edition, kind, sections, drafted_by, drafted_at)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?)
                        on conflict (round_id, organisation_id, edition, kind) do update
                           set sections = excluded.sections, drafted_by = excluded.drafted_by,
                               drafted_at = excluded.drafted_at,
                               deliberated_on = null, minutes_number = null, deliberated_by = null""")
                .params(key.roundId(), key.organisationId(), edition, kind, sections, actor, OffsetDateTime.now(clock))
                .update();
    }

    private void record(String actor, CaseKey key, String kind, Map<String, Object> content) {
        trail.organisation(actor, key.roundId(), key.organisationId(), kind, content);
    }

    private List<Row> rows(CaseKey key, int edition) {
        return jdbc.sql(
                        """
                        select kind, sections::text as sections, deliberated_on, minutes_number
                          from rectification.final_report
                         where round_id = ? and organisation_id = ? and edition = ? order by kind""")
                .params(key.roundId(), key.organisationId(), edition)
                .query(Row.class)
                .list();
    }

    @SuppressWarnings("unchecked") // our own sections: key to text
    private Map<String, String> sections(Row row) {
        return new TreeMap<>((Map<String, String>) json.read(row.sections(), Map.class));
    }

    private record Row(String kind, String sections, LocalDate deliberatedOn, String minutesNumber) {}
}
