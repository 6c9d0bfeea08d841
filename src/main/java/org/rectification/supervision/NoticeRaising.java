package org.rectification.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.rectification.deadline.WarningLadder.Step;
import org.rectification.warning.Audience;
import org.rectification.warning.Warnings;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * One level up (提级督办): a village's notice goes before the county bodies, a township's to its Secretary in person and
 * stands at red from then on. Above that is the ladder's own suggestion of accountability, never this one's.
 */
@Component
class NoticeRaising {

    private final NoticeStore store;
    private final NoticeTrail trail;
    private final NoticeItems items;
    private final Warnings warnings;
    private final Clock clock;

    NoticeRaising(NoticeStore store, NoticeTrail trail, NoticeItems items, Warnings warnings, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.items = items;
        this.warnings = warnings;
        this.clock = clock;
    }

    /** @param newDueOn the Secretary's day; of no meaning for a village's notice */
    void raise(String actor, Notice notice, String reason, @Nullable LocalDate newDueOn) {
        var now = OffsetDateTime.now(clock);
        var dueOn = notice.toVillage() ? notice.replyDueOn() : newDueOn;
        store.change(notice, "RAISED", reason, dueOn, actor, now);
        store.move(
                notice.id(),
                notice.toVillage() ? NoticeState.RAISED : NoticeState.WAITING,
                dueOn,
                !notice.toVillage(),
                now);
        trail.record(actor, notice.id(), "NOTICE_RAISED", reason);
        var raised = items.item(store.get(notice.id()));
        if (notice.toVillage()) {
            warnings.raise(raised, Step.SUPERVISORS, Audience.SUPERVISORS);
        } else {
            warnings.raise(raised, Step.RED, Audience.UNIT_AND_SECRETARY);
        }
    }
}
