package org.rectification.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.rectification.engine.InPlaceOf;
import org.rectification.people.Absences;
import org.rectification.privacy.PersonalDataGuard;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The progress lists (S45): three working days before a report's day everybody with open findings may write a sentence for
 * each. Lists are read from the ledger, so they are no tasks of the engine and burden nobody. They close when the clerk
 * hands the report to the Secretary.
 */
@Service
public class ProgressLists {

    public static final int LONGEST_TEXT = 200;

    private final JdbcClient jdbc;
    private final ProgressListRows rows;
    private final ProgressEntries entries;
    private final Absences absences;
    private final PersonalDataGuard personalData;
    private final CaseCalendar calendar;
    private final Trail trail;

    ProgressLists(
            JdbcClient jdbc,
            ProgressListRows rows,
            ProgressEntries entries,
            Absences absences,
            PersonalDataGuard personalData,
            CaseCalendar calendar,
            Trail trail) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.entries = entries;
        this.absences = absences;
        this.personalData = personalData;
        this.calendar = calendar;
        this.trail = trail;
    }

    /** One for each case in which a report is being prepared and the person has something to say. */
    @Transactional(readOnly = true)
    public List<ProgressList> of(String personId) {
        var lists = new ArrayList<ProgressList>();
        for (var report : collecting(personId)) {
            var mine = rows.of(personId, report.key());
            if (!mine.isEmpty()) {
                lists.add(new ProgressList(
                        report.key().roundId(),
                        report.key().organisationId(),
                        report.organisation(),
                        report.number(),
                        report.dueOn(),
                        calendar.isProvisional(report.key(), report.number(), report.dueOn()),
                        mine));
            }
        }
        return lists;
    }

    /**
     * Adds a text for one finding.
     *
     * @throws NoSuchElementException when the finding stands on no list of this person
     * @throws Refusal without a text, or once the report was prepared
     */
    @Transactional
    public void enter(String actor, String findingId, @Nullable String text) {
        var owned = rows.find(actor, findingId).orElseThrow(NoSuchElementException::new);
        var report = open(owned.key()).orElseThrow(() -> Refusal.of("text", "本期报告已经起草，进展清单已关闭，请在下期填报。"));
        new Violations().requireText(text, "text", "整改进展", LONGEST_TEXT).refuseAny();
        personalData.check(
                actor, owned.key().roundId(), owned.key().organisationId(), findingId, new Entry(text.strip()));
        entries.add(owned.key(), report, findingId, text.strip(), owned.person(), actor);
        var absent = absences.actsFor(actor, owned.person()) && !actor.equals(owned.person())
                ? Optional.of(owned.person())
                : Optional.<String>empty();
        InPlaceOf.call(absent, () -> {
            trail.finding(
                    actor,
                    owned.key().roundId(),
                    owned.key().organisationId(),
                    findingId,
                    "PROGRESS_ENTERED",
                    null,
                    Map.of("progress", text.strip(), "report", report, "enteredFor", owned.person()),
                    null);
            return null;
        });
    }

    /** The report that lists feed now; preparing it waits until this transaction is over. */
    private Optional<Integer> open(CaseKey key) {
        return jdbc.sql(
                        """
                        select number from rectification.progress_report
                         where round_id = ? and organisation_id = ? and opened_at is not null and prepared_at is null
                         order by number desc limit 1 for share""")
                .params(key.roundId(), key.organisationId())
                .query(Integer.class)
                .optional();
    }

    /** After downtime several reports are open at once: people write for the last of them. */
    private List<Collecting> collecting(String personId) {
        return jdbc.sql(
                        """
                        select distinct on (r.round_id, r.organisation_id) r.round_id, r.organisation_id, c.name, r.number,
                               r.due_on
                          from rectification.progress_report r
                          join rectification.inspected_organisation c using (round_id, organisation_id)
                          join rectification.person p on p.organisation_id = r.organisation_id
                         where p.id = ? and r.opened_at is not null and r.prepared_at is null
                         order by r.round_id, r.organisation_id, r.number desc""")
                .param(personId)
                .query((row, index) -> new Collecting(
                        new CaseKey(row.getString("round_id"), row.getString("organisation_id")),
                        row.getString("name"),
                        row.getInt("number"),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private record Collecting(CaseKey key, String organisation, int number, LocalDate dueOn) {}

    private record Entry(String text) {}
}
