package org.rectification.deadline;

import java.util.List;

/**
 * A room that stores days which were computed once. When the calendar or the profile of a case changes, the room lets its
 * days follow, in the transaction of the change; days that people set stay. Open tasks and timers need no such thing: they
 * are asked through the expressions of their models again, after all rooms.
 */
public interface KeptDates {

    /**
     * @param before every date of the case as it was
     * @param after every date of the case from now on
     * @return what moved beyond the dates of the case themselves
     */
    List<DateMove> follow(
            String roundId, String organisationId, Deadlines before, Deadlines after, String actor, String reason);
}
