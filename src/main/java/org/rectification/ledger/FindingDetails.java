package org.rectification.ledger;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.rectification.finding.Claim;
import org.rectification.finding.Claims;
import org.rectification.finding.CoOwner;
import org.rectification.finding.CoOwners;
import org.rectification.finding.EvidenceItem;
import org.rectification.finding.FindingEvidence;
import org.rectification.finding.FindingSection;
import org.rectification.finding.FindingSection.Section;
import org.rectification.finding.ImmediateNotices;
import org.rectification.finding.MeasureReport;
import org.rectification.finding.MeasureReports;
import org.rectification.finding.OfficeHolders;
import org.rectification.finding.Verdict;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything about one finding, for one readable page; a fixed number of statements however long its history. */
@Service
public class FindingDetails {

    private final Ledger ledger;
    private final FindingHistory history;
    private final ObjectProvider<FindingSection> sections;
    private final FindingEvidence evidence;
    private final Claims claims;
    private final MeasureReports measures;
    private final CoOwners coOwners;
    private final OfficeHolders officeHolders;
    private final ImmediateNotices notices;
    private final JdbcClient jdbc;

    FindingDetails(
            Ledger ledger,
            FindingHistory history,
            ObjectProvider<FindingSection> sections,
            FindingEvidence evidence,
            Claims claims,
            MeasureReports measures,
            CoOwners coOwners,
            OfficeHolders officeHolders,
            ImmediateNotices notices,
            JdbcClient jdbc) {
        this.ledger = ledger;
        this.history = history;
        this.sections = sections;
        this.evidence = evidence;
        this.claims = claims;
        this.measures = measures;
        this.coOwners = coOwners;
        this.officeHolders = officeHolders;
        this.notices = notices;
        this.jdbc = jdbc;
    }

    /** Empty when there is no such finding for this person. */
    @Transactional(readOnly = true)
    public Optional<Detail> of(String personId, String findingId) {
        return ledger.find(personId, findingId).map(row -> detail(personId, row));
    }

    private Detail detail(String personId, LedgerRow row) {
        var moves = history.moves(row.id());
        var reports = measures.of(row.id());
        return new Detail(
                row,
                plan(row.id()),
                result(row.id()),
                new Dates(row.originalDueOn(), row.dueOn(), history.dueDayChanges(moves)),
                row.immediate() ? notices.of(personId, row.id()).orElse(null) : null,
                history.planVersions(row.id()),
                moves,
                history.warnings(row.id()),
                evidence.of(row.id()),
                claims.of(row.id()),
                reports,
                coOwners.of(row.id()),
                officeHolders.of(row.id()),
                names(reports),
                links(personId, row),
                sections.orderedStream()
                        .flatMap(section -> section.of(row.id(), personId).stream())
                        .toList());
    }

    /** Of everybody who reported a measure with a login. */
    private Map<String, String> names(List<MeasureReport> reports) {
        var names = new HashMap<String, String>();
        jdbc.sql("select id, name from rectification.person where id = any (?)")
                .param(reports.stream()
                        .flatMap(report -> Stream.of(report.doneBy(), report.filledInBy()))
                        .filter(Objects::nonNull)
                        .toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("id"), row.getString("name"));
                });
        return names;
    }

    @Nullable private Plan plan(String findingId) {
        return jdbc.sql(
                        """
                        select pl.*, d.name as drafter_name, fi.name as filled_in_name,
                               cp.title || '（镇级责任领导：' || cl.name || '）' as common,
                               (select jsonb_agg(jsonb_build_object('horizon', m.horizon, 'text', m.text, 'dueOn', m.due_on)
                                       order by m.position)
                                  from rectification.plan_measure m where m.finding_id = pl.finding_id) as measures
                          from rectification.plan_line pl
                          join rectification.person d on d.id = pl.drafter
                          left join rectification.person fi on fi.id = pl.filled_in_by
                          left join rectification.common_problem cp on cp.id = pl.common_id
                          left join rectification.person cl on cl.id = cp.leader
                         where pl.finding_id = ?""")
                .param(findingId)
                .query((row, number) -> new Plan(
                        row.getString("root_cause"),
                        row.getString("similar_check"),
                        row.getString("goal"),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("measures"),
                        row.getString("no_now_reason"),
                        row.getString("no_lasting_reason"),
                        row.getString("owner_reason"),
                        row.getString("drafter_name"),
                        row.getString("filled_in_name"),
                        row.getString("common")))
                .optional()
                .orElse(null);
    }

    @Nullable private Result result(String findingId) {
        return jdbc.sql(
                        """
                        select f.*, d.name as doer_name, i.name as filled_in_name, x.name as verifier_name,
                               k.name as confirmer_name,
                               (select string_agg(coalesce(p.name, r), '、' order by r) from unnest(f.reviewers) r
                                  left join rectification.person p on p.id = r) as reviewer_names
                          from rectification.finding f
                          left join rectification.person d on d.id = f.doer
                          left join rectification.person i on i.id = f.filled_in_by
                          left join rectification.person x on x.id = f.verified_by
                          left join rectification.person k on k.id = f.confirmed_by
                         where f.id = ? and f.result is not null""")
                .param(findingId)
                .query((row, number) -> new Result(
                        row.getString("result"),
                        row.getString("measures_done"),
                        row.getString("doer_name"),
                        row.getString("filled_in_name"),
                        row.getBigDecimal("claimed_amount"),
                        row.getString("reviewer_names"),
                        row.getString("verdict") == null
                                ? null
                                : Verdict.valueOf(row.getString("verdict")).label(),
                        row.getString("verifier_name"),
                        row.getString("confirmer_name")))
                .optional()
                .orElse(null);
    }

    /** What it goes back to, and what goes back to it; only what the person may see. */
    private List<Link> links(String personId, LedgerRow row) {
        return ledger.linked(personId, row).stream()
                .map(other -> new Link(
                        relation(row, other),
                        other.id(),
                        (other.villageName() == null ? "镇本级" : other.villageName()) + "第" + other.number() + "号问题“"
                                + other.title() + "”（" + other.stateLabel() + "）"))
                .toList();
    }

    private static String relation(LedgerRow row, LedgerRow other) {
        if (other.id().equals(row.recurrenceOf())) {
            return "本问题是以下已销号问题的反弹";
        }
        if (other.id().equals(row.generalisedFrom())) {
            return "本问题由以下问题举一反三自查发现";
        }
        return row.id().equals(other.recurrenceOf()) ? "本问题销号后反弹为" : "由本问题举一反三自查发现";
    }

    public record Detail(
            LedgerRow finding,
            @Nullable Plan plan,
            @Nullable Result result,
            Dates dates,
            @Nullable ImmediateNotices.Notice immediate,
            List<FindingHistory.PlanVersion> planVersions,
            List<FindingHistory.Move> moves,
            List<FindingHistory.Warned> warnings,
            List<EvidenceItem> evidence,
            List<Claim> claims,
            List<MeasureReport> measureReports,
            List<CoOwner> coOwners,
            List<OfficeHolders.Holder> officeHolders,
            Map<String, String> names,
            List<Link> links,
            List<Section> sections) {}

    /**
     * The plan line as it stands; owners stand at the finding itself.
     *
     * @param common what it has in common with other villages, and the township leader who answers for that (S17)
     */
    public record Plan(
            @Nullable String rootCause,
            @Nullable String similarCheck,
            @Nullable String goal,
            @Nullable LocalDate dueOn,
            @Nullable @JsonRawValue String measures,
            @Nullable String noNowReason,
            @Nullable String noLastingReason,
            @Nullable String ownerReason,
            String drafter,
            @Nullable String filledInBy,
            @Nullable String common) {}

    /** The result in hand. */
    public record Result(
            String text,
            @Nullable @JsonRawValue String measures,
            @Nullable String doer,
            @Nullable String filledInBy,
            @Nullable BigDecimal claimedAmount,
            @Nullable String reviewers,
            @Nullable String verdict,
            @Nullable String verifier,
            @Nullable String confirmer) {}

    /** @param changes how often the date moved since it was first set */
    public record Dates(LocalDate original, LocalDate current, int changes) {}

    /** Another finding that has to do with this one. */
    public record Link(String relation, String finding, String label) {}
}
