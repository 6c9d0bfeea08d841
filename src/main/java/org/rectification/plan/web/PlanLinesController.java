package org.rectification.plan.web;

import java.security.Principal;
import java.util.List;
import java.util.NoSuchElementException;
import org.rectification.finding.AddedFindings;
import org.rectification.plan.LineDivision;
import org.rectification.plan.PlanLineEntry;
import org.rectification.plan.PlanLineView;
import org.rectification.plan.PlanLines;
import org.rectification.plan.Redivision;
import org.rectification.plan.SelfFound;
import org.rectification.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rows of the drafting list: each is saved or bounced by itself, a refused row stays with its reasons. */
@RestController
@RequestMapping("/api/plan-lines")
class PlanLinesController {

    private final PlanLines lines;
    private final LineDivision division;
    private final SelfFound selfFound;

    PlanLinesController(PlanLines lines, LineDivision division, SelfFound selfFound) {
        this.lines = lines;
        this.division = division;
        this.selfFound = selfFound;
    }

    /** @param drafter {@code me} for the lines that the person drafts; absent: all that the person may fill in */
    /** The plan lines of a round that the person may see, or with {@code drafter=me} those to draft. */
    @GetMapping
    List<PlanLineView> list(Principal person, @RequestParam String round, @RequestParam @Nullable String drafter) {
        if (drafter != null && !drafter.equals("me")) {
            throw Refusal.of("drafter", "只能查询本人（me）编制的方案内容。");
        }
        return lines.list(person.getName(), round, drafter != null);
    }

    /** Saves the plan line of a finding; what is missing is only asked for at submission. */
    @PutMapping("/{findingId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(Principal person, @PathVariable String findingId, @RequestBody PlanLineEntry entry) {
        lines.save(person.getName(), findingId, entry);
    }

    /** Takes on the finding that was divided to the person. */
    @PostMapping("/{findingId}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(Principal person, @PathVariable String findingId) {
        division.claim(person.getName(), findingId);
    }

    /** Gives the finding back with a reason (退回), visible to the Secretary. */
    @PostMapping("/{findingId}/bounce")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bounce(Principal person, @PathVariable String findingId, @RequestBody BounceRequest bounce) {
        division.bounce(person.getName(), findingId, bounce.reason());
    }

    record BounceRequest(@Nullable String reason) {}

    /** By the clerk, or by the Secretary what was given back twice. */
    @PostMapping("/{findingId}/division")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void divideAgain(Principal person, @PathVariable String findingId, @RequestBody Redivision to) {
        division.divideAgain(person.getName(), findingId, to, "");
    }

    /** A self-found finding, generalised from this one. */
    @PostMapping("/{findingId}/self-found")
    @ResponseStatus(HttpStatus.CREATED)
    AddedFindings.Entered selfFound(
            Principal person, @PathVariable String findingId, @RequestBody SelfFound.Entry entry) {
        return selfFound.add(person.getName(), findingId, entry);
    }

    /** Whose line it is not, for them there is none. */
    @ExceptionHandler(NoSuchElementException.class)
    ProblemDetail noSuchLine() {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "没有这一条方案内容，或不由您填写。");
    }
}
