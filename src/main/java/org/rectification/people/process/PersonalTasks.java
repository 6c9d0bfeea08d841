package org.rectification.people.process;

import java.util.Set;

/** What nobody ever does in somebody's place. */
final class PersonalTasks {

    /**
     * The truthfulness signature is the Secretary's own (S46), a comparison text the member's (S38); who hands over or
     * takes over an office does so in person.
     */
    private static final Set<String> KEYS = Set.of(
            "userTask_signTruthfulness",
            "userTask_writeComparison",
            "userTask_confirmHandingOver",
            "userTask_confirmTakingOver");

    private PersonalTasks() {}

    static boolean include(String taskKey) {
        return KEYS.contains(taskKey);
    }
}
