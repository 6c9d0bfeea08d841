package org.rectification.file;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.demo.Papers;
import org.rectification.people.PeopleRegister;
import org.rectification.refusal.Refusal;
import org.rectification.support.Browserless;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.FlowCoverage;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.rectification.support.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Uploads that nobody used are let go at night and nothing else is; and nobody uploads without measure. */
@RectificationTest
@Import(FlowCoverage.class)
@TestPropertySource(
        properties = {
            "rectification.rehearsal.start=2026-03-10T09:30:00+08:00",
            "rectification.files.unused-days=7",
            "rectification.files.most-per-day=60",
            "rectification.files.largest-per-day=1MB"
        })
class UnusedFilesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLEAN_UP = "fileCleanUp";

    private static int rounds;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private StoredFiles files;

    @Autowired
    private UnusedFiles unused;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private FlowCoverage coverage;

    @Autowired
    private Clock clock;

    private String p;
    private OpenRound round;
    private Uploads uploads;

    @BeforeEach
    void aRound() {
        p = "w" + (char) ('a' + rounds++);
        round = new OpenRound(port, jdbc, register, p).registered().opened();
        uploads = new Uploads(port, round.roundId(), round.town());
    }

    @Test
    @Feature({21, 59})
    @Clause("S30")
    void whatNobodyUsedForAWeekIsLetGoAtNightAndTheTrailKeepsItsHash() throws Exception {
        var doors = new EveryDoor(port, jdbc);
        var task = doors.task(round.ofVillage(1), "userTask_rectifyFinding");
        var used = file("用上的.pdf");
        doors.complete(
                Door.LIST,
                p + "-village1",
                task,
                Map.of(
                        "result", "已补齐审批手续并公示。",
                        "measures", List.of(Map.of("text", "补齐审批手续", "kind", "NOW")),
                        "evidence",
                                List.of(Map.of(
                                        "files",
                                        used,
                                        "kind",
                                        "LEDGER",
                                        "representsOn",
                                        round.today().toString()))));
        var typing = doors.task(round.ofTown(1), "userTask_rectifyFinding");
        var drafted = uploads.file(p + "-person1", "草稿里的.pdf", paper("草稿"));
        draft(typing, drafted);
        var forgotten = IntStream.range(0, UnusedFiles.BATCH + 2)
                .mapToObj(number -> file("没用上的" + number + ".pdf"))
                .toList();
        var hash = hash(forgotten.get(0));

        advance("P6D");
        var fresh = file("刚上传的.pdf");
        assertThat(standing(forgotten)).isEqualTo(forgotten.size());
        advance("P2D");
        assertThat(standing(forgotten)).isZero();
        assertThat(standing(List.of(used, drafted, fresh))).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from rectification.stored_file_chunk where file_id = any (?)")
                        .param(forgotten.toArray(String[]::new))
                        .query(Integer.class)
                        .single())
                .isZero();
        var letGo = jdbc.sql(
                        """
                        select actor, after ->> 'sha256' as hash, after ->> 'name' as name, after ->> 'uploaded_by' as person
                          from rectification.event where round_id = ? and kind = 'FILE_LET_GO' and after ->> 'file_id' = ?""")
                .params(round.roundId(), forgotten.get(0))
                .query()
                .singleRow();
        assertThat(letGo)
                .containsEntry("actor", "system")
                .containsEntry("hash", hash)
                .containsEntry("name", "没用上的0.pdf")
                .containsEntry("person", p + "-village1");
        assertThat(jdbc.sql("select count(*) from rectification.trail_faults(?, null)")
                        .param(round.roundId())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(visitor("village1")
                        .at("/api", "GET", "/files/" + forgotten.get(0), null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor("village1").at("/api", "GET", "/files/" + used, null).statusCode())
                .isEqualTo(200);

        // More than a batch: the model went round; every night has its end, and one waits for the next.
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(CLEAN_UP)
                        .count())
                .isEqualTo(1);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(CLEAN_UP)
                        .finished()
                        .count())
                .isGreaterThanOrEqualTo(8);
        assertThat(coverage.missedIn("bpmn/file-clean-up.bpmn")).isEmpty();

        // Handed in at last, the draft goes; thrown away, its file goes as well.
        visitor("person1").at("/api", "DELETE", "/drafts/task/" + typing, null);
        advance("P1D");
        assertThat(standing(List.of(drafted))).isZero();
        assertThat(standing(List.of(used, fresh))).isEqualTo(2);
    }

    @Test
    @DisplayName("Used at the moment of the clean-up: whoever is first decides, and nobody's file is lost half used")
    void aFileThatIsBeingUsedAtThisMomentStays() throws Exception {
        var inUse = file("正在提交.pdf");
        var inDraft = file("正在保存.pdf");
        var idle = file("没人用.pdf");
        var typing = new EveryDoor(port, jdbc).task(round.ofTown(1), "userTask_rectifyFinding");
        makeOld();
        var begun = new CountDownLatch(2);
        var lookedAt = new CountDownLatch(1);
        var submitting = holding(begun, lookedAt, () -> {
            files.demand(inUse, round.roundId(), round.town());
            files.attach(inUse, round.ofVillage(1), "EVIDENCE");
        });
        var saving = holding(begun, lookedAt, () -> jdbc.sql(
                        """
                        insert into rectification.draft (person_id, subject, subject_id, entry, saved_at)
                        values (?, 'TASK', ?, ?, ?)""")
                .params(p + "-person1", typing, "{\"files\":\"" + inDraft + "\"}", OffsetDateTime.now(clock))
                .update());
        assertThat(begun.await(20, SECONDS)).isTrue();
        // Neither waits for the other: what is being used is passed over.
        assertThat(CompletableFuture.supplyAsync(unused::letGo).get(20, SECONDS))
                .isFalse();
        assertThat(standing(List.of(idle))).isZero();
        assertThat(standing(List.of(inUse, inDraft))).isEqualTo(2);
        lookedAt.countDown();
        submitting.get(20, SECONDS);
        saving.get(20, SECONDS);
        unused.letGo();
        assertThat(standing(List.of(inUse, inDraft))).isEqualTo(2);
    }

    @Test
    void whoeverComesAMomentAfterTheCleanUpIsToldToUploadAgainAndNothingIsHalfStored() throws Exception {
        var late = file("来晚了.pdf");
        makeOld();
        var deleted = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        var cleaning = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            unused.letGo();
            deleted.countDown();
            await(asked);
        }));
        assertThat(deleted.await(20, SECONDS)).isTrue();
        var using = CompletableFuture.supplyAsync(() -> transaction.execute(status -> {
            asked.countDown();
            return files.demand(late, round.roundId(), round.town());
        }));
        assertThatThrownBy(() -> using.get(20, SECONDS))
                .hasCauseInstanceOf(Refusal.class)
                .hasMessageContaining("所附文件不存在或不属于本单位，请重新上传。");
        cleaning.get(20, SECONDS);
        assertThat(jdbc.sql("select count(*) from rectification.file_attachment where file_id = ?")
                        .param(late)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("Every column of the ledger that names a file is asked before a file goes")
    void noColumnThatNamesAFileIsForgotten() {
        var body = jdbc.sql("select prosrc from pg_proc where proname = 'file_in_use'")
                .query(String.class)
                .single();
        var columns = jdbc.sql(
                        """
                        select c.table_name || ' ' || c.column_name from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE' and c.table_schema = 'rectification' and c.column_name ~ '(^|_)file(_ids?|s)?$'
                           and c.data_type in ('text', 'ARRAY')
                           and not exists (select from information_schema.constraint_column_usage u
                                 join information_schema.key_column_usage k using (constraint_name)
                                where u.table_name = 'stored_file' and k.table_name = c.table_name
                                  and k.column_name = c.column_name)""")
                .query(String.class)
                .list();
        // The others are foreign keys: the database itself lets no such file go.
        assertThat(columns).contains("visit sheet_file", "claim file_ids").allSatisfy(column -> {
            var names = column.split(" ");
            assertThat(body).contains("rectification." + names[0]).contains(names[1]);
        });
    }

    @Test
    @Clause("S30")
    void aPersonUploadsSoMuchADayAndIsToldWhichLimitIsReached() throws Exception {
        var big = Papers.png("BIG", java.awt.Color.BLUE);
        var padded = java.util.Arrays.copyOf(big, 600 * 1024);
        assertThat(send("person2", "大图1.png", padded).statusCode()).isEqualTo(201);
        var tooMuch = send("person2", "大图2.png", padded);
        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(tooMuch.body()).contains("文件“大图2.png”未上传：您今天上传的文件加上本文件将超过每人每天1MB的上限，请明天再上传；确需增加的，请与系统管理员联系。");
        assertThat(send("person2", "小.pdf", paper("小")).statusCode())
                .as("a small one still fits")
                .isEqualTo(201);
        assertThat(send("person3", "大图1.png", padded).statusCode())
                .as("each for themselves")
                .isEqualTo(201);

        // Ten at once with room for five: five come in, whoever is counted first.
        jdbc.sql("insert into rectification.upload_day values (?, ?, 55, 1)")
                .params(p + "-person4", round.today())
                .update();
        var answers = IntStream.range(0, 10)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> send("person4", "材料" + number + ".pdf", paper("材料" + number))
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsOnly(201, 422);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(5);
        var full = send("person4", "再来.pdf", paper("再来"));
        assertThat(full.body()).contains("您今天上传的文件已达到每人每天60个文件的上限，请明天再上传");

        // What was thrown away was uploaded all the same; the next day begins anew.
        var one = jdbc.sql("select id from rectification.stored_file where uploaded_by = ? limit 1")
                .param(p + "-person4")
                .query(String.class)
                .single();
        assertThat(visitor("person4")
                        .at("/api", "DELETE", "/files/" + one, null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(send("person4", "再来.pdf", paper("再来")).statusCode()).isEqualTo(422);
        advance("P1D");
        assertThat(send("person4", "再来.pdf", paper("再来")).statusCode()).isEqualTo(201);
    }

    private String file(String name) {
        return uploads.file(p + "-village1", name, paper(name));
    }

    private static byte[] paper(String text) {
        return Papers.pdf(text, "演示");
    }

    private java.net.http.HttpResponse<String> send(String person, String name, byte[] content) {
        return uploads.send(p + "-" + person, name, content, "INTERNAL");
    }

    private Browserless visitor(String person) {
        return new Browserless(port, p + "-" + person, TestPeople.PASSWORD);
    }

    private void draft(String task, String file) throws Exception {
        var entry = Map.of("result", "写到一半", "evidence", List.of(Map.of("files", file)));
        var answer = visitor("person1").at("/api", "PUT", "/drafts/task/" + task, JSON.writeValueAsString(entry));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    private void advance(String span) {
        var answer = new Browserless(port, "office", TestPeople.PASSWORD)
                .at("/api", "POST", "/clock", "{\"advance\":\"" + span + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"incidents\":0");
    }

    private int standing(List<String> ids) {
        return files.cards(ids).size();
    }

    private String hash(String id) {
        return files.cards(List.of(id)).get(0).sha256();
    }

    /** As if everything uploaded so far had been lying about; the rows themselves never change. */
    private void makeOld() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(
                            "update rectification.stored_file set uploaded_at = uploaded_at - interval '30 days' where round_id = ?")
                    .param(round.roundId())
                    .update();
        });
    }

    private CompletableFuture<Void> holding(CountDownLatch begun, CountDownLatch until, Runnable act) {
        return CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            act.run();
            begun.countDown();
            await(until);
        }));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
