package org.rectification.hearing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What the clerk writes to invite the three bodies.
 *
 * @param addressees names of {@link HearingBody}
 * @param reason why the day is not the one expected so far; null when it is
 */
public record InvitationEntry(
        @Nullable LocalDate plannedOn,
        @Nullable String place,
        @Nullable List<String> addressees,
        @Nullable String reason) {}
