package org.rectification.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.demo.Papers;
import org.rectification.refusal.Refusal;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** The file store through its door: what comes in, who gets it out, and what never gets in. */
@RectificationTest
class FileStoreIT {

    private static final String ROUND = "file-round";
    private static final String TOWN = "qingxi-town";
    private static final byte[] PDF = Papers.pdf("会议记录（演示）", "第1次党委会");

    @Autowired
    StoredFiles files;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void oneCase() {
        var now = OffsetDateTime.now(clock);
        jdbc.sql(
                        """
                        insert into rectification.round (id, round_number, batch, inspection_team, inspected_from,
                          inspected_to, leading_group_heard_on, five_person_group_heard_on, profile, content_hash,
                          registered_at, registered_by)
                        values (?, ?, '第一批', '市委巡察一组', '2026-01-05', '2026-02-13', '2026-02-27', '2026-03-05',
                          'speech-2020', 'x', ?, 'office') on conflict do nothing""")
                .params(ROUND, ROUND, now)
                .update();
        jdbc.sql(
                        """
                        insert into rectification.inspected_organisation (round_id, organisation_id, position, name,
                          inspected_from, inspected_to, inspection_team, feedback_on, complete_by, hearing_required,
                          feedback_held_at)
                        values (?, 'qingxi-town', 1, '清溪镇党委（演示）', '2026-01-05', '2026-02-13', '市委巡察一组',
                          '2026-03-10', '2026-06-10', true, ?) on conflict do nothing""")
                .params(ROUND, now)
                .update();
        jdbc.sql(
                        """
                        insert into rectification.sub_ledger (id, round_id, organisation_id, part, position)
                        values ('file-list', ?, 'qingxi-town', 1, 1) on conflict do nothing""")
                .param(ROUND)
                .update();
        jdbc.sql(
                        """
                        insert into rectification.finding (id, round_id, organisation_id, sub_ledger_id, position,
                          number, title, level, village_code, area, source, problem, opinion, immediate, key_concern,
                          addressee, topic, state, responsible_leader, responsible_person, due_on, original_due_on,
                          version)
                        values ('file-finding', ?, 'qingxi-town', 'file-list', 1, '1', '标题', 'VILLAGE', 'qx-v1', 'CONDUCT',
                          'INSPECTION', '问题', '', false, false, 'TEAM', 'OTHER', 'REGISTERED', 'qx-leader1',
                          'qx-village1', '2026-06-10', '2026-06-10', 0) on conflict do nothing""")
                .param(ROUND)
                .update();
    }

    @Test
    void whatIsUploadedComesOutAgainWithSafeHeaders() throws Exception {
        var answer = upload("qx-village1", "整改 台账（第1批）.pdf", PDF, "INTERNAL");
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        var card = answer.getBody();
        assertThat(card.get("name").asText()).isEqualTo("整改 台账（第1批）.pdf");
        assertThat(card.get("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(card.get("size").asLong()).isEqualTo(PDF.length);
        assertThat(card.get("sha256").asText()).isEqualTo(sha256(PDF));
        assertThat(card.get("level").asText()).isEqualTo("INTERNAL");
        assertThat(card.get("uploadedBy").asText()).isEqualTo("qx-village1");

        var file = get("qx-village1", card.get("id").asText());
        assertThat(file.getStatusCode().value()).isEqualTo(200);
        assertThat(file.getBody()).isEqualTo(PDF);
        var headers = file.getHeaders();
        assertThat(headers.getContentType()).hasToString("application/pdf");
        assertThat(headers.getFirst("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''%E6%95%B4");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getCacheControl()).isEqualTo("no-store");
        assertThat(events(card.get("id").asText())).containsExactly("FILE_UPLOADED");
    }

    @ParameterizedTest
    @CsvSource({
        "照片.png, PNG",
        "照片.PNG, PNG",
        "方案.docx, DOCX",
        "方案.wps, DOCX",
        "台账.xlsx, XLSX",
        "台账.et, XLSX",
        "台账.xls, XLS",
        "红头文件.ofd, OFD",
        "现场.mp4, MP4",
        "现场.jpg, JPEG",
    })
    void whatAnOfficeUsesIsTaken(String name, String kind) throws IOException {
        assertThat(upload("qx-village1", name, sample(kind), "OPEN")
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "报告.pdf, PNG",
        "报告.pdf, HTML",
        "报告.docx, XLSX",
        "报告.xlsx, ZIP",
        "报告.ofd, ZIP",
        "照片.jpg, PNG",
        "报告.doc, MSI",
        "台账.xls, HTML",
        "照片.png, EXE",
        "报告.docx, TORN",
    })
    void fileThatIsNotWhatItsNameSaysIsRefusedByName(String name, String kind) throws IOException {
        var before = stored();
        var answer = upload("qx-village1", name, sample(kind), "OPEN");
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().get("message").asText()).startsWith("文件“" + name + "”");
        assertThat(stored()).isEqualTo(before);
    }

    private int stored() {
        return jdbc.sql("select count(*) from rectification.stored_file")
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"木马.exe", "网页.html", "脚本.js", "a.sh", "a.svg", "a.zip", "a.pdf.exe", "没有后缀", "a.xlsm", "a.lnk"})
    void whatIsNoPaperIsNeverTakenWhateverItHolds(String name) {
        var answer = upload("qx-village1", name, PDF, "OPEN");
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().get("message").asText()).startsWith("不能上传“" + name + "”");
    }

    @Test
    void macrosAndPasswordsAreRefused() throws IOException {
        var withMacros = zip(Map.of("[Content_Types].xml", "<Types/>", "xl/vbaProject.bin", "x"));
        assertThat(upload("qx-village1", "表.xlsx", withMacros, "OPEN")
                        .getBody()
                        .get("message")
                        .asText())
                .contains("含有宏");
        assertThat(upload("qx-village1", "表.xlsx", ole("EncryptedPackage"), "OPEN")
                        .getBody()
                        .get("message")
                        .asText())
                .contains("设有密码");
        assertThat(upload("qx-village1", "表.doc", ole("WordDocument", "Macros"), "OPEN")
                        .getBody()
                        .get("message")
                        .asText())
                .contains("含有宏");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECRET", "秘密", "机密", "绝密", "CONFIDENTIAL", "工作秘密", "open"})
    void everythingAboveInternalIsRefusedWithTheWayToGo(String level) {
        var answer = upload("qx-clerk", "方案.pdf", PDF, level);
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().get("message").asText()).isEqualTo("涉密文件不得上传，请按规定线下报送，此处只登记文号。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"关于某事的报告（秘密）.pdf", "【机密】报告.pdf", "秘密★10年 报告.pdf"})
    void paperMarkedAsClassifiedInItsNameIsRefused(String name) {
        assertThat(upload("qx-clerk", name, PDF, "INTERNAL")
                        .getBody()
                        .get("message")
                        .asText())
                .startsWith("涉密文件不得上传");
        assertThat(upload("qx-clerk", "保守国家秘密学习记录.pdf", PDF, "INTERNAL")
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
    }

    @Test
    void levelMustBeChosen() {
        assertThat(upload("qx-clerk", "方案.pdf", PDF, "")
                        .getBody()
                        .get("message")
                        .asText())
                .isEqualTo("请选择文件级别（公开或内部）。");
    }

    @Test
    void foldersInANameAreDroppedAndTrickyNamesRefused() {
        assertThat(FileName.demand("../../etc/passwd.pdf")).isEqualTo("passwd.pdf");
        assertThat(FileName.demand("C:\\Users\\甲\\报告.pdf")).isEqualTo("报告.pdf");
        for (var name : new String[] {
            "",
            "  ",
            "..",
            ".htaccess",
            "a\u0000.pdf",
            "a\r\nSet-Cookie.pdf",
            "a\u202Efdp.exe",
            "x<b>.pdf",
            "目录/",
            "名".repeat(201)
        }) {
            assertThatThrownBy(() -> FileName.demand(name)).as(name).isInstanceOf(Refusal.class);
        }
        assertThat(upload("qx-clerk", "../../方案.pdf", PDF, "OPEN")
                        .getBody()
                        .get("name")
                        .asText())
                .isEqualTo("方案.pdf");
        for (var path : List.of("/api/files/..%2F..%2Fapplication.yaml", "/api/files/%00", "/api/files/x;y=z")) {
            assertThat(http.withBasicAuth("office", TestPeople.PASSWORD)
                            .getForEntity(URI.create("http://127.0.0.1:" + port + path), String.class)
                            .getStatusCode()
                            .value())
                    .as(path)
                    .isBetween(400, 404);
        }
    }

    @Test
    void whoMaySeeAFileDependsOnWhereItBelongs() {
        var id = upload("qx-village1", "一.pdf", PDF, "OPEN").getBody().get("id").asText();
        assertThat(seenBy(id, "qx-village1", "qx-village2", "qx-secretary", "office", "bs-secretary", "admin"))
                .containsExactly("qx-village1");

        files.attach(id, "file-finding", "EVIDENCE");
        files.attach(id, "file-finding", "EVIDENCE");
        assertThat(seenBy(
                        id,
                        "qx-village1",
                        "qx-village2",
                        "qx-person2",
                        "qx-secretary",
                        "office",
                        "bs-secretary",
                        "admin"))
                .containsExactly("qx-village1", "qx-secretary", "office");

        var minutes =
                upload("qx-clerk", "纪要.pdf", PDF, "OPEN").getBody().get("id").asText();
        files.attach(minutes, null, "MINUTES");
        assertThat(seenBy(minutes, "qx-clerk", "qx-village1", "qx-leader1", "discipline", "bs-clerk"))
                .containsExactly("qx-clerk", "qx-leader1", "discipline");
        assertThat(get("qx-village1", "no-such-file").getStatusCode().value()).isEqualTo(404);
        assertThat(http.getForEntity("/api/files/" + minutes, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void nobodyUploadsIntoACaseTheyDoNotSee() {
        assertThat(upload("bs-clerk", "一.pdf", PDF, "OPEN").getStatusCode().value())
                .isEqualTo(404);
        assertThat(upload("admin", "一.pdf", PDF, "OPEN").getStatusCode().value())
                .isEqualTo(404);
    }

    @Test
    void fileOfAnotherCaseIsNotTaken() {
        var id = upload("qx-clerk", "一.pdf", PDF, "OPEN").getBody().get("id").asText();
        assertThat(files.demand(id, ROUND, TOWN).name()).isEqualTo("一.pdf");
        assertThatThrownBy(() -> files.demand(id, ROUND, "baishi-town")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> files.demand("unknown", ROUND, TOWN)).isInstanceOf(Refusal.class);
    }

    @Test
    void unusedUploadIsThrownAwayByItsUploaderAndAUsedFileNeverChanges() {
        var id = upload("qx-clerk", "一.pdf", PDF, "OPEN").getBody().get("id").asText();
        assertThat(delete("qx-secretary", id)).isEqualTo(404);
        assertThat(delete("qx-clerk", id)).isEqualTo(204);
        assertThat(events(id)).containsExactly("FILE_UPLOADED", "FILE_DISCARDED");

        var used = upload("qx-clerk", "二.pdf", PDF, "OPEN").getBody().get("id").asText();
        assertThatThrownBy(() -> jdbc.sql("update rectification.stored_file set uploaded_at = ? where id = ?")
                        .params(OffsetDateTime.now(clock).minusDays(9), used)
                        .update())
                .hasStackTraceContaining("a stored file never changes");
        files.attach(used, "file-finding", "EVIDENCE");
        assertThat(delete("qx-clerk", used)).isEqualTo(404);
        for (var change : new String[] {
            "delete from rectification.stored_file_chunk where file_id = ?",
            "update rectification.stored_file_chunk set content = '\\x00' where file_id = ?",
            "delete from rectification.file_attachment where file_id = ?",
            "update rectification.stored_file set name = 'b.pdf' where id = ?"
        }) {
            assertThatThrownBy(() -> jdbc.sql(change).param(used).update())
                    .as(change)
                    .hasStackTraceContaining("a stored file never changes");
        }
    }

    @Test
    void fiftyMegabytesGoInAndOutWithoutFillingTheMemory() throws Exception {
        var before = usedHeap();
        var growth = new long[2];
        var digest = MessageDigest.getInstance("SHA-256");
        var content = new Pictures(StoredFiles.LARGEST, () -> growth[0] = usedHeap() - before);
        var card = files.upload("qx-clerk", ROUND, TOWN, "大图.png", Level.OPEN, content);
        assertThat(card.size()).isEqualTo(StoredFiles.LARGEST);
        assertThat(jdbc.sql("select count(*) from rectification.stored_file_chunk where file_id = ?")
                        .param(card.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
        files.write(card.id(), new OutputStream() {
            private long written;

            @Override
            public void write(int b) {
                throw new UnsupportedOperationException("in pieces only");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                assertThat(length).isLessThanOrEqualTo(FileStore.CHUNK);
                digest.update(bytes, offset, length);
                written += length;
                if (written == StoredFiles.LARGEST) {
                    growth[1] = usedHeap() - before;
                }
            }
        });
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(card.sha256());
        assertThat(growth[0]).as("bytes held when the last byte came in").isLessThan(8L * 1024 * 1024);
        assertThat(growth[1]).as("bytes held when the last byte went out").isLessThan(8L * 1024 * 1024);
    }

    @Test
    void fiftyMegabytesPassTheDoorAndFiftyOneAreTooLarge() throws Exception {
        var fits = send(new Pictures(StoredFiles.LARGEST, () -> {}), StoredFiles.LARGEST, true);
        assertThat(fits.statusCode()).isEqualTo(201);
        long tooLarge = 51L * 1024 * 1024;
        for (var lengthKnown : List.of(true, false)) {
            var answer = send(new Pictures(tooLarge, () -> {}), tooLarge, lengthKnown);
            assertThat(answer.statusCode()).as("length known: " + lengthKnown).isEqualTo(413);
            assertThat(answer.body()).contains("单个文件不得超过50MB");
        }
        var oneByte = send(new Pictures(StoredFiles.LARGEST + 1, () -> {}), StoredFiles.LARGEST + 1, true);
        assertThat(oneByte.statusCode()).isEqualTo(413);
        assertThat(oneByte.body()).contains("单个文件不得超过50MB");
        assertThatThrownBy(() -> files.upload(
                        "qx-clerk", ROUND, TOWN, "大.png", Level.OPEN, new Pictures(StoredFiles.LARGEST + 1, () -> {})))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("大.png");
    }

    @Test
    void otherDoorsKeepTheirOwnLimits() {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", named("表.xlsx", new byte[12 * 1024 * 1024]));
        var answer = http.withBasicAuth("office", TestPeople.PASSWORD)
                .postForEntity("/api/inspection-rounds/preview", new HttpEntity<>(parts, multipart()), JsonNode.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(413);
        assertThat(answer.getBody().get("message").asText()).isEqualTo("上传的表格不得超过10MB。");
    }

    @Test
    void emptyFileIsRefused() {
        assertThat(upload("qx-clerk", "空.pdf", new byte[0], "OPEN")
                        .getBody()
                        .get("message")
                        .asText())
                .isEqualTo("文件“空.pdf”是空文件，请核对后重新上传。");
    }

    private ResponseEntity<JsonNode> upload(String person, String name, byte[] content, String level) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", named(name, content));
        return http.withBasicAuth(person, TestPeople.PASSWORD)
                .postForEntity(
                        "/api/files?round={round}&organisation={organisation}&level={level}",
                        new HttpEntity<>(parts, multipart()),
                        JsonNode.class,
                        ROUND,
                        TOWN,
                        level);
    }

    private static HttpHeaders multipart() {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        return headers;
    }

    private static ByteArrayResource named(String name, byte[] content) {
        return new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    private HttpResponse<String> send(InputStream content, long length, boolean lengthKnown) throws Exception {
        var head = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.png\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var tail = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        var body = HttpRequest.BodyPublishers.ofInputStream(
                () -> new java.io.SequenceInputStream(java.util.Collections.enumeration(
                        List.of(new ByteArrayInputStream(head), content, new ByteArrayInputStream(tail)))));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/files?round=" + ROUND
                        + "&organisation=" + TOWN + "&level=OPEN"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                ("qx-clerk:" + TestPeople.PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(
                        lengthKnown
                                ? HttpRequest.BodyPublishers.fromPublisher(body, head.length + length + tail.length)
                                : body)
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> get(String person, String id) {
        return http.withBasicAuth(person, TestPeople.PASSWORD).getForEntity("/api/files/{id}", byte[].class, id);
    }

    private int delete(String person, String id) {
        return http.withBasicAuth(person, TestPeople.PASSWORD)
                .exchange("/api/files/{id}", HttpMethod.DELETE, null, Void.class, id)
                .getStatusCode()
                .value();
    }

    private List<String> seenBy(String id, String... people) {
        return List.of(people).stream()
                .filter(person -> get(person, id).getStatusCode().value() == 200)
                .toList();
    }

    private List<String> events(String fileId) {
        return jdbc.sql("select kind from rectification.event where after ->> 'file_id' = ? order by id")
                .param(fileId)
                .query(String.class)
                .list();
    }

    private static long usedHeap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static byte[] sample(String kind) throws IOException {
        return switch (kind) {
            case "PNG" -> Papers.png("DEMO", Color.GRAY);
            case "JPEG" ->
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1};
            case "DOCX" -> Papers.docx("整改方案（演示）", "一、总体要求");
            case "XLSX" -> Papers.xlsx(List.of(List.of("序号", "问题")));
            case "XLS" -> {
                try (var workbook = new HSSFWorkbook();
                        var out = new ByteArrayOutputStream()) {
                    workbook.createSheet("台账");
                    workbook.write(out);
                    yield out.toByteArray();
                }
            }
            case "OFD" -> zip(Map.of("OFD.xml", "<ofd:OFD/>", "Doc_0/Document.xml", "<x/>"));
            case "MP4" -> "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1);
            case "HTML" -> "<!DOCTYPE html><html><body><table></table></body></html>".getBytes(StandardCharsets.UTF_8);
            case "ZIP" -> zip(Map.of("readme.txt", "x"));
            case "TORN" -> java.util.Arrays.copyOf(Papers.docx("整改方案（演示）"), 600);
            case "MSI" -> ole("!_StringData");
            case "EXE" ->
                "MZ\u0090\0\u0003\0\0\0This program cannot be run in DOS mode".getBytes(StandardCharsets.ISO_8859_1);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static byte[] ole(String... entries) throws IOException {
        try (var container = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            for (var entry : entries) {
                container.createDocument(new ByteArrayInputStream(new byte[5000]), entry);
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                archive.putNextEntry(new ZipEntry(entry.getKey()));
                archive.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** A picture's beginning and then as much as is asked for, made while it is read. */
    private static final class Pictures extends InputStream {

        private final byte[] head = Papers.png("BIG", Color.BLUE);
        private final long length;
        private final Runnable atTheEnd;
        private long read;

        Pictures(long length, Runnable atTheEnd) {
            this.length = length;
            this.atTheEnd = atTheEnd;
        }

        @Override
        public int read() {
            if (read == length) {
                return -1;
            }
            var next = read < head.length ? head[(int) read] & 0xFF : (int) (read % 251);
            read++;
            if (read == length) {
                atTheEnd.run();
            }
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) {
            if (read == length) {
                return -1;
            }
            int bytes = (int) Math.min(wanted, length - read);
            for (int i = 0; i < bytes; i++) {
                buffer[offset + i] = (byte) read();
            }
            return bytes;
        }
    }
}
