package org.rectification.autosave.web;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.rectification.autosave.Draft;
import org.rectification.autosave.Drafts;
import org.rectification.autosave.Subject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/drafts/task/{id}} and {@code /api/drafts/plan-line/{finding}}: one's own draft and nobody else's. */
@RestController
@RequestMapping(path = "/api/drafts/{subject}/{id}")
class DraftController {

    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    /** 200 with entry and time, 204 without a draft, 404 for whoever may not work on it. Never kept by a browser. */
    @GetMapping
    ResponseEntity<Draft> find(@PathVariable String subject, @PathVariable String id, Principal person) {
        return drafts.find(person.getName(), at(subject), id)
                .map(draft ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(draft))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** Keeps what the person is typing, for that person alone, until it is handed in; it survives a new login. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Kept keep(@PathVariable String subject, @PathVariable String id, @RequestBody String entry, Principal person) {
        return new Kept(drafts.keep(person.getName(), at(subject), id, entry));
    }

    /** Forgets what the person had typed. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String subject, @PathVariable String id, Principal person) {
        drafts.discard(person.getName(), at(subject), id);
    }

    private static Subject at(String path) {
        return Arrays.stream(Subject.values())
                .filter(subject -> subject.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(path));
    }

    @ExceptionHandler(NoSuchElementException.class)
    ProblemDetail notYours() {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "此事项不存在、已办结或不由您办理。");
    }

    record Kept(OffsetDateTime savedAt) {}
}
