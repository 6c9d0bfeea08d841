package org.rectification.engine.gate;

import java.util.Map;
import org.rectification.refusal.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A refusal at any door of ours is 422 with the sentence and the fields, in the shape in which the engine's doors answer it. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusalsAtOurDoors {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
    Map<String, Object> refused(Refusal refusal) {
        return Map.of(
                "type", "Refusal",
                "message", refusal.getMessage(),
                "field", refusal.violations().get(0).field(),
                "violations", refusal.violations());
    }
}
