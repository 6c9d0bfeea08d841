package org.rectification.people;

import org.springframework.lang.Nullable;

/**
 * From now on somebody acts in somebody's place, or no longer does: whoever may decide for reasons of independence may be
 * another.
 *
 * @param organisationId null for people of county bodies
 */
public record SubstitutesChanged(@Nullable String organisationId, String absent, String substitute) {}
