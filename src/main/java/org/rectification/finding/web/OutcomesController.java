package org.rectification.finding.web;

import java.security.Principal;
import java.util.List;
import org.rectification.finding.Outcomes;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 整改成效 over what the person may see. */
@RestController
class OutcomesController {

    private final Outcomes outcomes;

    OutcomesController(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** Outcome figures of the cases that the person sees (整改成效): accepted claims only. */
    @GetMapping("/api/outcomes")
    List<Outcomes.OfCase> outcomes(
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String organisation,
            Principal person) {
        return outcomes.seenBy(person.getName(), round, organisation);
    }
}
