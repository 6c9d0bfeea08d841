package org.rectification.closure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.people.Role;
import org.rectification.period.PersonalActs;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.signoff.Signatures;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The joint review of the two signed reports: passed, or returned with a reason and then drafted and signed anew. */
@Service
public class ReportReviews {

    private static final int REASON = 2_000;

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final InspectedOrganisations organisations;
    private final PersonalActs acts;
    private final Trail trail;
    private final Clock clock;

    ReportReviews(
            JdbcClient jdbc,
            Signatures signatures,
            InspectedOrganisations organisations,
            PersonalActs acts,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.signatures = signatures;
        this.organisations = organisations;
        this.acts = acts;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The inspection office records how the review ended.
     *
     * @return whether the reports passed
     * @throws Refusal for anybody else, before the edition is signed, once reports have passed, or for an incomplete entry
     */
    @Transactional
    public boolean review(String actor, CaseKey key, ReviewEntry entry) {
        acts.demand(actor, Role.INSPECTION_OFFICE);
        organisations.lock(key);
        var former = all(key);
        if (former.stream().anyMatch(ReportReview::accepted)) {
            throw Refusal.of("整改报告已经审核通过，不能重复审核。");
        }
        var accepted = Decision.accepts(entry.decision());
        var edition = former.size() + 1;
        demandComplete(entry, accepted, signedOn(key, edition));
        var review = new ReportReview(
                edition,
                entry.reviewedOn(),
                entry.bodies().stream().distinct().toList(),
                accepted,
                accepted ? null : entry.reason());
        insert(actor, key, review);
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                accepted ? "REPORTS_ACCEPTED" : "REPORTS_RETURNED",
                Map.of("review", review.number(), "reason", accepted ? "" : entry.reason()));
        return accepted;
    }

    /** Every review of the case, the first one first. */
    public List<ReportReview> all(CaseKey key) {
        return jdbc.sql(
                        """
                        select number, reviewed_on, bodies, accepted, reason from rectification.report_review
                         where round_id = ? and organisation_id = ? order by number""")
                .params(key.roundId(), key.organisationId())
                .query((row, number) -> new ReportReview(
                        row.getInt("number"),
                        row.getObject("reviewed_on", LocalDate.class),
                        Arrays.stream((String[]) row.getArray("bodies").getArray())
                                .map(ReviewBody::valueOf)
                                .toList(),
                        row.getBoolean("accepted"),
                        row.getString("reason")))
                .list();
    }

    private void demandComplete(ReviewEntry entry, boolean accepted, LocalDate signedOn) {
        var day = entry.reviewedOn();
        var violations = new Violations()
                .require(day != null, "reviewedOn", "请填写联合审核日期。")
                .require(day == null || !day.isBefore(signedOn), "reviewedOn", "联合审核日期不得早于真实性签字背书之日（" + signedOn + "）。")
                .require(day == null || !day.isAfter(LocalDate.now(clock)), "reviewedOn", "联合审核日期不得晚于今天。")
                .require(
                        entry.bodies() != null
                                && !entry.bodies().isEmpty()
                                && entry.bodies().stream().allMatch(body -> body != null),
                        "bodies",
                        "请选择参加联合审核的单位。");
        if (!accepted) {
            violations.requireText(entry.reason(), "reason", "退回理由", REASON);
        }
        violations.refuseAny();
    }

    /** Each review is of a newly signed edition: what was returned is signed again before it is looked at again. */
    private LocalDate signedOn(CaseKey key, int edition) {
        return signatures
                .latest(key)
                .filter(signature -> signature.edition() == edition)
                .map(signature -> LocalDate.ofInstant(signature.signedAt(), ShanghaiTime.ZONE))
                .orElseThrow(() -> Refusal.of("整改报告尚未签字背书，不能审核。"));
    }

    private void insert(String actor, CaseKey key, ReportReview review) {
        jdbc.sql(
                        """
                        insert into rectification.report_review
                            (round_id, organisation_id, number, reviewed_on, bodies, accepted, reason, recorded_by,
                             recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.roundId(),
                        key.organisationId(),
                        review.number(),
                        review.reviewedOn(),
                        review.bodies().stream().map(Enum::name).toArray(String[]::new),
                        review.accepted(),
                        review.reason(),
                        actor,
                        OffsetDateTime.now(clock))
                .update();
    }
}
