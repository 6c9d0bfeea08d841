package org.rectification.warning;

import java.util.List;

/**
 * Something open in a room that is to be warned about. Asked once a day, at 08:00 Asia/Shanghai; whatever is settled is
 * simply not among the items any more, and an item whose due day has moved comes with the new one.
 */
public interface WatchedItems {

    /**
     * Everything open that has a due day, in as few statements as for one. Who answers for an item is found only when a
     * rung is raised, so that one about whom nobody can be found is a fault of its own.
     */
    List<WatchedItem> open();
}
