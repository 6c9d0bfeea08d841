package org.rectification.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The label files of the web applications say everything in Chinese that the vendor's files say in English. */
class LocalesTest {

    private static final String FOLDER = "/META-INF/resources/webjars/camunda/app/";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|\\{\\d*}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&\\w+;|\\{\\{[^}]*}}");
    private static final Pattern ENGLISH_PHRASE = Pattern.compile("[A-Za-z]{2,} +[a-z]{2,}");

    /** Signs, formats and names of formats; the empty ones are a plural ending and a label that is empty in English. */
    private static final Set<String> NOT_WORDS = Set.of(
            "", "<", "<=", ">", ">=", "/", "CSV", "JSON", "YYYY-MM-DDTHH:mm:ss", "YYYY-MM-DD", "HH:mm", "L", "dddd LT");

    private static final Set<String> APPLICATIONS_WITHOUT_DATES = Set.of("welcome");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void noLabelIsMissingAndNoneIsOfNoUse(String application) throws IOException {
        var english = labels(application, "en");
        assertThat(english).hasSizeGreaterThan(100);
        assertThat(labels(application, "zh-CN").keySet()).isEqualTo(english.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyLabelFillsInTheSameValues(String application) throws IOException {
        var chinese = labels(application, "zh-CN");
        labels(application, "en").forEach((key, value) -> assertThat(placeholders(chinese.get(key)))
                .as("%s %s: %s", application, key, chinese.get(key))
                .isEqualTo(placeholders(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyLabelIsChinese(String application) throws IOException {
        labels(application, "zh-CN").forEach((key, value) -> {
            if (!isNumberOf(key)) {
                assertThat(NOT_WORDS.contains(value) || CHINESE.matcher(value).find())
                        .as("%s %s: %s", application, key, value)
                        .isTrue();
            }
            assertThat(MARKUP.matcher(value).replaceAll(""))
                    .as("%s %s", application, key)
                    .doesNotContainPattern(ENGLISH_PHRASE);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void datesHaveTwelveMonthsAndSevenDays(String application) throws IOException {
        var dates = read(application, "zh-CN").path("dateLocales");
        assertThat(dates.isMissingNode()).isEqualTo(APPLICATIONS_WITHOUT_DATES.contains(application));
        if (!dates.isMissingNode()) {
            assertThat(List.of(
                            dates.path("months").size(), dates.path("weekdays").size()))
                    .containsExactly(12, 7);
        }
    }

    /** First day of the week and the like are numbers in both files. */
    private static boolean isNumberOf(String key) {
        return key.startsWith("/dateLocales/week/");
    }

    private static List<String> placeholders(String label) {
        return PLACEHOLDER
                .matcher(label)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replace(" ", ""))
                .sorted()
                .toList();
    }

    private static Map<String, String> labels(String application, String language) throws IOException {
        var labels = new TreeMap<String, String>();
        collect("", read(application, language), labels);
        return labels;
    }

    private static void collect(String path, JsonNode node, Map<String, String> labels) {
        if (node.isValueNode()) {
            labels.put(path, node.asText());
        } else if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), labels));
        } else {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), labels);
            }
        }
    }

    private static JsonNode read(String application, String language) throws IOException {
        var name = FOLDER + application + "/locales/" + language + ".json";
        try (InputStream file = LocalesTest.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return new ObjectMapper().readTree(file);
        }
    }
}
