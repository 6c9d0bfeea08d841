package org.rectification.plan;

import org.springframework.lang.Nullable;

/** How the plan answers one opinion of the feedback (S18). */
public record OpinionAnswer(String number, @Nullable String answer) {}
