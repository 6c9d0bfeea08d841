package org.rectification.ledger;

import java.util.Arrays;
import java.util.Optional;

/**
 * A kind of work on findings that comes in numbers and is done row by row. Each finding keeps its own task in the
 * engine; the list is only another door to it.
 */
public enum WorkKind {
    WORK("填报整改结果", "userTask_rectifyFinding"),
    REVIEW("审核整改结果", "userTask_reviewResult"),
    VERIFY("核验销号", "userTask_verifyFinding"),
    CONFIRM("确认核验结果", "userTask_confirmVerification"),
    CONSENT("同意长期坚持", "userTask_consentLongTerm"),
    CONTINUE("提出持续整改", "userTask_continueFinding"),
    APPROVE("审批持续整改", "userTask_approveContinuation"),
    EXTENSION("审批延期", "userTask_decideExtension"),
    FOLLOW("复查长期坚持", "userTask_reviewLongTerm"),
    AGREE("确认长期坚持销号", "userTask_confirmLongTermReview");

    private final String label;
    private final String taskKey;

    WorkKind(String label, String taskKey) {
        this.label = label;
        this.taskKey = taskKey;
    }

    /** The words on the list's tab. */
    public String label() {
        return label;
    }

    /** Id of the user task in finding-rectification or long-term-follow-up. */
    public String taskKey() {
        return taskKey;
    }

    /** In addresses: lower case. */
    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<WorkKind> at(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }

    public static Optional<WorkKind> ofTask(String taskKey) {
        return Arrays.stream(values())
                .filter(kind -> kind.taskKey.equals(taskKey))
                .findFirst();
    }

    public static String[] taskKeys() {
        return Arrays.stream(values()).map(WorkKind::taskKey).toArray(String[]::new);
    }
}
