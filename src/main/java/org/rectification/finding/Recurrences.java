package org.rectification.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rectification.engine.InPlaceOf;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A struck-off finding is never reopened (S23): what comes back is a linked new finding with facts and a date of its own,
 * owned by those who answered for the old one, in a list and a process of its own that hold nothing open.
 */
@Service("recurrences")
public class Recurrences {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 4_000;

    private final JdbcClient jdbc;
    private final AddedFindings added;
    private final FindingStore findings;
    private final FindingMoves moves;
    private final Duties duties;
    private final Clock clock;

    Recurrences(
            JdbcClient jdbc,
            AddedFindings added,
            FindingStore findings,
            FindingMoves moves,
            Duties duties,
            Clock clock) {
        this.jdbc = jdbc;
        this.added = added;
        this.findings = findings;
        this.moves = moves;
        this.duties = duties;
        this.clock = clock;
    }

    /** Whether the person supervises the organisation: inspection office, discipline supervision, its own commission. */
    public boolean mayOpen(String actor, String organisationId) {
        return capacity(actor, organisationId).isPresent();
    }

    private Optional<String> capacity(String actor, String organisationId) {
        return duties.capacity(
                actor,
                person -> Stream.of(Role.INSPECTION_OFFICE, Role.DISCIPLINE_SUPERVISION)
                                .anyMatch(body -> duties.holds(person, body))
                        || duties.holds(person, Role.TOWNSHIP_DISCIPLINE, organisationId));
    }

    /**
     * Opens a new finding about what came back.
     *
     * @param recurred what was found, 15–4,000 characters
     * @param dueOn its time limit, after today and within a year
     * @return id of the new finding
     * @throws Refusal for anybody who does not supervise, unless the old finding is struck off, or while an earlier
     *     recurrence of it is still being worked on
     */
    @Transactional
    public String open(String actor, String findingId, @Nullable String recurred, @Nullable LocalDate dueOn) {
        var facts = findings.get(findingId).facts();
        // Whatever is decided over all findings of a case is decided under this lock, and takes it first.
        added.lockCase(facts.roundId(), facts.organisationId());
        var old = findings.lock(findingId);
        var capacity =
                capacity(actor, facts.organisationId()).orElseThrow(() -> Refusal.of("复发问题只能由巡察办、纪检监察室或者镇纪委登记。"));
        old.demandRecurrable();
        demandOpenable(old, recurred, dueOn);
        return InPlaceOf.call(Optional.of(capacity), () -> enter(actor, old, recurred, dueOn));
    }

    /** The one that a review of the long-term list asked for; opened once. */
    @Transactional(propagation = Propagation.MANDATORY)
    void openFor(LongTermReview review) {
        var facts = findings.get(review.findingId()).facts();
        added.lockCase(facts.roundId(), facts.organisationId());
        var old = findings.lock(review.findingId());
        if (!openOf(review.findingId())) {
            enter(review.reviewedBy(), old, review.reason(), review.newDueOn());
        }
    }

    void demandOpenable(Finding old, @Nullable String recurred, @Nullable LocalDate dueOn) {
        var today = LocalDate.now(clock);
        var length = recurred == null ? 0 : recurred.strip().length();
        new Violations()
                .optionalText(recurred, "reason", "复发（反弹）的事实", LONGEST)
                .require(length >= SHORTEST, "reason", "请写明复发（反弹）的事实，不少于" + SHORTEST + "字。")
                .require(
                        dueOn != null && dueOn.isAfter(today) && !dueOn.isAfter(today.plusYears(1)),
                        "newDueOn",
                        "请填写新问题的整改时限，晚于今天且不超过一年。")
                .refuseAny();
        if (openOf(old.facts().id())) {
            throw Refusal.of("这个问题已登记复发，复发的问题尚未办结，不能重复登记。");
        }
    }

    private String enter(String actor, Finding old, String recurred, LocalDate dueOn) {
        var facts = old.facts();
        var entered = added.add(
                actor,
                new AddedFinding(
                        FindingOrigin.RECURRENCE,
                        facts.id(),
                        facts.villageCode(),
                        facts.title(),
                        recurred.strip(),
                        facts.opinion(),
                        dueOn));
        moves.note(
                actor,
                old,
                "RECURRED",
                null,
                Map.of("recurrence", entered.findingId(), "number", entered.number()),
                recurred.strip());
        return entered.findingId();
    }

    /** Whether a recurrence of the finding is still being worked on. */
    private boolean openOf(String findingId) {
        return jdbc.sql(
                        """
                        select exists (select from rectification.finding
                         where recurrence_of = ? and state not in ('STRUCK_OFF', 'LONG_TERM'))""")
                .param(findingId)
                .query(Boolean.class)
                .single();
    }
}
