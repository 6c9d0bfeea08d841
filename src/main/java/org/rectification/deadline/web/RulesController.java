package org.rectification.deadline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rectification.deadline.DateRefusal;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.DeadlineCalculator;
import org.rectification.deadline.Profile;
import org.rectification.deadline.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a profile makes of a feedback date, with the grounds of each date. */
@RestController
class RulesController {

    private final Profiles profiles;
    private final DeadlineCalculator calculator;

    RulesController(Profiles profiles, DeadlineCalculator calculator) {
        this.profiles = profiles;
        this.calculator = calculator;
    }

    /** Every date of a case under a profile: the clause, day 0, each calendar step, the result. */
    @GetMapping("/api/rules/{profile}")
    ResponseEntity<?> rules(
            @PathVariable String profile,
            @RequestParam(required = false) @Nullable String feedbackOn,
            @RequestParam(required = false) @Nullable String completeBy,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        RulesProblem problem = RulesProblem.inLanguageOf(languages);
        return profiles.find(profile)
                .<ResponseEntity<?>>map(known -> dates(known, feedbackOn, completeBy, problem))
                .orElseGet(problem::unknownProfile);
    }

    private ResponseEntity<?> dates(
            Profile profile, @Nullable String feedbackOn, @Nullable String completeBy, RulesProblem problem) {
        List<DateRefusal> refusals = new ArrayList<>();
        LocalDate feedback = date("feedbackOn", feedbackOn, refusals);
        LocalDate completion = date("completeBy", completeBy, refusals);
        if (feedback == null && isAbsent(feedbackOn)) {
            refusals.add(0, new DateRefusal("feedbackOn", "反馈日期必填", "feedbackOn is required"));
        }
        if (feedback != null && refusals.isEmpty()) {
            refusals.addAll(calculator.refusals(profile, feedback, completion));
        }
        if (feedback == null || !refusals.isEmpty()) {
            return problem.badDates(refusals);
        }
        List<DateView> dates = calculator.deadlinesFor(profile, feedback, completion, null).all().stream()
                .map(DateView::of)
                .toList();
        return ResponseEntity.ok(new RulesView(profile.id(), feedback.toString(), dates));
    }

    @Nullable private static LocalDate date(String field, @Nullable String text, List<DateRefusal> refusals) {
        if (isAbsent(text)) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            refusals.add(new DateRefusal(
                    field, "日期格式须为年-月-日，例如2026-03-10", field + " must be an ISO date such as 2026-03-10"));
            return null;
        }
    }

    private static boolean isAbsent(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private record RulesView(String profile, String feedbackOn, List<DateView> dates) {}

    private record DateView(
            String id,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer index,
            String date,
            boolean provisional,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mergedInto,
            @Nullable String clause,
            @Nullable String rule,
            List<String> steps) {

        static DateView of(Deadline deadline) {
            return new DateView(
                    deadline.id().code(),
                    deadline.index(),
                    deadline.date().toString(),
                    deadline.provisional(),
                    deadline.mergedInto(),
                    deadline.clause(),
                    deadline.rule(),
                    deadline.steps());
        }
    }
}
