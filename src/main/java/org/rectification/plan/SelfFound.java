package org.rectification.plan;

import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.rectification.engine.InPlaceOf;
import org.rectification.finding.AddedFinding;
import org.rectification.finding.AddedFindings;
import org.rectification.finding.FindingAdded;
import org.rectification.finding.FindingOrigin;
import org.rectification.people.Duties;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.context.event.EventListener;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Self-found items (举一反三): whoever drafts a line, or the clerk, adds what the check for similar problems brought up (S27). */
@Service
public class SelfFound {

    private final PlanStore plans;
    private final PlanLineStore lines;
    private final PlanLines planLines;
    private final AddedFindings added;
    private final Duties duties;

    SelfFound(PlanStore plans, PlanLineStore lines, PlanLines planLines, AddedFindings added, Duties duties) {
        this.plans = plans;
        this.lines = lines;
        this.planLines = planLines;
        this.added = added;
        this.duties = duties;
    }

    /**
     * What was found.
     *
     * @param village code of the village where it is; null: of the township
     * @param dueOn null: the limit of the line it was generalised from
     */
    public record Entry(
            @Nullable String village,
            @Nullable String title,
            @Nullable String problem,
            @Nullable String opinion,
            @Nullable LocalDate dueOn) {}

    /**
     * Adds a self-found finding; its line is drafted like every other one.
     *
     * @param findingId from which it was generalised
     * @throws NoSuchElementException for whoever does not draft that line and is not the clerk
     * @throws Refusal naming each wrong field, or while committee and reviewers look at the plan
     */
    @Transactional
    public AddedFindings.Entered add(String personId, String findingId, Entry entry) {
        var capacity = planLines.inWhosePlace(personId, findingId).orElse(personId);
        var from = lines.find(findingId, capacity)
                .filter(PlannedLine::mayEdit)
                .orElseThrow(() -> new NoSuchElementException("no such line for this person"));
        if (!from.planState().open() && from.planState() != PlanState.ISSUED) {
            throw Refusal.of("整改方案" + from.planState().label() + "，自查问题请待方案印发或退回修改后增加。");
        }
        if (!from.actor().ofVillageOnly()
                || entry.village() != null && from.actor().worksFor(entry.village())) {
            var dueOn = entry.dueOn() == null ? from.line().dueOn() : entry.dueOn();
            return InPlaceOf.call(
                    Optional.of(capacity),
                    () -> added.add(
                            personId,
                            new AddedFinding(
                                    FindingOrigin.SELF_FOUND,
                                    findingId,
                                    entry.village(),
                                    entry.title(),
                                    entry.problem(),
                                    entry.opinion(),
                                    dueOn)));
        }
        throw Refusal.of("village", "请选择本村；其他村和镇本级的同类问题请告知整改办增加。");
    }

    /** Its line in the plan, in the same transaction. A recurrence stands on the plan in which it stood before. */
    @EventListener
    void drafted(FindingAdded event) {
        if (event.origin() == FindingOrigin.SELF_FOUND) {
            var key = new CaseKey(event.roundId(), event.organisationId());
            plans.openLine(
                    event.findingId(), duties.clerk(key.organisationId()), duties.secretary(key.organisationId()));
        }
    }
}
