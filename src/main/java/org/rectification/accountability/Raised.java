package org.rectification.accountability;

/**
 * A suggestion that stands, raised now or earlier.
 *
 * @param processInstanceId of the process that considers it
 */
public record Raised(String suggestionId, String processInstanceId, String processDefinitionId) {}
