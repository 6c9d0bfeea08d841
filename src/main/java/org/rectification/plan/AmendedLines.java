package org.rectification.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rectification.finding.FindingState;
import org.rectification.finding.Findings;
import org.rectification.finding.Owners;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.stereotype.Component;

/**
 * The lines that an amendment touches: whether they may become what it says, and making them so. Every rule of drafting holds
 * here too; what is struck off stays as it was struck off.
 */
@Component
class AmendedLines {

    private final PlanLineStore store;
    private final Findings findings;
    private final Trail trail;

    AmendedLines(PlanLineStore store, Findings findings, Trail trail) {
        this.store = store;
        this.findings = findings;
        this.trail = trail;
    }

    /** One line before and after. */
    record Amended(PlannedLine before, PlannedLine after) {

        String finding() {
            return before.line().subject().findingId();
        }

        boolean ownersChange() {
            return !Objects.equals(owners(before), owners(after));
        }

        boolean limitChanges() {
            return !Objects.equals(before.line().dueOn(), after.line().dueOn());
        }

        private static Owners owners(PlannedLine planned) {
            var line = planned.line();
            return new Owners(
                    line.leader() == null ? null : line.leader().id(),
                    line.branch(),
                    line.person() == null ? null : line.person().id());
        }
    }

    /**
     * The touched lines, held until the transaction ends.
     *
     * @param found gets everything that is wrong with them
     */
    List<Amended> read(String actor, CaseKey key, List<LineAmendment> changes, List<Violation> found) {
        if (changes.isEmpty()) {
            found.add(new Violation("changes", "请至少调整一个问题的方案内容。"));
        }
        var amended = new ArrayList<Amended>();
        var seen = new HashSet<String>();
        for (var i = 0; i < changes.size(); i++) {
            var at = "changes[" + i + "].";
            var change = changes.get(i);
            var line = change.finding() == null ? null : read(actor, key, change);
            if (line == null) {
                found.add(new Violation(at + "finding", "请选择方案中的问题。"));
            } else if (!seen.add(line.finding())) {
                found.add(new Violation(at + "finding", label(line) + "重复填写，请合并为一条。"));
            } else {
                check(line, at, found);
                amended.add(line);
            }
        }
        return amended;
    }

    private Amended read(String actor, CaseKey key, LineAmendment change) {
        var before = store.find(change.finding(), actor).orElse(null);
        if (before == null || !before.key().equals(key)) {
            return null;
        }
        var proposed = store.lock(
                        change.finding(),
                        actor,
                        LineAmendment.given(change.leader()),
                        LineAmendment.given(change.person()))
                .orElseThrow();
        return new Amended(before, proposed.with(PlanLines.merge(proposed.line(), change.over(before.line()))));
    }

    /** Adds everything for which the line cannot become what the amendment says. */
    void check(Amended amended, String at, List<Violation> found) {
        var finding = findings.get(amended.finding());
        if (finding.state() == FindingState.STRUCK_OFF) {
            found.add(new Violation(at + "finding", label(amended) + "已销号，不能再调整方案。"));
            return;
        }
        if (differences(List.of(amended)).isEmpty()) {
            found.add(new Violation(at + "finding", label(amended) + "没有任何变化。"));
        }
        if (amended.ownersChange() && finding.state().settled()) {
            found.add(new Violation(
                    at + "person", label(amended) + "目前为“" + finding.state().label() + "”，不能调整责任人。"));
        }
        amended.after().line().violations(amended.after().period()).stream()
                .map(violation -> new Violation(at + violation.field(), label(amended) + "：" + violation.message()))
                .forEach(found::add);
        if (finding.inBaseline()
                && amended.limitChanges()
                && amended.after().line().dueOn() != null) {
            try {
                findings.demandAmendable(
                        amended.finding(), amended.after().line().dueOn());
            } catch (Refusal refusal) {
                found.add(new Violation(at + "dueOn", label(amended) + "：" + refusal.getMessage()));
            }
        }
    }

    List<LineDifference> differences(List<Amended> amended) {
        var before = new LinkedHashMap<String, LineContent>();
        var after = new LinkedHashMap<String, LineContent>();
        amended.forEach(each -> {
            before.put(each.finding(), LineContent.of(each.before()));
            after.put(each.finding(), LineContent.of(each.after()));
        });
        return LineDifference.between(before, after);
    }

    /** Makes the lines what the amendment says; owners and running limits of the findings follow. */
    void apply(String actor, List<Amended> amended, String reason) {
        var limits = new LinkedHashMap<String, LocalDate>();
        for (var each : amended) {
            var key = each.before().key();
            var line = each.after().line();
            store.amend(each.finding(), line);
            trail.finding(
                    actor,
                    key.roundId(),
                    key.organisationId(),
                    each.finding(),
                    "PLAN_LINE_AMENDED",
                    Map.of("line", LineContent.of(each.before())),
                    Map.of("line", LineContent.of(each.after())),
                    reason);
            if (each.ownersChange()) {
                findings.assign(actor, each.finding(), Amended.owners(each.after()), reason);
            }
            if (!findings.get(each.finding()).inBaseline()) {
                // Added after the plan was issued (S27): the amendment is what brings it into the plan.
                findings.standInPlan(actor, each.finding(), line.dueOn(), reason);
            } else if (each.limitChanges()) {
                limits.put(each.finding(), line.dueOn());
            }
        }
        if (!limits.isEmpty()) {
            findings.amendLimits(actor, limits, reason);
        }
    }

    static String label(Amended amended) {
        return amended.before().line().subject().label();
    }
}
