package org.rectification.supervision;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * The county about a village's notice that was raised.
 *
 * @param decision {@link #TAKE_UP}: a notice of its own to the township; {@link #GIVE_BACK}: the township goes on
 * @param demand of the county's notice
 * @param reason of giving it back
 * @param newDueOn the next reply's day, of whichever notice goes on
 */
public record TakeUpEntry(
        @Nullable String decision,
        @Nullable String demand,
        @Nullable String reason,
        @Nullable LocalDate newDueOn,
        @Nullable String documentNumber) {

    public static final String TAKE_UP = "TAKE_UP";
    public static final String GIVE_BACK = "GIVE_BACK";
}
