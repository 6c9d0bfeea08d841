package org.rectification.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A process to be killed: runs an embedded server and commits row after row, telling the number of each on its output. */
final class WritingServer {

    private WritingServer() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]));
        try (Connection connection =
                        DriverManager.getConnection(server.openDatabase("ledger"), EmbeddedServer.USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists line (number integer)");
            for (int number = 1; ; number++) {
                statement.execute("insert into line values (" + number + ")");
                System.out.println("committed " + number);
            }
        }
    }
}
