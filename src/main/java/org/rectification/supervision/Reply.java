package org.rectification.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.lang.Nullable;

/**
 * One reply to a notice.
 *
 * @param onBehalfOf name of the branch secretary for whom it was filled in
 * @param dueOn the day by which it was asked for
 * @param decision null while the sender has not looked at it
 */
public record Reply(
        long id,
        String noticeId,
        String text,
        @Nullable String onBehalfOf,
        LocalDate dueOn,
        String repliedBy,
        String repliedByName,
        OffsetDateTime repliedAt,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String decidedByName) {

    /** Who replied, with both names where somebody filled in. */
    public String by() {
        return repliedByName + (onBehalfOf == null ? "" : "（代" + onBehalfOf + "填报）");
    }

    /** What the sender said about it; empty while nobody has. */
    public String verdict() {
        if (decision == null) {
            return "";
        }
        return switch (decision) {
            case JudgementEntry.ACCEPT -> "认可";
            case JudgementEntry.RETURN -> "退回：" + reason;
            default -> "提级督办：" + reason;
        };
    }
}
