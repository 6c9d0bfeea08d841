package org.rectification.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.people.People;
import org.rectification.people.Visibility;
import org.rectification.plan.PlanSnapshots.Kind;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The states that a plan has been in, for whoever may see it: what was submitted to the joint review, what was issued, every
 * version after it, and how any two of them differ. Lines of findings that a person may not see do not exist for that person.
 */
@Service
@Transactional(readOnly = true)
public class PlanHistory {

    private final PlanSnapshots snapshots;
    private final PlanReviewStore reviews;
    private final ReviewReadings readings;
    private final Visibility visibility;
    private final People people;
    private final JdbcClient jdbc;

    PlanHistory(
            PlanSnapshots snapshots,
            PlanReviewStore reviews,
            ReviewReadings readings,
            Visibility visibility,
            People people,
            JdbcClient jdbc) {
        this.snapshots = snapshots;
        this.reviews = reviews;
        this.readings = readings;
        this.visibility = visibility;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** A plan that the person may look at. */
    public record Case(
            String roundId,
            String organisationId,
            String organisation,
            String roundNumber,
            String batch,
            String state) {}

    /** @param hash SHA-256 over the lines, see {@code rectification.plan_version_hash} */
    public record VersionCard(
            int version,
            String kind,
            String documentNumber,
            LocalDate issuedOn,
            @Nullable String reason,
            String hash,
            String frozenBy,
            OffsetDateTime frozenAt) {}

    /** @param reviewDueOn due at 24:00 of the day in Asia/Shanghai */
    public record SubmissionCard(
            int submission,
            List<String> reviewers,
            LocalDate reviewDueOn,
            @Nullable String summary,
            String submittedBy,
            OffsetDateTime submittedAt) {}

    /** One line of a state, in words. */
    public record StateLine(String findingId, String label, List<FieldText> fields, List<Measure> measures) {}

    public record FieldText(LineField field, String label, String text) {}

    /** One comment of the joint review, with its answer. */
    public record CommentCard(
            int submission,
            @Nullable String findingId,
            String line,
            String field,
            String body,
            String text,
            String answer,
            @Nullable String reason) {}

    /** Plans of cases that the person sees, newest round first. */
    public List<Case> cases(String personId) {
        var condition = visibility.cases(personId);
        return jdbc.sql(
                        """
                        select p.round_id, p.organisation_id, c.name as organisation, r.round_number, r.batch, p.state
                          from rectification.plan p
                          join rectification.inspected_organisation c using (round_id, organisation_id)
                          join rectification.round r on r.id = p.round_id
                         where %s order by r.registered_at desc, c.position"""
                                .formatted("(" + condition.sql() + ")"))
                .params(condition.params())
                .query((row, n) -> new Case(
                        row.getString("round_id"),
                        row.getString("organisation_id"),
                        row.getString("organisation"),
                        row.getString("round_number"),
                        row.getString("batch"),
                        PlanState.valueOf(row.getString("state")).label()))
                .list();
    }

    /** @throws NoSuchElementException when the person does not see the case, here and below */
    public List<VersionCard> versions(String personId, CaseKey key) {
        demandSeen(personId, key);
        return snapshots.versions(key).stream()
                .map(each -> new VersionCard(
                        each.version(),
                        each.kind().label(),
                        each.documentNumber(),
                        each.issuedOn(),
                        each.reason(),
                        each.hash(),
                        people.name(each.frozenBy()),
                        each.frozenAt()))
                .toList();
    }

    public List<SubmissionCard> submissions(String personId, CaseKey key) {
        demandSeen(personId, key);
        var labels = readings.labels(key);
        return snapshots.submissions(key).stream()
                .map(each -> new SubmissionCard(
                        each.submission(),
                        each.reviewers().stream()
                                .map(body -> labels.getOrDefault(body, body))
                                .toList(),
                        each.reviewDueOn(),
                        each.summary(),
                        people.name(each.submittedBy()),
                        each.submittedAt()))
                .toList();
    }

    public List<StateLine> version(String personId, CaseKey key, int version) {
        return lines(personId, key, Kind.VERSION, version);
    }

    public List<StateLine> submission(String personId, CaseKey key, int submission) {
        return lines(personId, key, Kind.SUBMISSION, submission);
    }

    /** How two versions differ, line by line; from may be the later one. */
    public List<LineDifference> diff(String personId, CaseKey key, int from, int to) {
        return diff(personId, key, Kind.VERSION, from, to);
    }

    public List<LineDifference> submissionDiff(String personId, CaseKey key, int from, int to) {
        return diff(personId, key, Kind.SUBMISSION, from, to);
    }

    /** Comments of all bodies, latest submission first, line by line. */
    public List<CommentCard> comments(String personId, CaseKey key) {
        demandSeen(personId, key);
        var seen = seenFindings(personId, key);
        var labels = readings.labels(key);
        return reviews.comments(key).stream()
                .filter(comment -> comment.findingId() == null || seen.contains(comment.findingId()))
                .map(comment -> new CommentCard(
                        comment.submission(),
                        comment.findingId(),
                        comment.line(),
                        comment.fieldLabel(),
                        labels.getOrDefault(comment.body(), comment.body()) + comment.onPaper(),
                        comment.text(),
                        comment.answer(),
                        comment.reason()))
                .toList();
    }

    private List<StateLine> lines(String personId, CaseKey key, Kind kind, int number) {
        var seen = state(personId, key, kind, number);
        return seen.entrySet().stream()
                .map(entry -> new StateLine(
                        entry.getKey(),
                        entry.getValue().label(),
                        Stream.of(LineField.values())
                                .filter(field -> field.text(entry.getValue()) != null)
                                .map(field -> new FieldText(field, field.label(), field.text(entry.getValue())))
                                .toList(),
                        entry.getValue().measures()))
                .toList();
    }

    private List<LineDifference> diff(String personId, CaseKey key, Kind kind, int from, int to) {
        return LineDifference.between(state(personId, key, kind, from), state(personId, key, kind, to));
    }

    private Map<String, LineContent> state(String personId, CaseKey key, Kind kind, int number) {
        demandSeen(personId, key);
        if (!numbers(key, kind).contains(number)) {
            throw new NoSuchElementException("no " + kind + " " + number + " of " + key);
        }
        var state = snapshots.lines(kind, key, number);
        state.keySet().retainAll(seenFindings(personId, key));
        return state;
    }

    private Set<Integer> numbers(CaseKey key, Kind kind) {
        return kind == Kind.VERSION
                ? snapshots.versions(key).stream()
                        .map(PlanSnapshots.Version::version)
                        .collect(Collectors.toSet())
                : snapshots.submissions(key).stream()
                        .map(PlanSnapshots.Submission::submission)
                        .collect(Collectors.toSet());
    }

    private void demandSeen(String personId, CaseKey key) {
        if (!visibility.seesCase(personId, key.roundId(), key.organisationId())) {
            throw new NoSuchElementException(personId + " does not see " + key);
        }
    }

    private Set<String> seenFindings(String personId, CaseKey key) {
        var condition = visibility.findings(personId);
        return new HashSet<>(jdbc.sql(
                        """
                        select f.id from rectification.finding f
                          join rectification.inspected_organisation c using (round_id, organisation_id)
                         where f.round_id = :round and f.organisation_id = :organisation and (%s)"""
                                .formatted(condition.sql()))
                .params(condition.params())
                .param("round", key.roundId())
                .param("organisation", key.organisationId())
                .query(String.class)
                .list());
    }
}
