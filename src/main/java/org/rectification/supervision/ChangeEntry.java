package org.rectification.supervision;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/** Another day, a level up, or withdrawn: why, and the new reply date where there is one. */
public record ChangeEntry(@Nullable String reason, @Nullable LocalDate newDueOn) {}
