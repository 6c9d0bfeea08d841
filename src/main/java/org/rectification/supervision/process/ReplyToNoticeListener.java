package org.rectification.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.supervision.NoticeReplies;
import org.rectification.supervision.ReplyEntry;
import org.springframework.stereotype.Component;

/** The addressee answers (S36). */
@Component
class ReplyToNoticeListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final NoticeReplies replies;

    ReplyToNoticeListener(TaskEntries entries, CurrentPerson person, NoticeReplies replies) {
        this.entries = entries;
        this.person = person;
        this.replies = replies;
    }

    /** What was answered at our own page is in the ledger already; then the application itself lets the task go on. */
    @Override
    public void notify(DelegateTask task) {
        if (!person.id().equals(CurrentPerson.SYSTEM)) {
            var id = CaseVariables.required(task, NoticeVariables.NOTICE_ID);
            replies.reply(person.id(), id, entries.read(task, ReplyEntry.class));
        }
    }
}
