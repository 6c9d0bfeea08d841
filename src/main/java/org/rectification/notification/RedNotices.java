package org.rectification.notification;

import org.rectification.warning.WarningRaised;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears of warnings in the transaction that raises them. */
@Component
class RedNotices {

    private final Digests digests;

    RedNotices(Digests digests) {
        this.digests = digests;
    }

    @EventListener
    void on(WarningRaised warning) {
        if (warning.red()) {
            digests.red(warning.recipients());
        }
    }
}
