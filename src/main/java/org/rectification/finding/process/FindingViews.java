package org.rectification.finding.process;

import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.engine.TaskEntries;
import org.rectification.finding.FindingCards;
import org.rectification.finding.WorkDraft;
import org.springframework.stereotype.Component;

/** What a finding's forms show. */
@Component("findingViews")
public class FindingViews {

    private final FindingCards cards;
    private final WorkDraft draft;
    private final TaskEntries entries;

    FindingViews(FindingCards cards, WorkDraft draft, TaskEntries entries) {
        this.cards = cards;
        this.draft = draft;
        this.entries = entries;
    }

    public JsonValue card(String findingId) {
        return entries.of(cards.of(findingId));
    }

    /** As {@link #card}, with the signed sheet of the visit that the verdict rests on. */
    public JsonValue verification(String findingId) {
        return entries.of(cards.forVerification(findingId));
    }

    /** What stands in the form of a result before somebody fills it in. */
    public JsonValue work(String findingId) {
        return entries.of(draft.of(findingId));
    }

    public String title(String findingId) {
        return cards.title(findingId);
    }
}
