package org.rectification.closure;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * How the joint review of the two reports ended.
 *
 * @param bodies who took part besides the inspection office, as {@link ReviewBody} names
 * @param reason of a return
 */
public record ReviewEntry(
        @Nullable LocalDate reviewedOn,
        @Nullable List<ReviewBody> bodies,
        @Nullable Decision decision,
        @Nullable String reason) {}
