package org.rectification.supervision;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.engine.InPlaceOf;
import org.rectification.people.Visibility;
import org.rectification.privacy.PersonalDataGuard;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.supervision.NoticeProcess.Started;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends supervision notices (S36), from the feedback meeting on and without an end date: also after archiving. A notice
 * changes nothing about a finding by itself.
 */
@Service
public class SupervisionNotices {

    /** Local default, in working days. */
    static final int TO_REPLY = 5;

    private final NoticeStore store;
    private final NoticeHands hands;
    private final NoticeFindings findings;
    private final NoticeTrail trail;
    private final Visibility visibility;
    private final InspectedOrganisations organisations;
    private final PersonalDataGuard guard;
    private final WorkingCalendar calendar;
    private final ObjectProvider<NoticeProcess> process;
    private final Clock clock;

    SupervisionNotices(
            NoticeStore store,
            NoticeHands hands,
            NoticeFindings findings,
            NoticeTrail trail,
            Visibility visibility,
            InspectedOrganisations organisations,
            PersonalDataGuard guard,
            WorkingCalendar calendar,
            ObjectProvider<NoticeProcess> process,
            Clock clock) {
        this.store = store;
        this.hands = hands;
        this.findings = findings;
        this.trail = trail;
        this.visibility = visibility;
        this.organisations = organisations;
        this.guard = guard;
        this.calendar = calendar;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Sends a notice; the addressee gets a task. The same content sent again by the same body on the same day is the same
     * notice, unless it was withdrawn.
     *
     * @throws Refusal for who may not send it, before the feedback meeting is recorded, for a finding that the addressee may
     *     not see, for a document number that is used, or when something is missing
     */
    @Transactional
    public Notice send(String actor, NoticeEntry entry) {
        return send(actor, entry, null, notice -> process.getObject().sent(notice));
    }

    /** As {@link #send(String, NoticeEntry)}, from the start form. */
    @Transactional
    Notice byHand(String actor, NoticeEntry entry) {
        return send(actor, entry, null, notice -> process.getObject().byHand(notice));
    }

    /** The county goes on with a notice of its own about a village's that was raised. */
    @Transactional
    Notice takeUp(String actor, NoticeEntry entry, Notice raised) {
        return send(actor, entry, raised.id(), notice -> process.getObject().sent(notice));
    }

    /** When a notice sent today is to be answered unless the sender says otherwise. */
    LocalDate usualReplyDay() {
        return calendar.plusWorkingDays(today(), TO_REPLY);
    }

    private Notice send(String actor, NoticeEntry entry, @Nullable String raisedFrom, Function<Notice, Started> start) {
        var key = visibleCase(actor, entry);
        var sender = hands.demandSender(actor, entry);
        if (!organisations.lock(key).has(Milestone.FEEDBACK_HELD)) {
            throw Refusal.of("organisationId", "登记反馈会议之前，被巡察党组织看不到本轮内容，不能发出督办。");
        }
        var dueOn = entry.replyDueOn() == null ? usualReplyDay() : entry.replyDueOn();
        Notice.checkSent(entry, dueOn, today());
        findings.demand(actor, key, entry);
        var hash = hash(entry, dueOn);
        var standing = store.standing(sender, entry, today(), hash);
        if (standing.isPresent()) {
            return same(standing.get(), hash);
        }
        guard.check(actor, key.roundId(), key.organisationId(), null, entry);
        var id = UUID.randomUUID().toString();
        store.insert(id, sender, entry, dueOn, raisedFrom, hash, actor, today(), OffsetDateTime.now(clock));
        InPlaceOf.run(
                hands.capacity(actor, sender, key.organisationId()),
                () -> trail.record(actor, id, "NOTICE_SENT", entry.title()));
        store.started(id, start.apply(store.get(id)));
        return store.get(id);
    }

    private Notice same(Notice standing, String hash) {
        if (!store.hash(standing.id()).equals(hash)) {
            throw Refusal.of("documentNumber", "文号“" + standing.documentNumber() + "”已用于" + standing.label() + "。");
        }
        return standing;
    }

    /** What the person may not see does not exist for that person. */
    private CaseKey visibleCase(String actor, NoticeEntry entry) {
        if (entry.roundId() == null
                || entry.organisationId() == null
                || !visibility.seesCase(actor, entry.roundId(), entry.organisationId())) {
            throw Refusal.of("organisationId", "没有找到这个轮次中的这个党组织。");
        }
        return new CaseKey(entry.roundId(), entry.organisationId());
    }

    private static String hash(NoticeEntry entry, LocalDate dueOn) {
        var content = String.join(
                "\n",
                String.valueOf(entry.village()),
                String.join(",", entry.findings()),
                entry.title().strip(),
                entry.demand().strip(),
                dueOn.toString(),
                String.valueOf(entry.documentNumber()));
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ShanghaiTime.ZONE);
    }
}
