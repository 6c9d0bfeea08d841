package org.rectification.people;

/**
 * Somebody has taken over everything that another had: what no duty explains, such as a finding given by name, passes too,
 * in the same transaction.
 *
 * @param reason for the trail, in Chinese
 */
public record OfficeHandedOver(String actor, String organisationId, String from, String to, String reason) {}
