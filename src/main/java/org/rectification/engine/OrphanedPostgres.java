package org.rectification.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that outlived its application, for instance after {@code kill -9}. It still holds the cluster, and a new
 * server would refuse to start beside it. To be asked only by the holder of the {@link FolderLock}.
 */
final class OrphanedPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostgres.class);
    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    private final Path cluster;

    OrphanedPostgres(Path cluster) {
        this.cluster = cluster;
    }

    /** Stops the left-over server, if there is one; everything committed stays. */
    void stop() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> server = process(pidFile).filter(this::isServerOfThisCluster);
        if (server.isEmpty()) {
            // After a restart of the machine the number may belong to a stranger, and PostgreSQL would believe it.
            Files.deleteIfExists(pidFile);
            return;
        }
        LOG.info(
                "A PostgreSQL server left by an earlier run (process {}) is stopped",
                server.get().pid());
        stop(server.get());
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    }

    private boolean isServerOfThisCluster(ProcessHandle process) {
        String command = process.info().command().orElse("");
        boolean postgres = command.endsWith("postgres") || command.endsWith("postgres.exe");
        // Windows does not tell the arguments; there the name of the program has to do.
        return postgres
                && process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(cluster.toString()))
                        .orElse(true);
    }

    private static void stop(ProcessHandle server) throws IOException {
        signal(server, "INT");
        if (!ended(server, FAST)) {
            signal(server, "QUIT");
        }
        if (!ended(server, IMMEDIATE)) {
            server.destroyForcibly();
        }
        if (!ended(server, IMMEDIATE)) {
            throw new IOException("process " + server.pid() + " of an earlier PostgreSQL server does not end");
        }
    }

    private static void signal(ProcessHandle server, String name) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            server.destroyForcibly();
            return;
        }
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + server.pid()).start();
    }

    private static boolean ended(ProcessHandle server, Duration limit) throws IOException {
        try {
            server.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping an earlier PostgreSQL server", e);
        }
    }
}
