package org.rectification.supervision;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * A notice as it is typed into the start form, where nothing can be chosen from a list.
 *
 * @param organisation name or code
 * @param village name or code; left out: to the township's party committee
 * @param findingNumbers numbers of the township's own findings, or of the village's, parted by a comma or 、
 */
public record TypedNotice(
        @Nullable String roundNumber,
        @Nullable String batch,
        @Nullable String organisation,
        @Nullable String village,
        @Nullable String findingNumbers,
        @Nullable String title,
        @Nullable String demand,
        @Nullable LocalDate replyDueOn,
        @Nullable String documentNumber) {}
