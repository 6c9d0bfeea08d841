package org.rectification.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;

/** Computes every date of a case from its profile, its feedback date and what the case itself fixes. */
public final class DeadlineCalculator {

    private static final LocalDate EARLIEST_FEEDBACK = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST_FEEDBACK = LocalDate.of(2090, 12, 31);
    private static final int LONGEST_PERIOD_YEARS = 5;
    private static final int CONTINUED_REPORTS_LISTED = 4;

    private final WorkingCalendar calendar;
    private final ProgressReportDates progressReportDates;

    DeadlineCalculator(WorkingCalendar calendar) {
        this.calendar = calendar;
        this.progressReportDates = new ProgressReportDates(calendar);
    }

    /**
     * Why these dates cannot be used, all reasons at once; empty when they can. A completion date must lie after
     * feedback and not before the joint hearing where the profile has one.
     */
    public List<DateRefusal> refusals(Profile profile, LocalDate feedbackOn, @Nullable LocalDate completeBy) {
        if (feedbackOn.isBefore(EARLIEST_FEEDBACK) || feedbackOn.isAfter(LATEST_FEEDBACK)) {
            return List.of(new DateRefusal(
                    "feedbackOn",
                    "反馈日期须在2000年1月1日至2090年12月31日之间",
                    "feedbackOn must lie between 2000-01-01 and 2090-12-31"));
        }
        if (completeBy == null) {
            return List.of();
        }
        if (!completeBy.isAfter(feedbackOn)) {
            return List.of(new DateRefusal("completeBy", "整改完成日期须晚于反馈日期", "completeBy must lie after feedbackOn"));
        }
        if (completeBy.isAfter(feedbackOn.plusYears(LONGEST_PERIOD_YEARS))) {
            return List.of(new DateRefusal(
                    "completeBy", "整改完成日期不得晚于反馈日期后5年", "completeBy must lie within five years of feedbackOn"));
        }
        return monthTwoReview(profile, feedbackOn)
                .filter(review -> completeBy.isBefore(review.date()))
                .map(review -> new DateRefusal(
                        "completeBy",
                        "整改完成日期不得早于集中听取整改进展情况的日期" + review.date(),
                        "completeBy must not lie before the month-two review on " + review.date()))
                .stream()
                .toList();
    }

    /** All dates of a case that leaves completion and immediate findings to the profile. */
    public Deadlines deadlinesFor(Profile profile, LocalDate feedbackOn) {
        return deadlinesFor(profile, feedbackOn, null, null);
    }

    /**
     * All dates of a case that are known from its feedback date, in the order of {@link DeadlineId}.
     *
     * @param completeBy given completion date, taken as it is; null for the profile's period
     * @param immediateDueOn given date for findings to be put right at once, taken as it is; null for the default
     * @throws IllegalArgumentException when {@link #refusals} has a reason against the dates
     */
    public Deadlines deadlinesFor(
            Profile profile, LocalDate feedbackOn, @Nullable LocalDate completeBy, @Nullable LocalDate immediateDueOn) {
        List<DateRefusal> refusals = refusals(profile, feedbackOn, completeBy);
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException(refusals.get(0).english());
        }
        Optional<Deadline> review = monthTwoReview(profile, feedbackOn);
        Deadline completion = completion(profile, feedbackOn, completeBy);

        List<Deadline> all = new ArrayList<>();
        all.add(immediateDue(profile, feedbackOn, immediateDueOn));
        all.add(fromDayZero(profile, profile.planDue(), feedbackOn).deadline(DeadlineId.PLAN_DUE));
        all.add(fromDayZero(profile, profile.thematicMeetingsDue(), feedbackOn)
                .deadline(DeadlineId.THEMATIC_MEETINGS_DUE));
        all.addAll(progressReportDates.of(profile, feedbackOn, completion.date(), review));
        review.ifPresent(all::add);
        review.map(hearing -> before(profile.hearingInvitationWorkingDays(), hearing, DeadlineId.MONTH_TWO_INVITATION))
                .ifPresent(all::add);
        all.add(completion);
        all.add(before(profile.finalReportsStartWorkingDays(), completion, DeadlineId.FINAL_REPORTS_START));
        all.add(finalReportsDue(profile, completion));
        all.addAll(continuedReports(profile, completion));
        all.add(Reckoning.from(calendar, profile.evaluationDue(), completion)
                .plus(profile.evaluationDue().value())
                .deadline(DeadlineId.EVALUATION_DUE));
        all.addAll(revisits(profile, completion));
        return new Deadlines(all);
    }

    /** When the reviewers of a plan that was submitted on this day owe their answer. */
    public Deadline planReviewDue(Profile profile, LocalDate submittedOn) {
        return Reckoning.from(calendar, profile.planReviewDue(), "方案报送日", submittedOn)
                .plus(profile.planReviewDue().value())
                .deadline(DeadlineId.PLAN_REVIEW_DUE);
    }

    /** The first report on findings that go on, later than this day; empty where the profile asks for none. */
    public Optional<Deadline> continuedReportAfter(Profile profile, LocalDate day) {
        if (profile.continuedReports().value() == Profile.ContinuedRhythm.NONE) {
            return Optional.empty();
        }
        return Optional.of(quarterEndAfter(profile, day).deadline(DeadlineId.CONTINUED_REPORT));
    }

    /** The second evaluation after the results were made public; empty where the profile asks for none. */
    public Optional<Deadline> secondEvaluationDue(Profile profile, LocalDate publishedOn) {
        return Optional.ofNullable(profile.secondEvaluation())
                .map(second -> Reckoning.from(calendar, second, "公开日", publishedOn)
                        .plus(second.value())
                        .deadline(DeadlineId.SECOND_EVALUATION_DUE));
    }

    private Deadline immediateDue(Profile profile, LocalDate feedbackOn, @Nullable LocalDate given) {
        if (given != null) {
            return Reckoning.from(calendar, profile.immediateDue(), "立行立改通知载明的期限", given)
                    .deadline(DeadlineId.IMMEDIATE_DUE);
        }
        return fromDayZero(profile, profile.immediateDue(), feedbackOn).deadline(DeadlineId.IMMEDIATE_DUE);
    }

    private Optional<Deadline> monthTwoReview(Profile profile, LocalDate feedbackOn) {
        Parameter<Profile.JointHearing> hearing = profile.jointHearing();
        LocalDate end;
        String how;
        switch (hearing.value()) {
            case ROLLING -> {
                end = feedbackOn.plusMonths(2).minusDays(1);
                how = "加2个月再减1天";
            }
            case CALENDAR_MONTH_END -> {
                end = YearMonth.from(feedbackOn).plusMonths(1).atEndOfMonth();
                how = "取第二个自然月的最后一天";
            }
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(Reckoning.fromDayZero(calendar, hearing, profile, feedbackOn)
                .moveTo(end, how)
                .rollBack()
                .deadline(DeadlineId.MONTH_TWO_REVIEW));
    }

    private Deadline completion(Profile profile, LocalDate feedbackOn, @Nullable LocalDate given) {
        if (given == null) {
            return fromDayZero(profile, profile.period(), feedbackOn).deadline(DeadlineId.COMPLETE_BY);
        }
        return Reckoning.from(calendar, profile.period(), "本轮确定的完成日期", given).deadline(DeadlineId.COMPLETE_BY);
    }

    private Deadline finalReportsDue(Profile profile, Deadline completion) {
        return Reckoning.from(calendar, profile.finalReportRecipients(), completion)
                .note("与整改完成日期同日")
                .deadline(DeadlineId.FINAL_REPORTS_DUE);
    }

    private List<Deadline> continuedReports(Profile profile, Deadline completion) {
        List<Deadline> reports = new ArrayList<>();
        if (profile.continuedReports().value() == Profile.ContinuedRhythm.QUARTER_END) {
            LocalDate after = completion.date();
            for (int index = 1; index <= CONTINUED_REPORTS_LISTED; index++) {
                Deadline report = quarterEndAfter(profile, after).deadline(DeadlineId.CONTINUED_REPORT, index, null);
                reports.add(report);
                after = report.date();
            }
        }
        return reports;
    }

    private Reckoning quarterEndAfter(Profile profile, LocalDate after) {
        LocalDate end = quarterEnd(after);
        if (!calendar.rollBack(end).isAfter(after)) {
            end = quarterEnd(end.plusDays(1));
        }
        return Reckoning.from(calendar, profile.continuedReports(), "上一日期", after)
                .moveTo(end, "取其后的季度末")
                .rollBack();
    }

    private static LocalDate quarterEnd(LocalDate day) {
        int lastMonth = (day.getMonthValue() + 2) / 3 * 3;
        return YearMonth.of(day.getYear(), lastMonth).atEndOfMonth();
    }

    private List<Deadline> revisits(Profile profile, Deadline completion) {
        List<Deadline> revisits = new ArrayList<>();
        for (Span span : profile.revisits().value()) {
            revisits.add(Reckoning.from(calendar, profile.revisits(), completion)
                    .plus(span)
                    .provisional("党委书记签字背书后，按实际签字日期重新计算")
                    .deadline(DeadlineId.REVISIT, revisits.size() + 1, null));
        }
        return revisits;
    }

    private Deadline before(Parameter<Integer> workingDays, Deadline event, DeadlineId id) {
        return Reckoning.from(calendar, workingDays, event)
                .minusWorkingDays(workingDays.value())
                .deadline(id);
    }

    private Reckoning fromDayZero(Profile profile, Parameter<Span> parameter, LocalDate feedbackOn) {
        return Reckoning.fromDayZero(calendar, parameter, profile, feedbackOn).plus(parameter.value());
    }
}
