package org.rectification.deadline;

/** A stable code and the Chinese words shown for it. */
public record CodedLabel(String code, String label) {

    public CodedLabel {
        if (code == null || code.isBlank() || label == null || label.isBlank()) {
            throw new IllegalArgumentException("Code and label are both needed: " + code + ", " + label);
        }
    }
}
