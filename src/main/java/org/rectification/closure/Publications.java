package org.rectification.closure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.rectification.people.Role;
import org.rectification.period.PersonalActs;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.trail.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the result of the rectification known inside the Party and to the public (R27). */
@Service
public class Publications {

    private final PublicationStore store;
    private final ReportReviews reviews;
    private final InspectedOrganisations organisations;
    private final PersonalActs acts;
    private final Trail trail;
    private final Clock clock;

    Publications(
            PublicationStore store,
            ReportReviews reviews,
            InspectedOrganisations organisations,
            PersonalActs acts,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.reviews = reviews;
        this.organisations = organisations;
        this.acts = acts;
        this.trail = trail;
        this.clock = clock;
    }

    public Optional<Publication> find(CaseKey key) {
        return store.find(key);
    }

    /** @throws Refusal before the reports passed the joint review, a second time, or for an incomplete entry */
    @Transactional
    public void circulate(String actor, CaseKey key, CircularEntry entry) {
        acts.demand(actor, Role.RECTIFICATION_OFFICE, key.organisationId());
        organisations.lock(key);
        var review = reviews.all(key).stream()
                .filter(ReportReview::accepted)
                .findFirst()
                .orElseThrow(() -> Refusal.of("整改报告尚未审核通过，不能通报。"));
        if (store.find(key).isPresent()) {
            throw Refusal.of("党内通报已经登记，不能重复登记。");
        }
        var publication = Publication.circulate(entry, review.reviewedOn(), today());
        store.circulated(actor, key, publication.circular());
        trace(actor, key, "CIRCULATED", Map.of("number", entry.number(), "scope", entry.scope()));
    }

    /** @throws Refusal without a text, or once a text is approved */
    @Transactional
    public void propose(String actor, CaseKey key, PublicTextEntry entry) {
        acts.demand(actor, Role.RECTIFICATION_OFFICE, key.organisationId());
        var publication = locked(key).propose(entry.text());
        store.proposed(actor, key, publication);
        trace(actor, key, "PUBLIC_TEXT_PROPOSED", Map.of("text", publication.draft()));
    }

    /**
     * The inspection office approves the text or returns it.
     *
     * @return whether it was approved
     * @throws Refusal for anybody else, or for a return without a reason
     */
    @Transactional
    public boolean decide(String actor, CaseKey key, TextApprovalEntry entry) {
        acts.demand(actor, Role.INSPECTION_OFFICE);
        var publication = locked(key);
        if (Decision.accepts(entry.decision())) {
            publication.approve(today());
            store.approved(actor, key);
            trace(actor, key, "PUBLIC_TEXT_APPROVED", Map.of());
            return true;
        }
        store.returned(key, publication.giveBack(entry.reason()));
        trace(actor, key, "PUBLIC_TEXT_RETURNED", Map.of("reason", entry.reason()));
        return false;
    }

    /** @throws Refusal before the approval, a second time, or for an incomplete entry */
    @Transactional
    public void publish(String actor, CaseKey key, PublicationEntry entry) {
        acts.demand(actor, Role.RECTIFICATION_OFFICE, key.organisationId());
        store.published(actor, key, locked(key).publish(entry, today()));
        organisations.reach(key, Milestone.PUBLISHED, actor);
    }

    private Publication locked(CaseKey key) {
        organisations.lock(key);
        return store.find(key).orElseThrow(() -> Refusal.of("尚未登记党内通报。"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void trace(String actor, CaseKey key, String kind, Map<String, ?> after) {
        trail.organisation(actor, key.roundId(), key.organisationId(), kind, after);
    }
}
