package org.rectification.accountability;

import org.rectification.finding.Finding;
import org.rectification.finding.FindingState;
import org.rectification.finding.Findings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns what happened to a finding into a suggestion. */
@Service
public class FindingTriggers {

    private final Findings findings;
    private final Suggestions suggestions;

    FindingTriggers(Findings findings, Suggestions suggestions) {
        this.findings = findings;
        this.suggestions = suggestions;
    }

    /**
     * Raises a suggestion about the finding as it stands: once per due day that passed, or once per return.
     *
     * @throws IllegalArgumentException for a trigger that only a supervisor can notice
     */
    @Transactional
    public Raised suggest(String actor, String findingId, Trigger trigger) {
        var finding = findings.get(findingId);
        var facts = finding.facts();
        return suggestions.raise(
                actor,
                new Suggestion(
                        facts.roundId(),
                        facts.organisationId(),
                        findingId,
                        trigger,
                        occasion(finding, trigger),
                        "问题" + facts.number() + "“" + facts.title() + "”" + happened(finding, trigger),
                        workReported(finding)));
    }

    private static String occasion(Finding finding, Trigger trigger) {
        return trigger == Trigger.OVERDUE ? "due " + finding.dueOn() : "return " + finding.returns();
    }

    private static String happened(Finding finding, Trigger trigger) {
        return switch (trigger) {
            case OVERDUE ->
                "完成时限为" + finding.dueOn() + "，到期未完成，目前为“" + finding.state().label() + "”。";
            case RETURNED_REPEATEDLY -> "已被退回" + finding.returns() + "次，整改仍不到位。";
            case FALSIFIED -> "经核验存在弄虚作假，已退回整改。";
            case INEFFECTIVE, PERFUNCTORY, HEARD_BEHIND ->
                throw new IllegalArgumentException(trigger + " is noticed by supervisors only");
        };
    }

    /** A result in review or verification was reported, and so was one that came back. */
    private static boolean workReported(Finding finding) {
        return finding.returns() > 0
                || finding.state() == FindingState.LEADER_REVIEW
                || finding.state() == FindingState.VERIFICATION;
    }
}
