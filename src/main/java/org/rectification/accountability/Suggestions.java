package org.rectification.accountability;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.rectification.accountability.SuggestionProcess.Started;
import org.rectification.trail.Trail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suggestions to hold somebody to account (整改问责建议, S47). Raising one sets going that the supervising body considers
 * it, and nothing else: whether a case comes of it is decided by people.
 */
@Service("suggestions")
public class Suggestions {

    private final SuggestionStore store;
    private final ObjectProvider<SuggestionProcess> process;
    private final Trail trail;

    Suggestions(SuggestionStore store, ObjectProvider<SuggestionProcess> process, Trail trail) {
        this.store = store;
        this.process = process;
        this.trail = trail;
    }

    /**
     * Raises a suggestion once per finding, trigger and occasion. Whoever comes second, even at the same moment, gets the
     * first one.
     */
    @Transactional
    public Raised raise(String actor, Suggestion suggestion) {
        return raise(actor, suggestion, id -> process.getObject()
                .raised(id, suggestion.roundId(), suggestion.organisationId()));
    }

    /** As {@link #raise}, in a supervisor's own name. */
    @Transactional
    Raised raiseByHand(String actor, Suggestion suggestion) {
        return raise(actor, suggestion, id -> process.getObject()
                .byHand(id, suggestion.roundId(), suggestion.organisationId()));
    }

    /** Name of the trigger, for the decision table. */
    public String trigger(String suggestionId) {
        return store.get(suggestionId).suggestion().trigger().name();
    }

    /** Whether any result had been reported, for the decision table. */
    public boolean workReported(String suggestionId) {
        return store.get(suggestionId).suggestion().workReported();
    }

    private Raised raise(String actor, Suggestion suggestion, Function<String, Started> start) {
        var id = UUID.randomUUID().toString();
        if (!store.claim(actor, id, suggestion)) {
            return store.standing(suggestion);
        }
        trace(actor, suggestion);
        var started = start.apply(id);
        store.started(id, started);
        return new Raised(id, started.processInstanceId(), started.processDefinitionId());
    }

    private void trace(String actor, Suggestion suggestion) {
        Map<String, Object> after = new HashMap<>();
        after.put("trigger", suggestion.trigger().name());
        after.put("occasion", suggestion.occasion());
        var kind = "ACCOUNTABILITY_SUGGESTED";
        Optional.ofNullable(suggestion.findingId())
                .ifPresentOrElse(
                        findingId -> trail.finding(
                                actor,
                                suggestion.roundId(),
                                suggestion.organisationId(),
                                findingId,
                                kind,
                                null,
                                after,
                                suggestion.facts()),
                        () -> trail.organisation(
                                actor, suggestion.roundId(), suggestion.organisationId(), kind, after));
    }
}
