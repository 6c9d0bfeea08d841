package org.rectification.engine.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.rectification.engine.ActingAs;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Marks a request as standing at one of the engine's doors. At {@code /engine-rest} it also hands the login over to the
 * engine; the web applications do that themselves, later in the chain.
 */
class EngineDoorFilter extends OncePerRequestFilter {

    private final ActingAs actingAs;
    private final boolean rest;

    private EngineDoorFilter(ActingAs actingAs, boolean rest) {
        this.actingAs = actingAs;
        this.rest = rest;
    }

    static EngineDoorFilter forRest(ActingAs actingAs) {
        return new EngineDoorFilter(actingAs, true);
    }

    static EngineDoorFilter forWebApplications() {
        return new EngineDoorFilter(null, false);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!rest) {
            pass(request, response, chain, false);
            return;
        }
        var person = SecurityContextHolder.getContext().getAuthentication().getName();
        try (var ignored = actingAs.begin(person)) {
            pass(request, response, chain, true);
        }
    }

    private static void pass(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean limited)
            throws ServletException, IOException {
        EngineDoor.enter(language(request), limited);
        try {
            chain.doFilter(request, response);
        } finally {
            EngineDoor.leave();
        }
    }

    /** Chinese unless somebody asks for English. */
    private static Locale language(HttpServletRequest request) {
        return request.getHeader("Accept-Language") != null
                        && "en".equals(request.getLocale().getLanguage())
                ? Locale.ENGLISH
                : Locale.SIMPLIFIED_CHINESE;
    }
}
