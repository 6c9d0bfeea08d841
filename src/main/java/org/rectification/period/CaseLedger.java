package org.rectification.period;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.rectification.finding.FindingState;
import org.rectification.finding.Findings;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger as the reports of the period read it. Reports never carry figures that somebody typed. */
@Component
public class CaseLedger {

    private final Findings findings;
    private final JdbcClient jdbc;

    CaseLedger(Findings findings, JdbcClient jdbc) {
        this.findings = findings;
        this.jdbc = jdbc;
    }

    /** The name of the inspected organisation in this round; supervisors look after several. */
    public String organisation(CaseKey key) {
        return jdbc.sql(
                        "select name from rectification.inspected_organisation where round_id = ? and organisation_id = ?")
                .params(key.roundId(), key.organisationId())
                .query(String.class)
                .single();
    }

    public LedgerFigures figures(CaseKey key) {
        return LedgerFigures.of(findings.counts(key.roundId(), key.organisationId()));
    }

    /** Of what the inspection found: township list first, then village by village. */
    public List<UnfinishedFinding> unfinished(CaseKey key) {
        return unfinished(key, "f.origin = 'INSPECTION'");
    }

    /** What was added later, self-found or come back; its numbers are of series of their own. */
    public List<UnfinishedFinding> unfinishedAdded(CaseKey key) {
        return unfinished(key, "f.origin <> 'INSPECTION'");
    }

    /** Both, what the inspection found first: what the Secretary signs for leaves nothing out. */
    public List<UnfinishedFinding> everythingUnfinished(CaseKey key) {
        return Stream.concat(unfinished(key).stream(), unfinishedAdded(key).stream())
                .toList();
    }

    private List<UnfinishedFinding> unfinished(CaseKey key, String origin) {
        return jdbc.sql(
                        """
                        select f.id, f.number, coalesce(v.name, o.name) as place, f.title, f.state,
                               coalesce(f.continued_until, f.due_on) as due_on, f.version
                          from rectification.finding f
                          join rectification.sub_ledger s on s.id = f.sub_ledger_id
                          join rectification.inspected_organisation o
                            on o.round_id = f.round_id and o.organisation_id = f.organisation_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where f.round_id = ? and f.organisation_id = ? and f.state not in ('STRUCK_OFF', 'LONG_TERM')
                           and %s
                         order by s.position, f.position"""
                                .formatted(origin))
                .params(key.roundId(), key.organisationId())
                .query((row, number) -> new UnfinishedFinding(
                        row.getString("id"),
                        row.getString("number"),
                        row.getString("place"),
                        row.getString("title"),
                        FindingState.valueOf(row.getString("state")).label(),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("version")))
                .list();
    }

    /** SHA-256, in hexadecimal, over every finding's id, state and version: any later move of any finding changes it. */
    public String digest(CaseKey key) {
        var lines = jdbc.sql(
                        """
                        select concat_ws('|', id, state, version) from rectification.finding
                         where round_id = ? and organisation_id = ? order by id collate "C" """)
                .params(key.roundId(), key.organisationId())
                .query(String.class)
                .list();
        return sha256(String.join("\n", lines));
    }

    /** SHA-256 of a text in UTF-8, in hexadecimal. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
