package org.rectification.hearing;

import java.time.LocalDate;
import java.util.Set;
import org.rectification.hearing.HearingEntry.Gap;
import org.rectification.hearing.HearingEntry.OfFinding;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/** The joint hearing at the end of month two (S35). It takes place even when everything is settled. */
public record Hearing(
        LocalDate plannedOn,
        String place,
        @Nullable LocalDate heldOn,
        @Nullable String minutesNumber,
        @Nullable Conclusion conclusion) {

    static final int LONGEST_TEXT = 4_000;
    static final int LONGEST_LINE = 200;

    /**
     * Checks an invitation: exactly three bodies, on the day expected so far or, with a reason, on another allowed one.
     *
     * @throws org.rectification.refusal.Refusal saying everything that is wrong
     */
    static void checkInvitation(InvitationEntry entry, LocalDate expected, HearingWindow window) {
        var violations = new Violations()
                .requireText(entry.place(), "place", "会议地点", LONGEST_LINE)
                .require(
                        entry.addressees() != null
                                && entry.addressees().size() == HearingBody.values().length
                                && Set.copyOf(HearingBody.names()).equals(Set.copyOf(entry.addressees())),
                        "addressees",
                        "须同时邀请市纪委监委、市委组织部、市委巡察办三家，不能增减。");
        checkDay(violations, entry.plannedOn(), window);
        var other = entry.plannedOn() != null && !entry.plannedOn().equals(expected);
        if (other && window.allows(entry.plannedOn())) {
            violations.requireText(entry.reason(), "reason", "调整日期的理由", LONGEST_TEXT);
        }
        violations.refuseAny();
    }

    /** @throws org.rectification.refusal.Refusal for a day that is not allowed, or is the one set already, or without a reason */
    static void checkMove(DayEntry entry, LocalDate expected, HearingWindow window) {
        var violations = new Violations();
        checkDay(violations, entry.plannedOn(), window);
        violations
                .require(!expected.equals(entry.plannedOn()), "plannedOn", "集中听取已定于这一天，请另选日期。")
                .requireText(entry.reason(), "reason", "调整日期的理由", LONGEST_TEXT)
                .optionalText(entry.place(), "place", "会议地点", LONGEST_LINE)
                .refuseAny();
    }

    private static void checkDay(Violations violations, @Nullable LocalDate day, HearingWindow window) {
        if (day == null) {
            violations.require(false, "plannedOn", "请填写集中听取日期。");
        } else {
            violations.require(window.allows(day), "plannedOn", window.words());
        }
    }

    /**
     * Checks what is recorded: minutes, their number and the day are mandatory, the conclusion is said, each gap is followed
     * up until a date or declined with a reason.
     *
     * @param findings ids of the case's findings
     * @param owners logins that may follow something up
     * @throws org.rectification.refusal.Refusal saying everything that is wrong
     */
    static void checkRecord(
            HearingEntry entry, LocalDate feedbackOn, LocalDate today, Set<String> findings, Set<String> owners) {
        var violations = new Violations()
                .require(
                        entry.heldOn() != null
                                && !entry.heldOn().isAfter(today)
                                && !entry.heldOn().isBefore(feedbackOn),
                        "heldOn",
                        "请填写召开日期，应在反馈之后且不晚于今日。")
                .requireText(entry.minutesNumber(), "minutesNumber", "会议纪要文号", LONGEST_LINE)
                .require(entry.minutesFile() != null, "minutesFile", "请上传会议纪要。")
                .require(entry.conclusion() != null, "conclusion", "请选择集中听取的总体结论。");
        for (int index = 0; index < entry.findings().size(); index++) {
            checkFinding(
                    violations, "findings[" + index + "].", entry.findings().get(index), findings);
        }
        violations.require(
                entry.findings().stream().map(OfFinding::finding).distinct().count()
                        == entry.findings().size(),
                "findings",
                "同一个问题只能有一个结论。");
        for (int index = 0; index < entry.gaps().size(); index++) {
            checkGap(violations, "gaps[" + index + "].", entry.gaps().get(index), today, owners);
        }
        violations.refuseAny();
    }

    private static void checkFinding(Violations violations, String path, OfFinding row, Set<String> findings) {
        violations
                .require(row.finding() != null && findings.contains(row.finding()), path + "finding", "请选择本单位的一个问题。")
                .require(row.conclusion() != null, path + "conclusion", "请选择该问题的结论。")
                .optionalText(row.note(), path + "note", "说明", LONGEST_TEXT);
    }

    private static void checkGap(Violations violations, String path, Gap gap, LocalDate today, Set<String> owners) {
        violations.requireText(gap.description(), path + "description", "问题和薄弱环节", LONGEST_TEXT);
        if (gap.followedUp()) {
            violations
                    .require(gap.owner() != null && owners.contains(gap.owner()), path + "owner", "跟进事项须从名单中选择承办人。")
                    .require(
                            gap.dueOn() != null && !gap.dueOn().isBefore(today), path + "dueOn", "跟进事项须填写完成时限，不得早于今日。");
        } else if (Gap.DECLINED.equals(gap.disposition())) {
            violations.requireText(gap.reason(), path + "reason", "不跟进的理由", LONGEST_TEXT);
        } else {
            violations.require(false, path + "disposition", "每个问题须选择跟进，或者说明理由不跟进。");
        }
    }
}
