package org.rectification.meeting;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.period.CaseLedger;
import org.rectification.period.PersonalActs;
import org.rectification.period.StoredJson;
import org.rectification.privacy.PersonalDataGuard;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.trail.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The comparison texts (对照检查材料) of the township's team (S38). Each is written by the member in person: nobody does it
 * in somebody's place. The trail tells that one was written, and its SHA-256, never a word of it.
 */
@Service("comparisons")
public class Comparisons {

    private static final int LONGEST_REASON = 500;

    /** The township's team: who owes a text. */
    private static final List<Role> TEAM = List.of(Role.PARTY_SECRETARY, Role.LEADERSHIP_MEMBER);

    private final ComparisonStore store;
    private final Portfolios portfolios;
    private final MeetingStore meetings;
    private final MeetingTasks tasks;
    private final Duties duties;
    private final PersonalActs acts;
    private final InspectedOrganisations organisations;
    private final PersonalDataGuard guard;
    private final StoredJson json;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    Comparisons(
            ComparisonStore store,
            Portfolios portfolios,
            MeetingStore meetings,
            MeetingTasks tasks,
            Duties duties,
            PersonalActs acts,
            InspectedOrganisations organisations,
            PersonalDataGuard guard,
            StoredJson json,
            Trail trail,
            ApplicationEventPublisher events) {
        this.store = store;
        this.portfolios = portfolios;
        this.meetings = meetings;
        this.tasks = tasks;
        this.duties = duties;
        this.acts = acts;
        this.organisations = organisations;
        this.guard = guard;
        this.json = json;
        this.trail = trail;
        this.events = events;
    }

    /** Everybody of the team owes one: the Secretary and each member of the leadership, once. */
    @Transactional
    public void open(CaseKey key) {
        store.open(
                key,
                TEAM.stream()
                        .flatMap(role -> duties.holders(key.organisationId(), role).stream())
                        .distinct()
                        .toList());
    }

    /** For the model: who owes one. */
    public List<String> idsOf(String roundId, String organisationId) {
        return store.of(new CaseKey(roundId, organisationId)).stream()
                .map(ComparisonDuty::id)
                .toList();
    }

    /** For the model: whose it is to write. */
    public String memberOf(String comparisonId) {
        return demand(comparisonId).memberId();
    }

    /** Names of the members whose text is missing without a reason. */
    public List<String> missing(CaseKey key) {
        return store.of(key).stream()
                .filter(ComparisonDuty::missing)
                .map(ComparisonDuty::memberName)
                .toList();
    }

    /** Whether it is the person's own and can still be written: until the meeting was held and confirmed. */
    public boolean mayWrite(String personId, String comparisonId) {
        return store.find(comparisonId)
                .filter(duty -> duty.memberId().equals(personId) && !isOver(duty.key()))
                .isPresent();
    }

    /** @throws Refusal while it was not handed in */
    public void demandWritten(String comparisonId) {
        if (demand(comparisonId).missing()) {
            throw Refusal.of("请先在“对照检查”页写好并提交对照检查材料，提交后本任务自动办结。");
        }
    }

    /**
     * Hands in the text; handed in again it is a new version beside the former.
     *
     * @return SHA-256 of what was stored
     * @throws NoSuchElementException for anybody but the member
     * @throws Refusal with an aspect of the portfolio unanswered, or once the meeting is over
     */
    @Transactional
    public String handIn(String actor, String comparisonId, ComparisonEntry entry) {
        var duty = own(actor, comparisonId);
        organisations.lock(duty.key());
        if (isOver(duty.key())) {
            throw Refusal.of("专题民主生活会已经召开并确认，对照检查材料不能再改。");
        }
        var portfolio = portfolios.of(duty);
        var violations = new Violations();
        entry.check(
                violations,
                portfolio.aspects().stream().map(ComparisonText.Part::aspect).toList());
        violations.refuseAny();
        guard.check(actor, duty.roundId(), duty.organisationId(), null, entry);
        var content = json.write(written(portfolio, entry));
        var hash = CaseLedger.sha256(content);
        // Counted under the lock: two windows of one person must not make the same version.
        var version = demand(comparisonId).version() + 1;
        store.write(comparisonId, version, content, hash);
        trail.organisation(
                actor,
                duty.roundId(),
                duty.organisationId(),
                "COMPARISON_WRITTEN",
                Map.of("version", version, "sha256", hash));
        tasks.written(comparisonId);
        events.publishEvent(new ComparisonHandedIn(comparisonId));
        return hash;
    }

    private static ComparisonText written(ComparisonText portfolio, ComparisonEntry entry) {
        return new ComparisonText(portfolio.aspects().stream()
                .map(part -> {
                    var section = entry.of(part.aspect());
                    return new ComparisonText.Part(
                            part.aspect(), part.findings(), section.rootCause(), section.selfCheck());
                })
                .toList());
    }

    /** What the member was told at the meeting; added to, never overwritten. */
    @Transactional
    public void criticised(String actor, String comparisonId, CriticismEntry entry) {
        var duty = own(actor, comparisonId);
        entry.check();
        guard.check(actor, duty.roundId(), duty.organisationId(), null, entry);
        organisations.lock(duty.key());
        var position = store.criticisms(comparisonId).size() + 1;
        store.criticise(comparisonId, position, entry.critic(), entry.content());
        trail.organisation(
                actor,
                duty.roundId(),
                duty.organisationId(),
                "COMPARISON_CRITICISM_NOTED",
                Map.of("position", position, "sha256", CaseLedger.sha256(entry.critic() + "\n" + entry.content())));
    }

    /** Names every member whose text is missing without a reason. */
    void checkMissing(Violations violations, CaseKey key) {
        var names = missing(key);
        violations.require(
                names.isEmpty(), "outcome", String.join("、", names) + "尚未提交对照检查材料，也没有说明理由（在“专题会议”页说明），不能登记专题民主生活会。");
    }

    /**
     * The clerk says why a member will write none, such as somebody who has left; the Secretary reads it before confirming.
     *
     * @throws Refusal by anybody but the clerk, without a reason, or when the text is there
     */
    @Transactional
    public void excuse(String actor, CaseKey key, ExcuseEntry excuse) {
        acts.done(actor, Role.RECTIFICATION_OFFICE, key.organisationId(), () -> excuseAsClerk(actor, key, excuse));
    }

    private void excuseAsClerk(String actor, CaseKey key, ExcuseEntry excuse) {
        new Violations()
                .requireText(excuse.reason(), "reason", "未提交的理由", LONGEST_REASON)
                .refuseAny();
        organisations.lock(key);
        var duty = store.of(key).stream()
                .filter(each -> each.memberId().equals(excuse.member()))
                .findFirst()
                .orElseThrow(NoSuchElementException::new);
        if (!duty.missing()) {
            throw Refusal.of(duty.memberName() + "的对照检查材料已经提交或者已经说明理由。");
        }
        excuse(actor, duty, excuse.reason());
    }

    /** Somebody's office passed to another; who is still of the team goes on owing the text. */
    @Transactional
    void left(String actor, String organisationId, String member) {
        if (TEAM.stream().anyMatch(role -> duties.holds(member, role, organisationId))) {
            return;
        }
        store.of(member).stream()
                .filter(duty -> duty.missing() && duty.organisationId().equals(organisationId))
                .forEach(duty -> excuse(actor, duty, "职务变动，已不在班子"));
    }

    private void excuse(String actor, ComparisonDuty duty, String reason) {
        store.excuse(actor, duty.id(), reason);
        trail.organisation(
                actor,
                duty.roundId(),
                duty.organisationId(),
                "COMPARISON_EXCUSED",
                Map.of("member", duty.memberId(), "reason", reason));
        tasks.written(duty.id());
    }

    /** The meeting was held, or is not owed any more: nobody is asked to write. */
    void meetingIsOver(CaseKey key) {
        store.of(key).stream().filter(ComparisonDuty::missing).forEach(duty -> tasks.written(duty.id()));
    }

    private boolean isOver(CaseKey key) {
        return meetings.of(key).stream()
                .anyMatch(meeting -> meeting.ofTown() && meeting.standing() == MeetingStanding.ACCEPTED);
    }

    private ComparisonDuty own(String actor, String comparisonId) {
        return store.find(comparisonId)
                .filter(duty -> duty.memberId().equals(actor))
                .orElseThrow(NoSuchElementException::new);
    }

    private ComparisonDuty demand(String comparisonId) {
        return store.find(comparisonId).orElseThrow(NoSuchElementException::new);
    }
}
