package org.rectification.autosave;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.OffsetDateTime;

/** @param entry JSON object, as it was typed */
public record Draft(@JsonRawValue String entry, OffsetDateTime savedAt) {}
