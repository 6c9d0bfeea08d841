package org.rectification.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rectification.notification.Message.Kind;
import org.rectification.notification.Waiting.Reader;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the one message a day: thirty late items are one message, and whoever was told everything already gets none.
 * Also who took over somebody else's work is told once, because more waits for them than before.
 */
@Service("digests")
public class Digests {

    private final Waiting waiting;
    private final Outbox outbox;
    private final NotificationSettings settings;
    private final DigestCalendar calendar;
    private final Clock clock;

    Digests(Waiting waiting, Outbox outbox, NotificationSettings settings, DigestCalendar calendar, Clock clock) {
        this.waiting = waiting;
        this.outbox = outbox;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** For today, and for everybody who has news; repeated on the same day it writes nothing twice. */
    @Transactional
    public void write() {
        var everybody = waiting.forEverybody();
        waiting.forgetWhatIsDone(everybody);
        var readers = everybody.stream().filter(Reader::hasNews).toList();
        if (readers.isEmpty()) {
            return;
        }
        outbox.put(messages(readers, Kind.DIGEST));
        waiting.keep(readers);
        waiting.told(readers);
    }

    /**
     * A red notice was raised: its recipients hear of it at once, once a day, unless today's digest is still to come and
     * will tell them.
     */
    @Transactional
    public void red(List<String> recipients) {
        if (!calendar.digestIsToCome()) {
            outbox.put(messages(waiting.of(recipients), Kind.RED));
        }
    }

    private List<Message> messages(List<Reader> readers, Kind kind) {
        var today = LocalDate.now(clock);
        var messages = new ArrayList<Message>();
        if (settings.sendsMail()) {
            readers.stream()
                    .filter(Reader::hasMail)
                    .map(reader -> Message.of(Channel.MAIL, reader.personId(), kind, today, reader.figures()))
                    .forEach(messages::add);
        }
        for (var robot : settings.robots()) {
            var group = readers.stream()
                    .filter(reader -> robot.organisation().equals(reader.organisationId()))
                    .map(Reader::figures)
                    .reduce(Figures::plus);
            group.map(figures -> Message.of(robot.channel(), robot.organisation(), kind, today, figures))
                    .ifPresent(messages::add);
        }
        return messages;
    }
}
