package org.rectification.period;

import org.springframework.lang.Nullable;

/** What the clerk writes for a progress report. */
public record ProgressReportEntry(@Nullable String content) {}
