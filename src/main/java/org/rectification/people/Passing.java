package org.rectification.people;

import org.springframework.lang.Nullable;

/**
 * A duty that somebody else holds from today on.
 *
 * @param village only for the duties of a village
 * @param area only for portfolios and fields of work
 * @param from login of the former holder
 * @param to login of the new one
 */
public record Passing(
        @Nullable String organisationId,
        Role role,
        @Nullable String village,
        @Nullable String area,
        String from,
        String to) {}
