package org.rectification.plan;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/** Under which number and on which day the plan is issued. */
public record Issue(@Nullable String documentNumber, @Nullable LocalDate issuedOn) {}
