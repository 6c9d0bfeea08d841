package org.rectification.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/**
 * The plan word by word as it went to review, and as it was issued and amended. One statement keeps a state of any number of
 * lines, one reads it; the database lets none of them change.
 */
@Repository
class PlanSnapshots {

    /** Where the lines of a state are kept, and under which number. */
    enum Kind {
        SUBMISSION("plan_submission_line", "submission"),
        VERSION("plan_version_line", "version");

        private final String table;
        private final String number;

        Kind(String table, String number) {
            this.table = table;
            this.number = number;
        }
    }

    private static final String LINES =
            """
            with line as (select u.finding_id, u.content::jsonb as content
                            from unnest(?::text[], ?::text[]) as u (finding_id, content)),
            """;

    /** Word for word what {@code rectification.plan_version_hash} computes. */
    private static final String HASH =
            """
            (select encode(sha256(convert_to(coalesce(string_agg(finding_id || ' ' || content::text, E'\\n'
                order by finding_id collate "C"), ''), 'UTF8')), 'hex') from line)""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    PlanSnapshots(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A submission to the joint review, without its lines. */
    record Submission(
            int submission,
            List<String> reviewers,
            LocalDate reviewDueOn,
            @Nullable String summary,
            String submittedBy,
            OffsetDateTime submittedAt) {}

    /**
     * A version, without its lines.
     *
     * @param reason null for what was issued
     */
    record Version(
            int version,
            VersionKind kind,
            String documentNumber,
            LocalDate issuedOn,
            @Nullable String reason,
            @Nullable String amendmentId,
            String hash,
            String frozenBy,
            OffsetDateTime frozenAt) {}

    void submit(Plan plan, Submission submission, Map<String, LineContent> lines) {
        jdbc.sql(
                        LINES
                                + """
                        kept as (insert into rectification.plan_submission (round_id, organisation_id, submission, cycle,
                                reviewers, review_due_on, summary, hash, submitted_by, submitted_at)
                            values (?, ?, ?, ?, ?, ?, ?,
                        """
                                + HASH
                                + """
                            , ?, ?) returning round_id, organisation_id, submission)
                        insert into rectification.plan_submission_line
                        select kept.round_id, kept.organisation_id, kept.submission, line.finding_id, line.content
                          from line, kept""")
                .params(ids(lines), contents(lines))
                .params(plan.key().roundId(), plan.key().organisationId(), submission.submission(), plan.cycle())
                .params(submission.reviewers().toArray(String[]::new), submission.reviewDueOn(), submission.summary())
                .params(submission.submittedBy(), submission.submittedAt())
                .update();
    }

    /** @return the version's number: one more than the last */
    int freeze(
            Plan plan,
            VersionKind kind,
            @Nullable String reason,
            @Nullable String amendmentId,
            String actor,
            Map<String, LineContent> lines) {
        var key = plan.key();
        var number = latest(key).map(last -> last.version() + 1).orElse(1);
        jdbc.sql(
                        LINES
                                + """
                        kept as (insert into rectification.plan_version (round_id, organisation_id, version,
                                document_number, issued_on, kind, reason, amendment_id, hash, frozen_by, frozen_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?,
                        """
                                + HASH
                                + """
                            , ?, ?) returning round_id, organisation_id, version)
                        insert into rectification.plan_version_line
                        select kept.round_id, kept.organisation_id, kept.version, line.finding_id, line.content
                          from line, kept""")
                .params(ids(lines), contents(lines))
                .params(key.roundId(), key.organisationId(), number, plan.documentNumber(), plan.issuedOn())
                .params(kind.name(), reason, amendmentId, actor, OffsetDateTime.now(clock))
                .update();
        return number;
    }

    /** Submissions in their order. */
    List<Submission> submissions(CaseKey key) {
        return jdbc.sql(
                        """
                        select submission, reviewers, review_due_on, summary, submitted_by, submitted_at
                          from rectification.plan_submission where round_id = ? and organisation_id = ?
                         order by submission""")
                .params(key.roundId(), key.organisationId())
                .query((row, n) -> new Submission(
                        row.getInt("submission"),
                        List.of((String[]) row.getArray("reviewers").getArray()),
                        row.getObject("review_due_on", LocalDate.class),
                        row.getString("summary"),
                        row.getString("submitted_by"),
                        row.getObject("submitted_at", OffsetDateTime.class)))
                .list();
    }

    Optional<Submission> latestSubmission(CaseKey key) {
        var all = submissions(key);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Versions in their order. */
    List<Version> versions(CaseKey key) {
        return jdbc.sql(
                        """
                        select version, kind, document_number, issued_on, reason, amendment_id, hash, frozen_by, frozen_at
                          from rectification.plan_version where round_id = ? and organisation_id = ? order by version""")
                .params(key.roundId(), key.organisationId())
                .query(Version.class)
                .list();
    }

    Optional<Version> latest(CaseKey key) {
        var all = versions(key);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Lines by finding: the township's first, then village by village; empty where there is no such state. */
    Map<String, LineContent> lines(Kind kind, CaseKey key, int number) {
        var lines = new LinkedHashMap<String, LineContent>();
        jdbc.sql(
                        """
                        select l.finding_id, l.content from rectification.%s l
                          join rectification.finding f on f.id = l.finding_id
                          left join rectification.village v on v.round_id = f.round_id
                            and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where l.round_id = ? and l.organisation_id = ? and l.%s = ?
                         order by v.position nulls first, f.position"""
                                .formatted(kind.table, kind.number))
                .params(key.roundId(), key.organisationId(), number)
                .query(row -> {
                    lines.put(row.getString("finding_id"), content(row.getString("content")));
                });
        return lines;
    }

    private static String[] ids(Map<String, LineContent> lines) {
        return lines.keySet().toArray(String[]::new);
    }

    private String[] contents(Map<String, LineContent> lines) {
        return lines.values().stream().map(this::text).toArray(String[]::new);
    }

    private String text(LineContent line) {
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan line cannot be written", e);
        }
    }

    private LineContent content(String text) {
        try {
            return Objects.requireNonNull(json.readValue(text, LineContent.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept plan line cannot be read", e);
        }
    }
}
