package org.rectification.finding.process;

import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.engine.TaskEntries;
import org.rectification.finding.FindingCards;
import org.springframework.stereotype.Component;

/** What a finding's forms show. */
@Component("findingViews")
public class FindingViews {

    private final FindingCards cards;
    private final TaskEntries entries;

    FindingViews(FindingCards cards, TaskEntries entries) {
        this.cards = cards;
        this.entries = entries;
    }

    public JsonValue card(String findingId) {
        return entries.of(cards.of(findingId));
    }

    /** As {@link #card}, with the signed sheet of the visit that the verdict rests on. */
    public JsonValue verification(String findingId) {
        return entries.of(cards.forVerification(findingId));
    }

    public String title(String findingId) {
        return cards.title(findingId);
    }
}
