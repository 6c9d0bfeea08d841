package org.rectification.deadline;

/** The packaged rules for tests that need no application. */
public final class DeadlineRules {

    private DeadlineRules() {}

    public static Profiles profiles() {
        return Profiles.packaged();
    }

    public static DeadlineCalculator calculator() {
        return new DeadlineCalculator(WorkingCalendar.ofPublishedNotices());
    }
}
