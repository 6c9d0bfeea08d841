package org.rectification.notification;

import java.time.LocalDate;

/**
 * One message on its way out.
 *
 * @param id idempotency key: the same message written twice is one, and receivers see the same id at every try
 * @param recipient login for {@link Channel#MAIL}, organisation for the robots
 * @param day for which it is written, in Asia/Shanghai
 */
record Message(String id, Channel channel, String recipient, Kind kind, LocalDate day, Figures figures) {

    /** Why somebody is told. */
    enum Kind {
        /** The one message of the day. */
        DIGEST,
        /** A red notice after the day's message went out, or on a day without one; once a day. */
        RED
    }

    static Message of(Channel channel, String recipient, Kind kind, LocalDate day, Figures figures) {
        var id = String.join("-", kind.name(), channel.name(), recipient, day.toString())
                .toLowerCase(java.util.Locale.ROOT);
        return new Message(id, channel, recipient, kind, day, figures);
    }
}
