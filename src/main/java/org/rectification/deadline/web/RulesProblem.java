package org.rectification.deadline.web;

import java.util.List;
import java.util.Locale;
import org.rectification.deadline.DateRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;

/** Refusals of the rules door as RFC 9457 problems, in Chinese unless English is asked for. */
record RulesProblem(boolean english) {

    private record FieldError(String pointer, String message) {}

    static RulesProblem inLanguageOf(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return new RulesProblem(false);
        }
        try {
            Locale best =
                    Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.CHINESE, Locale.ENGLISH));
            return new RulesProblem(Locale.ENGLISH.equals(best));
        } catch (IllegalArgumentException malformed) {
            return new RulesProblem(false);
        }
    }

    ResponseEntity<ProblemDetail> unknownProfile() {
        return answer(
                HttpStatus.NOT_FOUND,
                new DateRefusal("profile", "没有这个期限口径", "There is no such rule profile"),
                List.of());
    }

    ResponseEntity<ProblemDetail> badDates(List<DateRefusal> refusals) {
        return answer(
                HttpStatus.BAD_REQUEST,
                new DateRefusal("dates", "日期有误，未计算", "The dates were refused and nothing was computed"),
                refusals);
    }

    private ResponseEntity<ProblemDetail> answer(HttpStatus status, DateRefusal title, List<DateRefusal> refusals) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(text(title));
        if (!refusals.isEmpty()) {
            problem.setProperty(
                    "errors",
                    refusals.stream()
                            .map(refusal -> new FieldError("/" + refusal.field(), text(refusal)))
                            .toList());
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Content-Language", english ? "en" : "zh-CN")
                .body(problem);
    }

    private String text(DateRefusal refusal) {
        return english ? refusal.english() : refusal.chinese();
    }
}
