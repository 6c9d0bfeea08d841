package org.rectification.round;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rectification.round.intake.Problem;
import org.rectification.round.intake.RoundMessages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Puts what became of a start into an HTTP answer, the same at both doors (api.md, "Starting a round"). */
@Component
public class RoundAnswers {

    /** Content type of every answer that is no success (RFC 9457). */
    public static final String PROBLEM = "application/problem+json";

    private final ObjectMapper json;

    RoundAnswers(ObjectMapper json) {
        this.json = json;
    }

    public Answer of(Registration result, Locale locale) {
        var words = RoundMessages.in(locale);
        if (result instanceof Registration.Registered registered) {
            return success(201, registered.round(), words);
        }
        if (result instanceof Registration.AlreadyRegistered already) {
            return success(200, already.round(), words);
        }
        if (result instanceof Registration.Rejected rejected) {
            var problems = rejected.problems();
            return problem(400, words.text("rejected", problems.size()), errors(problems, words));
        }
        var pointers = List.of(Map.of("pointer", "/roundNumber", "message", words.text("conflict")));
        return problem(409, words.text("conflict"), pointers);
    }

    /** Body for somebody who is not of the inspection office. */
    public String forbidden(Locale locale) {
        return problem(403, RoundMessages.in(locale).text("forbidden"), List.of())
                .json();
    }

    /** Pointer and sentence of each problem. */
    public static List<Map<String, String>> errors(List<Problem> problems, RoundMessages words) {
        return problems.stream()
                .map(problem -> Map.of("pointer", problem.pointer(), "message", words.sentence(problem)))
                .toList();
    }

    private Answer success(int status, Registration.Round round, RoundMessages words) {
        var body = new LinkedHashMap<String, Object>();
        body.put("roundId", round.roundId());
        body.put("processInstanceId", round.processInstanceId());
        body.put("roundNumber", round.roundNumber());
        body.put("batch", round.batch());
        body.put("organisations", round.organisations());
        body.put("findings", round.findings());
        body.put("warnings", errors(round.warnings(), words));
        return new Answer(status, text(body), Optional.of(round));
    }

    private Answer problem(int status, String sentence, List<Map<String, String>> errors) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", HttpStatus.valueOf(status).getReasonPhrase());
        body.put("status", status);
        body.put("detail", sentence);
        // Tasklist shows this member and renders it as HTML: only fixed sentences, nothing that a client sent.
        body.put("message", sentence);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return new Answer(status, text(body), Optional.empty());
    }

    private String text(Map<String, Object> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is plain data", e);
        }
    }

    /** @param round present after a success */
    public record Answer(int status, String json, Optional<Registration.Round> round) {}
}
