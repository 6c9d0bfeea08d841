package org.rectification.schedule.web;

import java.security.Principal;
import java.util.List;
import org.rectification.schedule.RuleClock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** 期限依据 of a round. */
@RestController
class RuleClockController {

    private final RuleClock clock;

    RuleClockController(RuleClock clock) {
        this.clock = clock;
    }

    /** 404 when there is no such round, or nothing of it that this person may see. */
    @GetMapping("/api/inspection-rounds/{id}/rules")
    List<RuleClock.Case> rules(@PathVariable String id, Principal person) {
        var cases = clock.of(id, person.getName());
        if (cases.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return cases;
    }
}
