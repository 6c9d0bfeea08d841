package org.rectification.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** What the reviewing bodies said, comment by comment, with the clerk's answers. */
@Repository
class PlanReviewStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanReviewStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A body's answer as recorded. */
    record Answered(
            String body,
            ReviewVerdict verdict,
            @Nullable String comment,
            @Nullable String paperPerson,
            @Nullable LocalDate paperOn,
            String recordedBy) {

        /** Empty where the body answered itself. */
        String onPaper() {
            return paperPerson == null ? "" : "（纸面，" + paperPerson + "，" + paperOn + "）";
        }
    }

    /**
     * One comment, with its answer once there is one.
     *
     * @param findingId null: about the plan as a whole
     */
    record Comment(
            long id,
            int submission,
            String body,
            @Nullable String findingId,
            @Nullable String number,
            @Nullable String title,
            @Nullable String villageName,
            boolean principalOnly,
            @Nullable LineField field,
            String text,
            @Nullable Boolean adopted,
            @Nullable String reason,
            @Nullable String paperPerson,
            @Nullable LocalDate paperOn) {

        String line() {
            return findingId == null
                    ? "方案整体"
                    : (villageName == null ? "镇本级" : villageName) + "第" + number + "号问题"
                            + (principalOnly ? "" : "“" + title + "”");
        }

        String fieldLabel() {
            return field == null ? "" : field.label();
        }

        String answer() {
            return adopted == null
                    ? "尚未答复"
                    : adopted ? CommentAnswer.Decision.ADOPTED.label() : CommentAnswer.Decision.NOT_ADOPTED.label();
        }

        String onPaper() {
            return paperPerson == null ? "" : "（纸面，" + paperPerson + "，" + paperOn + "）";
        }
    }

    void add(Plan plan, String body, PlanReview review, String actor) {
        var key = plan.key();
        var added = jdbc.sql(
                        """
                        insert into rectification.plan_review (round_id, organisation_id, submission, body, verdict, comment,
                            paper_person, paper_on, paper_file, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(key.roundId(), key.organisationId(), plan.submission(), body)
                .params(review.verdict().name(), review.comment(), review.paperPerson(), review.paperOn())
                .params(review.paperFile(), actor, now())
                .update();
        if (added == 0) {
            throw Refusal.of("该单位本次审核意见已经登记。");
        }
        if (review.verdict() == ReviewVerdict.RETURN
                && review.comment() != null
                && !review.comment().isBlank()) {
            addComments(plan, body, List.of(new ReviewComment(null, null, review.comment())));
        }
        addComments(plan, body, review.comments());
    }

    private void addComments(Plan plan, String body, List<ReviewComment> comments) {
        if (comments.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into rectification.plan_comment
                            (round_id, organisation_id, submission, body, finding_id, field, text)
                        select ?, ?, ?, ?, c.finding_id, c.field, c.text
                          from unnest(?::text[], ?::text[], ?::text[]) with ordinality
                            as c (finding_id, field, text, position) order by c.position""")
                .params(plan.key().roundId(), plan.key().organisationId(), plan.submission(), body)
                .param(comments.stream().map(ReviewComment::finding).toArray(String[]::new))
                .param(comments.stream()
                        .map(each -> each.field() == null ? null : each.field().name())
                        .toArray(String[]::new))
                .param(comments.stream().map(ReviewComment::text).toArray(String[]::new))
                .update();
    }

    /** The answers to one submission, in the order in which they came. */
    List<Answered> of(CaseKey key, int submission) {
        return jdbc.sql(
                        """
                        select body, verdict, comment, paper_person, paper_on, recorded_by from rectification.plan_review
                         where round_id = ? and organisation_id = ? and submission = ? order by recorded_at, body""")
                .params(key.roundId(), key.organisationId(), submission)
                .query(Answered.class)
                .list();
    }

    /** The submission that the body answered last. */
    Optional<Integer> lastSeen(CaseKey key, String body) {
        return jdbc.sql(
                        """
                        select max(submission) from rectification.plan_review
                         where round_id = ? and organisation_id = ? and body = ?""")
                .params(key.roundId(), key.organisationId(), body)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .single();
    }

    /** All comments that were made, latest submission first, there line by line: what concerns the whole plan comes first. */
    List<Comment> comments(CaseKey key) {
        return jdbc.sql(
                        """
                        select c.id, c.submission, c.body, c.finding_id, f.number, f.title, v.name as village_name,
                               coalesce(f.addressee = 'PRINCIPAL', false) as principal_only, c.field, c.text, c.adopted,
                               c.reason, r.paper_person, r.paper_on
                          from rectification.plan_comment c
                          join rectification.plan_review r using (round_id, organisation_id, submission, body)
                          left join rectification.finding f on f.id = c.finding_id
                          left join rectification.village v on v.round_id = f.round_id
                            and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where c.round_id = ? and c.organisation_id = ?
                         order by c.submission desc, c.finding_id is not null, v.position nulls first, f.position, c.id""")
                .params(key.roundId(), key.organisationId())
                .query(Comment.class)
                .list();
    }

    /** Answers to comments of this submission; how many of them there were. */
    int answer(CaseKey key, int submission, List<CommentAnswer> answers, String actor) {
        return jdbc.sql(
                        """
                        update rectification.plan_comment c set adopted = a.adopted, reason = nullif(trim(a.reason), ''),
                            answered_by = ?, answered_at = ?
                          from unnest(?::bigint[], ?::boolean[], ?::text[]) as a (id, adopted, reason)
                         where c.id = a.id and c.round_id = ? and c.organisation_id = ? and c.submission = ?""")
                .params(actor, now())
                .param(answers.stream().map(CommentAnswer::id).toArray(Long[]::new))
                .param(answers.stream()
                        .map(each -> each.decision() == CommentAnswer.Decision.ADOPTED)
                        .toArray(Boolean[]::new))
                .param(answers.stream().map(CommentAnswer::reason).toArray(String[]::new))
                .params(key.roundId(), key.organisationId(), submission)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
