package org.rectification.schedule.web;

import java.util.Map;
import org.rectification.refusal.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A refusal at a door of the clock is 422 with the sentence and the field. */
@RestControllerAdvice(basePackageClasses = RefusedDates.class)
class RefusedDates {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
        return ResponseEntity.unprocessableEntity()
                .body(Map.of("message", refusal.getMessage(), "violations", refusal.violations()));
    }
}
