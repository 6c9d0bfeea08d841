package org.rectification.sample;

import java.util.Optional;
import org.rectification.accountability.Suggestion;
import org.rectification.accountability.Suggestions;
import org.rectification.accountability.Trigger;
import org.rectification.sample.Samples.Look;
import org.springframework.stereotype.Component;

/** What follows from a look that found something: nothing is reopened, a new finding or a suggestion stands beside it. */
@Component
class Consequences {

    private final Suggestions suggestions;

    Consequences(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    /** Id of the recurrence or of the suggestion; empty when the rectification holds. */
    Optional<String> of(String actor, String findingId, SampleStore.Locked item, Look look) {
        return switch (look.outcome()) {
            case HOLDS -> Optional.empty();
            case NOT_HOLDING ->
                Optional.of(suggest(actor, findingId, item, Trigger.INEFFECTIVE, "整改不到位或者反弹：" + look.remark()));
            case FALSIFIED ->
                Optional.of(suggest(actor, findingId, item, Trigger.FALSIFIED, "存在弄虚作假：" + look.remark()));
        };
    }

    private String suggest(String actor, String findingId, SampleStore.Locked item, Trigger trigger, String found) {
        return suggestions
                .raise(
                        actor,
                        new Suggestion(
                                item.key().roundId(),
                                item.key().organisationId(),
                                findingId,
                                trigger,
                                "county sample " + item.sampleId(),
                                item.words() + "已销号，经市级抽查" + found,
                                true))
                .suggestionId();
    }
}
