package org.rectification.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rectification.deadline.DateMove;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.Deadlines;
import org.rectification.deadline.KeptDates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Limits of findings that the profile gave: they follow the calendar and the profile until a person sets another, by the
 * plan, an extension or a continuation.
 */
@Component
public class FindingDates implements KeptDates {

    private final JdbcClient jdbc;
    private final FindingStore store;
    private final FindingMoves moves;
    private final ApplicationEventPublisher events;

    FindingDates(JdbcClient jdbc, FindingStore store, FindingMoves moves, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.store = store;
        this.moves = moves;
        this.events = events;
    }

    /** Nobody typed the limits of these findings. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void markComputed(List<String> findingIds) {
        jdbc.sql("update rectification.finding set due_given = false where id = any (?)")
                .param(findingIds.toArray(String[]::new))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DateMove> follow(
            String roundId, String organisationId, Deadlines before, Deadlines after, String actor, String reason) {
        if (before.equals(after)) {
            return List.of();
        }
        var computed = jdbc.sql(
                        "select f.id from rectification.finding f where f.round_id = ? and f.organisation_id = ? and "
                                + LimitMarks.COMPUTED)
                .params(roundId, organisationId)
                .query(String.class)
                .list();
        var movable = store.lockAll(computed).stream()
                .filter(each -> !each.state().settled())
                .filter(each -> !each.dueOn().equals(day(each, after)))
                .toList();
        var told = new ArrayList<DateMove>();
        for (var finding : movable) {
            told.add(new DateMove(
                    roundId,
                    organisationId,
                    finding.facts().id(),
                    "问题" + finding.facts().number() + "整改时限",
                    finding.dueOn(),
                    day(finding, after),
                    deadline(finding, after).provisional()));
        }
        moves.applyDates(actor, movable, "LIMIT_RECOMPUTED", reason, each -> each.recompute(day(each, after)));
        jdbc.sql("update rectification.finding set immediate_due_on = due_on where id = any (?) and immediate")
                .param(movable.stream().map(each -> each.facts().id()).toArray(String[]::new))
                .update();
        events.publishEvent(new DueDaysChanged(
                movable.stream().map(each -> each.facts().id()).toList()));
        return told;
    }

    private static LocalDate day(Finding finding, Deadlines dates) {
        return deadline(finding, dates).date();
    }

    private static Deadline deadline(Finding finding, Deadlines dates) {
        return finding.facts().immediate() ? dates.immediateDue() : dates.completeBy();
    }
}
