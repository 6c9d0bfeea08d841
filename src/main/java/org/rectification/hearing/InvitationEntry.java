package org.rectification.hearing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * The township's invitation to the joint hearing (S35).
 *
 * @param plannedOn day of the hearing
 * @param addressees names of {@link HearingBody}
 */
public record InvitationEntry(
        @Nullable LocalDate plannedOn, @Nullable String place, @Nullable List<String> addressees) {}
