package org.rectification.consultation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.rectification.period.ChineseDates;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;

/**
 * One talk that was asked for (S34): answered once, minuted, confirmed by the body that gave the advice.
 *
 * @param accepted null while the body has not answered
 * @param talkAt of an accepted talk
 */
public record Consultation(
        String id,
        String roundId,
        String organisationId,
        ConsultedBody body,
        String question,
        @Nullable LocalDate preferredOn,
        String requestedBy,
        String requester,
        LocalDate answerDueOn,
        @Nullable Boolean accepted,
        @Nullable OffsetDateTime talkAt,
        @Nullable String place,
        @Nullable String answer,
        @Nullable LocalDate proposedOn,
        @Nullable LocalDate heldOn,
        @Nullable String advice,
        @Nullable String effect,
        @Nullable String minutesFile,
        @Nullable String returnReason,
        @Nullable OffsetDateTime confirmedAt) {

    static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LINE = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    CaseKey key() {
        return new CaseKey(roundId, organisationId);
    }

    /** @throws Refusal once it was answered, or when something is missing */
    void checkAnswer(AnswerEntry entry, LocalDate today) {
        if (accepted != null) {
            throw Refusal.of("此约请已经答复。");
        }
        var violations = new Violations();
        if (AnswerEntry.ACCEPT.equals(entry.decision())) {
            violations
                    .require(entry.talkOn() != null && !entry.talkOn().isBefore(today), "talkOn", "请填写沟通日期，不得早于今日。")
                    .require(time(entry.talkTime()).isPresent(), "talkTime", "请填写沟通时间，如9:30。")
                    .requireText(entry.place(), "place", "沟通地点", LONGEST_LINE);
        } else if (AnswerEntry.DECLINE.equals(entry.decision())) {
            violations
                    .requireText(entry.reason(), "reason", "不能沟通的理由", LONGEST_TEXT)
                    .require(
                            entry.proposedOn() == null || !entry.proposedOn().isBefore(today),
                            "proposedOn",
                            "另行建议的日期不得早于今日。");
        } else {
            violations.require(false, "decision", "请选择同意沟通，或者说明理由不能沟通。");
        }
        violations.refuseAny();
    }

    static Optional<LocalTime> time(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(LocalTime.parse(text.strip().replace('：', ':'), TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** @throws Refusal before the talk was accepted, once the minutes are confirmed, or when something is missing */
    void checkMinutes(MinutesEntry entry, LocalDate requestedOn, LocalDate today) {
        if (!Boolean.TRUE.equals(accepted) || confirmedAt != null) {
            throw Refusal.of("此约请目前不能登记沟通纪要。");
        }
        new Violations()
                .require(
                        entry.heldOn() != null
                                && !entry.heldOn().isBefore(requestedOn)
                                && !entry.heldOn().isAfter(today),
                        "heldOn",
                        "请填写沟通日期，应在约请之后且不晚于今日。")
                .requireText(entry.advice(), "advice", "沟通意见", LONGEST_TEXT)
                .requireText(entry.effect(), "effect", "对问题整改的影响", LONGEST_TEXT)
                .refuseAny();
    }

    /** In words: where it stands. */
    public String standing() {
        if (accepted == null) {
            return "待" + body.label() + "答复（" + ChineseDates.day(answerDueOn) + "前）";
        }
        if (!accepted) {
            return proposedOn == null ? "不能沟通" : "不能沟通，建议改到" + ChineseDates.day(proposedOn);
        }
        if (confirmedAt != null) {
            return "已沟通，纪要已确认";
        }
        return advice == null || returnReason != null ? "已同意沟通，待登记纪要" : "纪要待" + body.label() + "确认";
    }
}
