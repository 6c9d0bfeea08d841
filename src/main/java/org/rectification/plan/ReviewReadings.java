package org.rectification.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.deadline.CodedLabel;
import org.rectification.deadline.Provisional;
import org.rectification.plan.PlanReadings.Option;
import org.rectification.plan.PlanReadings.Remark;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;

/** What people are shown of a plan between the committee and its issue. */
@Service
public class ReviewReadings {

    private static final String CONFIDENTIAL = "（该条仅党委书记可阅，请党委书记在“方案版本”页阅处后告知办理意见）";

    private final PlanStore store;
    private final PlanReviewStore reviews;
    private final PlanSnapshots snapshots;
    private final PlanSubmissions submissions;
    private final InspectedOrganisations organisations;
    private final PlanReviewDays days;

    ReviewReadings(
            PlanStore store,
            PlanReviewStore reviews,
            PlanSnapshots snapshots,
            PlanSubmissions submissions,
            InspectedOrganisations organisations,
            PlanReviewDays days) {
        this.store = store;
        this.reviews = reviews;
        this.snapshots = snapshots;
        this.submissions = submissions;
        this.organisations = organisations;
        this.days = days;
    }

    /** A line of the plan in full. */
    public record Line(String finding, String goal, String measures, String owners, String dueOn) {}

    /** One changed field of one line. */
    public record Change(String line, String field, String before, String after) {}

    /** One comment with the answer to it. */
    public record Spoken(String line, String field, String text, String answer, String reason) {}

    /**
     * What one reviewing body is shown.
     *
     * @param again whether the body has seen an earlier submission; then {@code changes} says what differs since
     * @param spoken the body's own former comments, with the answers to them
     */
    public record UnderReview(
            String roundId,
            String organisationId,
            String organisation,
            String body,
            String dueOn,
            String meeting,
            String minutesFile,
            List<Line> lines,
            List<Remark> answers,
            boolean again,
            @Nullable String summary,
            List<Change> changes,
            List<Spoken> spoken,
            List<Option> findings,
            List<Option> fields) {}

    /** One comment to be answered, as the clerk gets it in the merged list. */
    public record Open(
            String id, String line, String field, String body, String text, @Nullable String decision, String reason) {}

    private String dueOn(CaseKey key, PlanSnapshots.Submission submitted) {
        return submitted.reviewDueOn() + Provisional.mark(days.answer(key).provisional());
    }

    /** The submitted plan for one body. */
    public UnderReview underReview(CaseKey key, String body) {
        var submitted = snapshots.latestSubmission(key).orElseThrow();
        var lines = snapshots.lines(PlanSnapshots.Kind.SUBMISSION, key, submitted.submission());
        var seen = reviews.lastSeen(key, body);
        var meeting = store.deliberation(key);
        return new UnderReview(
                key.roundId(),
                key.organisationId(),
                organisations.get(key).name(),
                labels(key).getOrDefault(body, body),
                dueOn(key, submitted),
                meeting.map(Deliberation::inWords).orElse(""),
                meeting.map(Deliberation::minutesFile).orElse(""),
                lines.values().stream().map(ReviewReadings::line).toList(),
                store.opinions(key).stream()
                        .map(opinion -> new Remark(
                                opinion.number() + "." + opinion.text(),
                                opinion.answer() == null ? "未回应" : opinion.answer()))
                        .toList(),
                seen.isPresent(),
                Optional.ofNullable(submitted.summary()).orElse(""),
                seen.map(number -> changes(snapshots.lines(PlanSnapshots.Kind.SUBMISSION, key, number), lines))
                        .orElse(List.of()),
                reviews.comments(key).stream()
                        .filter(comment -> comment.body().equals(body))
                        .map(ReviewReadings::spoken)
                        .toList(),
                lines.entrySet().stream()
                        .map(entry -> new Option(entry.getValue().label(), entry.getKey()))
                        .toList(),
                fields());
    }

    /**
     * The merged list of comments on the latest submission, line by line, each with the body that made it; what concerns a
     * line that only the Secretary may read keeps its words to itself.
     */
    public List<Open> open(CaseKey key) {
        var labels = labels(key);
        var submission = store.get(key).submission();
        return reviews.comments(key).stream()
                .filter(comment -> comment.submission() == submission)
                .map(comment -> new Open(
                        String.valueOf(comment.id()),
                        comment.line(),
                        comment.fieldLabel(),
                        labels.getOrDefault(comment.body(), comment.body()) + comment.onPaper(),
                        comment.principalOnly() ? CONFIDENTIAL : comment.text(),
                        null,
                        ""))
                .toList();
    }

    /** What each body said to the latest submission, and what was said to those before it by bodies that agreed then. */
    public List<Remark> remarks(CaseKey key) {
        var labels = labels(key);
        var latest = new LinkedHashMap<String, Remark>();
        for (var submission : snapshots.submissions(key)) {
            for (var review : reviews.of(key, submission.submission())) {
                latest.put(
                        review.body(),
                        new Remark(
                                labels.getOrDefault(review.body(), review.body()),
                                review.verdict().label()
                                        + (review.comment() == null
                                                        || review.comment().isBlank()
                                                ? ""
                                                : "：" + review.comment())
                                        + review.onPaper()));
            }
        }
        return List.copyOf(latest.values());
    }

    private static List<Change> changes(Map<String, LineContent> before, Map<String, LineContent> after) {
        return changes(LineDifference.between(before, after));
    }

    static List<Change> changes(List<LineDifference> differences) {
        return differences.stream()
                .flatMap(line -> line.changes().stream()
                        .map(change -> new Change(
                                line.label(), change.label(), orNone(change.before()), orNone(change.after()))))
                .toList();
    }

    static Line line(LineContent line) {
        return new Line(
                line.label(),
                orNone(LineField.GOAL.text(line)),
                orNone(LineField.MEASURES.text(line)),
                Stream.of(LineField.LEADER, LineField.BRANCH, LineField.PERSON)
                        .map(field -> orNone(field.text(line)))
                        .collect(Collectors.joining("\n")),
                orNone(LineField.DUE_ON.text(line)));
    }

    private static Spoken spoken(PlanReviewStore.Comment comment) {
        return new Spoken(
                comment.line(),
                comment.fieldLabel(),
                comment.text(),
                comment.answer(),
                comment.reason() == null ? "" : comment.reason());
    }

    /** Fields that a comment may be about. */
    static List<Option> fields() {
        return Stream.of(LineField.values())
                .map(field -> new Option(field.label(), field.name()))
                .toList();
    }

    Map<String, String> labels(CaseKey key) {
        return submissions.bodies(key).stream().collect(Collectors.toMap(CodedLabel::code, CodedLabel::label));
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "（无）" : text;
    }
}
