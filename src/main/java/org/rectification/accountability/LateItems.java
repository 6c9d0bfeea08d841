package org.rectification.accountability;

import org.rectification.deadline.WarningLadder.Step;
import org.rectification.warning.WarningRaised;
import org.rectification.warning.WatchedItem;
import org.rectification.warning.WatchedItem.Kind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The last rung of the ladder suggests accountability (S47), in the transaction that raises it. Nothing starts a case by
 * itself: the supervising body considers the suggestion.
 */
@Component
class LateItems {

    private static final String SYSTEM = "system";

    private final FindingTriggers findings;
    private final Suggestions suggestions;

    LateItems(FindingTriggers findings, Suggestions suggestions) {
        this.findings = findings;
        this.suggestions = suggestions;
    }

    @EventListener
    void on(WarningRaised warning) {
        if (!Step.ACCOUNTABILITY.name().equals(warning.kind())) {
            return;
        }
        var item = warning.item();
        if (item.kind() == Kind.FINDING) {
            findings.suggest(SYSTEM, item.id(), Trigger.OVERDUE);
        } else {
            suggestions.raise(SYSTEM, about(item));
        }
    }

    private static Suggestion about(WatchedItem item) {
        return new Suggestion(
                item.roundId(),
                item.organisationId(),
                null,
                Trigger.OVERDUE,
                item.kind().name() + " " + item.id() + " due " + item.due(),
                item.label() + "应于" + item.due() + "前完成，到期未完成。",
                false);
    }
}
