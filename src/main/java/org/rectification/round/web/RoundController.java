package org.rectification.round.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.rectification.round.RoundAnswers;
import org.rectification.round.RoundOverview;
import org.rectification.round.RoundRegistration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Starting a round and looking at it (api.md). */
@RestController
@RequestMapping("/api/inspection-rounds")
class RoundController {

    private static final byte[] NOTHING = {};

    private final RoundRegistration registration;
    private final RoundAnswers answers;
    private final RoundOverview overview;

    RoundController(RoundRegistration registration, RoundAnswers answers, RoundOverview overview) {
        this.registration = registration;
        this.answers = answers;
        this.overview = overview;
    }

    /** 201 for a new round, 200 for the same again, 400 with every mistake, 409 for other content under the same name. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> start(
            @RequestBody(required = false) byte[] body, Principal person, HttpServletRequest request) {
        var result = registration.register(body == null ? NOTHING : body, person.getName());
        var answer = answers.of(result, ReaderLanguage.of(request));
        var response = ResponseEntity.status(answer.status());
        answer.round().ifPresent(round -> response.location(URI.create("/api/inspection-rounds/" + round.roundId())));
        var type = answer.round().isPresent() ? MediaType.APPLICATION_JSON_VALUE : RoundAnswers.PROBLEM;
        return response.contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .body(answer.json().getBytes(StandardCharsets.UTF_8));
    }

    /** 404 when there is no such round, or nothing of it that this person may see. */
    @GetMapping("/{id}")
    ResponseEntity<RoundOverview.Round> get(@PathVariable String id, Principal person) {
        return ResponseEntity.of(overview.of(id, person.getName()));
    }
}
