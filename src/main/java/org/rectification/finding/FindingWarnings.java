package org.rectification.finding;

import java.util.List;
import org.rectification.deadline.WarningLadder.Step;
import org.rectification.people.Duties;
import org.rectification.warning.Audience;
import org.rectification.warning.Warnings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a finding's own process says about it. */
@Service
public class FindingWarnings {

    private final FindingStore store;
    private final FindingItems items;
    private final Warnings warnings;
    private final Duties duties;

    FindingWarnings(FindingStore store, FindingItems items, Warnings warnings, Duties duties) {
        this.store = store;
        this.items = items;
        this.warnings = warnings;
        this.duties = duties;
    }

    /**
     * Raises a rung of the ladder for the present due day.
     *
     * @return false when it was raised before
     */
    @Transactional
    public boolean raise(String findingId, Step step, Audience audience) {
        return warnings.raise(items.of(store.get(findingId)), step, audience);
    }

    /** Tells the Secretary of the third return or of a false claim (S31). */
    @Transactional
    public void alertSecretary(String findingId) {
        var finding = store.get(findingId);
        warnings.tell(
                items.of(finding),
                finding.verdict().orElse(null) == Verdict.FALSIFIED ? "FALSIFIED" : "RETURNED",
                String.valueOf(finding.returns()),
                List.of(duties.secretary(finding.facts().organisationId())));
    }
}
