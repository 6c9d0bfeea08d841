package org.rectification.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.CurrentPerson;
import org.rectification.engine.TaskEntries;
import org.rectification.supervision.JudgementEntry;
import org.rectification.supervision.NoticeReplies;
import org.springframework.stereotype.Component;

/** The sender accepts the reply, returns it or raises the notice a level (S36). */
@Component
class JudgeReplyListener implements TaskListener {

    private final TaskEntries entries;
    private final CurrentPerson person;
    private final NoticeReplies replies;

    JudgeReplyListener(TaskEntries entries, CurrentPerson person, NoticeReplies replies) {
        this.entries = entries;
        this.person = person;
        this.replies = replies;
    }

    @Override
    public void notify(DelegateTask task) {
        var id = CaseVariables.required(task, NoticeVariables.NOTICE_ID);
        replies.judge(person.id(), id, entries.read(task, JudgementEntry.class));
    }
}
