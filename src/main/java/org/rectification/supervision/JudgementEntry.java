package org.rectification.supervision;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * The sender about a reply.
 *
 * @param decision {@link #ACCEPT}, {@link #RETURN} or {@link #RAISE}
 * @param reason of a return or of raising it a level
 * @param newDueOn the next reply's day, after a return and where the Secretary is to reply
 */
public record JudgementEntry(@Nullable String decision, @Nullable String reason, @Nullable LocalDate newDueOn) {

    public static final String ACCEPT = "ACCEPT";
    public static final String RETURN = "RETURN";
    public static final String RAISE = "RAISE";
}
