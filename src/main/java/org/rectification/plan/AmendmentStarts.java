package org.rectification.plan;

import org.rectification.people.Visibility;
import org.rectification.plan.PlanAmendments.Opened;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the plan that the clerk means who proposes an amendment from the list of processes. */
@Service
public class AmendmentStarts {

    private final PlanAmendments amendments;
    private final Visibility visibility;
    private final JdbcClient jdbc;

    AmendmentStarts(PlanAmendments amendments, Visibility visibility, JdbcClient jdbc) {
        this.amendments = amendments;
        this.visibility = visibility;
        this.jdbc = jdbc;
    }

    /**
     * As {@link PlanAmendments#open}, for the clerk's own organisation.
     *
     * @param roundNumber may be left out where the organisation has one issued plan only
     * @throws Refusal also when no plan, or more than one, is meant
     */
    @Transactional
    public Opened open(String actor, @Nullable String roundNumber, @Nullable String batch, @Nullable String reason) {
        var organisation = visibility.scopeOf(actor).organisationId();
        if (organisation == null || !amendments.mayPropose(actor, organisation)) {
            throw Refusal.of("方案调整由整改办提出，您没有这项职责。");
        }
        var meant = jdbc.sql(
                        """
                        select p.round_id from rectification.plan p join rectification.round r on r.id = p.round_id
                         where p.organisation_id = :organisation and p.state = 'ISSUED'
                           and (cast(:number as text) is null or r.round_number = :number)
                           and (cast(:batch as text) is null or r.batch = :batch)""")
                .param("organisation", organisation)
                .param("number", stripped(roundNumber))
                .param("batch", stripped(batch))
                .query(String.class)
                .list();
        if (meant.isEmpty()) {
            throw Refusal.of("roundNumber", "没有找到已经印发的整改方案，请核对巡察轮次和批次。");
        }
        if (meant.size() > 1) {
            throw Refusal.of("roundNumber", "本单位有不止一份已印发的整改方案，请填写巡察轮次和批次。");
        }
        return amendments.open(actor, new CaseKey(meant.get(0), organisation), reason);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
