package org.rectification.finding.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rectification.finding.Corrections;
import org.rectification.finding.DecisionLevel;
import org.rectification.finding.Extensions;
import org.rectification.finding.FindingActs;
import org.rectification.finding.FindingActs.Act;
import org.rectification.finding.ImmediateNotices;
import org.rectification.finding.Recurrences;
import org.rectification.people.Visibility;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What is done about a finding that no task asks for. A finding that the person may not see is 404; what the ledger
 * refuses is 422 with the reason, and nothing is stored then.
 */
@RestController
class FindingActsController {

    private final FindingActs acts;
    private final Extensions extensions;
    private final Recurrences recurrences;
    private final Corrections corrections;
    private final ImmediateNotices notices;
    private final Visibility visibility;

    FindingActsController(
            FindingActs acts,
            Extensions extensions,
            Recurrences recurrences,
            Corrections corrections,
            ImmediateNotices notices,
            Visibility visibility) {
        this.acts = acts;
        this.extensions = extensions;
        this.recurrences = recurrences;
        this.corrections = corrections;
        this.notices = notices;
        this.visibility = visibility;
    }

    record Tab(String act, String label) {}

    /** Acts that the person may carry out on findings, with how many wait. */
    @GetMapping("/api/finding-acts")
    List<Tab> acts(Principal person) {
        return acts.of(person.getName()).stream()
                .map(act -> new Tab(path(act), act.label()))
                .toList();
    }

    /** The findings that wait for one kind of act. */
    @GetMapping("/api/finding-acts/{act}")
    List<FindingActs.Row> rows(
            @PathVariable String act, @RequestParam(required = false) String search, Principal person) {
        var known = List.of(Act.values()).stream()
                .filter(each -> path(each).equals(act))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return acts.rows(person.getName(), known, search);
    }

    private static String path(Act act) {
        return act.name().toLowerCase(java.util.Locale.ROOT);
    }

    record ExtensionEntry(@Nullable String reason, @Nullable LocalDate newDueOn) {}

    /** 201 once it waits for the level above. */
    @PostMapping("/api/findings/{id}/extension")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> extend(@PathVariable String id, @RequestBody ExtensionEntry entry, Principal person) {
        demandSeen(person, id);
        DecisionLevel level = extensions.request(person.getName(), id, entry.reason(), entry.newDueOn());
        return Map.of("level", level.name(), "message", "已提交，由" + level.label() + "审批。");
    }

    record RecurrenceEntry(@Nullable String reason, @Nullable LocalDate newDueOn) {}

    /** 201 with the id of the new finding. */
    @PostMapping("/api/findings/{id}/recurrence")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> recur(@PathVariable String id, @RequestBody RecurrenceEntry entry, Principal person) {
        demandSeen(person, id);
        var fresh = recurrences.open(person.getName(), id, entry.reason(), entry.newDueOn());
        return Map.of("findingId", fresh, "message", "已登记为新的问题，并与原问题互相关联。");
    }

    record CorrectionEntry(
            @Nullable String title, @Nullable String problem, @Nullable String opinion, @Nullable String reason) {}

    /** Corrects the text of a finding before the plan is issued (勘误); the old text stays. */
    @PostMapping("/api/findings/{id}/correction")
    Map<String, String> correct(@PathVariable String id, @RequestBody CorrectionEntry entry, Principal person) {
        demandSeen(person, id);
        corrections.correct(
                person.getName(),
                id,
                new Corrections.Text(entry.title(), entry.problem(), entry.opinion()),
                entry.reason());
        return Map.of("message", "已勘误，原文和理由保留在问题记录中。");
    }

    record ImmediateEntry(@Nullable String text) {}

    /** How a notice to put something right at once stands. */
    @PostMapping("/api/findings/{id}/immediate-result")
    Map<String, String> immediateResult(@PathVariable String id, @RequestBody ImmediateEntry entry, Principal person) {
        demandSeen(person, id);
        notices.record(person.getName(), id, entry.text());
        return Map.of("message", "已登记立行立改办理情况。");
    }

    private void demandSeen(Principal person, String findingId) {
        // The path of a request may hold what no text of the database can.
        if (findingId.indexOf('\0') >= 0 || !visibility.seesFinding(person.getName(), findingId)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, Object> unreadable() {
        return Map.of("message", "填写内容不是有效的数据，请检查日期等栏目。", "violations", List.of());
    }
}
