package org.rectification.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * One throw-away PostgreSQL server per test JVM, in a folder of its own under {@code target}; started at first use and
 * stopped with the JVM. Every caller gets a fresh database.
 */
public final class EmbeddedDatabase {

    public static final String USER = "postgres";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final Deque<ConfigurableApplicationContext> CONTEXTS = new ArrayDeque<>();

    private static boolean started;

    private EmbeddedDatabase() {}

    /** Closes the applications first, then the server: an application that lost its server waits half a minute for it. */
    static void close() {
        CONTEXTS.forEach(ConfigurableApplicationContext::close);
        if (started) {
            try {
                Server.POSTGRES.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Creates a database and returns its JDBC address; user {@link #USER}, no password. */
    public static String fresh() {
        started = true;
        String name = "test" + COUNT.incrementAndGet();
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return "jdbc:postgresql://127.0.0.1:" + Server.POSTGRES.getPort() + "/" + name;
        } catch (SQLException e) {
            throw new IllegalStateException("No database for the test", e);
        }
    }

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setDataDirectory(Path.of(
                                        "target",
                                        "test-postgres",
                                        UUID.randomUUID().toString())
                                .toAbsolutePath())
                        .setRegisterShutdownHook(false)
                        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setServerConfig("timezone", "Asia/Shanghai")
                        .setServerConfig("max_connections", "60")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Gives every application context a database of its own. */
    static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            // Closed ones are let go: held on to, each keeps an engine of some forty megabytes for the rest of the run.
            CONTEXTS.removeIf(ConfigurableApplicationContext::isClosed);
            CONTEXTS.push(context);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "fresh database",
                            Map.of(
                                    "spring.datasource.url",
                                    fresh(),
                                    "spring.datasource.username",
                                    USER,
                                    "spring.datasource.password",
                                    "none")));
        }
    }
}
