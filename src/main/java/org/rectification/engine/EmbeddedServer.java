package org.rectification.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL run as a child of this application on one folder: {@code postgres} holds the cluster, {@code postgres.log}
 * the server's log, {@code instance.lock} tells a second application that the folder is taken. The server listens on
 * loopback, on a port that changes with every start.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String USER = "postgres";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final FolderLock lock;
    private final EmbeddedPostgres postgres;

    private EmbeddedServer(FolderLock lock, EmbeddedPostgres postgres) {
        this.lock = lock;
        this.postgres = postgres;
    }

    /**
     * Starts the server, first stopping one that a killed application left behind.
     *
     * @throws StartRefused when another application works on the folder
     * @throws UncheckedIOException when the folder cannot be written or the server does not come up within 90 seconds
     */
    static EmbeddedServer start(Path dataFolder) {
        FolderLock lock = FolderLock.take(dataFolder);
        Path folder = lock.folder();
        try {
            Path cluster = folder.resolve("postgres");
            new OrphanedPostgres(cluster).stop();
            return new EmbeddedServer(lock, launch(folder, cluster));
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException("The embedded PostgreSQL in " + folder + " does not start", e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres launch(Path folder, Path cluster) throws IOException {
        // Present only while the cluster is made for the first time: what a crash leaves half made is made anew.
        Path making = folder.resolve("postgres.making");
        if (Files.exists(making)) {
            FileSystemUtils.deleteRecursively(cluster);
        }
        boolean first = !Files.exists(cluster.resolve("PG_VERSION"));
        if (first) {
            Files.writeString(making, "");
        }
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("postgres.log").toFile()))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The library starts the server with fsync off, as for a test; here it holds people's work.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "40")
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("idle_in_transaction_session_timeout", "120s")
                .start();
        Files.deleteIfExists(making);
        return server;
    }

    /** Creates the database where it is missing and returns its JDBC address. */
    String openDatabase(String name) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                PreparedStatement known =
                        connection.prepareStatement("select 1 from pg_catalog.pg_database where datname = ?");
                Statement create = connection.createStatement()) {
            known.setString(1, name);
            if (!known.executeQuery().next()) {
                create.execute("create database " + connection.createStatement().enquoteIdentifier(name, true));
            }
            return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name;
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL does not open database " + name, e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }
}
