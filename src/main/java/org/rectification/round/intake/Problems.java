package org.rectification.round.intake;

import java.util.ArrayList;
import java.util.List;
import org.rectification.privacy.PersonalData;

/** Collects everything that is wrong, so that a person corrects it in one go. */
final class Problems {

    /** Beyond this a list helps nobody; a last entry says how many more there are. */
    static final int MOST_LISTED = 5_000;

    private final List<Problem> listed = new ArrayList<>();
    private final List<Problem> personal = new ArrayList<>();
    private int unlisted;

    void add(String pointer, String field, String rule, Object... arguments) {
        if (listed.size() < MOST_LISTED) {
            listed.add(new Problem(pointer, field, rule, List.of(arguments)));
        } else {
            unlisted++;
        }
    }

    /** Personal data in a text; whether that is a mistake is not decided here. */
    void personal(String pointer, String field, PersonalData.Kind kind) {
        if (personal.size() < MOST_LISTED) {
            personal.add(Problem.personal(pointer, field, kind));
        }
    }

    List<Problem> personal() {
        return List.copyOf(personal);
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
