package org.rectification.period.web;

import java.security.Principal;
import org.rectification.engine.InPlaceOf;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.period.SignOffRequests;
import org.rectification.round.CaseKey;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The clerk's door for an early sign-off; the process goes on in the background. */
@RestController
class SignOffRequestController {

    private final SignOffRequests requests;
    private final Duties duties;

    SignOffRequestController(SignOffRequests requests, Duties duties) {
        this.requests = requests;
        this.duties = duties;
    }

    /** 202 once asked for; 403 for anybody but the clerk and who acts in the clerk's place, 404 for a round without this organisation, 422 with the reason. */
    @PostMapping("/api/organisations/{organisationId}/sign-off-request")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void request(Principal person, @PathVariable String organisationId, @RequestParam String round) {
        var clerk = duties.capacity(person.getName(), Role.RECTIFICATION_OFFICE, organisationId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        var key = new CaseKey(round, organisationId);
        if (!requests.knows(key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        InPlaceOf.run(clerk, () -> requests.request(person.getName(), key));
    }
}
