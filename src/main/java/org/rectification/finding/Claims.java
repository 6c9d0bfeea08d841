package org.rectification.finding;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.file.FileCard;
import org.rectification.file.FileIds;
import org.rectification.file.StoredFiles;
import org.rectification.finding.Claim.Standing;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claimed results of findings (S28, S39). A claim belongs to the result it came with and goes back with it; one that came
 * with a measure stays as long as the measure's report stands. Accepted is what a verification accepted.
 */
@Service
public class Claims {

    private final JdbcClient jdbc;
    private final StoredFiles files;
    private final Trail trail;
    private final Clock clock;

    Claims(JdbcClient jdbc, StoredFiles files, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    private record Row(
            String id,
            ClaimKind kind,
            BigDecimal quantity,
            String text,
            Standing standing,
            String claimedBy,
            OffsetDateTime claimedAt,
            List<String> fileIds) {}

    /** All claims of a finding, those of returned results too; two statements. Asks nobody who may see them. */
    public List<Claim> of(String findingId) {
        var rows = jdbc.sql(
                        """
                        select c.id, c.kind, c.quantity, c.text, c.standing, c.claimed_at, c.file_ids,
                               coalesce(p.name, c.claimed_by) as claimer
                          from rectification.claim_standing c left join rectification.person p on p.id = c.claimed_by
                         where c.finding_id = ? order by c.claimed_at, c.kind, c.id""")
                .param(findingId)
                .query((row, number) -> new Row(
                        row.getString("id"),
                        ClaimKind.valueOf(row.getString("kind")),
                        row.getBigDecimal("quantity"),
                        row.getString("text"),
                        Standing.valueOf(row.getString("standing")),
                        row.getString("claimer"),
                        row.getObject("claimed_at", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toOffsetDateTime(),
                        List.of((String[]) row.getArray("file_ids").getArray())))
                .list();
        var ids = new HashSet<String>();
        rows.forEach(row -> ids.addAll(row.fileIds()));
        var cards = files.cards(ids).stream().collect(Collectors.toMap(FileCard::id, Function.identity()));
        return rows.stream()
                .map(row -> new Claim(
                        row.id(),
                        row.kind(),
                        row.kind().label(),
                        row.quantity(),
                        row.kind().unit(),
                        row.text(),
                        row.standing(),
                        row.claimedBy(),
                        row.claimedAt(),
                        row.fileIds().stream().map(cards::get).toList()))
                .toList();
    }

    /** Their files must have been given as evidence in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    void enter(String actor, Finding finding, @Nullable String measureReportId, List<ClaimEntry> claims) {
        if (claims.isEmpty()) {
            return;
        }
        var facts = finding.facts();
        // What is claimed once the result has been accepted belongs to a later one.
        var attempt = finding.returns() + (finding.state().settled() ? 2 : 1);
        var told = new ArrayList<Map<String, Object>>();
        for (var claim : claims) {
            var proof = FileIds.parse(claim.files());
            jdbc.sql(
                            """
                            insert into rectification.claim (id, finding_id, measure_report_id, attempt, kind, quantity, text,
                                file_ids, claimed_by, claimed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(UUID.randomUUID().toString(), facts.id(), measureReportId, attempt)
                    .params(claim.kind().name(), claim.quantity(), claim.text())
                    .param(proof.toArray(String[]::new))
                    .params(actor, OffsetDateTime.now(clock))
                    .update();
            told.add(Map.of(
                    "kind", claim.kind().name(),
                    "quantity", claim.quantity(),
                    "text", claim.text(),
                    "files", proof));
        }
        trail.finding(
                actor,
                facts.roundId(),
                facts.organisationId(),
                facts.id(),
                "RESULT_CLAIMED",
                null,
                Map.of("claims", told),
                null);
    }

    /** Yuan claimed with the result in hand and with the measures that stand; null for none. */
    @Nullable BigDecimal money(String findingId) {
        return of(findingId).stream()
                .filter(claim -> claim.kind() == ClaimKind.MONEY_RECOVERED && claim.live())
                .map(Claim::quantity)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
