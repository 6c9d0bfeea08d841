package org.rectification.period;

import java.util.Map;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.trail.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking for the sign-off before the tenth working day before completion: after the hearing, with everything settled. */
@Service
public class SignOffRequests {

    private final InspectedOrganisations organisations;
    private final CaseLedger ledger;
    private final PersonalActs acts;
    private final PeriodMessages period;
    private final Trail trail;

    SignOffRequests(
            InspectedOrganisations organisations,
            CaseLedger ledger,
            PersonalActs acts,
            PeriodMessages period,
            Trail trail) {
        this.organisations = organisations;
        this.ledger = ledger;
        this.acts = acts;
        this.period = period;
        this.trail = trail;
    }

    /** Whether the organisation is part of the round. */
    public boolean knows(CaseKey key) {
        return organisations.contains(key);
    }

    /**
     * @throws Refusal by anybody but the clerk, before the hearing, with unfinished findings, or when the final reports are
     *     under way already
     */
    @Transactional
    public void request(String actor, CaseKey key) {
        acts.demand(actor, Role.RECTIFICATION_OFFICE, key.organisationId());
        var organisation = organisations.lock(key);
        if (organisation.hearingRequired() && !organisation.has(Milestone.HEARING_HELD)) {
            throw Refusal.of("尚未完成“" + Milestone.HEARING_HELD.label() + "”，不能提前申请报送最终报告。");
        }
        var unfinished = ledger.figures(key).unfinished();
        var added = ledger.unfinishedAdded(key).size();
        if (unfinished == 0 && added > 0) {
            throw Refusal.of("还有" + added + "个自查或反弹的问题未办结，不能提前申请报送最终报告。");
        }
        if (unfinished > 0) {
            throw Refusal.of("还有" + unfinished + "个问题未办结，不能提前申请报送最终报告。");
        }
        if (!period.requestSignOff(key)) {
            throw Refusal.of("最终报告已经开始办理或整改期监督尚未开始，无需提前申请。");
        }
        trail.organisation(actor, key.roundId(), key.organisationId(), "SIGN_OFF_REQUESTED", Map.of());
    }
}
