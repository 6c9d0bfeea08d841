package org.rectification.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rectification.file.FileCard;
import org.rectification.file.FileIds;
import org.rectification.file.Level;
import org.rectification.file.StoredFiles;
import org.rectification.refusal.Refusal;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The evidence of findings: files with what they are and the day they show, and numbers of papers that stay offline (S30). */
@Service
public class FindingEvidence {

    private static final String PURPOSE = "EVIDENCE";

    private final JdbcClient jdbc;
    private final StoredFiles files;
    private final Trail trail;
    private final Clock clock;

    FindingEvidence(JdbcClient jdbc, StoredFiles files, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    /** All evidence of a finding in the order given; one statement. Asks nobody who may see it. */
    public List<EvidenceItem> of(String findingId) {
        return jdbc.sql(
                        """
                        select e.id, e.kind, e.represents_on, e.document_number, e.given_at,
                               coalesce(p.name, e.given_by) as giver, m.text as measure,
                               s.id as file_id, s.name, s.media_type, s.size, s.sha256, s.level, s.uploaded_by, s.uploaded_at,
                               array(select distinct coalesce(v.name, '镇本级') || '第' || o.number || '号问题'
                                       from rectification.stored_file t
                                       join rectification.evidence d on d.file_id = t.id and d.finding_id <> e.finding_id
                                       join rectification.finding o on o.id = d.finding_id
                                       join rectification.inspected_organisation c on c.round_id = o.round_id
                                            and c.organisation_id = o.organisation_id
                                       left join rectification.village v on v.round_id = o.round_id
                                            and v.organisation_id = o.organisation_id and v.code = o.village_code
                                      where t.round_id = s.round_id and t.sha256 = s.sha256
                                        and t.organisation_id = s.organisation_id
                                        and (o.addressee <> 'PRINCIPAL' or c.plan_issued_at is not null)
                                      order by 1) as also_at
                          from rectification.evidence e
                          left join rectification.stored_file s on s.id = e.file_id
                          left join rectification.person p on p.id = e.given_by
                          left join rectification.measure_report m on m.id = e.measure_report_id
                         where e.finding_id = ? order by e.given_at, e.represents_on, e.id""")
                .param(findingId)
                .query((row, number) -> item(row))
                .list();
    }

    private EvidenceItem item(ResultSet row) throws SQLException {
        var kind = EvidenceKind.valueOf(row.getString("kind"));
        return new EvidenceItem(
                row.getString("id"),
                kind,
                kind.label(),
                row.getObject("represents_on", LocalDate.class),
                card(row),
                row.getString("document_number"),
                row.getString("measure"),
                row.getString("giver"),
                at(row, "given_at"),
                List.of((String[]) row.getArray("also_at").getArray()));
    }

    @Nullable private FileCard card(ResultSet row) throws SQLException {
        return row.getString("file_id") == null
                ? null
                : new FileCard(
                        row.getString("file_id"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        Level.valueOf(row.getString("level")),
                        row.getString("uploaded_by"),
                        at(row, "uploaded_at"));
    }

    private OffsetDateTime at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(clock.getZone())
                .toOffsetDateTime();
    }

    boolean exists(String findingId) {
        return jdbc.sql("select exists (select from rectification.evidence where finding_id = ?)")
                .param(findingId)
                .query(Boolean.class)
                .single();
    }

    /** Files that the finding has already are not given twice. */
    @Transactional(propagation = Propagation.MANDATORY)
    void give(String actor, FindingFacts finding, @Nullable String measureReportId, Proofs proofs) {
        var given = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < proofs.evidence().size(); i++) {
            var entry = proofs.evidence().get(i);
            for (var fileId : FileIds.parse(entry.files())) {
                var card = demand(actor, finding, fileId, "evidence[" + i + "].files");
                add(actor, finding, measureReportId, card, entry.kind(), entry.representsOn(), given);
            }
        }
        var today = LocalDate.now(clock);
        for (int i = 0; i < proofs.claims().size(); i++) {
            var claim = proofs.claims().get(i);
            for (var fileId : FileIds.parse(claim.files())) {
                var card = demand(actor, finding, fileId, "claims[" + i + "].files");
                add(actor, finding, measureReportId, card, claim.kind().evidence(), today, given);
            }
        }
        if (proofs.numbered()
                && !has(finding.id(), "document_number", proofs.documentNumber().trim())) {
            var number = proofs.documentNumber().trim();
            insert(actor, finding.id(), measureReportId, EvidenceKind.OTHER, today, null, number);
            given.add(Map.of("document_number", number));
        }
        if (!given.isEmpty()) {
            trail.finding(
                    actor,
                    finding.roundId(),
                    finding.organisationId(),
                    finding.id(),
                    "EVIDENCE_GIVEN",
                    null,
                    Map.of("evidence", given),
                    null);
        }
    }

    private FileCard demand(String actor, FindingFacts finding, String fileId, String field) {
        FileCard card;
        try {
            card = files.demand(fileId, finding.roundId(), finding.organisationId());
        } catch (Refusal refusal) {
            throw Refusal.of(field, refusal.getMessage());
        }
        if (!card.uploadedBy().equals(actor) && !has(finding.id(), "file_id", fileId)) {
            throw Refusal.of(field, "文件“" + card.name() + "”不是您上传的，请重新上传。");
        }
        return card;
    }

    private void add(
            String actor,
            FindingFacts finding,
            @Nullable String measureReportId,
            FileCard card,
            EvidenceKind kind,
            LocalDate representsOn,
            List<Map<String, Object>> given) {
        if (has(finding.id(), "file_id", card.id())) {
            return;
        }
        files.attach(card.id(), finding.id(), PURPOSE);
        insert(actor, finding.id(), measureReportId, kind, representsOn, card.id(), null);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("file_id", card.id());
        facts.put("name", card.name());
        facts.put("sha256", card.sha256());
        facts.put("kind", kind.name());
        facts.put("represents_on", representsOn.toString());
        given.add(facts);
    }

    private boolean has(String findingId, String column, String value) {
        return jdbc.sql("select exists (select from rectification.evidence where finding_id = ? and %s = ?)"
                        .formatted(column))
                .params(findingId, value)
                .query(Boolean.class)
                .single();
    }

    private void insert(
            String actor,
            String findingId,
            @Nullable String measureReportId,
            EvidenceKind kind,
            LocalDate representsOn,
            @Nullable String fileId,
            @Nullable String documentNumber) {
        jdbc.sql(
                        """
                        insert into rectification.evidence (id, finding_id, measure_report_id, kind, represents_on, file_id,
                            document_number, given_by, given_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(UUID.randomUUID().toString(), findingId, measureReportId, kind.name(), representsOn)
                .params(fileId, documentNumber, actor, OffsetDateTime.now(clock))
                .update();
    }
}
