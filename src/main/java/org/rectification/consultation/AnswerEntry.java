package org.rectification.consultation;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * The body's answer.
 *
 * @param decision {@link #ACCEPT} or {@link #DECLINE}
 * @param talkOn day of an accepted talk
 * @param talkTime its time, {@code 9:30}, in Asia/Shanghai
 * @param reason of a no
 * @param proposedOn another day that comes with a no; optional
 */
public record AnswerEntry(
        @Nullable String decision,
        @Nullable LocalDate talkOn,
        @Nullable String talkTime,
        @Nullable String place,
        @Nullable String reason,
        @Nullable LocalDate proposedOn) {

    public static final String ACCEPT = "ACCEPT";
    public static final String DECLINE = "DECLINE";
}
