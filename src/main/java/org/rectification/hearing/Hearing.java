package org.rectification.hearing;

import java.time.LocalDate;
import java.util.Set;
import org.rectification.hearing.HearingEntry.Gap;
import org.rectification.period.ChineseDates;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/**
 * The joint hearing at the end of month two (S35). It takes place even when everything is settled.
 *
 * @param advice what judge-progress advised before the bodies spoke; never their conclusion
 */
public record Hearing(
        LocalDate plannedOn,
        String place,
        @Nullable String advice,
        @Nullable String adviceReason,
        @Nullable LocalDate heldOn,
        @Nullable String minutesNumber) {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LINE = 200;

    /**
     * Checks an invitation. The day is the computed one; only when that is over already, any day from today may be named.
     *
     * @throws org.rectification.refusal.Refusal saying everything that is wrong
     */
    static void checkInvitation(InvitationEntry entry, LocalDate computed, LocalDate today) {
        var violations = new Violations()
                .requireText(entry.place(), "place", "会议地点", LONGEST_LINE)
                .require(
                        entry.addressees() != null
                                && entry.addressees().size() == HearingBody.values().length
                                && Set.copyOf(HearingBody.names()).equals(Set.copyOf(entry.addressees())),
                        "addressees",
                        "须同时邀请市纪委监委、市委组织部、市委巡察办三家，不能增减。");
        if (entry.plannedOn() == null) {
            violations.require(false, "plannedOn", "请填写集中听取日期。");
        } else if (computed.isBefore(today)) {
            violations.require(!entry.plannedOn().isBefore(today), "plannedOn", "规定日期已过，请另定今日或以后的日期。");
        } else {
            violations.require(
                    entry.plannedOn().equals(computed),
                    "plannedOn",
                    "集中听取日期为" + ChineseDates.day(computed) + "，不能改为其他日期。");
        }
        violations.refuseAny();
    }

    /**
     * Checks what is recorded: minutes and their date are mandatory, each body has spoken, each gap is followed up until a
     * date or declined with a reason.
     *
     * @throws org.rectification.refusal.Refusal saying everything that is wrong
     */
    static void checkRecord(HearingEntry entry, LocalDate feedbackOn, LocalDate today) {
        var opinions = entry.opinions() == null ? HearingEntry.Opinions.NONE : entry.opinions();
        var violations = new Violations()
                .require(
                        entry.heldOn() != null
                                && !entry.heldOn().isAfter(today)
                                && !entry.heldOn().isBefore(feedbackOn),
                        "heldOn",
                        "请填写召开日期，应在反馈之后且不晚于今日。")
                .requireText(entry.minutesNumber(), "minutesNumber", "会议纪要文号", LONGEST_LINE)
                .requireText(opinions.discipline(), "opinions.discipline", "市纪委监委意见", LONGEST_TEXT)
                .requireText(opinions.organisation(), "opinions.organisation", "市委组织部意见", LONGEST_TEXT)
                .requireText(opinions.inspectionOffice(), "opinions.inspectionOffice", "市委巡察办意见", LONGEST_TEXT);
        for (int index = 0; index < entry.gaps().size(); index++) {
            checkGap(violations, "gaps[" + index + "].", entry.gaps().get(index), today);
        }
        violations.refuseAny();
    }

    private static void checkGap(Violations violations, String path, Gap gap, LocalDate today) {
        violations.requireText(gap.description(), path + "description", "问题和薄弱环节", LONGEST_TEXT);
        if (gap.followedUp()) {
            violations.require(
                    gap.dueOn() != null && !gap.dueOn().isBefore(today), path + "dueOn", "跟进事项须填写完成时限，不得早于今日。");
        } else if (Gap.DECLINED.equals(gap.disposition())) {
            violations.requireText(gap.reason(), path + "reason", "不跟进的理由", LONGEST_TEXT);
        } else {
            violations.require(false, path + "disposition", "每个问题须选择跟进，或者说明理由不跟进。");
        }
    }
}
