package org.rectification.ledger.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.rectification.ledger.WorkKind;
import org.rectification.ledger.WorkRow;
import org.rectification.ledger.process.Worklists;
import org.rectification.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The door of 我的清单: what I have to do, and each row by itself. There is no way to complete many rows in one call. */
@RestController
@RequestMapping("/api/worklist")
class WorklistController {

    private final Worklists lists;

    WorklistController(Worklists lists) {
        this.lists = lists;
    }

    @GetMapping
    Map<String, Object> lists(Principal person) {
        var mine = lists.of(person.getName()).stream()
                .map(list -> Map.of(
                        "kind", list.kind().path(),
                        "label", list.kind().label(),
                        "count", list.count(),
                        "overdue", list.overdue()))
                .toList();
        return Map.of("person", person.getName(), "lists", mine);
    }

    @GetMapping("/{kind}")
    Map<String, Object> rows(@PathVariable String kind, Principal person) {
        var list = WorkKind.at(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<WorkRow> rows = lists.rows(person.getName(), list);
        return Map.of("kind", kind, "label", list.label(), "rows", rows);
    }

    @PostMapping(path = "/rows/{taskId}", consumes = "application/json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String taskId, @RequestBody String entry, Principal person) {
        lists.complete(person.getName(), taskId, entry);
    }

    /** Whoever may not see a task is told that there is none. */
    @ExceptionHandler({AuthorizationException.class, NullValueException.class})
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, Object> notYours() {
        return Map.of("message", "此任务不存在或已办结。");
    }

    @ExceptionHandler(Refusal.class)
    ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
        return ResponseEntity.unprocessableEntity()
                .body(Map.of("message", refusal.getMessage(), "violations", refusal.violations()));
    }
}
