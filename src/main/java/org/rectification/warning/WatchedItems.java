package org.rectification.warning;

import java.util.List;

/**
 * Something open in a room that is to be warned about. Asked once a day, at 08:00 Asia/Shanghai; whatever is settled is
 * simply not among the items any more, and an item whose due day has moved comes with the new one.
 */
public interface WatchedItems {

    /** Everything open that has a due day, with the people who answer for it today. */
    List<WatchedItem> open();
}
