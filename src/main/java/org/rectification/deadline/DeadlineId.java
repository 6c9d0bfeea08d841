package org.rectification.deadline;

import org.springframework.lang.Nullable;

/** The computed dates of a case, in the order in which they are shown. */
public enum DeadlineId {
    IMMEDIATE_DUE("immediateDue", "立行立改完成"),
    PLAN_DUE("planDue", "报送整改方案"),
    PLAN_REVIEW_DUE("planReviewDue", "整改方案审核"),
    THEMATIC_MEETINGS_DUE("thematicMeetingsDue", "召开专题民主（组织）生活会"),
    PROGRESS_REPORT("progressReport", "报送整改进展情况"),
    MONTH_TWO_REVIEW("monthTwoReview", "集中听取整改进展情况（第二个月月末）"),
    MONTH_TWO_INVITATION("monthTwoInvitation", "邀请集中听取整改进展情况"),
    COMPLETE_BY("completeBy", "完成集中整改"),
    FINAL_REPORTS_START("finalReportsStart", "开始起草两份整改报告"),
    FINAL_REPORTS_DUE("finalReportsDue", "报送两份整改报告"),
    CONTINUED_REPORT("continuedReport", "报送持续整改情况"),
    EVALUATION_DUE("evaluationDue", "整改评估"),
    SECOND_EVALUATION_DUE("secondEvaluationDue", "再次整改评估"),
    REVISIT("revisit", "整改回访（成效复核）");

    private final String code;
    private final String label;

    DeadlineId(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The id that other programs see. */
    public String code() {
        return code;
    }

    /** What is due, and which of several it is. */
    public String label(@Nullable Integer index) {
        return index == null ? label : label + "（第" + index + (this == REVISIT ? "次）" : "期）");
    }

    /** What is due, in Chinese. */
    public String label() {
        return label;
    }
}
