package org.rectification.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.NoSuchElementException;
import org.rectification.ledger.TrailExport;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The event trail, to be taken away and checked elsewhere; and what the application itself finds when it checks it. */
@RestController
class TrailController {

    private final TrailExport trail;

    TrailController(TrailExport trail) {
        this.trail = trail;
    }

    /** 404 for a selection that is not the reader's: a township names its round and itself. */
    @GetMapping("/api/trail.jsonl")
    void export(
            @RequestParam @Nullable String round,
            @RequestParam @Nullable String organisation,
            Principal person,
            HttpServletResponse response)
            throws IOException {
        trail.demandReadable(person.getName(), blankIsAny(round), blankIsAny(organisation));
        response.setContentType("application/jsonl;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trail.jsonl\"");
        trail.write(person.getName(), blankIsAny(round), blankIsAny(organisation), response.getOutputStream());
    }

    /** Whether the trail of a case is unbroken, link by link. */
    @GetMapping("/api/trail/verification")
    TrailExport.Verification verification(
            @RequestParam @Nullable String round, @RequestParam @Nullable String organisation, Principal person) {
        return trail.verify(person.getName(), blankIsAny(round), blankIsAny(organisation));
    }

    private static @Nullable String blankIsAny(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter;
    }

    @ExceptionHandler(NoSuchElementException.class)
    ResponseEntity<ProblemDetail> notYours() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "没有可供您查阅的留痕，请核对轮次和党组织。"));
    }
}
