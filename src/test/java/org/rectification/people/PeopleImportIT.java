package org.rectification.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.support.Browserless;
import org.rectification.support.Clause;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** Who is who comes in by Excel: what is wrong, what would change, and only then the change. */
@RectificationTest
@Clause({"S12", "S13", "S16", "S20", "S33"})
class PeopleImportIT {

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    Duties duties;

    @Autowired
    Clock clock;

    private byte[] template() {
        return http.withBasicAuth("admin", TestPeople.PASSWORD).getForObject("/api/people/template.xlsx", byte[].class);
    }

    private PeopleBook book() {
        return new PeopleBook(template());
    }

    private ResponseEntity<JsonNode> send(String login, String path, byte[] file, String fingerprint) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return "people.xlsx";
            }
        });
        if (fingerprint != null) {
            parts.add("fingerprint", fingerprint);
        }
        return http.withBasicAuth(login, TestPeople.PASSWORD)
                .postForEntity("/api/people" + path, parts, JsonNode.class);
    }

    private JsonNode preview(byte[] file) {
        var answer = send("admin", "/preview", file, null);
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(200);
        return answer.getBody();
    }

    private JsonNode save(byte[] file) {
        var preview = preview(file);
        assertThat(errors(preview)).isEmpty();
        var answer = send("admin", "/import", file, preview.get("fingerprint").asText());
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(200);
        return answer.getBody();
    }

    private static List<String> errors(JsonNode preview) {
        var errors = new ArrayList<String>();
        preview.get("errors")
                .forEach(error -> errors.add(error.path("sheet").asText("") + " "
                        + error.path("row").asInt() + " " + error.path("column").asText("") + "："
                        + error.path("message").asText()));
        return errors;
    }

    private static List<String> changes(JsonNode answer) {
        var changes = new ArrayList<String>();
        answer.get("changes")
                .forEach(change -> changes.add(change.get("kind").asText() + " "
                        + change.get("subject").asText() + " "
                        + change.get("text").asText()));
        return changes;
    }

    private long registered() {
        return jdbc.sql(
                        """
                        select (select count(*) from rectification.person) + (select count(*) from rectification.organisation)
                          + (select count(*) from rectification.duty) + (select count(*) from rectification.village_register)
                          + (select count(*) from act_id_user) + (select count(*) from act_id_tenant)
                          + (select count(*) from rectification.event where round_id is null)""")
                .query(Long.class)
                .single();
    }

    /** A small township complete enough for a round. */
    private PeopleBook township(String prefix) {
        return book().organisation(prefix + "-town", prefix + "镇党委（演示）")
                .village(prefix + "-town", prefix + "-v1", "东村（演示）")
                .person(prefix + "-sec", "钱书记", "党委书记", prefix + "-town", null)
                .person(prefix + "-clerk", "孙干事", "整改办联络员", prefix + "-town", "在岗")
                .person(prefix + "-disc", "李纪委", "纪委书记", prefix + "-town", "在岗")
                .person(prefix + "-lead", "周副镇", "副镇长", prefix + "-town", "在岗")
                .person(prefix + "-vil", "吴支书", "东村党支部书记", prefix + "-town", "在岗")
                .duty(prefix + "-sec", "党委书记", null, null, "2025/1/1")
                .duty(prefix + "-clerk", "整改办", null, null, "2025-01-01")
                .duty(prefix + "-disc", "镇纪委", null, null, "2025年1月1日")
                .duty(prefix + "-lead", "班子成员", null, "群众身边腐败和不正之风", "2025-01-01")
                .duty(prefix + "-lead", "包村领导", prefix + "-v1", null, "2025-01-01")
                .duty(prefix + "-vil", "村（居）党支部书记", prefix + "-v1", null, "2025-01-01")
                .contact(prefix + "-town", "巡察办", "市委巡察办综合科", "郑联络", "0593-1234567")
                .contact(prefix + "-town", "干监室", "市委组织部干监室", "王联络", "0593-7654321");
    }

    @Test
    void aTownshipIsRegisteredByItsWorkbookAndNothingIsSavedUntilConfirmed() {
        var file = township("pa").file();
        var before = registered();
        var preview = preview(file);
        assertThat(errors(preview)).isEmpty();
        assertThat(changes(preview))
                .contains("NEW 单位 pa镇党委（演示）（pa-town）", "NEW 人员 钱书记（党委书记，登录名pa-sec）", "NEW 分工 吴支书 村（居）党支部书记（pa-v1）");
        assertThat(registered()).isEqualTo(before);

        var saved = save(file);

        assertThat(saved.get("newcomers").findValuesAsText("id"))
                .containsExactly("pa-sec", "pa-clerk", "pa-disc", "pa-lead", "pa-vil");
        assertThat(duties.secretary("pa-town")).isEqualTo("pa-sec");
        assertThat(duties.ofVillage("pa-town", Role.VILLAGE_LEADER, "pa-v1")).contains("pa-lead");
        assertThat(duties.portfolioLeader("pa-town", "CONDUCT")).contains("pa-lead");
        assertThat(changes(preview(file))).isEmpty();
    }

    @Test
    void theFirstPasswordOpensTheDoorToItsOwnChangeAndNothingElse() {
        var saved = save(township("pb").file());
        var clerk = saved.get("newcomers").get(1);
        var first = clerk.get("password").asText();
        assertThat(identity.checkPassword("pb-clerk", first)).isTrue();
        var visitor = new Browserless(port, "pb-clerk", first).loggedIn();
        var named = visitor.at("/api", "POST", "/substitutions", "{}");
        assertThat(named.statusCode()).isEqualTo(403);
        assertThat(named.body()).contains("初始密码");
        var claimed = visitor.at(Browserless.REST, "POST", "/task/none/claim", "{\"userId\":\"pb-clerk\"}");
        assertThat(claimed.statusCode()).isEqualTo(422);
        assertThat(claimed.body()).contains("初始密码");
        var weak = visitor.at(
                Browserless.REST,
                "PUT",
                "/user/pb-clerk/credentials",
                "{\"password\":\"short\",\"authenticatedUserPassword\":\"" + first + "\"}");
        assertThat(weak.statusCode()).as(weak.body()).isEqualTo(422);
        var changed = visitor.at(
                Browserless.REST,
                "PUT",
                "/user/pb-clerk/credentials",
                "{\"password\":\"" + TestPeople.PASSWORD + "\",\"authenticatedUserPassword\":\"" + first + "\"}");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        var own = new Browserless(port, "pb-clerk", TestPeople.PASSWORD);
        assertThat(own.at("/api", "POST", "/substitutions", "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void whatWasRegisteredComesOutInTheSameColumnsAndGoesInAgainWithoutAChange() {
        save(township("pc").file());
        var out = http.withBasicAuth("admin", TestPeople.PASSWORD)
                .getForObject("/api/people/register.xlsx", byte[].class);
        var preview = preview(out);
        // People of other tests hold villages that nobody registered; ours come out as they went in.
        assertThat(errors(preview).stream().filter(error -> error.contains("pc-")))
                .isEmpty();
        assertThat(changes(preview).stream().filter(change -> change.contains("pc")))
                .isEmpty();
    }

    @Test
    void everyMistakeIsNamedAtOnceWithRowAndColumn() {
        var before = registered();
        var preview = preview(book().organisation("Bad Code", "某镇")
                .organisation("pd-town", "大丁镇党委（演示）")
                .organisation("pd-town", "又一个")
                .village("elsewhere", "v1", "村")
                .village("pd-town", "pd-v1", "西村")
                .person("pd-one", "甲", "书记", "pd-town", "在岗")
                .person("pd-two", "乙", "书记", "pd-town", "上班")
                .person("pd-three", "丙", "主任", "nowhere", null)
                .person("pd-four", "丁", null, "pd-town", null)
                .person("pd-five", "戊", "干部", "pd-town", "离岗")
                .person("pd-six", "己", "书记", "pd-town", null)
                .duty("pd-one", "党委书记", null, null, "2025-01-01")
                .duty("pd-six", "党委书记", null, null, "2025-01-01")
                .duty("pd-one", "村长", null, null, "2025-01-01")
                .duty("pd-one", "包村领导", null, null, "2025-01-01")
                .duty("pd-one", "包村领导", "pd-v9", null, "2025-01-01")
                .duty("pd-one", "整改办", "pd-v1", "别的", "2025-13-01")
                .duty("pd-one", "巡察办", null, null, "2025-01-01")
                .duty("pd-one", "整改办", null, null, "2099-01-01")
                .duty("nobody", "整改办", null, null, "2025-01-01")
                .contact("pd-town", "公安局", "科", "人", "1")
                .file());
        assertThat(preview.get("valid").booleanValue()).isFalse();
        assertThat(errors(preview))
                .contains(
                        "单位 2 单位编码：只能用小写字母、数字和连字符，最多48位。",
                        "单位 4 单位编码：“pd-town”重复填写。",
                        "村居 2 单位编码：“elsewhere”不在“单位”表中，也没有登记过。",
                        "人员 3 状态：只能填 在岗、离岗。",
                        "人员 4 单位编码：“nowhere”不在“单位”表中，也没有登记过。",
                        "人员 5 职务：职务必填。",
                        "人员 6 状态：没有这个在岗人员，不能登记离岗。",
                        "分工 5 村（居）编码：包村领导必须填写村（居）编码。",
                        "分工 6 村（居）编码：“pd-v9”不在“村居”表中，也没有登记过。",
                        "分工 7 任职日期：日期不正确，请按 2026-03-10 的格式填写。",
                        "分工 8 角色：巡察办是监督单位的角色，该同志不得填写单位编码。",
                        "分工 9 任职日期：任职日期不能晚于今天。",
                        "分工 10 登录名：“nobody”不在“人员”表中，或者该行有误。",
                        "对接联系人 2 对接单位：只能填 巡察办、纪检监察室、干监室。")
                .anyMatch(error -> error.startsWith("分工 4 角色：只能填 巡察办"))
                .anyMatch(error -> error.contains("该单位已有党委书记"));
        assertThat(registered()).isEqualTo(before);
    }

    @Test
    void whereSomebodyIsWrittenToComesWithTheListAndAnEmptyCellLeavesItAsItIs() {
        save(township("pm").file());
        var saved = save(withMail("pm", "clerk@pm.example"));
        assertThat(changes(saved)).containsExactly("CHANGED 人员 孙干事 电子邮箱登记为 clerk@pm.example");
        assertThat(mailOf("pm-clerk")).contains("clerk@pm.example");
        assertThat(preview(township("pm").file()).get("changes")).isEmpty();
        assertThat(new String(
                        http.withBasicAuth("admin", TestPeople.PASSWORD).getForObject("/api/people", byte[].class),
                        StandardCharsets.UTF_8))
                .contains("clerk@pm.example");

        assertThat(changes(save(withMail("pm", "无")))).containsExactly("CHANGED 人员 孙干事 不再登记电子邮箱");
        assertThat(mailOf("pm-clerk")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clerk",
                "a@b",
                "孙@pm.example",
                "a@pm.example,b@pm.example",
                "孙干事<a@pm.example>",
                "a b@pm.example",
                "@pm.example"
            })
    void whatIsNoAddressIsNamedAtItsCell(String text) {
        assertThat(errors(preview(withMail("pn", text)))).contains("人员 2 电子邮箱：电子邮箱格式不正确，只能填一个地址，如 clerk@example.cn。");
    }

    private byte[] withMail(String prefix, String mail) {
        return book().organisation(prefix + "-town", prefix + "镇党委（演示）")
                .row("人员", prefix + "-clerk", "孙干事", "整改办联络员", prefix + "-town", "在岗", mail)
                .duty(prefix + "-clerk", "整改办", null, null, "2025-01-01")
                .file();
    }

    private java.util.Optional<String> mailOf(String person) {
        return jdbc.sql("select email from rectification.person where id = ? and email is not null")
                .param(person)
                .query(String.class)
                .optional();
    }

    @Test
    void anAdministratorGivesNoWorkToAdministrators() {
        var preview = preview(book().person("admin", "管理员", "系统管理员（演示）", null, null)
                .duty("admin", "巡察办", null, null, "2025-01-01")
                .file());
        assertThat(errors(preview)).containsExactly("分工 2 登录名：系统管理员不承担业务职责，请另设登录名。");
        assertThat(identity.createGroupQuery().groupMember("admin").list())
                .extracting(group -> group.getId())
                .containsExactly("camunda-admin");
    }

    @Test
    void whoeverLeavesNeedsASuccessorFirstAndNothingIsDeleted() {
        save(township("pe").file());
        var alone = preview(
                book().person("pe-clerk", "孙干事", "整改办联络员", "pe-town", "离岗").file());
        assertThat(errors(alone)).containsExactly("人员 0 ：孙干事是唯一的整改办，请先登记接任人员。");

        var saved = save(book().person("pe-clerk", "孙干事", "整改办联络员", "pe-town", "离岗")
                .person("pe-next", "冯干事", "整改办联络员", "pe-town", "在岗")
                .duty("pe-next", "整改办", null, null, LocalDate.now(clock).toString())
                .file());

        assertThat(changes(saved)).contains("DEACTIVATED 人员 孙干事（整改办联络员）离岗，登录关闭");
        assertThat(duties.clerk("pe-town")).isEqualTo("pe-next");
        assertThat(identity.createUserQuery().userId("pe-clerk").count()).isEqualTo(1);
        assertThat(jdbc.sql("select active from rectification.person where id = 'pe-clerk'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(trailOf("pe-clerk")).contains("PERSON_DEACTIVATED admin", "DUTY_ENDED admin");
    }

    private List<String> trailOf(String person) {
        return jdbc.sql("select kind || ' ' || actor from rectification.event where person_id = ? order by id")
                .param(person)
                .query(String.class)
                .list();
    }

    @Test
    void aConfirmationOfSomethingElseThanWasShownIsRefused() {
        var file = township("pf").file();
        var preview = preview(file);
        assertThat(send(
                                "admin",
                                "/import",
                                township("pg").file(),
                                preview.get("fingerprint").asText())
                        .getBody()
                        .toString())
                .contains("重新上传核对");
        assertThat(jdbc.sql("select count(*) from rectification.organisation where id in ('pf-town', 'pg-town')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"office", "discipline", "qx-clerk", "qx-secretary", "qx-village1", "team"})
    void onlyAdministratorsGetIn(String login) {
        assertThat(send(login, "/preview", template(), null).getStatusCode().value())
                .isEqualTo(403);
        assertThat(send(login, "/import", template(), "x").getStatusCode().value())
                .isEqualTo(403);
        for (var path : List.of("", "/template.xlsx", "/register.xlsx")) {
            assertThat(http.withBasicAuth(login, TestPeople.PASSWORD)
                            .getForEntity("/api/people" + path, String.class)
                            .getStatusCode()
                            .value())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void theTrailOfPeopleIsForAdministratorsAndSupervisors() {
        save(township("ph").file());
        for (var login : List.of("admin", "office", "discipline", "cadre")) {
            assertThat(http.withBasicAuth(login, TestPeople.PASSWORD).getForObject("/api/people/trail", String.class))
                    .contains("PERSON_REGISTERED");
        }
        for (var login : List.of("qx-secretary", "qx-clerk", "team")) {
            assertThat(http.withBasicAuth(login, TestPeople.PASSWORD)
                            .getForEntity("/api/people/trail", String.class)
                            .getStatusCode()
                            .value())
                    .isEqualTo(403);
        }
        assertThat(http.withBasicAuth("admin", TestPeople.PASSWORD)
                        .getForEntity("/api/people/trail?page=-5", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    /** Thirty and more kinds of files that are not what they should be. */
    static Stream<Arguments> malformed() {
        var kinds = new ArrayList<Arguments>();
        kinds.add(Arguments.of("empty", (Consumer<Object>) null, new byte[0]));
        for (var bytes : List.of(
                "登录名,姓名".getBytes(StandardCharsets.UTF_8),
                new byte[] {'P', 'K', 3, 4, 0},
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                "%PDF-1.4".getBytes(StandardCharsets.UTF_8),
                "<?xml version='1.0'?><a/>".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8),
                zip("[Content_Types].xml", "<Types/>"),
                zip("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Types>&b;</Types>"),
                zip("../../evil", "x"),
                zip("xl/workbook.xml", "<workbook/>"))) {
            kinds.add(Arguments.of("bytes" + kinds.size(), null, bytes));
        }
        return kinds.stream();
    }

    private static byte[] zip(String name, String content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void filesThatAreNoWorkbookAreRefusedInOneSentence(String kind, Consumer<Object> none, byte[] file) {
        for (var path : List.of("/preview", "/import")) {
            var answer = send("admin", path, file, "x");
            assertThat(answer.getStatusCode().value()).as(kind + path).isEqualTo(422);
            assertThat(answer.getBody().toString()).contains("文件不能识别");
        }
    }

    static Stream<Arguments> odd() {
        return Stream.<Consumer<PeopleBook>>of(
                        book -> {},
                        book -> book.change(w -> w.removeSheetAt(w.getSheetIndex("人员"))),
                        book -> book.change(
                                w -> w.getSheet("人员").removeRow(w.getSheet("人员").getRow(0))),
                        book -> book.change(
                                w -> w.getSheet("人员").getRow(0).getCell(0).setCellValue("别的")),
                        book -> book.change(
                                w -> w.getSheet("单位").createRow(1).createCell(0).setCellFormula("1/0")),
                        book -> book.change(
                                w -> w.getSheet("单位").createRow(1).createCell(0).setCellValue(true)),
                        book -> book.change(
                                w -> w.getSheet("单位").createRow(1).createCell(0).setCellValue(1e300)),
                        book -> book.change(w -> w.getSheet("单位")
                                .createRow(1_000_000)
                                .createCell(0)
                                .setCellValue("x")),
                        book -> book.organisation("a".repeat(49), "甲镇"),
                        book -> book.organisation("x-town", "长".repeat(65)),
                        book -> book.organisation("'; drop table rectification.person; --", "甲镇"),
                        book -> book.organisation("../..", "<script>alert(1)</script>"),
                        book -> book.organisation("", ""),
                        book -> book.village("qingxi-town", "UPPER", "村"),
                        book -> book.village(null, null, null),
                        book -> book.person("x y", "甲", "乙", "qingxi-town", null),
                        book -> book.person("p".repeat(60), "甲", "乙", "qingxi-town", null),
                        book -> book.person("xx-one", "长".repeat(40), "乙", "qingxi-town", null),
                        book -> book.person("xx-one", "甲", "长".repeat(70), "qingxi-town", null),
                        book -> book.person("qx-nobody", "甲", "乙", "qingxi-town", "离岗"),
                        book -> book.person("qx-secretary", "周明远", "党委书记", "qingxi-town", "离岗"),
                        book -> book.person("qx-person1", "江一鸣", "副主任", "baishi-town", null)
                                .duty("qx-person1", "包村干部", "qx-v1", null, "2025-01-01"),
                        book -> book.duty("qx-person1", "责任人员", null, null, "2025-01-01"),
                        book -> book.duty(null, null, null, null, null),
                        book -> book.person("xx-two", "甲", "乙", null, null)
                                .duty("xx-two", "党委书记", null, null, "2025-01-01"),
                        book -> book.person("xx-two", "甲", "乙", null, null)
                                .duty("xx-two", "巡察办", null, null, "9999-99-99"),
                        book -> book.person("xx-two", "甲", "乙", null, null)
                                .duty("xx-two", "巡察办", null, null, "0001-01-01"),
                        book -> book.person("xx-two", "甲", "乙", null, null)
                                .duty("xx-two", "巡察办", null, null, "2025-01-01")
                                .duty("xx-two", "巡察办", null, null, "2025-02-01"),
                        book -> book.contact("qingxi-town", "巡察办", null, null, null),
                        book -> book.contact("nowhere", "巡察办", "科", "人", "1"),
                        book -> book.contact("qingxi-town", "巡察办", "科", "人", "1".repeat(40)))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void whateverStandsInTheSheetsIsAnsweredAndNeverAFault(Consumer<PeopleBook> mistake) {
        var book = book();
        mistake.accept(book);
        var before = registered();
        var answer = send("admin", "/preview", book.file(), null);
        assertThat(answer.getStatusCode().value()).isBetween(200, 422);
        assertThat(answer.getBody().path("valid").asBoolean(false))
                .as(answer.getBody().toString())
                .isFalse();
        var saved = send("admin", "/import", book.file(), "x");
        assertThat(saved.getStatusCode().value()).isBetween(400, 422);
        assertThat(registered()).isEqualTo(before);
    }
}
