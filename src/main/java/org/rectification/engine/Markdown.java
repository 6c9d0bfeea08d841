package org.rectification.engine;

import org.springframework.lang.Nullable;

/** Texts of forms are Markdown; what people typed is text in them, not markup. */
public final class Markdown {

    private Markdown() {}

    /** Nothing for nothing. */
    public static String plain(@Nullable String text) {
        return text == null ? "" : text.replaceAll("([\\\\`*_{}\\[\\]<>#|!])", "\\\\$1");
    }
}
