package org.rectification.finding;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.people.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;

/** 整改成效: sums of claimed results. Only accepted ones count; what is merely claimed is told apart (row 61). */
@Service
public class Outcomes {

    private static final String STANDING =
            """
            select c.round_id, c.organisation_id, o.name, r.round_number || r.batch as round_name, s.kind, s.quantity,
                   s.standing, s.finding_id
              from rectification.claim_standing s
              join rectification.finding f on f.id = s.finding_id
              join rectification.inspected_organisation c
                on c.round_id = f.round_id and c.organisation_id = f.organisation_id
              join rectification.round r on r.id = c.round_id
              join rectification.organisation o on o.id = c.organisation_id
             where s.standing in ('ACCEPTED', 'CLAIMED')""";

    private static final String SUMS =
            """
            select round_id, organisation_id, name, round_name, kind,
                   coalesce(sum(quantity) filter (where standing = 'ACCEPTED'), 0) as accepted,
                   coalesce(sum(quantity) filter (where standing = 'CLAIMED'), 0) as claimed,
                   count(distinct finding_id) filter (where standing = 'ACCEPTED') as findings
              from (%s) known group by round_id, organisation_id, name, round_name, kind
             order by round_name desc, organisation_id""";

    private final JdbcClient jdbc;
    private final Visibility visibility;

    Outcomes(JdbcClient jdbc, Visibility visibility) {
        this.jdbc = jdbc;
        this.visibility = visibility;
    }

    /** The figures of one organisation in one round, every kind named. */
    public record OfCase(
            String roundId, String round, String organisationId, String organisation, List<Outcome> outcomes) {}

    /** The figures of one case whoever asks, for reports; every kind is named. */
    public List<Outcome> of(String roundId, String organisationId) {
        var sql = STANDING + " and c.round_id = :round and c.organisation_id = :organisation";
        return read(sql, Map.of("round", roundId, "organisation", organisationId)).stream()
                .findFirst()
                .map(OfCase::outcomes)
                .orElseGet(() -> complete(Map.of()));
    }

    /**
     * Per case, over the findings that the person may see; a case without any claim is left out.
     *
     * @param roundId null: all rounds
     * @param organisationId null: all organisations
     */
    public List<OfCase> seenBy(String person, @Nullable String roundId, @Nullable String organisationId) {
        var condition = visibility.findings(person);
        var params = new LinkedHashMap<String, Object>(condition.params());
        params.put("round", roundId);
        params.put("organisation", organisationId);
        return read(
                STANDING + " and (" + condition.sql() + ")"
                        + " and c.round_id = coalesce(cast(:round as text), c.round_id)"
                        + " and c.organisation_id = coalesce(cast(:organisation as text), c.organisation_id)",
                params);
    }

    private record Row(
            String roundId,
            String organisationId,
            String name,
            String roundName,
            String kind,
            BigDecimal accepted,
            BigDecimal claimed,
            int findings) {}

    private List<OfCase> read(String standing, Map<String, Object> params) {
        return jdbc.sql(SUMS.formatted(standing)).params(params).query(Row.class).list().stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.roundId, row.organisationId), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(rows -> new OfCase(
                        rows.get(0).roundId,
                        rows.get(0).roundName,
                        rows.get(0).organisationId,
                        rows.get(0).name,
                        complete(rows.stream()
                                .collect(Collectors.toMap(row -> ClaimKind.valueOf(row.kind), row -> row)))))
                .toList();
    }

    private static List<Outcome> complete(Map<ClaimKind, Row> rows) {
        return Arrays.stream(ClaimKind.values())
                .map(kind -> {
                    var row = rows.get(kind);
                    return new Outcome(
                            kind,
                            kind.label(),
                            kind.unit(),
                            row == null ? BigDecimal.ZERO : row.accepted,
                            row == null ? BigDecimal.ZERO : row.claimed,
                            row == null ? 0 : row.findings);
                })
                .toList();
    }
}
