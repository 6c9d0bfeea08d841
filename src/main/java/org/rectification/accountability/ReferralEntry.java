package org.rectification.accountability;

import java.util.List;
import org.springframework.lang.Nullable;

/**
 * The referral to the body that has the power over the cadre.
 *
 * @param facts what is referred; no clue content, no case material
 * @param basis the regulations it rests on (S49)
 */
public record ReferralEntry(@Nullable String referredTo, @Nullable String facts, @Nullable List<Basis> basis) {}
