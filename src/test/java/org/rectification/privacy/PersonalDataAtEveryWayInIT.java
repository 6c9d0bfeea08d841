package org.rectification.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.demo.Papers;
import org.rectification.ledger.LedgerTest;
import org.rectification.ledger.LedgerTown;
import org.rectification.ledger.LedgerTown.Case;
import org.rectification.people.PeopleBook;
import org.rectification.plan.Plans;
import org.rectification.plan.sheet.FilledSheet;
import org.rectification.round.CaseKey;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.LinkedMultiValueMap;

/** Where the setting refuses personal data, none comes in beside the tasks' forms either. */
@LedgerTest
@TestPropertySource(properties = "rectification.personal-data=refuse")
class PersonalDataAtEveryWayInIT {

    private static final String MOBILE = "13812345678";

    @Autowired
    private LedgerTown town;

    @Autowired
    private Plans plans;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient jdbc;

    private Case round;

    @BeforeEach
    void divided() {
        round = town.round(1, 0);
        plans.divide("lt-clerk", new CaseKey(round.round(), LedgerTown.TOWN), List.of());
    }

    @Test
    void theNameOfAFileIsLookedAtBeforeTheFileIsStored() {
        var pdf = Papers.pdf("会议记录（演示）", "第1次党委会");
        var path = "/api/files?level=INTERNAL&organisation=" + LedgerTown.TOWN + "&round=" + round.round();
        var refused = upload("lt-clerk", path, "联系人" + MOBILE + ".pdf", pdf);
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody().path("message").asText()).isEqualTo("文件名含有手机号码，请改名后重新上传。");
        assertThat(stored()).isZero();
        assertThat(upload("lt-clerk", path, "会议记录.pdf", pdf).getStatusCode().value())
                .isEqualTo(201);
    }

    @Test
    void thePreviewOfASheetForetellsTheRefusalWithItsColumn() {
        var due = town.today().plusDays(40);
        var sheet = new FilledSheet(http.withBasicAuth("lt-clerk", TestPeople.PASSWORD)
                .getForObject("/api/plan-sheet.xlsx?round=" + round.round(), byte[].class));
        sheet.complete(1, due).set(1, "根源剖析", "李某" + MOBILE + "未落实。").set(1, "措施1内容", "联系" + MOBILE);
        var looked = upload("lt-clerk", "/api/plan-imports?round=" + round.round(), "表.xlsx", sheet.file())
                .getBody();
        assertThat(looked.at("/figures/invalid").asInt()).as(looked.toString()).isEqualTo(1);
        assertThat(looked.at("/problems/0/causes").findValuesAsText("column")).containsExactly("根源剖析", "措施1内容");
        assertThat(looked.at("/problems/0/causes/0/message").asText()).contains("手机号码");
    }

    @Test
    void aPlanLineAndAnyOtherRecordAreRefusedByTheirField() {
        var line = send(
                "/api/plan-lines/" + round.ids().get(0),
                HttpMethod.PUT,
                Map.of("goal", "退款至" + MOBILE, "measures", List.of()));
        assertThat(line.getStatusCode().value())
                .as(String.valueOf(line.getBody()))
                .isEqualTo(422);
        assertThat(line.getBody().at("/violations/0/field").asText()).isEqualTo("goal");
        var substitution = send(
                "/api/substitutions",
                HttpMethod.POST,
                Map.of(
                        "absent",
                        "lt-person2",
                        "substitute",
                        "lt-person4",
                        "startsOn",
                        town.today().toString(),
                        "endsOn",
                        town.today().plusDays(3).toString(),
                        "reason",
                        "外出，电话" + MOBILE));
        assertThat(substitution.getStatusCode().value())
                .as(String.valueOf(substitution.getBody()))
                .isEqualTo(422);
        assertThat(substitution.getBody().toString()).contains("手机号码").doesNotContain(MOBILE);
    }

    @Test
    void theListOfPeopleIsLookedAtButForTheTelephonesItAsksFor() {
        var template = http.withBasicAuth("admin", TestPeople.PASSWORD)
                .getForObject("/api/people/template.xlsx", byte[].class);
        var bad = new PeopleBook(template)
                .organisation("px-town", "石桥镇党委（演示）")
                .person("px-sec", "钱书记", "书记" + MOBILE, "px-town", null)
                .duty("px-sec", "党委书记", null, null, "2025-01-01")
                .contact("px-town", "巡察办", "市委巡察办综合科", "郑联络", MOBILE);
        var looked = upload("admin", "/api/people/preview", "people.xlsx", bad.file())
                .getBody();
        assertThat(looked.path("valid").asBoolean()).as(looked.toString()).isFalse();
        assertThat(looked.path("errors").findValuesAsText("message")).contains("含有手机号码，请删除后重新上传。");
        assertThat(looked.path("errors").findValuesAsText("column"))
                .contains("职务")
                .doesNotContain("电话");
    }

    private long stored() {
        return jdbc.sql("select count(*) from rectification.stored_file where round_id = ?")
                .param(round.round())
                .query(Long.class)
                .single();
    }

    private ResponseEntity<JsonNode> send(String path, HttpMethod method, Map<String, Object> body) {
        return http.withBasicAuth("lt-clerk", TestPeople.PASSWORD)
                .exchange(path, method, new HttpEntity<>(body), JsonNode.class);
    }

    private ResponseEntity<JsonNode> upload(String login, String path, String name, byte[] file) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return http.withBasicAuth(login, TestPeople.PASSWORD).postForEntity(path, parts, JsonNode.class);
    }
}
