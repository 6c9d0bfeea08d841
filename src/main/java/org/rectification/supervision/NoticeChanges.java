package org.rectification.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.rectification.deadline.ShanghaiTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the sender of a notice, or the county above, does about it besides judging a reply. */
@Service
public class NoticeChanges {

    private final NoticeStore store;
    private final NoticeHands hands;
    private final NoticeRaising raising;
    private final SupervisionNotices notices;
    private final NoticeTrail trail;
    private final Clock clock;

    NoticeChanges(
            NoticeStore store,
            NoticeHands hands,
            NoticeRaising raising,
            SupervisionNotices notices,
            NoticeTrail trail,
            Clock clock) {
        this.store = store;
        this.hands = hands;
        this.raising = raising;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /** Another reply date, which begins a new ladder; the sender's alone. */
    @Transactional
    public Notice move(String actor, String id, ChangeEntry entry) {
        var notice = mine(actor, id);
        notice.checkMove(entry, today());
        return changed(actor, notice, "MOVED", entry.reason(), notice.state(), entry.newDueOn(), "NOTICE_MOVED");
    }

    /** Up a level because the day has passed without a reply; the sender's alone. */
    @Transactional
    public Notice raise(String actor, String id, ChangeEntry entry) {
        var notice = mine(actor, id);
        notice.checkRaise(entry, today());
        raising.raise(actor, notice, entry.reason(), entry.newDueOn());
        return store.get(id);
    }

    /** Sent wrongly; the sender's alone, while it is open. */
    @Transactional
    public Notice withdraw(String actor, String id, ChangeEntry entry) {
        var notice = mine(actor, id);
        notice.checkWithdrawal(entry);
        return changed(
                actor,
                notice,
                "WITHDRAWN",
                entry.reason(),
                NoticeState.WITHDRAWN,
                notice.replyDueOn(),
                "NOTICE_WITHDRAWN");
    }

    /** A county body about a village's notice that was raised: a notice of its own to the township, or given back. */
    @Transactional
    public void takeUp(String actor, String id, TakeUpEntry entry) {
        var notice = store.lock(id);
        var county = hands.demandCounty(actor, notice);
        notice.checkTakeUp(entry, today());
        if (TakeUpEntry.GIVE_BACK.equals(entry.decision())) {
            changed(
                    actor,
                    notice,
                    "GIVEN_BACK",
                    entry.reason(),
                    NoticeState.WAITING,
                    entry.newDueOn(),
                    "NOTICE_GIVEN_BACK");
            return;
        }
        var own = new NoticeEntry(
                notice.roundId(),
                notice.organisationId(),
                null,
                county,
                store.findings(List.of(id)).getOrDefault(id, List.of()).stream()
                        .map(AboutFinding::id)
                        .toList(),
                notice.title(),
                entry.demand(),
                entry.newDueOn(),
                entry.documentNumber());
        notices.takeUp(actor, own, notice);
        changed(actor, notice, "TAKEN_UP", null, NoticeState.TAKEN_UP, notice.replyDueOn(), "NOTICE_TAKEN_UP");
    }

    private Notice mine(String actor, String id) {
        var notice = store.lock(id);
        hands.demandOfSender(actor, notice);
        return notice;
    }

    private Notice changed(
            String actor, Notice notice, String kind, String reason, NoticeState state, LocalDate dueOn, String event) {
        var now = OffsetDateTime.now(clock);
        store.change(notice, kind, reason, dueOn, actor, now);
        store.move(notice.id(), state, dueOn, notice.toSecretary(), now);
        trail.record(actor, notice.id(), event, reason);
        return store.get(notice.id());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ShanghaiTime.ZONE);
    }
}
