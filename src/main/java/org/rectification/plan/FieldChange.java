package org.rectification.plan;

import org.springframework.lang.Nullable;

/**
 * One field that differs between two states of a plan line.
 *
 * @param field as in {@link PlanLineEntry}, such as {@code measures[1].text}
 * @param label what people call it
 * @param before as people read it; null: there was nothing
 * @param after null: there is nothing any more
 * @param binding a measure, the goal or a time limit: what the committee has deliberated (S18)
 */
public record FieldChange(
        String field, String label, @Nullable String before, @Nullable String after, boolean binding) {}
