package org.rectification.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The application in a JVM of its own, as people start it, on a data folder with its own PostgreSQL: to be killed and
 * started again. Its class path holds no test classes.
 */
public final class ApplicationProcess {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Pattern READY = Pattern.compile("http://\\S+:(\\d+)/camunda/app/tasklist");

    private final Process process;
    private final Path folder;
    private final Path log;
    private final int port;

    private ApplicationProcess(Process process, Path folder, Path log) {
        this.process = process;
        this.folder = folder;
        this.log = log;
        this.port = awaitReady();
    }

    /** Starts it on the folder and returns when it takes requests; settings as {@code key=value}. */
    public static ApplicationProcess start(Path folder, String... settings) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                classPath(),
                "org.rectification.RectificationApplication",
                "--rectification.data-dir=" + folder.resolve("data"),
                "--server.port=0",
                "--management.server.port=0"));
        Stream.of(settings).map(setting -> "--" + setting).forEach(command::add);
        try {
            var log = Files.createTempFile(folder, "application", ".log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new ApplicationProcess(process, folder, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private int awaitReady() {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            var ready = READY.matcher(output());
            if (ready.find()) {
                return Integer.parseInt(ready.group(1));
            }
            pause(Duration.ofMillis(200));
        }
        process.destroyForcibly();
        throw new IllegalStateException("The application does not start:\n" + output());
    }

    public int port() {
        return port;
    }

    /** Everything it printed so far. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The PostgreSQL server on the folder; it outlives an application that is killed. */
    public ProcessHandle postgres() {
        return ProcessHandle.of(Long.parseLong(postmaster(0))).orElseThrow();
    }

    /** A connection of its own to the application's database, also after the application was killed. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmaster(3) + "/rectification", EmbeddedDatabase.USER, "");
    }

    private String postmaster(int line) {
        try {
            return Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"))
                    .get(line)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}: nothing of it runs any more when this returns. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to end, as Ctrl-C does; its PostgreSQL ends with it. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The application does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
