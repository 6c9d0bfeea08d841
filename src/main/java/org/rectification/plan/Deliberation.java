package org.rectification.plan;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * The committee's meeting that deliberated the plan (S18).
 *
 * @param meetingOn day of the meeting
 * @param minutesNumber number of its minutes
 */
public record Deliberation(@Nullable LocalDate meetingOn, @Nullable String minutesNumber) {}
