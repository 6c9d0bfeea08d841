package org.rectification.period;

import org.springframework.lang.Nullable;

/** A recipient's acknowledgement of a progress report. */
public record ReceiptEntry(@Nullable Boolean received, @Nullable String remark) {}
