package org.rectification.period.web;

import java.security.Principal;
import org.rectification.period.ReportRegister;
import org.rectification.round.CaseKey;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The page of progress reports: what was sent, who received it, what was not sent by its day. */
@RestController
@RequestMapping("/api/progress-reports")
class ProgressReportController {

    private final ReportRegister register;

    ProgressReportController(ReportRegister register) {
        this.register = register;
    }

    /** Half-month reports of every case that the person sees: sent, received, late, missing. */
    @GetMapping
    ReportRegister.Overview reports(Principal person) {
        return register.of(person.getName());
    }

    /** 404 for whoever may not know of it. */
    @GetMapping("/{round}/{organisation}/{number}")
    ReportRegister.Detail report(
            @PathVariable String round, @PathVariable String organisation, @PathVariable int number, Principal person) {
        return register.find(person.getName(), new CaseKey(round, organisation), number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
