package org.rectification.round;

import java.util.Optional;

/** The steps of an organisation's rectification that later steps depend on, each reached once. */
public enum Milestone {
    FEEDBACK_HELD("反馈会议", null),
    PLAN_ISSUED("整改方案印发", FEEDBACK_HELD),
    HEARING_HELD("集中听取整改进展情况", FEEDBACK_HELD),
    SIGNED("真实性签字背书", FEEDBACK_HELD),
    PUBLISHED("党内通报和社会公开", SIGNED),
    EVALUATED("整改成效评估", SIGNED),
    ARCHIVED("归档", EVALUATED);

    private final String label;
    private final Milestone requires;

    Milestone(String label, Milestone requires) {
        this.label = label;
        this.requires = requires;
    }

    public String label() {
        return label;
    }

    /** What must have happened before, whatever the profile says. */
    public Optional<Milestone> requires() {
        return Optional.ofNullable(requires);
    }

    String column() {
        return name().toLowerCase(java.util.Locale.ROOT) + "_at";
    }
}
