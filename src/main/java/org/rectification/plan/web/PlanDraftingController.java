package org.rectification.plan.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rectification.plan.CommonProblem;
import org.rectification.plan.CommonProblems;
import org.rectification.plan.DraftingReadings;
import org.rectification.plan.OpinionAnswer;
import org.rectification.plan.PlanReadings;
import org.rectification.plan.Plans;
import org.rectification.round.CaseKey;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A plan in the making, as a whole: who answers for what, advice, common problems, answers to the opinions. */
@RestController
@RequestMapping("/api/plans/{round}/{organisation}")
class PlanDraftingController {

    private final DraftingReadings readings;
    private final CommonProblems commons;
    private final PlanReadings opinions;
    private final Plans plans;

    PlanDraftingController(DraftingReadings readings, CommonProblems commons, PlanReadings opinions, Plans plans) {
        this.readings = readings;
        this.commons = commons;
        this.opinions = opinions;
        this.plans = plans;
    }

    /** People and villages to choose from. */
    @GetMapping("/choices")
    DraftingReadings.Choices choices(Principal person, @PathVariable String round, @PathVariable String organisation) {
        return readings.choices(person.getName(), key(round, organisation));
    }

    /** What was claimed and what was given back, with the reasons. */
    @GetMapping("/division")
    DraftingReadings.Division division(
            Principal person, @PathVariable String round, @PathVariable String organisation) {
        return readings.division(person.getName(), key(round, organisation));
    }

    /** The stress test: advice, never a block. */
    @GetMapping("/advice")
    DraftingReadings.Advised advice(Principal person, @PathVariable String round, @PathVariable String organisation) {
        return readings.advice(person.getName(), key(round, organisation));
    }

    /** Problems common to several villages, with the township's lasting measure. */
    @GetMapping("/common-problems")
    List<CommonProblem> commonProblems(
            Principal person, @PathVariable String round, @PathVariable String organisation) {
        readings.choices(person.getName(), key(round, organisation));
        return commons.of(key(round, organisation));
    }

    /** Findings of villages that look alike, as advice. */
    @GetMapping("/common-problems/suggestions")
    List<CommonProblem.Suggestion> suggestions(
            Principal person, @PathVariable String round, @PathVariable String organisation) {
        return commons.suggestions(person.getName(), key(round, organisation));
    }

    /** Declares findings a common problem with one township owner. */
    @PostMapping("/common-problems")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> group(
            Principal person,
            @PathVariable String round,
            @PathVariable String organisation,
            @RequestBody CommonProblem.Entry entry) {
        return Map.of("id", commons.group(person.getName(), key(round, organisation), entry));
    }

    /** Changes a common problem. */
    @PutMapping("/common-problems/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(
            Principal person,
            @PathVariable String round,
            @PathVariable String organisation,
            @PathVariable String id,
            @RequestBody CommonProblem.Entry entry) {
        commons.change(person.getName(), key(round, organisation), id, entry);
    }

    /** Takes a common problem apart again; its findings stay. */
    @PostMapping("/common-problems/{id}/dissolve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dissolve(
            Principal person,
            @PathVariable String round,
            @PathVariable String organisation,
            @PathVariable String id,
            @RequestBody Reason reason) {
        commons.dissolve(person.getName(), key(round, organisation), id, reason.reason());
    }

    /** One member goes its own way. */
    @PostMapping("/common-problems/{id}/members/{finding}/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(
            Principal person,
            @PathVariable String round,
            @PathVariable String organisation,
            @PathVariable String id,
            @PathVariable String finding,
            @RequestBody Reason reason) {
        commons.leave(person.getName(), key(round, organisation), id, finding, reason.reason());
    }

    record Reason(@Nullable String reason) {}

    /** The opinions of the feedback with the answers so far. */
    @GetMapping("/opinions")
    List<Map<String, Object>> opinions(
            Principal person, @PathVariable String round, @PathVariable String organisation) {
        readings.choices(person.getName(), key(round, organisation));
        return opinions.opinions(key(round, organisation));
    }

    /** Keeps the clerk's answers so far; whether all are there is asked when the plan is submitted. */
    @PutMapping("/opinions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(
            Principal person,
            @PathVariable String round,
            @PathVariable String organisation,
            @RequestBody List<OpinionAnswer> answers) {
        plans.answer(person.getName(), key(round, organisation), answers);
    }

    private static CaseKey key(String round, String organisation) {
        // The path of a request may hold what no text of the database can.
        if (round.indexOf('\0') >= 0 || organisation.indexOf('\0') >= 0) {
            throw new NoSuchElementException("no such case");
        }
        return new CaseKey(round, organisation);
    }

    /** What a person may not see does not exist for them. */
    @ExceptionHandler(NoSuchElementException.class)
    ProblemDetail noSuchPlan() {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "没有这个整改方案，或不由您办理。");
    }
}
