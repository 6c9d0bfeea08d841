package org.rectification.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectification.support.Browserless;
import org.rectification.support.Feature;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The menu offers what its reader may open, and leaves out what they may not. */
@RectificationTest
@Feature(58)
class MenuIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What each page of an administrator reads first. */
    private static final Map<String, String> READS =
            Map.of("people.html", "/people", "calendar.html", "/calendar", "profiles.html", "/profiles");

    @LocalServerPort
    private int port;

    @Test
    void anAdministratorHasASmallMenuOfWhatAdministratorsMaintainAndEachPageOpens() throws Exception {
        var menu = menu("admin");
        assertThat(menu.path("pages").findValuesAsText("label")).containsExactly("人员和分工", "工作日历", "期限口径");
        for (var page : paths("admin")) {
            assertThat(status("admin", READS.get(page))).as(page).isEqualTo(200);
            assertThat(new Browserless(port, "admin", TestPeople.PASSWORD)
                            .at("/camunda", "GET", "/lists/" + page, null)
                            .statusCode())
                    .as(page)
                    .isEqualTo(200);
        }
        assertThat(JSON.readTree(new Browserless(port, "admin", TestPeople.PASSWORD)
                                .at("/api", "GET", "/worklist", null)
                                .body())
                        .path("lists"))
                .as("nothing of any case is an administrator's")
                .isEmpty();
    }

    @Test
    void theInspectionOfficeReadsWhatChangedAmongPeopleAndChangesNothingThere() throws Exception {
        assertThat(paths("office")).contains("people.html", "calendar.html", "profiles.html");
        assertThat(status("office", "/people/trail")).isEqualTo(200);
        assertThat(status("office", "/people")).isEqualTo(403);
        assertThat(status("office", "/people/register.xlsx")).isEqualTo(403);
        for (var person : List.of("qx-secretary", "qx-clerk", "qx-village1", "team", "cadre")) {
            assertThat(paths(person)).as(person).isNotEmpty().doesNotContain("people.html");
            assertThat(status(person, "/people")).as(person).isEqualTo(403);
        }
    }

    private JsonNode menu(String person) throws Exception {
        return JSON.readTree(new Browserless(port, person, TestPeople.PASSWORD)
                .at("/api", "GET", "/pages", null)
                .body());
    }

    private List<String> paths(String person) throws Exception {
        return new ArrayList<>(menu(person).path("pages").findValuesAsText("path"));
    }

    private int status(String person, String path) {
        return new Browserless(port, person, TestPeople.PASSWORD)
                .at("/api", "GET", path, null)
                .statusCode();
    }
}
