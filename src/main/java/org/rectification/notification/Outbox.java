package org.rectification.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages that are to leave the house, written in the transaction of what they tell of: both are stored, or neither.
 * Each goes out at least once, always under the same id.
 */
@Service
public class Outbox {

    private final JdbcClient jdbc;
    private final Delivery delivery;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Delivery delivery, Clock clock) {
        this.jdbc = jdbc;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Messages that stand there already are left as they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    void put(Collection<Message> messages) {
        delivery.begin(messages.stream().filter(this::write).map(Message::id).toList());
    }

    private boolean write(Message message) {
        var figures = message.figures();
        return jdbc.sql(
                                """
                        insert into rectification.message
                            (id, channel, recipient, kind, day, open, overdue, green, yellow, red, villages, notices,
                             written_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                        .params(
                                message.id(),
                                message.channel().name(),
                                message.recipient(),
                                message.kind().name(),
                                message.day(),
                                figures.open(),
                                figures.overdue(),
                                figures.green(),
                                figures.yellow(),
                                figures.red(),
                                figures.villages(),
                                figures.notices(),
                                OffsetDateTime.now(clock))
                        .update()
                > 0;
    }

    /** Empty when it went out already. */
    Optional<Message> unsent(String id) {
        return jdbc.sql("select * from rectification.message where id = ? and sent_at is null for update")
                .param(id)
                .query(Outbox::message)
                .optional();
    }

    void sent(String id) {
        jdbc.sql("update rectification.message set sent_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), id)
                .update();
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getString("id"),
                Channel.valueOf(row.getString("channel")),
                row.getString("recipient"),
                Message.Kind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                new Figures(
                        row.getInt("open"),
                        row.getInt("overdue"),
                        row.getInt("green"),
                        row.getInt("yellow"),
                        row.getInt("red"),
                        row.getInt("villages"),
                        row.getInt("notices")));
    }
}
