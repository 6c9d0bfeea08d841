package org.rectification.accountability;

/** Sets the process going in which a suggestion is considered; in the current transaction. */
public interface SuggestionProcess {

    /** For a suggestion that the watch over findings raised. */
    Started raised(String suggestionId, String roundId, String organisationId);

    /** For a suggestion that a supervisor raised. */
    Started byHand(String suggestionId, String roundId, String organisationId);

    /** What runs now. */
    record Started(String processInstanceId, String processDefinitionId) {}
}
