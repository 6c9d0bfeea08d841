package org.rectification.ledger.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.rectification.ledger.Parts;
import org.rectification.ledger.WorkKind;
import org.rectification.ledger.WorkRow;
import org.rectification.ledger.process.DraftList;
import org.rectification.ledger.process.Worklists;
import org.rectification.period.ProgressList;
import org.rectification.period.ProgressLists;
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
import org.springframework.web.server.ResponseStatusException;

/** The door of 我的清单: what I have to do, and each row by itself. There is no way to complete many rows in one call. */
@RestController
@RequestMapping("/api/worklist")
class WorklistController {

    private static final String DRAFT = "draft";
    private static final String PART = "part";
    private static final String PROGRESS = "progress";

    private final Worklists lists;
    private final DraftList drafts;
    private final Parts parts;
    private final ProgressLists progress;

    WorklistController(Worklists lists, DraftList drafts, Parts parts, ProgressLists progress) {
        this.lists = lists;
        this.drafts = drafts;
        this.parts = parts;
        this.progress = progress;
    }

    /** The person's lists with how much waits in each. */
    @GetMapping
    Overview lists(Principal person) {
        var mine = new ArrayList<Tab>();
        var draft = drafts.of(person.getName());
        if (!draft.rows().isEmpty() || !draft.taskIds().isEmpty()) {
            mine.add(new Tab(DRAFT, "编制整改方案", draft.waiting(), 0));
        }
        var mineToDo = parts.of(person.getName());
        if (!mineToDo.isEmpty()) {
            var late = (int) mineToDo.stream().filter(WorkRow::overdue).count();
            mine.add(new Tab(PART, "办理配合事项", mineToDo.size(), late));
        }
        lists.of(person.getName())
                .forEach(list ->
                        mine.add(new Tab(list.kind().path(), list.kind().label(), list.count(), list.overdue())));
        var toTell = progress.of(person.getName());
        if (!toTell.isEmpty()) {
            var unwritten = toTell.stream().mapToInt(ProgressList::unwritten).sum();
            mine.add(new Tab(PROGRESS, "填报整改进展", unwritten, 0));
        }
        return new Overview(mine);
    }

    /** Plan lines that wait for the person. */
    @GetMapping("/draft")
    DraftList.Content draft(Principal person) {
        return drafts.of(person.getName());
    }

    /** Parts of findings that others lead: rows without a task, done at the finding's own door. */
    @GetMapping("/part")
    Rows parts(Principal person) {
        return new Rows(PART, "办理配合事项", parts.of(person.getName()));
    }

    /** A sentence per open finding for the progress report that is being prepared; an empty row says: no change. */
    @GetMapping("/progress")
    List<ProgressList> progress(Principal person) {
        return progress.of(person.getName());
    }

    /** Kept beside what was written before; the last text counts. */
    @PostMapping(path = "/progress/{findingId}", consumes = "application/json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enterProgress(@PathVariable String findingId, @RequestBody Progress entry, Principal person) {
        progress.enter(person.getName(), findingId, entry.text());
    }

    /** One list, row by row, each with its finding and its task. */
    @GetMapping("/{kind}")
    Rows rows(@PathVariable String kind, Principal person) {
        var list = WorkKind.at(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Rows(kind, list.label(), lists.rows(person.getName(), list));
    }

    /** Hands in one row, which completes its task in its own transaction; a refused row stays with its reason. */
    @PostMapping(path = "/rows/{taskId}", consumes = "application/json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String taskId, @RequestBody String entry, Principal person) {
        lists.complete(person.getName(), taskId, entry);
    }

    /** Whoever may not see a task is told that there is none. */
    @ExceptionHandler({AuthorizationException.class, NullValueException.class, NoSuchElementException.class})
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, Object> notYours() {
        return Map.of("message", "此任务不存在或已办结。");
    }

    record Overview(List<Tab> lists) {}

    record Progress(@Nullable String text) {}

    record Tab(String kind, String label, int count, int overdue) {}

    record Rows(String kind, String label, List<WorkRow> rows) {}
}
