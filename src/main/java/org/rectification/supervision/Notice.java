package org.rectification.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.rectification.period.ChineseDates;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;

/**
 * One supervision notice (S36) and what may happen to it next.
 *
 * @param number within its case
 * @param place name of the organisation or village that it goes to
 * @param toSecretary raised a level: the Secretary replies in person
 * @param since beginning of the state
 */
public record Notice(
        String id,
        String roundId,
        String organisationId,
        int number,
        @Nullable String villageCode,
        String place,
        NoticeSender sender,
        @Nullable String documentNumber,
        String title,
        String demand,
        LocalDate replyDueOn,
        boolean toSecretary,
        NoticeState state,
        OffsetDateTime since,
        @Nullable String raisedFrom,
        String sentBy,
        String sentByName,
        LocalDate sentOn,
        @Nullable String processInstanceId,
        @Nullable String processDefinitionId) {

    static final int LONGEST_TITLE = 100;
    static final int LONGEST_TEXT = 4_000;
    static final int LONGEST_NUMBER = 64;

    /** Local default, in calendar days from today. */
    static final int LATEST_REPLY = 60;

    CaseKey key() {
        return new CaseKey(roundId, organisationId);
    }

    public boolean toVillage() {
        return villageCode != null;
    }

    /** 督办函 or 督办通知. */
    public String kind() {
        return kind(toVillage());
    }

    static String kind(boolean village) {
        return village ? "督办通知" : "督办函";
    }

    /** In a few words, without its content. */
    public String label() {
        return "第" + number + "号" + kind();
    }

    /** In words: where it lies, and with whom. */
    public String standing() {
        return switch (state) {
            case WAITING -> "待" + (toSecretary ? "党委书记" : "") + "回复（" + ChineseDates.day(replyDueOn) + "前）";
            case ANSWERED -> "已回复，待" + sender.label() + "审核";
            default -> state.label();
        };
    }

    static void checkSent(NoticeEntry entry, LocalDate dueOn, LocalDate today) {
        dueDay(
                        new Violations()
                                .requireText(entry.title(), "title", "督办事由", LONGEST_TITLE)
                                .requireText(entry.demand(), "demand", "督办事项和办理要求", LONGEST_TEXT)
                                .optionalText(entry.documentNumber(), "documentNumber", "文号", LONGEST_NUMBER),
                        "replyDueOn",
                        dueOn,
                        today)
                .refuseAny();
    }

    void checkReply(ReplyEntry entry) {
        if (state != NoticeState.WAITING) {
            throw Refusal.of(label() + "目前不需要回复。");
        }
        new Violations()
                .requireText(entry.reply(), "reply", "回复内容", LONGEST_TEXT)
                .refuseAny();
    }

    /** @throws Refusal unless a reply waits, or when something is missing; the Secretary is the last level below accountability */
    void checkJudgement(JudgementEntry entry, LocalDate today) {
        if (state != NoticeState.ANSWERED) {
            throw Refusal.of(label() + "目前没有需要审核的回复。");
        }
        var violations = new Violations();
        if (JudgementEntry.RETURN.equals(entry.decision())) {
            violations.requireText(entry.reason(), "reason", "退回理由", LONGEST_TEXT);
            dueDay(violations, "newDueOn", entry.newDueOn(), today);
        } else if (JudgementEntry.RAISE.equals(entry.decision())) {
            raising(violations, "decision", entry.reason(), entry.newDueOn(), today);
        } else {
            violations.require(JudgementEntry.ACCEPT.equals(entry.decision()), "decision", "请选择认可、退回或者提级督办。");
        }
        violations.refuseAny();
    }

    void checkMove(ChangeEntry entry, LocalDate today) {
        demandWaiting("只有待回复的督办可以调整回复期限。");
        var violations = new Violations().requireText(entry.reason(), "reason", "调整理由", LONGEST_TEXT);
        dueDay(violations, "newDueOn", entry.newDueOn(), today)
                .require(!replyDueOn.equals(entry.newDueOn()), "newDueOn", "新的回复期限与原期限相同。")
                .refuseAny();
    }

    /** Without a reply only after the day has passed: nobody is raised above for what is not late. */
    void checkRaise(ChangeEntry entry, LocalDate today) {
        demandWaiting("只有待回复的督办可以因逾期提级。");
        if (!today.isAfter(replyDueOn)) {
            throw Refusal.of("回复期限（" + ChineseDates.day(replyDueOn) + "）未过，不能因逾期提级。");
        }
        var violations = new Violations();
        raising(violations, "reason", entry.reason(), entry.newDueOn(), today);
        violations.refuseAny();
    }

    void checkWithdrawal(ChangeEntry entry) {
        if (!state.open()) {
            throw Refusal.of(label() + state.label() + "，不能撤回。");
        }
        new Violations()
                .requireText(entry.reason(), "reason", "撤回理由", LONGEST_TEXT)
                .refuseAny();
    }

    void checkTakeUp(TakeUpEntry entry, LocalDate today) {
        if (state != NoticeState.RAISED) {
            throw Refusal.of(label() + "目前没有上报市级。");
        }
        var violations = new Violations();
        if (TakeUpEntry.TAKE_UP.equals(entry.decision())) {
            violations
                    .requireText(entry.demand(), "demand", "督办事项和办理要求", LONGEST_TEXT)
                    .optionalText(entry.documentNumber(), "documentNumber", "文号", LONGEST_NUMBER);
        } else if (TakeUpEntry.GIVE_BACK.equals(entry.decision())) {
            violations.requireText(entry.reason(), "reason", "交回理由", LONGEST_TEXT);
        } else {
            violations.require(false, "decision", "请选择由市级督办，或者交回镇里继续督办。");
        }
        dueDay(violations, "newDueOn", entry.newDueOn(), today).refuseAny();
    }

    private void demandWaiting(String otherwise) {
        if (state != NoticeState.WAITING) {
            throw Refusal.of(otherwise);
        }
    }

    private void raising(
            Violations violations, String field, @Nullable String reason, @Nullable LocalDate dueOn, LocalDate today) {
        violations
                .require(!toSecretary, field, "已经提级到党委书记；仍不办理的，由提醒阶梯报告监督单位，或者另行提出整改问责建议。")
                .requireText(reason, "reason", "提级理由", LONGEST_TEXT);
        if (!toVillage() && !toSecretary) {
            dueDay(violations, "newDueOn", dueOn, today);
        }
    }

    private static Violations dueDay(Violations violations, String field, @Nullable LocalDate day, LocalDate today) {
        if (day == null) {
            return violations.require(false, field, "请填写回复期限。");
        }
        return violations
                .require(day.isAfter(today), field, "回复期限应晚于今日。")
                .require(!day.isAfter(today.plusDays(LATEST_REPLY)), field, "回复期限不得超过" + LATEST_REPLY + "天。");
    }
}
