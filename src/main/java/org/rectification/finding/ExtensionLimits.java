package org.rectification.finding;

import java.time.LocalDate;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * How far and how often a date may be moved. Local defaults, not law: a request that needs more is 持续整改.
 *
 * @param longestDays calendar days that one extension adds at most to the present due day
 * @param most extensions that one finding is granted at most
 * @param shortestReason characters of a reason, blanks at both ends not counted (asked for by users of comparable systems)
 */
@Component
record ExtensionLimits(
        @Value("${rectification.extension.longest-days}") int longestDays,
        @Value("${rectification.extension.most}") int most,
        @Value("${rectification.extension.shortest-reason}") int shortestReason) {

    static final int LONGEST_REASON = 1_000;

    void demandReason(@Nullable String reason) {
        var length = reason == null ? 0 : reason.strip().length();
        new Violations()
                .optionalText(reason, "reason", "延期理由", LONGEST_REASON)
                .require(length >= shortestReason, "reason", "请写明延期理由，不少于" + shortestReason + "字。")
                .refuseAny();
    }

    /**
     * @param granted extensions so far
     * @param completeBy completion date of the case; null for what goes on beyond it (持续整改)
     * @throws Refusal naming the limit that the day would break
     */
    void demandDay(LocalDate newDue, LocalDate due, @Nullable LocalDate completeBy, int granted, LocalDate today) {
        if (granted >= most) {
            throw Refusal.of("newDueOn", "这个问题已延期" + granted + "次，达到上限，不能再申请延期。");
        }
        if (completeBy != null && !completeBy.isAfter(due)) {
            throw Refusal.of("newDueOn", "整改时限已是集中整改完成日期" + completeBy + "，不能再延期；到期未完成的按持续整改办理。");
        }
        if (!newDue.isAfter(today) || !newDue.isAfter(due)) {
            throw Refusal.of("newDueOn", "延期后的时限必须晚于今天和原时限。");
        }
        if (completeBy != null && newDue.isAfter(completeBy)) {
            throw Refusal.of("newDueOn", "延期后的时限不得晚于集中整改完成日期" + completeBy + "；到期未完成的按持续整改办理。");
        }
        if (newDue.isAfter(due.plusDays(longestDays))) {
            throw Refusal.of("newDueOn", "每次延期最多" + longestDays + "天，新的时限不得晚于" + due.plusDays(longestDays) + "。");
        }
    }
}
