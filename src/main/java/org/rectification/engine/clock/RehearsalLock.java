package org.rectification.engine.clock;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.rectification.engine.StartRefused;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Keeps a second node away from a database whose clock can be moved: every node has a clock of its own, and they would
 * disagree. Held on a connection of its own for as long as this node runs; the server frees it when the node dies.
 */
@Component
@Profile("rehearsal")
class RehearsalLock {

    private static final String TAKE = "select pg_try_advisory_lock(5041072)";

    private final Connection connection;

    /** @throws StartRefused when another node rehearses on this database */
    RehearsalLock(JdbcConnectionDetails database) throws SQLException {
        connection = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        if (!taken()) {
            connection.close();
            throw new StartRefused("另一个程序正在同一数据库上演练，演练只能单机运行 / Another node is rehearsing on this database;"
                    + " a rehearsal runs on one node only.");
        }
    }

    private boolean taken() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(TAKE)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    @PreDestroy
    void release() throws SQLException {
        connection.close();
    }
}
