package org.rectification.engine;

import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a load balancer on the people's port whether the application lives and takes requests, and nothing else. All
 * other figures stay on the management port.
 */
@RestController
class HealthDoor {

    private final HealthEndpoint health;

    HealthDoor(HealthEndpoint health) {
        this.health = health;
    }

    /** Whether the application lives and takes requests; no login. */
    @GetMapping("/actuator/health")
    ResponseEntity<Answer> health() {
        return answer(health.health());
    }

    /** Whether the application lives; no login. */
    @GetMapping("/actuator/health/liveness")
    ResponseEntity<Answer> liveness() {
        return answer(health.healthForPath("liveness"));
    }

    /** Whether it takes requests; no login. */
    @GetMapping("/actuator/health/readiness")
    ResponseEntity<Answer> readiness() {
        return answer(health.healthForPath("readiness"));
    }

    private static ResponseEntity<Answer> answer(HealthComponent component) {
        Status status = component.getStatus();
        HttpStatus code = Status.UP.equals(status) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(code).body(new Answer(status.getCode()));
    }

    record Answer(String status) {}
}
