package org.rectification.engine.gate;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Two who act on the same thing at the same moment: one of them is asked to try again. The engine's own doors try again by
 * themselves, see {@link GateInterceptor}; ours are transactions of several steps, which only their sender can repeat.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class CollisionsAtOurDoors {

    @ExceptionHandler({OptimisticLockingException.class, ConcurrencyFailureException.class})
    @ResponseStatus(HttpStatus.CONFLICT)
    Map<String, Object> collided() {
        return Map.of("message", "刚刚有其他操作同时办理了同一事项，本次操作没有保存，请重试。", "violations", List.of());
    }
}
