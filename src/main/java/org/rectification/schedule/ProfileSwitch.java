package org.rectification.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.deadline.DeadlineCalculator;
import org.rectification.deadline.Profile;
import org.rectification.deadline.Profiles;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisation;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.round.Rounds;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A round goes over to another profile (row 67), as long as nobody works by the old dates: until the first feedback
 * meeting is recorded. From then on reports, hearing and plan are arranged by them.
 */
@Service
public class ProfileSwitch {

    private static final int LONGEST_REASON = 200;

    private final Profiles profiles;
    private final DeadlineCalculator calculator;
    private final InspectedOrganisations organisations;
    private final Rounds rounds;
    private final CaseMover mover;
    private final OrganisationNames names;
    private final Duties duties;
    private final JdbcClient jdbc;
    private final Trail trail;
    private final TransactionTemplate transaction;

    ProfileSwitch(
            Profiles profiles,
            DeadlineCalculator calculator,
            InspectedOrganisations organisations,
            Rounds rounds,
            CaseMover mover,
            OrganisationNames names,
            Duties duties,
            JdbcClient jdbc,
            Trail trail,
            PlatformTransactionManager transactions) {
        this.profiles = profiles;
        this.calculator = calculator;
        this.organisations = organisations;
        this.rounds = rounds;
        this.mover = mover;
        this.names = names;
        this.duties = duties;
        this.jdbc = jdbc;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether the person is of the inspection office, which alone switches. */
    public boolean isOffered(String personId) {
        return duties.holds(personId, Role.INSPECTION_OFFICE);
    }

    public List<Profile> choices() {
        return profiles.all();
    }

    /** Why this round stays with its profile; empty when it may still be switched. */
    @Transactional(readOnly = true)
    public Optional<String> obstacle(String roundId) {
        return obstacle(cases(roundId).stream().map(organisations::get).toList());
    }

    private static Optional<String> obstacle(List<InspectedOrganisation> all) {
        if (all.stream().anyMatch(each -> each.has(Milestone.PLAN_ISSUED))) {
            return Optional.of("整改方案已印发，各项时限已经确定，不能更换期限口径。");
        }
        return all.stream().anyMatch(each -> each.has(Milestone.FEEDBACK_HELD))
                ? Optional.of("反馈会议已登记，各项工作已按现行期限安排，不能更换期限口径。")
                : Optional.empty();
    }

    /** Nothing is stored. */
    public Moves preview(String roundId, String profileId, String actor) {
        demandOffice(actor);
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return carryOut(roundId, profileId, "预览", actor);
        });
    }

    /**
     * The round follows the other profile from now on, and every date of it has moved.
     *
     * @param fingerprint of the preview that was confirmed
     * @throws Refusal without a reason, for a profile that does not fit, or when something else would move than was shown
     */
    public Moves confirm(String roundId, String profileId, String reason, String fingerprint, String actor) {
        demandOffice(actor);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.of("reason", "请填写更换理由，最多 " + LONGEST_REASON + " 个字。");
        }
        return transaction.execute(status -> {
            var done = carryOut(roundId, profileId, reason, actor);
            if (!done.fingerprint().equals(fingerprint)) {
                throw Refusal.of("fingerprint", "预览以后情况有了变化，请重新预览。");
            }
            return done;
        });
    }

    private Moves carryOut(String roundId, String profileId, String reason, String actor) {
        var cases = cases(roundId);
        var held = cases.stream().map(organisations::lock).toList();
        obstacle(held).ifPresent(sentence -> {
            throw Refusal.of("profile", sentence);
        });
        var profile = profiles.find(profileId).orElseThrow(() -> Refusal.of("profile", "没有这个期限口径。"));
        demandFitting(roundId, profile, held);
        var from = held.get(0).profile();
        var outcome = mover.move(
                cases,
                afterwards -> {
                    jdbc.sql("update rectification.round set profile = ? where id = ?")
                            .params(profileId, roundId)
                            .update();
                    afterwards.run();
                },
                actor,
                reason);
        trail.round(actor, roundId, "PROFILE_SWITCHED", Map.of("from", from, "to", profileId, "reason", reason));
        return Moves.of(outcome, names, from + profileId);
    }

    private void demandFitting(String roundId, Profile profile, List<InspectedOrganisation> held) {
        var violations = new ArrayList<Violation>();
        if (held.get(0).profile().equals(profile.id())) {
            violations.add(new Violation("profile", "本轮已使用这个期限口径。"));
        }
        for (var each : held) {
            var given = each.completeByGiven() ? each.completeBy() : null;
            calculator
                    .refusals(profile, each.feedbackOn(), given)
                    .forEach(no -> violations.add(new Violation("profile", each.name() + "：" + no.chinese() + "。")));
        }
        var known = profile.areas().value().stream().map(area -> area.code()).toList();
        var used = jdbc.sql("select distinct area from rectification.finding where round_id = ?")
                .param(roundId)
                .query(String.class)
                .list();
        if (!known.containsAll(used)) {
            violations.add(new Violation("profile", "这个期限口径的问题分类不含本轮已登记的分类。"));
        }
        Refusal.ifAny(violations);
    }

    /** Always in the same order, so that two who move dates never wait for each other. */
    private List<CaseKey> cases(String roundId) {
        return rounds.organisationIds(roundId).stream()
                .sorted()
                .map(organisationId -> new CaseKey(roundId, organisationId))
                .toList();
    }

    private void demandOffice(String actor) {
        if (!isOffered(actor)) {
            throw new AccessDeniedException("only the inspection office switches the profile of a round");
        }
    }
}
