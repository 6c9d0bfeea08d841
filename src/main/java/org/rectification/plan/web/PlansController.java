package org.rectification.plan.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rectification.plan.AmendmentReadings;
import org.rectification.plan.LineDifference;
import org.rectification.plan.PlanAmendments;
import org.rectification.plan.PlanHistory;
import org.rectification.plan.PlanHistory.Case;
import org.rectification.plan.PlanHistory.CommentCard;
import org.rectification.plan.PlanHistory.StateLine;
import org.rectification.plan.PlanHistory.SubmissionCard;
import org.rectification.plan.PlanHistory.VersionCard;
import org.rectification.plan.PlanReadings;
import org.rectification.round.CaseKey;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plans as they were submitted, issued and amended, with what differs between any two of these. */
@RestController
@RequestMapping("/api/plans")
class PlansController {

    private final PlanHistory history;
    private final PlanAmendments amendments;
    private final AmendmentReadings readings;

    PlansController(PlanHistory history, PlanAmendments amendments, AmendmentReadings readings) {
        this.history = history;
        this.amendments = amendments;
        this.readings = readings;
    }

    record Reason(@Nullable String reason) {}

    /** @param people who may be chosen as owners; empty for whoever may not propose anything */
    record Amendments(boolean mayPropose, List<AmendmentReadings.Card> amendments, List<PlanReadings.Option> people) {}

    /** Cases whose plans the person may read. */
    @GetMapping
    List<Case> cases(Principal person) {
        return history.cases(person.getName());
    }

    /** The issued versions of a plan, with number, day and reason. */
    @GetMapping("/{organisation}/versions")
    List<VersionCard> versions(Principal person, @PathVariable String organisation, @RequestParam String round) {
        return history.versions(person.getName(), new CaseKey(round, organisation));
    }

    /** One issued version, line by line. */
    @GetMapping("/{organisation}/versions/{version}")
    List<StateLine> version(
            Principal person,
            @PathVariable String organisation,
            @PathVariable int version,
            @RequestParam String round) {
        return history.version(person.getName(), new CaseKey(round, organisation), version);
    }

    /** What changed between two versions, field by field. */
    @GetMapping("/{organisation}/diff")
    List<LineDifference> diff(
            Principal person,
            @PathVariable String organisation,
            @RequestParam String round,
            @RequestParam int from,
            @RequestParam int to) {
        return history.diff(person.getName(), new CaseKey(round, organisation), from, to);
    }

    /** What was submitted to the joint review, each time. */
    @GetMapping("/{organisation}/submissions")
    List<SubmissionCard> submissions(Principal person, @PathVariable String organisation, @RequestParam String round) {
        return history.submissions(person.getName(), new CaseKey(round, organisation));
    }

    /** One submission, line by line. */
    @GetMapping("/{organisation}/submissions/{submission}")
    List<StateLine> submission(
            Principal person,
            @PathVariable String organisation,
            @PathVariable int submission,
            @RequestParam String round) {
        return history.submission(person.getName(), new CaseKey(round, organisation), submission);
    }

    /** What changed between two submissions, field by field. */
    @GetMapping("/{organisation}/submissions/diff")
    List<LineDifference> submissionDiff(
            Principal person,
            @PathVariable String organisation,
            @RequestParam String round,
            @RequestParam int from,
            @RequestParam int to) {
        return history.submissionDiff(person.getName(), new CaseKey(round, organisation), from, to);
    }

    /** The reviewers' merged comments. */
    @GetMapping("/{organisation}/comments")
    List<CommentCard> comments(Principal person, @PathVariable String organisation, @RequestParam String round) {
        return history.comments(person.getName(), new CaseKey(round, organisation));
    }

    /** Amendments of the issued plan that are under way. */
    @GetMapping("/{organisation}/amendments")
    Amendments amendments(Principal person, @PathVariable String organisation, @RequestParam String round) {
        var key = new CaseKey(round, organisation);
        var issued = !history.versions(person.getName(), key).isEmpty();
        var mayPropose = issued && amendments.mayPropose(person.getName(), organisation);
        return new Amendments(
                mayPropose, readings.of(person.getName(), key), mayPropose ? readings.people(key) : List.of());
    }

    /** Opens an amendment; its task is then completed like any other. */
    @PostMapping("/{organisation}/amendments")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> open(
            Principal person,
            @PathVariable String organisation,
            @RequestParam String round,
            @RequestBody Reason reason) {
        var key = new CaseKey(round, organisation);
        history.versions(person.getName(), key);
        var opened = amendments.open(person.getName(), key, reason.reason());
        return Map.of("amendmentId", opened.amendmentId());
    }

    /** Whoever may not see a case is told that there is none. */
    @ExceptionHandler(NoSuchElementException.class)
    ProblemDetail nothing() {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "没有这份整改方案，或没有这一版。");
    }
}
