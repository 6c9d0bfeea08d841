package org.rectification.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Unfinished at its date: a reason and a new day are proposed, and decided one level above (S31). */
@Service("continuations")
public class Continuations {

    private final JdbcClient jdbc;
    private final FindingStore store;
    private final FindingMoves moves;
    private final FindingOwners owners;
    private final Duties duties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Continuations(
            JdbcClient jdbc,
            FindingStore store,
            FindingMoves moves,
            FindingOwners owners,
            Duties duties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.moves = moves;
        this.owners = owners;
        this.duties = duties;
        this.events = events;
        this.clock = clock;
    }

    /** What is proposed and not decided yet. */
    public record Proposal(int number, String reason, LocalDate newDueOn, String proposedBy) {}

    /** @throws Refusal without a reason, or for a day that is not after today and the present due day */
    @Transactional
    public void propose(String actor, String findingId, @Nullable String reason, @Nullable LocalDate newDueOn) {
        var finding = store.lock(findingId);
        Finding.demandReason(reason);
        if (newDueOn == null) {
            throw Refusal.of("newDueOn", "请填写新的完成时限。");
        }
        // Tried on a copy that is never saved, so that the clerk hears now what the approver would be refused later.
        store.get(findingId).continueUntil(newDueOn, LocalDate.now(clock));
        jdbc.sql(
                        """
                        insert into rectification.continuation
                            (finding_id, number, reason, new_due_on, proposed_by, proposed_at)
                        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?
                          from rectification.continuation where finding_id = ?""")
                .params(
                        finding.facts().id(),
                        reason,
                        newDueOn,
                        actor,
                        OffsetDateTime.now(clock),
                        finding.facts().id())
                .update();
        moves.note(actor, finding, "CONTINUATION_PROPOSED", null, Map.of("asked_for", newDueOn.toString()), reason);
    }

    /** @throws Refusal for the proposer, or for anybody but the level above */
    @Transactional
    public void decide(String actor, String findingId, boolean approved, @Nullable String remark) {
        var finding = store.lock(findingId);
        var proposal = pending(findingId);
        demandLevelAbove(actor, finding, proposal);
        if (!approved) {
            Finding.demandReason(remark);
        }
        jdbc.sql(
                        """
                        update rectification.continuation set approved = ?, decided_by = ?, decided_at = ?, remark = ?
                         where finding_id = ? and number = ?""")
                .params(approved, actor, OffsetDateTime.now(clock), remark, findingId, proposal.number())
                .update();
        if (approved) {
            moves.apply(
                    actor,
                    finding,
                    "CONTINUED",
                    proposal.reason(),
                    it -> it.continueUntil(proposal.newDueOn(), LocalDate.now(clock)));
            events.publishEvent(new DueDaysChanged(List.of(findingId)));
        } else {
            moves.note(
                    actor,
                    finding,
                    "CONTINUATION_REFUSED",
                    null,
                    Map.of("asked_for", proposal.newDueOn().toString()),
                    remark);
        }
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when nothing is proposed */
    public Proposal pending(String findingId) {
        return jdbc.sql(
                        """
                        select number, reason, new_due_on, proposed_by from rectification.continuation
                         where finding_id = ? and decided_at is null""")
                .param(findingId)
                .query((row, number) -> new Proposal(
                        row.getInt("number"),
                        row.getString("reason"),
                        row.getObject("new_due_on", LocalDate.class),
                        row.getString("proposed_by")))
                .single();
    }

    /** Whether the last proposal was approved. */
    public boolean approved(String findingId) {
        return jdbc.sql(
                        """
                        select coalesce(approved, false) from rectification.continuation
                         where finding_id = ? order by number desc limit 1""")
                .param(findingId)
                .query(Boolean.class)
                .single();
    }

    private void demandLevelAbove(String actor, Finding finding, Proposal proposal) {
        var person = owners.continuationApprover(finding, proposal.proposedBy());
        var allowed = person.map(approver -> duties.actsFor(actor, approver))
                .orElseGet(() -> duties.exercises(actor, Role.INSPECTION_OFFICE));
        if (!allowed || duties.actsFor(actor, proposal.proposedBy())) {
            throw Refusal.of("延长整改应由上一级审批，您不是这次的审批人。");
        }
    }
}
