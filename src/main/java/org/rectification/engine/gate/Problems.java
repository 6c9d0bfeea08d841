package org.rectification.engine.gate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;

/** Writes what a filter has to say as {@code application/problem+json} (RFC 9457). */
final class Problems {

    private Problems() {}

    /** @param detail a fixed Chinese sentence of ours, never anything that a client sent */
    static void write(HttpServletResponse response, int status, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"message\":\"%s\"}"
                        .formatted(HttpStatus.valueOf(status).getReasonPhrase(), status, detail, detail));
    }
}
