package org.rectification.people;

/**
 * Somebody with a login.
 *
 * @param office what the person is, such as 副镇长
 * @param organisationId null for the county's supervisors and administrators
 * @param active false once the person has left: never deleted, since the trail keeps naming them
 */
public record Person(String id, String name, String office, String organisationId, boolean active) {}
