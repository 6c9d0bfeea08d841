package org.rectification.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.rectification.support.Applications;
import org.rectification.support.EmbeddedDatabase;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.LinkedMultiValueMap;

/** An empty production database, and nobody but the administrator: the import is the door through which people come. */
class FirstPeopleIT {

    private static final String KEEPER = "keeper";
    private static final String PASSWORD = "Long-And-Own-2";

    @Test
    void theFirstPeopleOfProductionComeInThroughTheImport() {
        try (var production = Applications.start(
                EmbeddedDatabase.fresh(),
                "production",
                "rectification.admin.user=" + KEEPER,
                "rectification.admin.password=" + PASSWORD)) {
            var http = new TestRestTemplate(KEEPER, PASSWORD);
            var base =
                    "http://127.0.0.1:" + production.getEnvironment().getProperty("local.server.port") + "/api/people";
            var file = new PeopleBook(http.getForObject(base + "/template.xlsx", byte[].class))
                    .organisation("real-town", "某镇党委")
                    .person("real-office", "张主任", "巡察办副主任", null, null)
                    .person("real-sec", "王书记", "党委书记", "real-town", null)
                    .person("real-clerk", "赵干事", "整改办联络员", "real-town", null)
                    .person("real-disc", "孙书记", "纪委书记", "real-town", null)
                    .duty("real-office", "巡察办", null, null, "2025-01-01")
                    .duty("real-sec", "党委书记", null, null, "2025-01-01")
                    .duty("real-clerk", "整改办", null, null, "2025-01-01")
                    .duty("real-disc", "镇纪委", null, null, "2025-01-01")
                    .file();
            var preview = http.postForEntity(base + "/preview", form(file, null), JsonNode.class);
            assertThat(preview.getBody().path("valid").asBoolean())
                    .as(String.valueOf(preview.getBody()))
                    .isTrue();
            var saved = http.postForEntity(
                    base + "/import",
                    form(file, preview.getBody().get("fingerprint").asText()),
                    JsonNode.class);
            assertThat(saved.getStatusCode().value())
                    .as(String.valueOf(saved.getBody()))
                    .isEqualTo(200);
            assertThat(saved.getBody().get("newcomers")).hasSize(4);
            assertThat(production.getBean(Duties.class).secretary("real-town")).isEqualTo("real-sec");
            var office = new TestRestTemplate(
                    "real-office",
                    saved.getBody().get("newcomers").get(0).get("password").asText());
            assertThat(office.getForEntity(base + "/trail", String.class)
                            .getStatusCode()
                            .value())
                    .isEqualTo(200);
        }
    }

    private static LinkedMultiValueMap<String, Object> form(byte[] file, String fingerprint) {
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
        return parts;
    }
}
