package org.rectification.round.intake;

/** Which characters a text may have. The database refuses U+0000, and text that hides or reorders text misleads people. */
enum Characters {
    ONE_LINE("characters.line"),
    PROSE("characters.prose");

    private final String rule;

    Characters(String rule) {
        this.rule = rule;
    }

    String rule() {
        return rule;
    }

    boolean allow(String text) {
        return text.codePoints().allMatch(this::allow);
    }

    /** Whether a person would see anything at all. */
    static boolean visible(String text) {
        return text.codePoints()
                .anyMatch(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT);
    }

    private boolean allow(int c) {
        if (this == PROSE && (c == '\n' || c == '\t')) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.UNASSIGNED -> (c & 0xFFFE) != 0xFFFE && !(c >= 0xFDD0 && c <= 0xFDEF);
            case Character.FORMAT -> !reorders(c);
            default -> true;
        };
    }

    private static boolean reorders(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0xFEFF;
    }
}
