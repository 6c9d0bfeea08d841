package org.rectification.deadline;

import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A rule book: every adjustable value of a case with its source. Values that the profile's rules do not fix are local
 * defaults and say so.
 *
 * @param id {@code speech-2020}, {@code reg-2017}, {@code reg-2024}
 * @param name Chinese name for screens
 * @param dayZero the event whose date is day 0
 * @param immediateDue span for findings to be put right at once, when the notice gives no date
 * @param planDue span from day 0 until the plan is submitted
 * @param planReviewDue span from submission until the reviewers have answered
 * @param planReviewers bodies that review the plan together
 * @param thematicMeetingsDue span from day 0 until the meetings of township and villages are held
 * @param period length of concentrated rectification when the case names no completion date
 * @param jointHearing how the date of the joint hearing is found
 * @param hearingInvitationWorkingDays working days by which the invitation precedes the hearing
 * @param progressReports rhythm of the progress reports
 * @param progressMergeDays calendar days before completion within which a progress report merges into the final reports
 * @param finalReportsStartWorkingDays working days by which work on the final reports precedes completion
 * @param finalReportRecipients who receives reports A and B
 * @param continuedReports rhythm of reports on findings that go on after completion
 * @param evaluationDue span from completion until the evaluation
 * @param secondEvaluation span from publication until a second evaluation, null where there is none
 * @param evaluationGrades grades, best first
 * @param revisits spans from completion until each revisit
 * @param ladder when warnings are raised
 * @param secondHearingLabel name of the second hearing before feedback
 * @param areas first-level classes of findings
 */
public record Profile(
        String id,
        String name,
        Parameter<DayZero> dayZero,
        Parameter<Span> immediateDue,
        Parameter<Span> planDue,
        Parameter<Span> planReviewDue,
        Parameter<List<CodedLabel>> planReviewers,
        Parameter<Span> thematicMeetingsDue,
        Parameter<Span> period,
        Parameter<JointHearing> jointHearing,
        Parameter<Integer> hearingInvitationWorkingDays,
        Parameter<ProgressRhythm> progressReports,
        Parameter<Integer> progressMergeDays,
        Parameter<Integer> finalReportsStartWorkingDays,
        Parameter<List<CodedLabel>> finalReportRecipients,
        Parameter<ContinuedRhythm> continuedReports,
        Parameter<Span> evaluationDue,
        @Nullable Parameter<Span> secondEvaluation,
        Parameter<List<String>> evaluationGrades,
        Parameter<List<Span>> revisits,
        Parameter<WarningLadder> ladder,
        Parameter<String> secondHearingLabel,
        Parameter<List<CodedLabel>> areas) {

    /** The event whose date is day 0. */
    public enum DayZero {
        FEEDBACK_MEETING("反馈会当日"),
        FEEDBACK_RECEIVED("收到反馈意见当日"),
        FEEDBACK("反馈当日");

        private final String label;

        DayZero(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How the end of month two is read. */
    public enum JointHearing {
        /** Two months after day 0, less one day. */
        ROLLING,
        /** Last day of the second calendar month, the month of day 0 being the first. */
        CALENDAR_MONTH_END,
        /** The profile sets no date; a hearing may still be called. */
        NONE
    }

    /** Rhythm of the progress reports. */
    public enum ProgressRhythm {
        /** Every 15 days from day 0. */
        HALF_MONTH_ROLLING,
        /** The 15th and the last day of each month, the first not before a week has passed. */
        FIFTEENTH_AND_MONTH_END,
        /** Every calendar month from day 0. */
        MONTHLY,
        NONE
    }

    /** Rhythm of the reports on findings that go on after completion. */
    public enum ContinuedRhythm {
        QUARTER_END,
        NONE
    }
}
