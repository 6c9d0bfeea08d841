package org.rectification.autosave;

import org.rectification.plan.PlanLineSettled;
import org.rectification.plan.PlanLines;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A plan line is for whoever may save it, as long as its plan is open. A line that is saved or given back takes its drafts along. */
@Component
class PlanLineDraftRights implements DraftRights {

    private final PlanLines lines;
    private final ObjectProvider<Drafts> drafts;

    PlanLineDraftRights(PlanLines lines, ObjectProvider<Drafts> drafts) {
        this.lines = lines;
        this.drafts = drafts;
    }

    @Override
    public Subject subject() {
        return Subject.PLAN_LINE;
    }

    @Override
    public boolean mayWorkOn(String personId, String findingId) {
        return lines.mayWrite(personId, findingId);
    }

    @EventListener
    void follow(PlanLineSettled settled) {
        if (settled.givenBack()) {
            drafts.getObject().discardAll(Subject.PLAN_LINE, settled.findingId());
        } else {
            drafts.getObject().discard(settled.personId(), Subject.PLAN_LINE, settled.findingId());
        }
    }
}
