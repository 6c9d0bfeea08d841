package org.rectification.round.intake;

/** Another field that a sentence mentions; shown by its label in the reader's language. */
record FieldName(String name) {}
