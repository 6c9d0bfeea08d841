package org.rectification.round.intake;

/** Pointers (RFC 6901) into what a client sent; whatever the client named its fields, they can be written as UTF-8. */
final class Pointers {

    private static final int LONGEST_NAME = 100;

    private Pointers() {}

    static String child(String parent, String name) {
        var shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return parent + "/" + printable(shown).replace("~", "~0").replace("/", "~1");
    }

    static String child(String parent, int index) {
        return parent + "/" + index;
    }

    /** Half a surrogate pair cannot be encoded: an answer that repeated it would fail. */
    static String printable(String text) {
        var result = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c <= Character.MAX_VALUE && Character.isSurrogate((char) c) ? 0xFFFD : c)
                .forEach(result::appendCodePoint);
        return result.toString();
    }
}
