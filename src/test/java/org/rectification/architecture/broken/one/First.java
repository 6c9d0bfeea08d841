package org.rectification.architecture.broken.one;

import java.time.LocalDate;
import java.util.Date;
import org.rectification.architecture.broken.three.web.Page;
import org.rectification.architecture.broken.two.Second;

/** Breaks the rules on purpose: one half of a cycle, a step into a foreign room, and time that no clock gave. */
public class First {

    private final Second second = new Second();

    public LocalDate today() {
        return second.limit().isAfter(LocalDate.now()) ? second.limit() : LocalDate.EPOCH;
    }

    public String title() {
        return new Page().title();
    }

    public Date instant() {
        return new Date();
    }
}
