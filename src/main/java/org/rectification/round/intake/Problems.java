package org.rectification.round.intake;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong, so that a person corrects it in one go. */
final class Problems {

    /** Beyond this a list helps nobody; a last entry says how many more there are. */
    static final int MOST_LISTED = 5_000;

    private final List<Problem> listed = new ArrayList<>();
    private int unlisted;

    void add(String pointer, String field, String rule, Object... arguments) {
        if (listed.size() < MOST_LISTED) {
            listed.add(new Problem(pointer, field, rule, List.of(arguments)));
        } else {
            unlisted++;
        }
    }

    boolean none() {
        return listed.isEmpty();
    }

    List<Problem> all() {
        var all = new ArrayList<>(listed);
        if (unlisted > 0) {
            all.add(new Problem("", "round", "more", List.of(unlisted)));
        }
        return List.copyOf(all);
    }
}
