package org.rectification.round.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** The language of a client: Chinese unless it asks for English first. */
final class ReaderLanguage {

    private ReaderLanguage() {}

    static Locale of(HttpServletRequest request) {
        // Without the header the container would answer with the language of the machine.
        if (request.getHeader("Accept-Language") == null) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        return Collections.list(request.getLocales()).stream()
                .filter(each ->
                        each.getLanguage().equals("zh") || each.getLanguage().equals("en"))
                .findFirst()
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }
}
