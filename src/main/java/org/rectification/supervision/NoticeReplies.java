package org.rectification.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.file.FileIds;
import org.rectification.file.StoredFiles;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the addressee of a notice answers, and what its sender says to that (S36). */
@Service
public class NoticeReplies {

    private final NoticeStore store;
    private final NoticeHands hands;
    private final NoticeRaising raising;
    private final NoticeTrail trail;
    private final StoredFiles files;
    private final Clock clock;

    NoticeReplies(
            NoticeStore store,
            NoticeHands hands,
            NoticeRaising raising,
            NoticeTrail trail,
            StoredFiles files,
            Clock clock) {
        this.store = store;
        this.hands = hands;
        this.raising = raising;
        this.trail = trail;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Replies in the addressee's name; that settles the notice on the warning ladder.
     *
     * @throws Refusal for anybody else, without a text, with a file of another case, or when no reply is waited for
     */
    @Transactional
    public void reply(String actor, String id, ReplyEntry entry) {
        var notice = store.lock(id);
        hands.demandReplier(actor, notice);
        notice.checkReply(entry);
        var behalf = hands.onBehalfOf(actor, notice, entry.onBehalfOf());
        var given = attach(notice, entry);
        var now = OffsetDateTime.now(clock);
        store.reply(notice, entry, given, behalf, actor, now);
        store.move(id, NoticeState.ANSWERED, notice.replyDueOn(), notice.toSecretary(), now);
        trail.record(actor, id, "NOTICE_REPLIED", entry.reply());
    }

    /**
     * The sender accepts, returns with another day, or raises the notice a level.
     *
     * @throws Refusal for anybody outside the sender's body and for who replied, or for an incomplete entry
     */
    @Transactional
    public void judge(String actor, String id, JudgementEntry entry) {
        var notice = store.lock(id);
        hands.demandJudge(actor, notice, last(id));
        notice.checkJudgement(entry, LocalDate.ofInstant(clock.instant(), ShanghaiTime.ZONE));
        var now = OffsetDateTime.now(clock);
        store.judge(id, entry, actor, now);
        switch (entry.decision()) {
            case JudgementEntry.ACCEPT -> {
                store.move(id, NoticeState.ACCEPTED, notice.replyDueOn(), notice.toSecretary(), now);
                trail.record(actor, id, "NOTICE_ACCEPTED", entry.reason());
            }
            case JudgementEntry.RETURN -> {
                store.move(id, NoticeState.WAITING, entry.newDueOn(), notice.toSecretary(), now);
                trail.record(actor, id, "NOTICE_RETURNED", entry.reason());
            }
            default -> raising.raise(actor, notice, entry.reason(), entry.newDueOn());
        }
    }

    private Optional<Reply> last(String id) {
        var replies = store.replies(List.of(id)).getOrDefault(id, List.of());
        return replies.isEmpty() ? Optional.empty() : Optional.of(replies.get(replies.size() - 1));
    }

    /** A file about findings is seen by whoever sees one of them; otherwise it is one of the case. */
    private List<String> attach(Notice notice, ReplyEntry entry) {
        var given = FileIds.parse(entry.replyFiles());
        var findings = store.findings(List.of(notice.id())).getOrDefault(notice.id(), List.of());
        for (var file : given) {
            try {
                files.demand(file, notice.roundId(), notice.organisationId());
            } catch (Refusal refusal) {
                throw Refusal.of("replyFiles", refusal.getMessage());
            }
            findings.forEach(finding -> files.attach(file, finding.id(), "SUPERVISION_REPLY"));
            if (findings.isEmpty()) {
                files.attach(file, null, "SUPERVISION_REPLY");
            }
        }
        return given;
    }
}
