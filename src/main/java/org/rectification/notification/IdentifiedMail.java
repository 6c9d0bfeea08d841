package org.rectification.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** A mail that keeps its id; the library would give it a new one at every try. */
class IdentifiedMail extends MimeMessage {

    private final String id;

    IdentifiedMail(MimeMessage blank, String id) {
        super(blank.getSession());
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
