package org.rectification.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.demo.Papers;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Browserless;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.rectification.support.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Evidence, claims, measures one by one and co-owners, each through every door that there is. */
@RectificationTest
class FindingProofsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORK = "userTask_rectifyFinding";
    private static final String NO_VOUCHER = "报告挽回资金的，必须上传凭证，没有凭证不予认定。";
    private static final String NO_FILE = "报告整改成效的，必须上传佐证文件，没有文件不予认定。";
    private static final String NOT_SUBORDINATES = "镇级问题不能以简单问责下级代替本级整改，请补充本级整改措施。";

    private static int rounds;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PeopleRegister register;

    @Autowired
    Outcomes outcomes;

    private String p;
    private OpenRound round;
    private EveryDoor doors;
    private Uploads uploads;

    @BeforeEach
    void aRound() {
        p = "e" + (char) ('a' + rounds++);
        round = new OpenRound(port, jdbc, register, p)
                .withVillageFindings(2)
                .registered()
                .opened();
        doors = new EveryDoor(port, jdbc);
        uploads = new Uploads(port, round.roundId(), round.town());
    }

    @Test
    @Feature(22)
    @Clause("S22")
    void claimedResultWithoutAFileIsRefusedThroughEveryDoor() {
        var finding = round.ofVillage(1);
        var task = doors.task(finding, WORK);
        var money = claim("MONEY_RECOVERED", "32000", "追回店面租金", "");
        doors.refuse(p("village1"), task, result(Map.of("claims", List.of(money))), NO_VOUCHER, "claims[0].files");
        for (var kind : ClaimKind.values()) {
            if (kind != ClaimKind.MONEY_RECOVERED) {
                var answer = measure(
                        "village1",
                        finding,
                        Map.of("text", "清退", "kind", "NOW"),
                        List.of(claim(kind.name(), "1", "说明", "")));
                assertThat(answer).as(kind.name()).contains("422", NO_FILE);
            }
        }
        assertThat(measure("village1", finding, Map.of("text", "清退", "kind", "NOW"), List.of(money)))
                .contains("422", NO_VOUCHER);
        assertThat(jdbc.sql("select count(*) from rectification.claim where finding_id = ?")
                        .param(finding)
                        .query(Integer.class)
                        .single())
                .isZero();
        doors.refuse(
                p("village1"),
                task,
                result(Map.of("claims", List.of(claim("MONEY_RECOVERED", "-1", "追回", "x")))),
                "整改成效的数量须大于0，没有的不填。",
                "claims[0].quantity");
        doors.refuse(
                p("village1"),
                task,
                result(Map.of("claims", List.of(claim("SYSTEM_MADE", "1.5", "办法", "x")))),
                "整改成效的数量须为整数，资金最多保留两位小数。",
                "claims[0].quantity");
        doors.refuse(
                p("village1"),
                task,
                result(Map.of("claims", List.of(claim("MONEY_RECOVERED", "1", "追回", "no-such-file")))),
                "所附文件不存在或不属于本单位，请重新上传。",
                "claims[0].files");

        var voucher = uploads.file(p("village1"), "银行回单.pdf", Papers.pdf("银行回单（演示）", "32000"));
        doors.complete(
                Door.SUBMIT_FORM,
                p("village1"),
                task,
                result(Map.of("claims", List.of(claim("MONEY_RECOVERED", "32000", "追回店面租金", voucher)))));
        round.technicalStepsAreDone();
        // Money makes it a matter for both leaders (R3).
        assertThat(doors.task(finding, "userTask_reviewResult")).isNotNull();
        assertThat(jdbc.sql("select claimed_amount from rectification.finding where id = ?")
                        .param(finding)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("32000");
        assertThatThrownBy(() -> jdbc.sql(
                                """
                                insert into rectification.claim (id, finding_id, attempt, kind, quantity, text, file_ids,
                                    claimed_by, claimed_at) values ('bare', ?, 1, 'CAMPAIGN', 1, 'x', '{}', 'x', now())""")
                        .param(finding)
                        .update())
                .hasStackTraceContaining("claim_file_ids_check");
    }

    @Test
    @Feature(21)
    @Clause("S30")
    void sameFileUsedAtTwoFindingsIsDetectedAndShown() throws Exception {
        var photo = Papers.png("ONE", java.awt.Color.GREEN);
        var yesterday = round.today().minusDays(1).toString();
        for (int number = 1; number <= 2; number++) {
            var file = uploads.file(p("village1"), "公示照片" + number + ".png", photo);
            var other =
                    uploads.file(p("village1"), "台账" + number + ".xlsx", Papers.xlsx(List.of(List.of("第" + number))));
            doors.complete(
                    Door.LIST,
                    p("village1"),
                    doors.task(round.ofVillage(number), WORK),
                    proven(List.of(evidence(file, "PHOTO_AFTER", yesterday), evidence(other, "LEDGER", yesterday))));
        }
        round.technicalStepsAreDone();
        var evidence = finding("leader1", round.ofVillage(1)).path("evidence");
        assertThat(evidence).hasSize(2);
        for (var item : evidence) {
            var photoItem = item.path("kind").asText().equals("PHOTO_AFTER");
            assertThat(item.path("alsoAt").toString()).isEqualTo(photoItem ? "[\"第一村党支部（演示）第2号问题\"]" : "[]");
            assertThat(item.path("representsOn").asText()).isEqualTo(yesterday);
            assertThat(item.at("/file/sha256").asText()).hasSize(64);
            assertThat(item.at("/file/uploadedAt").asText())
                    .startsWith(round.today().toString());
            assertThat(item.at("/file/level").asText()).isEqualTo("INTERNAL");
        }
        var task = doors.task(round.ofVillage(2), "userTask_reviewResult");
        var view = new Browserless(port, p("leader1"), TestPeople.PASSWORD)
                .at(
                        Browserless.REST,
                        "GET",
                        "/task/" + task + "/form-variables?variableNames=view&deserializeValues=false",
                        null)
                .body();
        assertThat(view).contains("同一文件还用于：第一村党支部", "/api/files/");
        var file = evidence.get(0).at("/file/id").asText();
        assertThat(status("GET", "leader1", "/files/" + file)).isEqualTo(200);
        assertThat(status("GET", "discipline", "/files/" + file)).isEqualTo(200);
        assertThat(status("GET", "person2", "/files/" + file)).isEqualTo(404);
    }

    @Test
    @Clause("S30")
    void evidenceNeedsAKindAndADayThatIsNotInTheFutureAndOnesOwnFile() {
        var finding = round.ofVillage(1);
        var task = doors.task(finding, WORK);
        var own = uploads.file(p("village1"), "公示.pdf", Papers.pdf("公示", "1"));
        var others = uploads.file(p("clerk"), "公示.pdf", Papers.pdf("公示", "2"));
        var today = round.today().toString();
        doors.refuse(p("village1"), task, proven(List.of()), "请上传佐证材料；涉密材料不得上传，只登记文号。", "evidence");
        doors.refuse(
                p("village1"),
                task,
                proven(List.of(evidence(own, "NOTICE", round.today().plusDays(1).toString()))),
                "佐证材料反映的日期不能晚于今天。",
                "evidence[0].representsOn");
        doors.refuse(
                p("village1"),
                task,
                proven(List.of(evidence(own, "NOTICE", null))),
                "请填写佐证材料反映的日期。",
                "evidence[0].representsOn");
        doors.refuse(
                p("village1"), task, proven(List.of(evidence("", "NOTICE", today))), "请上传佐证材料文件。", "evidence[0].files");
        doors.refuse(
                p("village1"),
                task,
                proven(List.of(evidence(own, "NOTICE", today), evidence(others, "NOTICE", today))),
                "文件“公示.pdf”不是您上传的，请重新上传。",
                "evidence[1].files");
        doors.closed("admin", task, proven(List.of(evidence(own, "NOTICE", today))));
        assertThat(uploads.send(p("village1"), "涉密.pdf", Papers.pdf("x", "x"), "秘密")
                        .body())
                .contains("涉密文件不得上传，请按规定线下报送，此处只登记文号。");
        doors.complete(Door.COMPLETE, p("village1"), task, result(Map.of("documentNumber", "清委〔演示〕密1号")));
        assertThat(jdbc.sql("select document_number from rectification.evidence where finding_id = ?")
                        .param(finding)
                        .query(String.class)
                        .single())
                .isEqualTo("清委〔演示〕密1号");
        assertThatThrownBy(() -> jdbc.sql("update rectification.evidence set represents_on = '2020-01-01'")
                        .update())
                .hasStackTraceContaining("append-only");
    }

    @Test
    @Feature(45)
    @Clause("S15")
    void townFindingWhoseOnlyDoneMeasureHoldsSubordinatesToAccountIsNeitherReportedNorStruckOff() throws Exception {
        var finding = round.ofTown(1);
        var task = doors.task(finding, WORK);
        var only = List.of(Map.of("text", "批评教育两名村干部", "kind", "NOW", "accountabilityOnly", true));
        doors.refuse(p("person1"), task, result(Map.of("measures", only)), NOT_SUBORDINATES, "measures");
        assertThat(measure(
                        "person1",
                        finding,
                        Map.of("text", "批评教育两名村干部", "kind", "NOW", "accountabilityOnly", true),
                        List.of()))
                .contains("204");
        doors.refuse(p("person1"), task, result(Map.of("measures", List.of())), NOT_SUBORDINATES, "measures");

        plan(finding, "person1", "NOW 由镇班子成员带队入户宣传", "NOW! 对两名村干部集体评议");
        var planned = planned(finding);
        assertThat(measure("person1", finding, Map.of("measureId", planned.get(1)), List.of()))
                .contains("204");
        // What the plan calls accountability only stays that, whatever is ticked.
        doors.refuse(
                p("person1"),
                task,
                result(Map.of(
                        "measures", List.of(Map.of("text", "对两名村干部集体评议", "kind", "NOW", "accountabilityOnly", false)))),
                NOT_SUBORDINATES,
                "measures");
        doors.complete(
                Door.LIST,
                p("person1"),
                task,
                result(Map.of("measures", List.of(Map.of("text", "由镇班子成员带队入户宣传", "kind", "NOW")))));
        round.technicalStepsAreDone();
        doors.complete(
                Door.LIST,
                p("leader1"),
                doors.task(finding, "userTask_reviewResult"),
                Map.of("answer", "AGREE", "reason", "同意"));
        round.technicalStepsAreDone();
        jdbc.sql("update rectification.finding set measures_done = ?::jsonb where id = ?")
                .params(JSON.writeValueAsString(only), finding)
                .update();
        doors.refuse(
                "office",
                doors.task(finding, "userTask_verifyFinding"),
                Map.of("verdict", "DONE", "reason", "已核验。"),
                NOT_SUBORDINATES,
                "measures");
    }

    @Test
    @Feature(27)
    @Clause("S20")
    void leadCannotFinishWhileACoOwnersPartIsOpen() throws Exception {
        var finding = round.ofTown(1);
        var task = doors.task(finding, WORK);
        var part = Map.of("person", p("person2"), "part", "补齐组织生活会记录");
        assertThat(post("person2", "/findings/" + finding + "/co-owners", part)).contains("404");
        assertThat(post("person1", "/findings/" + finding + "/co-owners", Map.of("person", p("person1"), "part", "x")))
                .contains("422", "牵头人");
        assertThat(post("person1", "/findings/" + finding + "/co-owners", Map.of("person", "office", "part", "x")))
                .contains("422", "在职人员");
        assertThat(post("person1", "/findings/" + finding + "/co-owners", part)).contains("204");
        var open = "配合责任人甲" + p("person2") + "尚未确认完成配合事项，不能提交整改结果。";
        doors.refuse(p("person1"), task, result(Map.of()), open, "");
        assertThat(tasks(finding)).isEqualTo(1);

        assertThat(get("person2", "/worklist").toString()).contains("办理配合事项");
        assertThat(get("person2", "/worklist/part").at("/rows/0/finding/id").asText())
                .isEqualTo(finding);
        var done = Map.of("confirmation", "已补齐三份记录。");
        for (var other : List.of("person1", "leader1", "clerk")) {
            assertThat(post(other, "/findings/" + finding + "/co-owners/me/confirmation", done))
                    .as(other)
                    .contains("422", "没有待完成的配合事项");
        }
        assertThat(post("person2", "/findings/" + finding + "/co-owners/me/confirmation", Map.of()))
                .contains("422", "请填写完成情况。");
        doors.refuse(p("person1"), task, result(Map.of()), open, "");
        assertThat(post("person2", "/findings/" + finding + "/co-owners/me/confirmation", done))
                .contains("204");
        assertThat(get("person2", "/worklist").toString()).doesNotContain("办理配合事项");
        doors.complete(Door.COMPLETE, p("person1"), task, result(Map.of()));
        assertThat(finding("clerk", finding).at("/coOwners/0/confirmation").asText())
                .isEqualTo("已补齐三份记录。");
        assertThat(jdbc.sql(
                                "select kind from rectification.event where finding_id = ? and kind like 'CO_OWNER%' order by id")
                        .param(finding)
                        .query(String.class)
                        .list())
                .containsExactly("CO_OWNER_NAMED", "CO_OWNER_CONFIRMED");
    }

    @Test
    @Clause("S20")
    void openPartIsTakenBackWithAReasonAndACoOwnerNeverReviewsTheResult() {
        var finding = round.ofTown(2);
        var path = "/findings/" + finding + "/co-owners";
        assertThat(post("clerk", path, Map.of("person", p("person3"), "part", "核对名册")))
                .contains("204");
        assertThat(post("leader2", path + "/" + p("person3") + "/release", Map.of()))
                .contains("422", "理由");
        assertThat(post("leader2", path + "/" + p("person3") + "/release", Map.of("reason", "改由本人办理")))
                .contains("204");
        // The leader who takes a part himself gives way as reviewer to the Secretary.
        assertThat(post("person2", path, Map.of("person", p("leader2"), "part", "协调组织部门")))
                .contains("204");
        assertThat(post("leader2", path + "/me/confirmation", Map.of("confirmation", "已协调。")))
                .contains("204");
        doors.complete(Door.COMPLETE, p("person2"), doors.task(finding, WORK), result(Map.of()));
        round.technicalStepsAreDone();
        doors.complete(
                Door.LIST,
                p("secretary"),
                doors.task(finding, "userTask_reviewResult"),
                Map.of("answer", "AGREE", "reason", "同意"));
    }

    @Test
    @Clause("S25")
    void measuresAreReportedOneByOneAndTheResultFollowsOnceThoseForNowAreDone() throws Exception {
        var finding = round.ofVillage(1);
        plan(finding, "village1", "NOW 完成清退", "NOW 公示结果", "LASTING 修订管理办法");
        var task = doors.task(finding, WORK);
        var ids = planned(finding);
        doors.refuse(
                p("village1"),
                task,
                result(Map.of("measures", List.of(Map.of("measureId", ids.get(0))))),
                "方案中的当下改措施尚未全部报告完成：“公示结果”。",
                "measures");
        var photo = uploads.file(p("village1"), "清退现场.png", Papers.png("TWO", java.awt.Color.ORANGE));
        var entry = Map.of(
                "measure",
                        Map.of(
                                "measureId",
                                ids.get(0),
                                "doneOn",
                                round.today().minusDays(2).toString()),
                "report", "三户已清退。",
                "proofs",
                        Map.of(
                                "evidence",
                                List.of(evidence(
                                        photo,
                                        "PHOTO_AFTER",
                                        round.today().minusDays(2).toString()))));
        assertThat(post(
                        "village1",
                        "/findings/" + finding + "/measures",
                        Map.of("measure", Map.of("measureId", ids.get(0)), "proofs", Map.of())))
                .contains("422", "请上传佐证材料");
        assertThat(post("leader1", "/findings/" + finding + "/measures", entry)).contains("422", "不是这个问题的责任人员");
        assertThat(post("person2", "/findings/" + finding + "/measures", entry)).contains("404");
        assertThat(post("village1", "/findings/" + finding + "/measures", entry))
                .contains("204");
        assertThat(post("village1", "/findings/" + finding + "/measures", entry))
                .contains("422", "已报告完成");
        // The village's contact may enter the next one, naming who did it, and never reviews or verifies the finding.
        var second = new HashMap<String, Object>(
                Map.of("measure", Map.of("measureId", ids.get(1)), "proofs", Map.of("documentNumber", "清委〔演示〕密2号")));
        assertThat(post("person1", "/findings/" + finding + "/measures", second))
                .contains("422", "代何人填报");
        second.put("filledInFor", "张三");
        assertThat(post("person1", "/findings/" + finding + "/measures", second))
                .contains("204");

        var proofs = get("village1", "/findings/" + finding + "/proofs");
        assertThat(proofs.path("planned").findValuesAsText("done")).containsExactly("true", "true", "false");
        assertThat(proofs.at("/draft/measures").findValuesAsText("text")).containsExactly("修订管理办法");
        assertThat(proofs.path("reports").findValuesAsText("doneOn"))
                .containsExactly(
                        round.today().minusDays(2).toString(), round.today().toString());
        doors.complete(Door.WEB_SUBMIT_FORM, p("village1"), task, result(Map.of("measures", List.of())));
        assertThat(jdbc.sql("select measures_done::text from rectification.finding where id = ?")
                        .param(finding)
                        .query(String.class)
                        .single())
                .contains("完成清退", "公示结果")
                .doesNotContain("修订管理办法");
        assertThat(post(
                        "village1",
                        "/findings/" + finding + "/measures",
                        Map.of("measure", Map.of("measureId", ids.get(2)), "proofs", Map.of("documentNumber", "密3号"))))
                .contains("422", "不能报告措施");
    }

    @Test
    void wrongReportIsWithdrawnWithAReasonAndCountsNoMore() {
        var finding = round.ofVillage(1);
        plan(finding, "village1", "NOW 完成清退");
        var id = planned(finding).get(0);
        assertThat(measure("village1", finding, Map.of("measureId", id), List.of()))
                .contains("204");
        var report = jdbc.sql("select id from rectification.measure_report where finding_id = ?")
                .param(finding)
                .query(String.class)
                .single();
        var path = "/findings/" + finding + "/measures/" + report + "/withdrawal";
        assertThat(post("village1", path, Map.of())).contains("422");
        assertThat(post("leader1", path, Map.of("reason", "填错"))).contains("422");
        assertThat(post("village1", path, Map.of("reason", "填错了措施"))).contains("204");
        assertThat(post("village1", path, Map.of("reason", "填错了措施"))).contains("422", "已撤回");
        doors.refuse(
                p("village1"),
                doors.task(finding, WORK),
                result(Map.of("measures", List.of())),
                "请至少填写一项已完成的整改措施。",
                "measures");
    }

    @Test
    @Feature(61)
    @Clause("S28")
    void totalsEqualTheSumOfAcceptedMeasuresNotClaimedOnes() throws Exception {
        for (int number = 1; number <= 2; number++) {
            var voucher = uploads.file(p("village1"), "回单.pdf", Papers.pdf("回单", "n" + number));
            doors.complete(
                    Door.LIST,
                    p("village1"),
                    doors.task(round.ofVillage(number), WORK),
                    result(Map.of(
                            "claims",
                            List.of(
                                    claim("MONEY_RECOVERED", number + "000.50", "追回租金", voucher),
                                    claim("SYSTEM_MADE", "1", "管理办法", voucher)))));
        }
        round.technicalStepsAreDone();
        assertThat(figures()).containsExactly("SYSTEM_MADE 0 2", "MONEY_RECOVERED 0 3001");
        accepted(round.ofVillage(1));
        assertThat(figures()).containsExactly("SYSTEM_MADE 1 1", "MONEY_RECOVERED 1000.5 2000.5");
        // The second comes back: neither accepted nor claimed any more.
        reviewed(round.ofVillage(2));
        doors.complete(
                Door.LIST,
                p("discipline"),
                doors.task(round.ofVillage(2), "userTask_verifyFinding"),
                Map.of("verdict", "NOT_DONE", "reason", "回单不符。", "noSheetReason", "签名件待补。"));
        round.technicalStepsAreDone();
        assertThat(figures()).containsExactly("SYSTEM_MADE 1 0", "MONEY_RECOVERED 1000.5 0");
        var bySql = jdbc.sql(
                        """
                        select sum(c.quantity) from rectification.claim c join rectification.finding f on f.id = c.finding_id
                         where f.round_id = ? and f.verdict = 'DONE' and f.confirmed_by is not null
                           and c.kind = 'MONEY_RECOVERED'""")
                .param(round.roundId())
                .query(BigDecimal.class)
                .single();
        assertThat(outcomes.of(round.roundId(), round.town()).stream()
                        .filter(each -> each.kind() == ClaimKind.MONEY_RECOVERED)
                        .map(Outcome::accepted))
                .allSatisfy(sum -> assertThat(sum).isEqualByComparingTo(bySql));
        // Who sees no finding of the case sees no figure of it.
        assertThat(get("person4", "/outcomes?round=" + round.roundId())).isEmpty();
        assertThat(get("village1", "/outcomes?round=" + round.roundId())).hasSize(1);
    }

    private void reviewed(String finding) {
        for (var leader : List.of("leader1", "leader3")) {
            doors.complete(
                    Door.LIST,
                    p(leader),
                    doors.task(finding, "userTask_reviewResult"),
                    Map.of("answer", "AGREE", "reason", "同意"));
            round.technicalStepsAreDone();
        }
    }

    private void accepted(String finding) {
        reviewed(finding);
        doors.complete(
                Door.LIST,
                p("discipline"),
                doors.task(finding, "userTask_verifyFinding"),
                Map.of("verdict", "DONE", "reason", "已核对回单。", "noSheetReason", "签名件待补。"));
        round.technicalStepsAreDone();
        assertThat(figures()).as("not before it is confirmed").contains("MONEY_RECOVERED 0 3001");
        doors.complete(
                Door.LIST,
                "discipline",
                doors.task(finding, "userTask_confirmVerification"),
                Map.of("answer", "AGREE", "reason", "同意"));
        round.technicalStepsAreDone();
    }

    private List<String> figures() {
        try {
            var all = get("clerk", "/outcomes?round=" + round.roundId() + "&organisation=" + round.town());
            return Stream.of("SYSTEM_MADE", "MONEY_RECOVERED")
                    .map(kind -> {
                        for (var each : all.at("/0/outcomes")) {
                            if (each.path("kind").asText().equals(kind)) {
                                return kind + " " + plain(each.path("accepted")) + " " + plain(each.path("claimed"));
                            }
                        }
                        return kind + " missing";
                    })
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }

    private static Map<String, Object> claim(String kind, String quantity, String text, String files) {
        return Map.of("kind", kind, "quantity", new BigDecimal(quantity), "text", text, "files", files);
    }

    private static Map<String, Object> evidence(String files, String kind, String representsOn) {
        var row = new HashMap<String, Object>(Map.of("files", files, "kind", kind));
        row.put("representsOn", representsOn);
        return row;
    }

    private static Map<String, Object> result(Map<String, Object> more) {
        var entry = new HashMap<String, Object>(Map.of(
                "result", "已补齐审批手续并公示。",
                "measures", List.of(Map.of("text", "补齐审批手续", "kind", "NOW", "accountabilityOnly", false)),
                "documentNumber", "清委办〔演示〕3号"));
        entry.putAll(more);
        return entry;
    }

    private static Map<String, Object> proven(List<Map<String, Object>> evidence) {
        var entry = result(Map.of("evidence", evidence));
        entry.remove("documentNumber");
        return entry;
    }

    /** Each measure as {@code NOW text}, {@code NOW! text} for one that only holds to account, or {@code LASTING text}. */
    private void plan(String finding, String drafter, String... measures) {
        jdbc.sql(
                        """
                        insert into rectification.plan (round_id, organisation_id, state, divided_by, divided_at)
                        values (?, ?, 'DRAFTING', ?, now()) on conflict do nothing""")
                .params(round.roundId(), round.town(), p("clerk"))
                .update();
        jdbc.sql(
                        """
                        insert into rectification.plan_line (finding_id, round_id, organisation_id, drafter)
                        values (?, ?, ?, ?) on conflict do nothing""")
                .params(finding, round.roundId(), round.town(), p(drafter))
                .update();
        for (int i = 0; i < measures.length; i++) {
            var words = measures[i].split(" ", 2);
            jdbc.sql(
                            """
                            insert into rectification.plan_measure (id, finding_id, position, horizon, text, accountability_only)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(finding + i, finding, i, words[0].replace("!", ""), words[1], words[0].endsWith("!"))
                    .update();
        }
    }

    private List<String> planned(String finding) {
        return jdbc.sql("select id from rectification.plan_measure where finding_id = ? order by position")
                .param(finding)
                .query(String.class)
                .list();
    }

    private int tasks(String finding) {
        return jdbc.sql(
                        """
                        select count(*) from act_ru_task t join rectification.finding f on f.process_instance_id = t.proc_inst_id_
                         where f.id = ?""")
                .param(finding)
                .query(Integer.class)
                .single();
    }

    private String measure(
            String person, String finding, Map<String, Object> measure, List<Map<String, Object>> claims) {
        return post(
                person,
                "/findings/" + finding + "/measures",
                Map.of("measure", measure, "proofs", Map.of("documentNumber", "清委办〔演示〕4号", "claims", claims)));
    }

    private JsonNode finding(String person, String finding) throws Exception {
        return get(person, "/findings/" + finding);
    }

    private String p(String person) {
        return p + "-" + person;
    }

    private String login(String person) {
        return Arrays.asList("office", "discipline-supervision", "admin").contains(person) ? person : p(person);
    }

    private String post(String person, String path, Object content) {
        try {
            var answer = new Browserless(port, login(person), TestPeople.PASSWORD)
                    .at("/api", "POST", path, JSON.writeValueAsString(content));
            return answer.statusCode() + " " + answer.body();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode get(String person, String path) throws Exception {
        var answer = new Browserless(port, login(person), TestPeople.PASSWORD).at("/api", "GET", path, null);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private int status(String method, String person, String path) {
        return new Browserless(port, login(person), TestPeople.PASSWORD)
                .at("/api", method, path, null)
                .statusCode();
    }
}
