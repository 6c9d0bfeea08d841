package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.plan.PlanTown.CLERK;
import static org.rectification.plan.PlanTown.PERSON;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the plan asks of the database does not grow with the number of findings. */
@PlanTest
class PlanStatementsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 11);

    @Autowired
    PlanTown town;

    @Autowired
    PlanReviews reviews;

    @Test
    void savingALineTakesAtMostSixStatements() {
        var ids = town.ledger(2, 0);
        town.plans.divide(CLERK, town.key(), List.of());
        assertThat(StatementCounter.during(() -> town.plans.saveLine(PERSON, ids.get(0), PlanTown.complete())))
                .hasSizeBetween(1, 6);
    }

    @Test
    void freezingTakesAsManyStatementsForAHundredFindingsAsForTwo() {
        var few = frozen(2);
        var many = frozen(100);
        System.out.printf("Freezing a plan: %d statements for 2 findings, %d for 100%n", few.size(), many.size());
        assertThat(few).isNotEmpty();
        assertThat(many).isEqualTo(few);
    }

    @Test
    void dividingTakesAsManyStatementsForAHundredFindingsAsForTwo() {
        town.ledger(2, 0);
        var few = StatementCounter.during(() -> town.plans.divide(CLERK, town.key(), List.of()));
        town.ledger(100, 0);
        assertThat(StatementCounter.during(() -> town.plans.divide(CLERK, town.key(), List.of())))
                .hasSameSizeAs(few);
    }

    private List<String> frozen(int findings) {
        town.ledger(findings, 0);
        var key = town.key();
        town.plans.divide(CLERK, key, List.of());
        town.saveAll(PERSON);
        town.plans.deliberate(CLERK, key, new Deliberation(DAY, "5", town.paper("党委会会议记录"), null, null));
        for (var body : town.plans.reviewers(key.roundId(), key.organisationId())) {
            reviews.record(
                    "pt-office",
                    key,
                    body,
                    new PlanReview(ReviewVerdict.AGREE, null, List.of(), "陈主任", DAY, town.paper("审核意见")));
        }
        reviews.merge("system", key);
        town.plans.issue(CLERK, key, new Issue("9", DAY));
        return StatementCounter.during(() -> town.plans.freeze("system", key));
    }
}
