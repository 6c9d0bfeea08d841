package org.rectification.notification;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends one message by its channel. */
@Service("messenger")
public class Messenger {

    private final Outbox outbox;
    private final MailChannel mail;
    private final RobotChannel robots;

    Messenger(Outbox outbox, MailChannel mail, RobotChannel robots) {
        this.outbox = outbox;
        this.mail = mail;
        this.robots = robots;
    }

    /**
     * Sends it unless it is out already. Should the process die between sending and remembering, it goes out again under
     * the same id: at least once.
     *
     * @throws RuntimeException when the channel fails: to be tried again
     */
    @Transactional
    public void send(String messageId) {
        outbox.unsent(messageId).ifPresent(message -> {
            if (message.channel() == Channel.MAIL) {
                mail.send(message);
            } else {
                robots.send(message);
            }
            outbox.sent(messageId);
        });
    }
}
