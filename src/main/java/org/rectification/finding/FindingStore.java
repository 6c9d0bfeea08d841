package org.rectification.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.rectification.finding.ReportedResult.Measure;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Findings as rows. One statement loads one, one saves one. */
@Repository
class FindingStore {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final TypeReference<List<Measure>> MEASURES = new TypeReference<>() {};
    private static final String SELECT =
            """
            select f.*, o.complete_by,
                   array(select m.done_by from rectification.measure_report m
                          where m.finding_id = f.id and m.withdrawn_at is null
                         union select m.filled_in_by from rectification.measure_report m
                          where m.finding_id = f.id and m.withdrawn_at is null and m.filled_in_by is not null
                         union select c.person_id from rectification.co_owner c
                          where c.finding_id = f.id and c.released_at is null
                         union select e.actor from rectification.event e
                          where e.finding_id = f.id and e.kind = 'CO_OWNER_CONFIRMED') as helpers
              from rectification.finding f
              join rectification.inspected_organisation o using (round_id, organisation_id)
             where\s""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    FindingStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is no such finding */
    Finding get(String id) {
        return jdbc.sql(SELECT + "f.id = ?").param(id).query(this::read).single();
    }

    /** As {@link #get}, holding the row until the transaction ends: all moves of a finding stand in one line. */
    Finding lock(String id) {
        return jdbc.sql(SELECT + "f.id = ? for update of f")
                .param(id)
                .query(this::read)
                .single();
    }

    /** Locks the whole case in the order of ids, so that two of these never wait for each other. */
    List<Finding> lockAll(String roundId, String organisationId) {
        return jdbc.sql(SELECT + "f.round_id = ? and f.organisation_id = ? order by f.id for update of f")
                .params(roundId, organisationId)
                .query(this::read)
                .list();
    }

    /** As {@link #lockAll(String, String)} for these findings. */
    List<Finding> lockAll(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "f.id = any (?) order by f.id for update of f")
                        .param(ids.toArray(String[]::new))
                        .query(this::read)
                        .list();
    }

    /** Saves state, baseline and days of any number of findings whose rows are locked, in one statement. */
    void saveDates(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        int saved = jdbc.sql(
                        """
                        update rectification.finding f set state = c.state, baseline = c.baseline, due_on = c.due_on::date,
                            original_due_on = c.original_due_on::date, version = f.version + 1
                          from unnest(?::text[], ?::int[], ?::text[], ?::boolean[], ?::text[], ?::text[])
                            as c (id, version, state, baseline, due_on, original_due_on)
                         where f.id = c.id and f.version = c.version""")
                .param(column(findings, each -> each.facts().id()))
                .param(findings.stream().map(each -> each.life().version).toArray(Integer[]::new))
                .param(column(findings, each -> each.life().state.name()))
                .param(findings.stream().map(each -> each.life().baseline).toArray(Boolean[]::new))
                .param(column(findings, each -> each.life().dueOn.toString()))
                .param(column(findings, each -> each.life().originalDueOn.toString()))
                .update();
        if (saved != findings.size()) {
            throw new OptimisticLockingFailureException("somebody else moved a finding in between");
        }
    }

    private static String[] column(List<Finding> findings, Function<Finding, String> value) {
        return findings.stream().map(value).toArray(String[]::new);
    }

    /** @throws OptimisticLockingFailureException when somebody else saved it in between */
    void save(Finding finding) {
        var life = finding.life();
        var owners = life.owners;
        var result = life.result;
        var routing = life.routing;
        int saved = jdbc.sql(
                        """
                        update rectification.finding set state = ?, responsible_leader = ?, responsible_branch = ?,
                            responsible_person = ?, due_on = ?, original_due_on = ?, baseline = ?, doer = ?, filled_in_by = ?,
                            result = ?, measures_done = ?::jsonb, claimed_amount = ?,
                            route = ?, reviewers_named = ?, verifier_group = ?, confirmation_needed = ?, county_sample = ?,
                            reviewers = ?, returns = ?, return_reason = ?, returned_as = ?,
                            earlier_workers = ?, earlier_reviewers = ?, verdict = ?, verified_by = ?, confirmed_by = ?,
                            consented_by = ?, struck_off_at = ?, continued_until = ?, continuations = ?,
                            extended_until = ?, extensions = ?, next_review_on = ?, version = version + 1
                         where id = ? and version = ?""")
                .params(
                        life.state.name(),
                        owners == null ? null : owners.leader(),
                        owners == null ? null : owners.branch(),
                        owners == null ? null : owners.person(),
                        life.dueOn,
                        life.originalDueOn,
                        life.baseline,
                        life.doer,
                        life.filledInBy)
                .params(
                        result == null ? null : result.text(),
                        result == null ? null : asJson(result.measures()),
                        result == null ? null : result.claimedAmount())
                .params(
                        routing == null ? null : routing.rule(),
                        routing == null ? new String[0] : routing.reviewers().toArray(String[]::new),
                        routing == null ? null : routing.verifier(),
                        routing != null && routing.confirmed(),
                        routing == null ? null : routing.countySample(),
                        life.reviewers.toArray(String[]::new))
                .params(
                        life.returns,
                        life.returnReason,
                        life.returnedAs,
                        life.earlierWorkers.toArray(String[]::new),
                        life.earlierReviewers.toArray(String[]::new),
                        life.verdict == null ? null : life.verdict.name(),
                        life.verifiedBy,
                        life.confirmedBy,
                        life.consentedBy,
                        life.struckOffAt == null
                                ? null
                                : life.struckOffAt.atZone(ZONE).toOffsetDateTime(),
                        life.continuedUntil,
                        life.continuations,
                        life.extendedUntil,
                        life.extensions,
                        life.nextReviewOn)
                .params(finding.facts().id(), life.version)
                .update();
        if (saved != 1) {
            throw new OptimisticLockingFailureException(
                    "somebody else moved finding " + finding.facts().id());
        }
    }

    private Finding read(ResultSet row, int number) throws SQLException {
        var facts = new FindingFacts(
                row.getString("id"),
                row.getString("round_id"),
                row.getString("organisation_id"),
                row.getString("sub_ledger_id"),
                row.getString("number"),
                row.getString("title"),
                row.getString("level"),
                row.getString("village_code"),
                row.getString("area"),
                row.getString("problem"),
                row.getString("opinion"),
                row.getBoolean("immediate"),
                row.getBoolean("key_concern"),
                row.getString("topic"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("complete_by", LocalDate.class));
        var life = new FindingLife(
                row.getObject("due_on", LocalDate.class), row.getObject("original_due_on", LocalDate.class));
        life.state = FindingState.valueOf(row.getString("state"));
        if (row.getString("responsible_leader") != null) {
            life.owners = new Owners(
                    row.getString("responsible_leader"),
                    row.getString("responsible_branch"),
                    row.getString("responsible_person"));
        }
        life.baseline = row.getBoolean("baseline");
        life.doer = row.getString("doer");
        life.filledInBy = row.getString("filled_in_by");
        if (row.getString("result") != null) {
            life.result = new ReportedResult(
                    row.getString("result"),
                    measures(row.getString("measures_done")),
                    row.getBigDecimal("claimed_amount"));
        }
        if (row.getString("route") != null) {
            life.routing = new Routing(
                    row.getString("route"),
                    texts(row.getArray("reviewers_named")),
                    row.getString("verifier_group"),
                    row.getBoolean("confirmation_needed"),
                    row.getString("county_sample"));
        }
        life.reviewers = new ArrayList<>(texts(row.getArray("reviewers")));
        life.returns = row.getInt("returns");
        life.returnReason = row.getString("return_reason");
        life.returnedAs = row.getString("returned_as");
        life.earlierWorkers = new LinkedHashSet<>(texts(row.getArray("earlier_workers")));
        life.helpers = new LinkedHashSet<>(texts(row.getArray("helpers")));
        life.earlierReviewers = new LinkedHashSet<>(texts(row.getArray("earlier_reviewers")));
        life.verdict = row.getString("verdict") == null ? null : Verdict.valueOf(row.getString("verdict"));
        life.verifiedBy = row.getString("verified_by");
        life.confirmedBy = row.getString("confirmed_by");
        life.consentedBy = row.getString("consented_by");
        var struckOffAt = row.getObject("struck_off_at", OffsetDateTime.class);
        life.struckOffAt = struckOffAt == null ? null : struckOffAt.toInstant();
        life.continuedUntil = row.getObject("continued_until", LocalDate.class);
        life.continuations = row.getInt("continuations");
        life.extendedUntil = row.getObject("extended_until", LocalDate.class);
        life.extensions = row.getInt("extensions");
        life.nextReviewOn = row.getObject("next_review_on", LocalDate.class);
        life.version = row.getInt("version");
        return new Finding(facts, life);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private List<Measure> measures(String text) {
        try {
            return json.readValue(text, MEASURES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("measures of a result cannot be read", e);
        }
    }

    private String asJson(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("measures of a result cannot be written", e);
        }
    }
}
