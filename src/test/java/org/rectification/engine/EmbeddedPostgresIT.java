package org.rectification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectification.RectificationApplication;

class EmbeddedPostgresIT {

    @TempDir
    private Path folder;

    @Test
    void whatIsCommittedIsOnTheDisk() throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            String url = server.openDatabase("ledger");
            assertThat(ask(url, "show fsync")).isEqualTo("on");
            assertThat(ask(url, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(url, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(url, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(url, "show server_encoding")).isEqualTo("UTF8");
            assertThat(ask(url, "show server_version")).startsWith("17.");
            assertThat(ask(url, "select upper('é') || length('整改')")).isEqualTo("É2");
        }
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aKilledApplicationLosesNothingAndTheNextStartHealsItself() throws Exception {
        Process killed = java(WritingServer.class, folder.toString());
        int acknowledged;
        try (BufferedReader output = reader(killed)) {
            acknowledged = numberAfter(output, 300);
            killed.destroyForcibly();
            assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        long orphan = Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0));
        assertThat(ProcessHandle.of(orphan))
                .as("the server outlives its application")
                .isPresent();

        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            String rows = ask(server.openDatabase("ledger"), "select max(number) from line");
            assertThat(Integer.parseInt(rows)).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    @Test
    void aStrangersProcessNumberInAStaleFileDoesNotStopTheStart() throws Exception {
        EmbeddedServer.start(folder).close();
        Files.writeString(
                folder.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");

        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(ask(server.openDatabase("ledger"), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aClusterThatACrashLeftHalfMadeIsMadeAnew() throws Exception {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/postgresql.conf"), "");
        Files.writeString(folder.resolve("postgres.making"), "");

        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(ask(server.openDatabase("ledger"), "select 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("postgres.making")).doesNotExist();
    }

    @Test
    void aSecondApplicationOnTheSameFolderIsToldSoInOneSentence() throws Exception {
        try (EmbeddedServer first = EmbeddedServer.start(folder)) {
            assertThatThrownBy(() -> EmbeddedServer.start(folder)).isInstanceOf(StartRefused.class);

            Process second =
                    java(RectificationApplication.class, "--rectification.data-dir=" + folder, "--server.port=0");
            List<String> output;
            try (BufferedReader reader = reader(second)) {
                output = reader.lines().toList();
            }

            assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(output)
                    .as(String.join("\n", output))
                    .filteredOn(line -> line.contains("is in use by another running instance"))
                    .hasSize(1);
            assertThat(output).noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception"));
            assertThat(ask(first.openDatabase("ledger"), "select 1")).isEqualTo("1");
        }
    }

    private static int numberAfter(BufferedReader output, int wanted) throws IOException {
        int number = 0;
        for (String line = output.readLine(); line != null && number < wanted; line = output.readLine()) {
            if (line.startsWith("committed ")) {
                number = Integer.parseInt(line.substring("committed ".length()));
            }
        }
        assertThat(number).isEqualTo(wanted);
        return number;
    }

    private static Process java(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String ask(String url, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, EmbeddedServer.USER, "");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
