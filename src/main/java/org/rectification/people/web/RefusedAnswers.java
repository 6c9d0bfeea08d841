package org.rectification.people.web;

import java.util.Map;
import org.rectification.refusal.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A refusal at a door of people is 422 with the sentence and the field. */
@RestControllerAdvice(basePackageClasses = RefusedAnswers.class)
class RefusedAnswers {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
        return ResponseEntity.unprocessableEntity()
                .body(Map.of("message", refusal.getMessage(), "violations", refusal.violations()));
    }
}
