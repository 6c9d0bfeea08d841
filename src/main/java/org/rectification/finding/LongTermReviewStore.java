package org.rectification.finding;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** Reviews of the long-term list as rows. */
@Repository
class LongTermReviewStore {

    private final JdbcClient jdbc;

    LongTermReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LongTermReview> last(String findingId) {
        return jdbc.sql(
                        """
                        select finding_id, number, due_on, conclusion, reason, next_review_on, new_due_on, reviewed_by,
                               confirmed, confirmed_by
                          from rectification.long_term_review where finding_id = ? order by number desc limit 1""")
                .param(findingId)
                .query(LongTermReview.class)
                .optional();
    }

    void add(LongTermReview review, OffsetDateTime at) {
        jdbc.sql(
                        """
                        insert into rectification.long_term_review (finding_id, number, due_on, conclusion, reason,
                            next_review_on, new_due_on, reviewed_by, reviewed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        review.findingId(),
                        review.number(),
                        review.dueOn(),
                        review.conclusion().name(),
                        review.reason(),
                        review.nextReviewOn(),
                        review.newDueOn(),
                        review.reviewedBy(),
                        at)
                .update();
    }

    void confirm(
            LongTermReview review,
            boolean agreed,
            String actor,
            @Nullable String remark,
            @Nullable LocalDate nextReviewOn,
            OffsetDateTime at) {
        jdbc.sql(
                        """
                        update rectification.long_term_review set confirmed = ?, confirmed_by = ?, confirmed_at = ?,
                            remark = ?, next_review_on = ? where finding_id = ? and number = ?""")
                .params(agreed, actor, at, remark, nextReviewOn, review.findingId(), review.number())
                .update();
    }
}
