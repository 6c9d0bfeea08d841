package org.rectification.meeting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rectification.file.FileIds;
import org.rectification.file.StoredFiles;
import org.rectification.people.Role;
import org.rectification.period.CaseCalendar;
import org.rectification.period.OtherHands;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.trail.Trail;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The thematic meetings (S37): one of the township's team, one of every village branch. Each has one record with one scan;
 * for one that was not held the level above accepts a reason: the Secretary a village's, the inspection office the
 * township's. The Secretary also confirms the record of the township's.
 */
@Service("thematicMeetings")
public class ThematicMeetings {

    /** The township's own meeting. */
    public static final String TOWN = "town";

    private static final String SCAN = "THEMATIC_MEETING";
    private static final String RECORDED = "THEMATIC_MEETING_RECORDED";

    private final MeetingStore store;
    private final MeetingHands hands;
    private final OtherHands otherHands;
    private final Comparisons comparisons;
    private final CaseCalendar calendar;
    private final InspectedOrganisations organisations;
    private final StoredFiles files;
    private final Trail trail;

    ThematicMeetings(
            MeetingStore store,
            MeetingHands hands,
            OtherHands otherHands,
            Comparisons comparisons,
            CaseCalendar calendar,
            InspectedOrganisations organisations,
            StoredFiles files,
            Trail trail) {
        this.store = store;
        this.hands = hands;
        this.otherHands = otherHands;
        this.comparisons = comparisons;
        this.calendar = calendar;
        this.organisations = organisations;
        this.files = files;
        this.trail = trail;
    }

    /** What the case owes and how each stands: the township's first, then those of its villages. */
    @Transactional(readOnly = true)
    public List<Meeting> of(CaseKey key) {
        return store.of(key);
    }

    /** @throws NoSuchElementException for a place that is not of this case */
    @Transactional(readOnly = true)
    public Meeting get(CaseKey key, String code) {
        return store.of(key).stream()
                .filter(meeting -> meeting.code().equals(code))
                .findFirst()
                .orElseThrow(NoSuchElementException::new);
    }

    /** Meetings that were neither held nor excused by an accepted reason. */
    public List<Meeting> missing(CaseKey key) {
        return store.of(key).stream()
                .filter(meeting -> meeting.standing() != MeetingStanding.ACCEPTED)
                .toList();
    }

    /** For the model: codes of the villages that owe a meeting. */
    public List<String> villages(String roundId, String organisationId) {
        return store.of(new CaseKey(roundId, organisationId)).stream()
                .filter(meeting -> !meeting.ofTown())
                .map(Meeting::code)
                .toList();
    }

    /** For the model: whether the latest record says that it was held. */
    public boolean held(String roundId, String organisationId, String code) {
        return get(new CaseKey(roundId, organisationId), code).held();
    }

    /** For the model: whether the level above accepted. */
    public boolean accepted(String roundId, String organisationId, String code) {
        return get(new CaseKey(roundId, organisationId), code).standing() == MeetingStanding.ACCEPTED;
    }

    /**
     * Records one meeting. A village's counts at once; the township's waits for the Secretary, and every reason for having
     * held none waits for the level above.
     *
     * @throws Refusal by anybody but who records it, without record or scan, without a reason, while the township's team
     *     owes comparison texts without a reason, or when it was recorded before
     */
    @Transactional
    public void record(String actor, CaseKey key, String code, MeetingEntry entry) {
        hands.demandRecorder(actor, key, code);
        organisations.lock(key);
        var meeting = get(key, code);
        if (!meeting.standing().open()) {
            throw Refusal.of("“" + meeting.name() + "”已经登记，无需重复登记。");
        }
        var violations = new Violations();
        entry.check(violations, meeting.name(), calendar.feedbackOn(key), calendar.today());
        if (meeting.ofTown() && entry.held()) {
            comparisons.checkMissing(violations, key);
        }
        violations.refuseAny();
        var onBehalfOf = hands.onBehalfOf(actor, key, code, entry.onBehalfOf());
        var scan = entry.held() ? attach(key, code, entry.scanFile()) : null;
        var standing = meeting.ofTown() || !entry.held() ? MeetingStanding.SUBMITTED : MeetingStanding.ACCEPTED;
        store.insert(actor, key, code, entry, scan, onBehalfOf, standing);
        trail.organisation(actor, key.roundId(), key.organisationId(), RECORDED, facts(code, entry, scan, onBehalfOf));
    }

    /**
     * The level above confirms, accepts a reason, or returns.
     *
     * @throws Refusal by anybody but the level above, without a decision, while nothing waits for one, or for a substitute
     *     of the Secretary who recorded it
     */
    @Transactional
    public void decide(String actor, CaseKey key, String code, MeetingDecision decision) {
        var meeting = get(key, code);
        hands.demandDecider(actor, key, meeting);
        decision.check();
        organisations.lock(key);
        if (get(key, code).standing() != MeetingStanding.SUBMITTED) {
            throw Refusal.of("“" + meeting.name() + "”目前没有需要确认的事项。");
        }
        if (decision.accepted() && (meeting.held() || !meeting.ofTown())) {
            otherHands.demand(actor, Role.PARTY_SECRETARY, key, RECORDED, "meeting", code);
        }
        store.decide(actor, key, code, decision);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("meeting", code);
        facts.put("held", meeting.held());
        facts.put("remark", decision.remark());
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                decision.accepted() ? "THEMATIC_MEETING_ACCEPTED" : "THEMATIC_MEETING_RETURNED",
                facts);
        if (meeting.ofTown() && decision.accepted()) {
            comparisons.meetingIsOver(key);
        }
    }

    private String attach(CaseKey key, String code, @Nullable String scanFile) {
        var file = FileIds.one(scanFile).orElseThrow(() -> Refusal.of("scanFile", "请上传会议记录扫描件。"));
        try {
            files.demand(file, key.roundId(), key.organisationId());
        } catch (Refusal refusal) {
            throw Refusal.of("scanFile", refusal.getMessage());
        }
        if (TOWN.equals(code)) {
            files.attach(file, null, SCAN);
        } else {
            files.attachToVillage(file, code, SCAN);
        }
        return file;
    }

    private static Map<String, Object> facts(
            String code, MeetingEntry entry, @Nullable String scan, @Nullable String onBehalfOf) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("meeting", code);
        if (entry.held()) {
            facts.put("heldOn", String.valueOf(entry.heldOn()));
            facts.put("scanFile", scan);
        } else {
            facts.put("reason", entry.reason());
        }
        if (onBehalfOf != null) {
            facts.put("onBehalfOf", onBehalfOf);
        }
        return facts;
    }
}
