package org.rectification.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.support.Browserless;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The reference of our doors cannot fall behind them: {@code -Dopenapi.write=true} writes it anew. */
@RectificationTest
@Feature(65)
class OpenApiIT {

    private static final Path COMMITTED = Path.of("docs", "openapi.yaml");

    private static final boolean WRITE = Boolean.getBoolean("openapi.write");

    @LocalServerPort
    private int port;

    @Autowired
    private OpenApiWebMvcResource library;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping doors;

    @Test
    @DisplayName("Every door is in docs/openapi.yaml with what it is for, and nothing else is")
    void theReferenceIsWhatTheDoorsAre() throws IOException {
        var document = new OpenApiDocument(library, doors);
        assertThat(document.silent()).as("doors without a docstring").isEmpty();
        assertThat(document.rooms())
                .containsKeys(
                        "hearing",
                        "consultation",
                        "meeting",
                        "period",
                        "schedule",
                        "deadline",
                        "autosave",
                        "people",
                        "ledger");
        var written = document.asYaml();
        if (WRITE) {
            Files.writeString(COMMITTED, written);
        }
        assertThat(COMMITTED).as("write it with -Dopenapi.write=true").hasContent(written);
    }

    @Test
    @DisplayName("Whoever is logged in reads the reference at the application itself, nobody else")
    void itIsHandedOutToWhoeverIsLoggedIn() throws IOException {
        var answer = new Browserless(port, "qx-clerk", TestPeople.PASSWORD).at("/api", "GET", "/openapi.yaml", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
        if (!WRITE) {
            assertThat(answer.body()).as("as it was packaged").isEqualTo(Files.readString(COMMITTED));
        }
        assertThat(new Browserless(port, "nobody", "wrong-Password1!")
                        .at("/api", "GET", "/openapi.yaml", null)
                        .statusCode())
                .isEqualTo(401);
        // What the library itself would offer is for this test alone.
        assertThat(new Browserless(port, "office", TestPeople.PASSWORD)
                        .at("", "GET", "/v3/api-docs", null)
                        .statusCode())
                .isIn(401, 403, 404);
    }
}
