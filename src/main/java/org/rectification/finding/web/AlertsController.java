package org.rectification.finding.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rectification.finding.Alerts;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the Secretary and the supervisors have to know, on top of 我的清单. */
@RestController
@RequestMapping("/api/alerts")
class AlertsController {

    private final Alerts alerts;

    AlertsController(Alerts alerts) {
        this.alerts = alerts;
    }

    /** What the person is to see at the next login, such as a finding returned a third time. */
    @GetMapping
    List<Alerts.Alert> unseen(Principal person) {
        return alerts.unseen(person.getName());
    }

    /** What the person has seen in the last thirty days. */
    @GetMapping("/seen")
    List<Alerts.SeenAlert> seenLately(Principal person) {
        return alerts.seenLately(person.getName());
    }

    /** The person has seen it. */
    @PostMapping("/{id}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@PathVariable long id, @RequestBody Seen seen, Principal person) {
        alerts.seen(person.getName(), id, seen.remark());
    }

    @ExceptionHandler(NoSuchElementException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, Object> nothingHere() {
        return Map.of("message", "没有这条提醒，或不是发给您的。");
    }

    record Seen(@Nullable String remark) {}
}
