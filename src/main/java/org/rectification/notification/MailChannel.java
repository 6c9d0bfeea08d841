package org.rectification.notification;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Plain text by SMTP. The message's id is its Message-ID, so that a mailbox recognises a second try. */
@Component
class MailChannel {

    private final JdbcClient jdbc;
    private final ObjectProvider<JavaMailSender> sender;
    private final NotificationSettings settings;

    MailChannel(JdbcClient jdbc, ObjectProvider<JavaMailSender> sender, NotificationSettings settings) {
        this.jdbc = jdbc;
        this.sender = sender;
        this.settings = settings;
    }

    void send(Message message) {
        var address = jdbc.sql("select email from rectification.person where id = ? and active and email is not null")
                .param(message.recipient())
                .query(String.class)
                .optional();
        // Who has left meanwhile is not written to any more.
        address.ifPresent(to -> send(message, to));
    }

    private void send(Message message, String to) {
        var mails = sender.getObject();
        var mail = new IdentifiedMail(mails.createMimeMessage(), "<" + message.id() + "@rectification>");
        try {
            var helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.mailFrom());
            helper.setTo(to);
            helper.setSubject(Wording.subject(message));
            helper.setText(Wording.text(message, settings.link()));
        } catch (MessagingException e) {
            throw new MailPreparationException("message " + message.id(), e);
        }
        mails.send(mail);
    }
}
