package org.rectification.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.rectification.refusal.Refusal;

/**
 * An inspected organisation in its round, with the milestones it has reached. Refuses a milestone out of order: no
 * sign-off before the hearing (where the profile has one, S35), no archiving before the signature (S44, S46).
 */
public final class InspectedOrganisation {

    private final CaseKey key;
    private final String name;
    private final String profile;
    private final LocalDate feedbackOn;
    private final LocalDate completeBy;
    private final boolean completeByGiven;
    private final boolean hearingRequired;
    private final Map<Milestone, Instant> reached;

    InspectedOrganisation(
            CaseKey key,
            String name,
            String profile,
            LocalDate feedbackOn,
            LocalDate completeBy,
            boolean completeByGiven,
            boolean hearingRequired,
            Map<Milestone, Instant> reached) {
        this.key = key;
        this.name = name;
        this.profile = profile;
        this.feedbackOn = feedbackOn;
        this.completeBy = completeBy;
        this.completeByGiven = completeByGiven;
        this.hearingRequired = hearingRequired;
        this.reached = new EnumMap<>(Milestone.class);
        this.reached.putAll(reached);
    }

    /** @throws Refusal when what must come before has not happened, or the milestone is behind us already */
    void reach(Milestone milestone, Instant at) {
        if (has(milestone)) {
            throw Refusal.of(milestone.label() + "已经登记，不能重复登记。");
        }
        milestone.requires().ifPresent(this::demand);
        if (milestone == Milestone.SIGNED && hearingRequired) {
            demand(Milestone.HEARING_HELD);
        }
        reached.put(milestone, at);
    }

    private void demand(Milestone earlier) {
        if (!has(earlier)) {
            throw Refusal.of("尚未完成“" + earlier.label() + "”，不能办理后续事项。");
        }
    }

    public boolean has(Milestone milestone) {
        return reached.containsKey(milestone);
    }

    public Optional<Instant> when(Milestone milestone) {
        return Optional.ofNullable(reached.get(milestone));
    }

    public CaseKey key() {
        return key;
    }

    public String name() {
        return name;
    }

    /** Id of the deadline profile of the round. */
    public String profile() {
        return profile;
    }

    /** Day 0. */
    public LocalDate feedbackOn() {
        return feedbackOn;
    }

    public LocalDate completeBy() {
        return completeBy;
    }

    /** Whether the round fixed the completion date itself; otherwise the profile's period did. */
    public boolean completeByGiven() {
        return completeByGiven;
    }

    /** Whether the profile holds a joint hearing at the end of month two (S35). */
    public boolean hearingRequired() {
        return hearingRequired;
    }
}
