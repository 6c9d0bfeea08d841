package org.rectification.finding;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.rectification.finding.VerificationWork.VerdictEntry;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a verification on site rests on: the signed sheet of a visit, or the stated reason why there was none. */
@Component
public class SiteChecks {

    private static final Set<String> ON_SITE = Set.of("R3", "R4");
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final ObjectProvider<SignedSheets> sheets;
    private final Clock clock;

    SiteChecks(JdbcClient jdbc, ObjectProvider<SignedSheets> sheets, Clock clock) {
        this.jdbc = jdbc;
        this.sheets = sheets;
        this.clock = clock;
    }

    /** Whether the rule that routed the result asks for a look on site. */
    public static boolean onSite(Finding finding) {
        var routing = finding.life().routing;
        return routing != null && ON_SITE.contains(routing.rule());
    }

    /** Id of the visit whose signed sheet lists the result in hand. */
    public Optional<String> sheetOf(Finding finding) {
        return sheet(finding, finding.returns());
    }

    /**
     * @param attempt how often the finding had been returned before this verdict
     * @throws Refusal on site without a signed sheet and without a reason
     */
    void record(String verifier, Finding finding, int attempt, VerdictEntry entry) {
        if (!onSite(finding)) {
            return;
        }
        var visit = sheet(finding, attempt);
        var reason = visit.isPresent() ? null : entry.noSheetReason();
        if (visit.isEmpty() && (reason == null || reason.isBlank())) {
            throw Refusal.of("noSheetReason", "村级问题须现场核验：请先在“拟去核验”中上传本次现场核验清单的签名件；没有签名件的，写明理由。");
        }
        new Violations()
                .optionalText(reason, "noSheetReason", "没有签名件的理由", LONGEST_REASON)
                .refuseAny();
        jdbc.sql(
                        """
                        insert into rectification.site_check
                            (finding_id, attempt, visit_id, no_sheet_reason, verdict, reason, verified_by, verified_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (finding_id, attempt) do update set visit_id = excluded.visit_id,
                            no_sheet_reason = excluded.no_sheet_reason, verdict = excluded.verdict, reason = excluded.reason,
                            verified_by = excluded.verified_by, verified_at = excluded.verified_at""")
                .params(
                        finding.facts().id(),
                        attempt,
                        visit.orElse(null),
                        reason,
                        entry.verdict().name(),
                        entry.reason(),
                        verifier,
                        OffsetDateTime.now(clock))
                .update();
    }

    private Optional<String> sheet(Finding finding, int attempt) {
        return sheets.orderedStream()
                .flatMap(known -> known.of(finding.facts().id(), attempt).stream())
                .findFirst();
    }
}
