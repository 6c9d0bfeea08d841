package org.rectification.finding;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recurrences as rows: a list of its own, and a finding that takes over what the old one was about. */
@Repository
class RecurrenceStore {

    private static final String PREFIX = "复发：";
    private static final int LONGEST_TITLE = 40;

    private final JdbcClient jdbc;

    RecurrenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a recurrence was entered. */
    record Entered(String findingId, String subLedgerId) {}

    /** Locks the case until the transaction ends and tells whether its archiving is confirmed. */
    boolean lockCase(String roundId, String organisationId) {
        jdbc.sql(
                        "select from rectification.inspected_organisation where round_id = ? and organisation_id = ? for update")
                .params(roundId, organisationId)
                .query((row, number) -> true)
                .single();
        return jdbc.sql("select exists (select from rectification.archive where round_id = ? and organisation_id = ?)")
                .params(roundId, organisationId)
                .query(Boolean.class)
                .single();
    }

    /** Whether a recurrence of the finding is still being worked on. */
    boolean openOf(String findingId) {
        return jdbc.sql(
                        """
                        select exists (select from rectification.finding
                         where recurrence_of = ? and state not in ('STRUCK_OFF', 'LONG_TERM'))""")
                .param(findingId)
                .query(Boolean.class)
                .single();
    }

    boolean active(String person) {
        return jdbc.sql("select exists (select from rectification.person where id = ? and active)")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    /** It stands in the issued plan as far as the old one does, so that it can be struck off. */
    Entered enter(Finding old, String recurred, Owners owners, LocalDate dueOn, LocalDate today, boolean archived) {
        var facts = old.facts();
        var entered =
                new Entered(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        jdbc.sql(
                        """
                        insert into rectification.sub_ledger (id, round_id, organisation_id, village_code, part, position)
                        select ?, round_id, organisation_id, ?,
                               1 + coalesce(max(part) filter (where village_code is not distinct from ?), 0), 1 + max(position)
                          from rectification.sub_ledger where round_id = ? and organisation_id = ?
                         group by round_id, organisation_id""")
                .params(
                        entered.subLedgerId(),
                        facts.villageCode(),
                        facts.villageCode(),
                        facts.roundId(),
                        facts.organisationId())
                .update();
        jdbc.sql(
                        """
                        insert into rectification.finding (id, round_id, organisation_id, sub_ledger_id, position, number,
                            title, level, village_code, area, aspect, source, origin_date, origin_number, problem, opinion,
                            immediate, key_concern, special, addressee, topic, state, responsible_leader,
                            responsible_branch, responsible_person, due_on, original_due_on, baseline, opened_on,
                            recurrence_of, recurred_after_archiving, version)
                        select ?, round_id, organisation_id, ?, 1,
                               number || '复' || (select count(*) + 1 from rectification.finding where recurrence_of = f.id),
                               ?, level, village_code, area, aspect, source, origin_date, origin_number, ?, opinion,
                               false, key_concern, special, addressee, topic, ?, ?, ?, ?, ?, ?, baseline, ?, id, ?, 0
                          from rectification.finding f where id = ?""")
                .params(entered.findingId(), entered.subLedgerId())
                .params(title(facts.title()), recurred)
                .params((old.inBaseline() ? FindingState.IN_PROGRESS : FindingState.REGISTERED).name())
                .params(owners.leader(), owners.branch(), owners.person(), dueOn, dueOn, today, archived)
                .params(facts.id())
                .update();
        return entered;
    }

    private static String title(String old) {
        var title = old.startsWith(PREFIX) ? old : PREFIX + old;
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }
}
