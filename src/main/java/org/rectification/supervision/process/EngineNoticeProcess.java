package org.rectification.supervision.process;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.OwnName;
import org.rectification.engine.TaskEntries;
import org.rectification.supervision.Notice;
import org.rectification.supervision.NoticeProcess;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The process of a notice, in the application's own name: whether the person may is decided before. */
@Component
class EngineNoticeProcess implements NoticeProcess {

    static final String KEY = "supervisionNotice";
    static final String SENT = "supervisionNotice.noticeSent";
    static final String RAISED = "supervisionNotice.noticeRaised";
    static final String WITHDRAWN = "supervisionNotice.noticeWithdrawn";
    private static final String REPLY = "userTask_replyToNotice";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final TaskEntries entries;
    private final OwnName ownName;

    EngineNoticeProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, TaskEntries entries, OwnName ownName) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.entries = entries;
        this.ownName = ownName;
    }

    @Override
    public Started sent(Notice notice) {
        return start(() -> runtime.createMessageCorrelation(SENT)
                .processInstanceBusinessKey(businessKey(notice))
                .setVariables(variables(notice))
                .correlateStartMessage());
    }

    @Override
    public Started byHand(Notice notice) {
        return start(() -> runtime.createProcessInstanceByKey(KEY)
                .businessKey(businessKey(notice))
                .setVariables(variables(notice))
                .execute());
    }

    @Override
    public void replied(String processInstanceId) {
        ownName.run(() -> tasks.complete(reply(processInstanceId).getId(), Map.of(TaskEntries.ENTRY, entries.blank())));
    }

    @Override
    public void moved(String processInstanceId, LocalDate dueOn) {
        ownName.run(() -> tasks.setDueDate(reply(processInstanceId).getId(), ShanghaiTime.dueDate(dueOn)));
    }

    @Override
    public void raised(String processInstanceId) {
        tell(RAISED, processInstanceId);
    }

    @Override
    public void withdrawn(String processInstanceId) {
        tell(WITHDRAWN, processInstanceId);
    }

    private void tell(String message, String processInstanceId) {
        ownName.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceId(processInstanceId)
                .correlate());
    }

    private Started start(Supplier<ProcessInstance> start) {
        var instance = ownName.call(start);
        return new Started(instance.getProcessInstanceId(), instance.getProcessDefinitionId());
    }

    private Task reply(String processInstanceId) {
        return tasks.createTaskQuery()
                .processInstanceId(processInstanceId)
                .taskDefinitionKey(REPLY)
                .singleResult();
    }

    /** Unique among all notices, and readable in Cockpit. */
    static String businessKey(Notice notice) {
        return notice.roundId() + "/" + notice.organisationId() + "/" + notice.label();
    }

    private static Map<String, Object> variables(Notice notice) {
        return Map.of(
                CaseVariables.ROUND_ID, notice.roundId(),
                CaseVariables.ORGANISATION_ID, notice.organisationId(),
                NoticeVariables.NOTICE_ID, notice.id());
    }
}
