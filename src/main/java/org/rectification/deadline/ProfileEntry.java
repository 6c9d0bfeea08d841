package org.rectification.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.springframework.lang.Nullable;

/**
 * An own profile as an administrator fills it in: what differs from the profile it was copied from.
 *
 * @param base id of the profile that it was copied from
 * @param name Chinese name; the name of an own profile makes its next version
 * @param decidedBy who decided the values
 * @param values by name of the parameter: the value as data, and why it is so
 */
public record ProfileEntry(
        @Nullable String base, @Nullable String name, @Nullable String decidedBy, @Nullable Map<String, Own> values) {

    /** One own value. */
    public record Own(@Nullable JsonNode value, @Nullable String why) {}
}
