package org.rectification.notification.web;

import java.security.Principal;
import org.rectification.notification.DigestReadings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Today's digest of whoever asks. */
@RestController
@RequestMapping("/api/digest")
class DigestController {

    private final DigestReadings readings;

    DigestController(DigestReadings readings) {
        this.readings = readings;
    }

    /** One's own digest: today's counts as the mail said them, and behind them what they count. */
    @GetMapping
    DigestReadings.Digest own(Principal person) {
        return readings.of(person.getName());
    }
}
