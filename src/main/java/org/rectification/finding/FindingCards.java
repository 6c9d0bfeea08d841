package org.rectification.finding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.deadline.Provisional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Puts a finding into words for the people who work on it. */
@Component
public class FindingCards {

    private static final String NONE = "无";

    private final JdbcClient jdbc;
    private final FindingStore store;
    private final SiteChecks siteChecks;
    private final FindingEvidence evidence;
    private final Claims claims;
    private final MeasureReports reports;
    private final CoOwners coOwners;
    private final ExtensionStore extensions;
    private final LongTermReviewStore reviews;
    private final LimitMarks marks;

    FindingCards(
            JdbcClient jdbc,
            FindingStore store,
            SiteChecks siteChecks,
            FindingEvidence evidence,
            Claims claims,
            MeasureReports reports,
            CoOwners coOwners,
            ExtensionStore extensions,
            LongTermReviewStore reviews,
            LimitMarks marks) {
        this.jdbc = jdbc;
        this.store = store;
        this.siteChecks = siteChecks;
        this.evidence = evidence;
        this.claims = claims;
        this.reports = reports;
        this.coOwners = coOwners;
        this.extensions = extensions;
        this.reviews = reviews;
        this.marks = marks;
    }

    public String title(String findingId) {
        return store.get(findingId).facts().title();
    }

    public FindingCard of(String findingId) {
        var finding = store.get(findingId);
        var facts = finding.facts();
        var life = finding.life();
        var owners = finding.owners().orElseThrow();
        var names = names(finding);
        var result = life.result;
        var extension = extensions.last(findingId).filter(last -> !Boolean.TRUE.equals(last.approved()));
        return new FindingCard(
                facts.number(),
                facts.title(),
                place(facts),
                facts.problem(),
                words(facts.opinion()),
                names.get(owners.leader()),
                owners.branch(),
                names.get(owners.person()),
                finding.dueOn() + Provisional.mark(marks.isProvisional(findingId)),
                finding.state().label(),
                String.valueOf(finding.returns()),
                words(returned(life.returnedAs, life.returnReason)),
                name(names, life.doer),
                name(names, life.filledInBy),
                result == null ? NONE : result.text(),
                result == null ? NONE : measures(result),
                ProofWords.claims(claims.of(findingId)),
                ProofWords.evidence(evidence.of(findingId)),
                ProofWords.reports(reports.of(findingId)),
                ProofWords.coOwners(coOwners.of(findingId)),
                life.verdict == null ? NONE : life.verdict.label(),
                name(names, life.verifiedBy),
                life.nextReviewOn == null ? NONE : life.nextReviewOn.toString(),
                proposal(findingId),
                life.extensions == 0 ? NONE : "已延期" + life.extensions + "次，原定" + life.originalDueOn,
                extension.map(this::words).orElse(NONE),
                extension.map(last -> last.level().label()).orElse(NONE),
                extension.filter(last -> !last.level().ofABody()).isPresent(),
                reviews.last(findingId)
                        .map(last -> last.conclusion().label() + "：" + last.reason())
                        .orElse(NONE));
    }

    /** The card, and whether a signed sheet of a visit is at hand ({@code sheet}) or missing ({@code sheetMissing}). */
    public Verified forVerification(String findingId) {
        var finding = store.get(findingId);
        var missing = SiteChecks.onSite(finding) && siteChecks.sheetOf(finding).isEmpty();
        var sheet = !SiteChecks.onSite(finding) ? "本问题不要求" : missing ? "尚未上传签名件" : "已上传签名件";
        return new Verified(of(findingId), sheet, missing);
    }

    /** A card for whoever verifies. */
    public record Verified(@JsonUnwrapped FindingCard card, String sheet, boolean sheetMissing) {}

    private Map<String, String> names(Finding finding) {
        var owners = finding.owners().orElseThrow();
        var life = finding.life();
        var people = Stream.of(owners.leader(), owners.person(), life.doer, life.filledInBy, life.verifiedBy)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        var names = new HashMap<String, String>();
        jdbc.sql("select id, name from rectification.person where id = any (?)")
                .param(people)
                .query(row -> {
                    names.put(row.getString("id"), row.getString("name"));
                });
        return names;
    }

    /** Supervisors look after several townships, so the township is named as well. */
    private String place(FindingFacts facts) {
        return jdbc.sql(
                        """
                        select o.name || coalesce('，' || v.name, '（镇本级）')
                          from rectification.inspected_organisation o
                          left join rectification.village v
                            on v.round_id = o.round_id and v.organisation_id = o.organisation_id and v.code = ?
                         where o.round_id = ? and o.organisation_id = ?""")
                .params(facts.villageCode(), facts.roundId(), facts.organisationId())
                .query(String.class)
                .single();
    }

    private String proposal(String findingId) {
        return jdbc.sql(
                        """
                        select new_due_on, reason from rectification.continuation
                         where finding_id = ? and decided_at is null""")
                .param(findingId)
                .query((row, number) -> "拟延长至" + row.getString("new_due_on") + "：" + row.getString("reason"))
                .optional()
                .orElse(NONE);
    }

    private String words(Extension extension) {
        var who = jdbc.sql("select name from rectification.person where id = ?")
                .param(extension.requestedBy())
                .query(String.class)
                .optional()
                .orElse(extension.requestedBy());
        var asked = who + "申请由" + extension.formerDueOn() + "延至" + extension.newDueOn() + "：" + extension.reason();
        return extension.approved() == null ? asked : asked + "（未同意：" + extension.remark() + "）";
    }

    private static String measures(ReportedResult result) {
        return result.measures().stream()
                .map(measure ->
                        "（" + measure.kind().label() + "）" + measure.text() + (measure.corrects() ? "" : "〔仅问责下级〕"))
                .collect(Collectors.joining("；"));
    }

    /** The notice of a return: what was decided, then why. */
    public static @Nullable String returned(@Nullable String as, @Nullable String reason) {
        return as == null ? reason : as + "。理由：" + reason;
    }

    /** Somebody without a login stands in the ledger under the name that was typed. */
    private static String name(Map<String, String> names, @Nullable String person) {
        return person == null ? NONE : names.getOrDefault(person, person);
    }

    private static String words(@Nullable String text) {
        return text == null || text.isBlank() ? NONE : text;
    }
}
