package org.rectification.strikeoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rectification.deadline.Profiles;
import org.rectification.finding.ClaimKind;
import org.rectification.finding.EvidenceKind;
import org.rectification.finding.FindingState;
import org.rectification.finding.ReportedResult.Horizon;
import org.rectification.finding.Verdict;
import org.rectification.people.Visibility.Condition;
import org.rectification.strikeoff.Slip.Act;
import org.rectification.strikeoff.Slip.Claim;
import org.rectification.strikeoff.Slip.Evidence;
import org.rectification.strikeoff.Slip.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** Reads slips: five statements for all of them together, however many they are. */
@Repository
class SlipStore {

    private static final Map<String, String> STANDINGS =
            Map.of("ACCEPTED", "已认定", "CLAIMED", "待认定", "RETURNED", "随退回失效", "WITHDRAWN", "已撤回");

    private final JdbcClient jdbc;
    private final Profiles profiles;
    private final Clock clock;

    SlipStore(JdbcClient jdbc, Profiles profiles, Clock clock) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** @param condition on finding {@code f}, case {@code c} and batch {@code b} */
    List<String> ids(String condition, Map<String, Object> params, Condition seen, int most) {
        var all = new HashMap<String, Object>(seen.params());
        all.putAll(params);
        return jdbc.sql(
                        """
                        select f.id from rectification.finding f
                          join rectification.inspected_organisation c using (round_id, organisation_id)
                          join rectification.sub_ledger s on s.id = f.sub_ledger_id
                          left join rectification.strike_off_batch_finding b on b.finding_id = f.id
                         where %s and (%s) order by f.round_id, c.position, s.position, f.position limit :most"""
                                .formatted(condition, seen.sql()))
                .params(all)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** In the order of the ids. */
    List<Slip> slips(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var measures = measures(ids);
        var evidence = evidence(ids);
        var claims = claims(ids);
        var acts = acts(ids);
        return jdbc.sql(
                        """
                        select f.*, c.name as organisation_name, r.profile, coalesce(v.name, '镇本级') as place, l.root_cause, l.goal,
                               le.name as leader_name, pe.name as person_name, d.name as doer_name, i.name as filled_in_name,
                               ve.name as verifier_name, co.name as confirmer_name,
                               '第' || b.number || '批' || coalesce('（' || b.met_on || '会议通报，纪要' || b.minutes_number || '）', '（待会议通报）') as batch,
                               coalesce('第' || vi.number || '次现场核验清单（' || vi.visited_on || '，签名人员：' || vi.participants || '）',
                                        '没有签名清单，理由：' || sc.no_sheet_reason) as site_check
                          from rectification.finding f
                          join unnest(:ids::text[]) with ordinality as asked (id, position) on asked.id = f.id
                          join rectification.inspected_organisation c using (round_id, organisation_id)
                          join rectification.round r on r.id = f.round_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                          left join rectification.plan_line l on l.finding_id = f.id
                          left join rectification.person le on le.id = f.responsible_leader
                          left join rectification.person pe on pe.id = f.responsible_person
                          left join rectification.person d on d.id = f.doer
                          left join rectification.person i on i.id = f.filled_in_by
                          left join rectification.person ve on ve.id = f.verified_by
                          left join rectification.person co on co.id = f.confirmed_by
                          left join rectification.strike_off_batch_finding bf on bf.finding_id = f.id
                          left join rectification.strike_off_batch b on b.id = bf.batch_id
                          left join rectification.site_check sc on sc.finding_id = f.id and sc.attempt = f.returns
                          left join rectification.visit vi on vi.id = sc.visit_id
                         order by asked.position""")
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) -> slip(row, measures, evidence, claims, acts))
                .list();
    }

    private Slip slip(
            ResultSet row,
            Map<String, List<Measure>> measures,
            Map<String, List<Evidence>> evidence,
            Map<String, List<Claim>> claims,
            Map<String, List<Act>> acts)
            throws SQLException {
        var id = row.getString("id");
        var struckOffAt = row.getObject("struck_off_at", OffsetDateTime.class);
        var doer = row.getString("doer_name");
        return new Slip(
                id,
                row.getString("organisation_name"),
                row.getString("place"),
                row.getString("number"),
                profiles.areaLabel(row.getString("profile"), row.getString("area")),
                row.getString("title"),
                row.getString("problem"),
                row.getString("opinion"),
                row.getString("root_cause"),
                row.getString("goal"),
                row.getString("leader_name"),
                row.getString("responsible_branch"),
                row.getString("person_name"),
                row.getObject("original_due_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                FindingState.valueOf(row.getString("state")).label(),
                row.getString("result"),
                // Somebody without a login stands in the ledger under the name that was typed.
                doer == null ? row.getString("doer") : doer,
                row.getString("filled_in_name"),
                row.getString("verifier_name"),
                row.getString("confirmer_name"),
                struckOffAt == null ? null : day(struckOffAt),
                row.getString("batch"),
                measures.getOrDefault(id, List.of()),
                evidence.getOrDefault(id, List.of()),
                claims.getOrDefault(id, List.of()),
                acts.getOrDefault(id, List.of()),
                row.getString("site_check"));
    }

    /** Planned measures with the report that stands, then reports that no plan names. */
    private Map<String, List<Measure>> measures(List<String> ids) {
        var measures = new HashMap<String, List<Measure>>();
        jdbc.sql(
                        """
                        select coalesce(m.finding_id, r.finding_id) as finding, coalesce(m.horizon, r.horizon) as kind, m.text as planned,
                               r.done_on, nullif(concat_ws('：', case when m.text is distinct from r.text then r.text end, r.report), '') as more,
                               r.id is not null as reported
                          from (select * from rectification.plan_measure where finding_id in (:ids)) m
                          full join (select * from rectification.measure_report
                                      where finding_id in (:ids) and withdrawn_at is null) r on r.measure_id = m.id
                         order by 1, m.position nulls last, r.reported_at, r.id""")
                .param("ids", ids)
                .query(row -> {
                    var more = row.getString("more");
                    measures.computeIfAbsent(row.getString("finding"), id -> new ArrayList<>())
                            .add(new Measure(
                                    Horizon.valueOf(row.getString("kind")).label(),
                                    row.getString("planned"),
                                    !row.getBoolean("reported") ? null : more == null ? "已按方案完成" : more,
                                    row.getObject("done_on", LocalDate.class)));
                });
        return measures;
    }

    private Map<String, List<Evidence>> evidence(List<String> ids) {
        var evidence = new HashMap<String, List<Evidence>>();
        jdbc.sql(
                        """
                        select e.finding_id, e.kind, e.represents_on, coalesce(s.name, '涉密材料文号：' || e.document_number) as name,
                               s.sha256, s.uploaded_at
                          from rectification.evidence e left join rectification.stored_file s on s.id = e.file_id
                         where e.finding_id in (:ids) order by e.finding_id, e.given_at, e.id""")
                .param("ids", ids)
                .query(row -> {
                    var uploadedAt = row.getObject("uploaded_at", OffsetDateTime.class);
                    evidence.computeIfAbsent(row.getString("finding_id"), id -> new ArrayList<>())
                            .add(new Evidence(
                                    EvidenceKind.valueOf(row.getString("kind")).label(),
                                    row.getString("name"),
                                    row.getObject("represents_on", LocalDate.class),
                                    uploadedAt == null ? null : day(uploadedAt),
                                    row.getString("sha256")));
                });
        return evidence;
    }

    private Map<String, List<Claim>> claims(List<String> ids) {
        var claims = new HashMap<String, List<Claim>>();
        jdbc.sql(
                        """
                        select finding_id, kind, quantity, text, standing from rectification.claim_standing
                         where finding_id in (:ids) order by finding_id, claimed_at, id""")
                .param("ids", ids)
                .query(row -> {
                    var kind = ClaimKind.valueOf(row.getString("kind"));
                    claims.computeIfAbsent(row.getString("finding_id"), id -> new ArrayList<>())
                            .add(new Claim(
                                    kind.label(),
                                    row.getBigDecimal("quantity")
                                                    .stripTrailingZeros()
                                                    .toPlainString()
                                            + kind.unit(),
                                    row.getString("text"),
                                    STANDINGS.get(row.getString("standing"))));
                });
        return claims;
    }

    /** What people did to the finding; the trail says who, when and why. */
    private Map<String, List<Act>> acts(List<String> ids) {
        var acts = new HashMap<String, List<Act>>();
        jdbc.sql(
                        """
                        select e.finding_id, e.at, e.kind, coalesce(p.name, e.actor) as who, e.note,
                               (select x.after ->> 'returned_as' from rectification.event x
                                 where x.finding_id = e.finding_id and x.id <= e.id and x.after ->> 'returned_as' is not null
                                 order by x.id desc limit 1) as returned_as,
                               e.after ->> 'verdict' as verdict
                          from rectification.event e left join rectification.person p on p.id = e.actor
                         where e.finding_id in (:ids) and e.kind in
                               ('RESULT_REPORTED', 'REVIEW_PASSED', 'RETURNED', 'VERIFIED', 'VERIFICATION_CONFIRMED', 'STRUCK_OFF')
                         order by e.finding_id, e.id""")
                .param("ids", ids)
                .query(row -> {
                    acts.computeIfAbsent(row.getString("finding_id"), id -> new ArrayList<>())
                            .add(new Act(
                                    row.getObject("at", OffsetDateTime.class),
                                    row.getString("kind"),
                                    row.getString("who"),
                                    row.getString("note"),
                                    row.getString("kind").equals("RETURNED")
                                            ? row.getString("returned_as")
                                            : label(row.getString("verdict"))));
                });
        return acts;
    }

    private static @Nullable String label(@Nullable String verdict) {
        return verdict == null ? null : Verdict.valueOf(verdict).label();
    }

    private LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(clock.getZone()).toLocalDate();
    }
}
