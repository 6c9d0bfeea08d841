package org.rectification.accountability;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/** What came of a referral: number and date of the decision, and its forms. */
public record OutcomeEntry(
        @Nullable String documentNumber, @Nullable LocalDate decidedOn, @Nullable List<AccountabilityForm> forms) {}
