package org.rectification.meeting;

import org.springframework.lang.Nullable;

/**
 * Why a member of the township's team writes no comparison text.
 *
 * @param member login
 */
public record ExcuseEntry(@Nullable String member, @Nullable String reason) {}
