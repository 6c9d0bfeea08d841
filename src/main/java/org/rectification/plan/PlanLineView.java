package org.rectification.plan;

import java.time.LocalDate;
import java.util.List;
import org.rectification.finding.FindingOrigin;
import org.rectification.refusal.Refusal.Violation;
import org.springframework.lang.Nullable;

/**
 * A line as a list shows it.
 *
 * @param dueOn time limit, due at 24:00 of the day in Asia/Shanghai
 * @param filledInBy name of who entered it for the drafter (代填)
 * @param bouncedBy name of who gave it back, with the reason beside it
 * @param writable whether it is for the person to write, or for somebody in whose place the person acts
 * @param open whether the plan can change now
 * @param fingerprint of what the line says now: another one, once anybody saves something else
 * @param violations what still has to be filled in
 */
public record PlanLineView(
        String findingId,
        String organisation,
        String number,
        String title,
        @Nullable String village,
        @Nullable String villageName,
        String problem,
        String opinion,
        String drafter,
        String drafterName,
        @Nullable String filledInBy,
        @Nullable String leader,
        @Nullable String leaderName,
        @Nullable String branch,
        @Nullable String person,
        @Nullable String personName,
        @Nullable String rootCause,
        @Nullable String similarCheck,
        @Nullable Integer similarChecked,
        @Nullable Integer similarFound,
        @Nullable String goal,
        @Nullable LocalDate dueOn,
        List<Measure> measures,
        @Nullable String noNowReason,
        @Nullable String noLastingReason,
        @Nullable String ownerReason,
        boolean claimed,
        @Nullable String bouncedBy,
        @Nullable String bounceReason,
        int bounces,
        boolean decided,
        @Nullable String commonId,
        boolean selfFound,
        @Nullable String generalisedFrom,
        String round,
        boolean writable,
        boolean open,
        String fingerprint,
        List<Violation> violations) {

    static PlanLineView of(PlannedLine planned) {
        var line = planned.line();
        var subject = line.subject();
        var leader = line.leader();
        var person = line.person();
        var bounce = planned.bounced();
        return new PlanLineView(
                subject.findingId(),
                planned.key().organisationId(),
                subject.number(),
                subject.title(),
                subject.villageCode(),
                subject.villageName(),
                subject.problem(),
                subject.opinion(),
                planned.drafter().id(),
                planned.drafter().name(),
                planned.filledInBy(),
                leader == null ? null : leader.id(),
                leader == null ? null : leader.name(),
                line.branch(),
                person == null ? null : person.id(),
                person == null ? null : person.name(),
                line.rootCause(),
                line.similarCheck(),
                line.similarChecked(),
                line.similarFound(),
                line.goal(),
                line.dueOn(),
                line.measures(),
                line.noNowReason(),
                line.noLastingReason(),
                line.ownerReason(),
                planned.claimed(),
                bounce == null ? null : bounce.by(),
                bounce == null ? null : bounce.reason(),
                planned.bounces(),
                planned.decided(),
                planned.commonId(),
                planned.origin() == FindingOrigin.SELF_FOUND,
                planned.generalisedFrom(),
                planned.key().roundId(),
                planned.mayEdit(),
                planned.planState().open(),
                LineFingerprint.of(planned),
                line.violations(planned.period()));
    }
}
