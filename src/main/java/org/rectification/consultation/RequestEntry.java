package org.rectification.consultation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What an organisation asks for.
 *
 * @param findings ids; one or several of one case
 * @param preferredOn the day that would suit; optional
 */
public record RequestEntry(
        @Nullable ConsultedBody body,
        @Nullable List<String> findings,
        @Nullable String question,
        @Nullable LocalDate preferredOn) {

    public RequestEntry {
        findings = findings == null ? List.of() : findings.stream().distinct().toList();
    }
}
