package org.rectification.round;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rectification.finding.Findings;
import org.rectification.refusal.Refusal;
import org.rectification.trail.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Feedback to an inspected organisation: meeting, ledger, receipts, liaison (S03, S04, S33). */
@Service
public class Feedback {

    private static final int NAME = 64;
    private static final int TEXT = 4_000;

    private final InspectedOrganisations organisations;
    private final FeedbackStore store;
    private final Findings findings;
    private final Trail trail;
    private final Clock clock;

    Feedback(InspectedOrganisations organisations, FeedbackStore store, Findings findings, Trail trail, Clock clock) {
        this.organisations = organisations;
        this.store = store;
        this.findings = findings;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The meeting was held: from now on the organisation sees its round. Day 0 stays the feedback date that the round was
     * registered with; this is the day of the meeting itself.
     *
     * @throws Refusal for a day before the second hearing (S03) or after today, or when the meeting stands recorded
     */
    @Transactional
    public void recordMeeting(CaseKey key, FeedbackMeeting meeting, String actor) {
        new EntryRules()
                .day(
                        "heldOn",
                        "反馈会议日期",
                        meeting.heldOn(),
                        store.fivePersonGroupHeardOn(key.roundId()),
                        "“五人小组”听取汇报日期",
                        LocalDate.now(clock))
                .text("place", "会议地点", meeting.place(), NAME)
                .text("host", "反馈人", meeting.host(), NAME)
                .text("attendance", "参会人员", meeting.attendance(), TEXT)
                .demand();
        organisations.reach(key, Milestone.FEEDBACK_HELD, actor);
        store.meeting(key, meeting, actor);
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                "FEEDBACK_MEETING",
                Map.of("heldOn", meeting.heldOn().toString(), "host", meeting.host()));
    }

    /** Opens the ledger: every finding gets its owners, so that work can begin at once (S24). */
    @Transactional
    public void openLedger(CaseKey key, String actor) {
        findings.openAll(key.roundId(), key.organisationId(), actor);
    }

    /** @throws Refusal for a day before the meeting or after today, or without a statement */
    @Transactional
    public void signFor(CaseKey key, FeedbackReceipt receipt, String actor) {
        new EntryRules()
                .day("receivedOn", "签收日期", receipt.receivedOn(), store.heldOn(key), "反馈会议日期", LocalDate.now(clock))
                .text("statement", "表态发言", receipt.statement(), TEXT)
                .demand();
        store.receipt(key, "SECRETARY", null, receipt.receivedOn(), actor, receipt.statement(), actor);
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                "FEEDBACK_SIGNED_FOR",
                Map.of("receivedOn", receipt.receivedOn().toString()));
    }

    /** The list of receipts before anybody signed: a row for each village of the round and each supervising body. */
    public ReceiptList blankReceipts(CaseKey key) {
        return store.blank(key);
    }

    /** @throws Refusal unless the team, every village of the round and each supervising body stand in the list once */
    @Transactional
    public void collectReceipts(CaseKey key, ReceiptList list, String actor) {
        var heldOn = store.heldOn(key);
        var today = LocalDate.now(clock);
        var rules = new EntryRules()
                .day("receivedOn", "领导班子签收日期", list.receivedOn(), heldOn, "反馈会议日期", today)
                .text("receivedBy", "领导班子签收人", list.receivedBy(), NAME)
                .that(
                        sameOnce(
                                store.villages(key),
                                list.villages().stream()
                                        .map(ReceiptList.VillageReceipt::code)
                                        .toList()),
                        "villages",
                        "村（居）签收名单应与本轮巡察的村（居）一致，每村一行。")
                .that(
                        sameOnce(
                                LiaisonBody.codes(),
                                list.contacts().stream()
                                        .map(ReceiptList.LiaisonContact::body)
                                        .toList()),
                        "contacts",
                        "对接联系人应包括巡察办、纪检监察室和干监室，各一行。");
        for (int index = 0; index < list.villages().size(); index++) {
            var village = list.villages().get(index);
            rules.day("villages[" + index + "].receivedOn", "各村签收日期", village.receivedOn(), heldOn, "反馈会议日期", today)
                    .text("villages[" + index + "].receivedBy", "各村签收人", village.receivedBy(), NAME);
        }
        for (int index = 0; index < list.contacts().size(); index++) {
            var contact = list.contacts().get(index);
            rules.text("contacts[" + index + "].office", "对接科室", contact.office(), NAME)
                    .text("contacts[" + index + "].contact", "对接联系人", contact.contact(), NAME)
                    .text("contacts[" + index + "].phone", "办公电话", contact.phone(), NAME);
        }
        rules.demand();
        store.receipts(key, list, actor);
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                "FEEDBACK_RECEIPTS",
                Map.of(
                        "villages",
                        list.villages().size(),
                        "contacts",
                        list.contacts().size()));
    }

    private static boolean sameOnce(List<String> expected, List<String> given) {
        return expected.size() == given.size() && given.containsAll(expected);
    }
}
