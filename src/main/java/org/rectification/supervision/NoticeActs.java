package org.rectification.supervision;

import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.rectification.engine.InPlaceOf;
import org.rectification.privacy.PersonalDataGuard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The page 督办 as a door: what was done there in the ledger goes on in the engine, in one transaction. */
@Service
public class NoticeActs {

    private final NoticeReadings readings;
    private final NoticeReplies replies;
    private final NoticeChanges changes;
    private final NoticeHands hands;
    private final PersonalDataGuard guard;
    private final ObjectProvider<NoticeProcess> process;

    NoticeActs(
            NoticeReadings readings,
            NoticeReplies replies,
            NoticeChanges changes,
            NoticeHands hands,
            PersonalDataGuard guard,
            ObjectProvider<NoticeProcess> process) {
        this.readings = readings;
        this.replies = replies;
        this.changes = changes;
        this.hands = hands;
        this.guard = guard;
        this.process = process;
    }

    /** As {@link NoticeReplies#reply}; whoever fills in for a village holds no task. */
    @Transactional
    public void reply(String actor, String id, ReplyEntry entry) {
        var notice = seen(actor, id, entry);
        InPlaceOf.run(hands.replierCapacity(actor, notice), () -> replies.reply(actor, id, entry));
        process.getObject().replied(notice.processInstanceId());
    }

    @Transactional
    public void move(String actor, String id, ChangeEntry entry) {
        var notice = asSender(actor, seen(actor, id, entry), () -> changes.move(actor, id, entry));
        process.getObject().moved(notice.processInstanceId(), notice.replyDueOn());
    }

    @Transactional
    public void raise(String actor, String id, ChangeEntry entry) {
        var notice = asSender(actor, seen(actor, id, entry), () -> changes.raise(actor, id, entry));
        process.getObject().raised(notice.processInstanceId());
    }

    @Transactional
    public void withdraw(String actor, String id, ChangeEntry entry) {
        var notice = asSender(actor, seen(actor, id, entry), () -> changes.withdraw(actor, id, entry));
        process.getObject().withdrawn(notice.processInstanceId());
    }

    /** What a person may not see does not exist for that person. */
    private Notice seen(String actor, String id, Object entry) {
        var notice = readings.find(actor, id).orElseThrow(NoSuchElementException::new);
        guard.check(actor, notice.roundId(), notice.organisationId(), null, entry);
        return notice;
    }

    private Notice asSender(String actor, Notice notice, Supplier<Notice> act) {
        return InPlaceOf.call(
                java.util.Optional.of(hands.capacity(actor, notice.sender(), notice.organisationId())), act);
    }
}
