package org.rectification.meeting.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rectification.meeting.StudyEntry;
import org.rectification.meeting.StudyMeetings;
import org.rectification.round.CaseKey;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 学习部署: the register of study and deployment meetings (S29). */
@RestController
@RequestMapping("/api/study-meetings")
class StudyController {

    private final StudyMeetings register;

    StudyController(StudyMeetings register) {
        this.register = register;
    }

    /** The register of study and deployment meetings of every case that the person sees. */
    @GetMapping
    List<StudyMeetings.OfCase> cases(Principal person) {
        return register.of(person.getName());
    }

    /** Adds a meeting to the register; for the clerk. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> record(
            @RequestParam String round,
            @RequestParam String organisation,
            @RequestBody StudyEntry entry,
            Principal person) {
        var key = new CaseKey(round, organisation);
        if (register.of(person.getName()).stream()
                .noneMatch(each ->
                        each.roundId().equals(round) && each.organisationId().equals(organisation))) {
            throw new NoSuchElementException();
        }
        return Map.of("id", register.record(person.getName(), key, entry));
    }

    /** Adds what is right beside what was wrong, with a reason. */
    @PostMapping("/{id}/correction")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> correct(@PathVariable String id, @RequestBody StudyEntry entry, Principal person) {
        return Map.of("id", register.correct(person.getName(), id, entry));
    }

    @ExceptionHandler(NoSuchElementException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, Object> nothingHere() {
        return Map.of("message", "没有这份登记，或不由您办理。");
    }
}
