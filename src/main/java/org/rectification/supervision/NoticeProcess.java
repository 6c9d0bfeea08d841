package org.rectification.supervision;

import java.time.LocalDate;

/** The running process of a notice. */
public interface NoticeProcess {

    Started sent(Notice notice);

    /** As {@link #sent}, from the start form. */
    Started byHand(Notice notice);

    /** The task to reply is done: the reply came through our own page. */
    void replied(String processInstanceId);

    /** The task to reply is due on another day, 24:00 Asia/Shanghai. */
    void moved(String processInstanceId, LocalDate dueOn);

    /** Raised a level without a reply. */
    void raised(String processInstanceId);

    void withdrawn(String processInstanceId);

    record Started(String processInstanceId, String processDefinitionId) {}
}
