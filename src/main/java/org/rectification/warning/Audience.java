package org.rectification.warning;

import java.util.List;
import java.util.stream.Stream;

/** Who hears of a rung, in the decision's words. */
public enum Audience {
    PERSON,
    PERSON_AND_LEADER,
    /** The whole unit and its Secretary. */
    UNIT_AND_SECRETARY,
    /** The supervising body and the inspection office. */
    SUPERVISORS;

    /** Each person once. */
    List<String> of(WatchedItem.People people) {
        return switch (this) {
            case PERSON -> distinct(people.handlers());
            case PERSON_AND_LEADER -> distinct(people.handlers(), people.leaders());
            case UNIT_AND_SECRETARY -> distinct(people.handlers(), people.leaders(), people.unit());
            case SUPERVISORS -> distinct(people.supervisors());
        };
    }

    @SafeVarargs
    private static List<String> distinct(List<String>... people) {
        return Stream.of(people).flatMap(List::stream).distinct().toList();
    }
}
