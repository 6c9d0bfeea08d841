package org.rectification.autosave;

import org.rectification.meeting.ComparisonHandedIn;
import org.rectification.meeting.Comparisons;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A comparison text is the member's own, as long as the meeting is to come. Handed in, it takes its draft along. */
@Component
class ComparisonDraftRights implements DraftRights {

    private final Comparisons comparisons;
    private final ObjectProvider<Drafts> drafts;

    ComparisonDraftRights(Comparisons comparisons, ObjectProvider<Drafts> drafts) {
        this.comparisons = comparisons;
        this.drafts = drafts;
    }

    @Override
    public Subject subject() {
        return Subject.COMPARISON;
    }

    @Override
    public boolean mayWorkOn(String personId, String comparisonId) {
        return comparisons.mayWrite(personId, comparisonId);
    }

    @EventListener
    void follow(ComparisonHandedIn handedIn) {
        drafts.getObject().discardAll(Subject.COMPARISON, handedIn.comparisonId());
    }
}
