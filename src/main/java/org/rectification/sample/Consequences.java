package org.rectification.sample;

import java.util.Optional;
import org.rectification.accountability.Suggestion;
import org.rectification.accountability.Suggestions;
import org.rectification.accountability.Trigger;
import org.rectification.finding.Recurrences;
import org.rectification.sample.Samples.Look;
import org.springframework.stereotype.Component;

/** What follows from a look that found something: nothing is reopened, a new finding or a suggestion stands beside it. */
@Component
class Consequences {

    private final Recurrences recurrences;
    private final Suggestions suggestions;

    Consequences(Recurrences recurrences, Suggestions suggestions) {
        this.recurrences = recurrences;
        this.suggestions = suggestions;
    }

    /** Id of the recurrence or of the suggestion; empty when the rectification holds. */
    Optional<String> of(String actor, String findingId, SampleStore.Locked item, Look look) {
        return switch (look.outcome()) {
            case HOLDS -> Optional.empty();
            case NOT_HOLDING -> Optional.of(recurrences.open(actor, findingId, look.remark(), look.dueOn()));
            case FALSIFIED ->
                Optional.of(suggestions
                        .raise(
                                actor,
                                new Suggestion(
                                        item.key().roundId(),
                                        item.key().organisationId(),
                                        findingId,
                                        Trigger.FALSIFIED,
                                        "county sample " + item.sampleId(),
                                        item.words() + "已销号，经市级抽查存在弄虚作假：" + look.remark(),
                                        true))
                        .suggestionId());
        };
    }
}
