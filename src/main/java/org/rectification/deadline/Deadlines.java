package org.rectification.deadline;

import java.util.List;
import java.util.Optional;

/** Every date of one case that is known from its feedback date. */
public record Deadlines(List<Deadline> all) {

    public Deadlines {
        all = List.copyOf(all);
    }

    public Deadline immediateDue() {
        return one(DeadlineId.IMMEDIATE_DUE);
    }

    public Deadline planDue() {
        return one(DeadlineId.PLAN_DUE);
    }

    public Deadline thematicMeetingsDue() {
        return one(DeadlineId.THEMATIC_MEETINGS_DUE);
    }

    /** All progress reports, also those merged into the final reports; empty where the profile asks for none. */
    public List<Deadline> progressReports() {
        return every(DeadlineId.PROGRESS_REPORT);
    }

    /** The progress reports that make work of their own. */
    public List<Deadline> separateProgressReports() {
        return progressReports().stream()
                .filter(report -> report.mergedInto() == null)
                .toList();
    }

    /** The joint hearing; empty where the profile sets no date for one. */
    public Optional<Deadline> monthTwoReview() {
        return every(DeadlineId.MONTH_TWO_REVIEW).stream().findFirst();
    }

    /** The invitation to the joint hearing; empty where the profile sets no date for one. */
    public Optional<Deadline> monthTwoInvitation() {
        return every(DeadlineId.MONTH_TWO_INVITATION).stream().findFirst();
    }

    public Deadline completeBy() {
        return one(DeadlineId.COMPLETE_BY);
    }

    public Deadline finalReportsStart() {
        return one(DeadlineId.FINAL_REPORTS_START);
    }

    public Deadline finalReportsDue() {
        return one(DeadlineId.FINAL_REPORTS_DUE);
    }

    /** The reports of the first year after completion; they are owed only while a finding goes on. */
    public List<Deadline> continuedReports() {
        return every(DeadlineId.CONTINUED_REPORT);
    }

    public Deadline evaluationDue() {
        return one(DeadlineId.EVALUATION_DUE);
    }

    /** The revisits, provisional until the Secretary has signed. */
    public List<Deadline> revisits() {
        return every(DeadlineId.REVISIT);
    }

    private Deadline one(DeadlineId id) {
        return every(id).get(0);
    }

    private List<Deadline> every(DeadlineId id) {
        return all.stream().filter(deadline -> deadline.id() == id).toList();
    }
}
