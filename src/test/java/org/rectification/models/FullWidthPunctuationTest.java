package org.rectification.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Chinese sentences that people read have Chinese punctuation, whoever wrote them and wherever they stand. */
class FullWidthPunctuationTest {

    private static final Pattern BESIDE_CHINESE =
            Pattern.compile("(?<=\\p{IsHan})[,;:?!()](?! ?[A-Za-z])|(?<!&[a-z]{1,6})[,;:?!()](?=\\p{IsHan})");

    /** The address of a Markdown link is no sentence. */
    private static final Pattern LINK = Pattern.compile("]\\([^)\\s]*\\)");

    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile(
            "\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])'|//[^\\n]*|/\\*[\\s\\S]*?\\*/");

    /** Patterns that recognise what people type, and lines of a file, are no sentences either. */
    private static final Pattern NO_SENTENCE = Pattern.compile("\\(\\?|\\\\\\\\[ds]|\\[|选项!|\\\\r\\\\n");

    private static final Set<String> OF_PATTERNS = Set.of(
            "AccountabilityWords.java",
            "Branches.java",
            "CellWords.java",
            "PersonalData.java",
            "Phrases.java",
            "ReferenceNumber.java",
            "ReportSimilarity.java",
            "form-words.js",
            "personal-data.js");

    @Test
    void noSentenceOfTheProgramHasHalfWidthPunctuationBesideChinese() {
        assertThat(files("src/main/java", ".java").flatMap(FullWidthPunctuationTest::inLiterals))
                .isEmpty();
    }

    @Test
    void noFormModelPageOrMessageHasHalfWidthPunctuationBesideChinese() {
        assertThat(Stream.of(
                                files("forms", ".form", ".html"),
                                files("bpmn", ".bpmn", ".dmn"),
                                files("src/main/resources", ".js", ".html", ".json", ".properties"))
                        .flatMap(each -> each)
                        .flatMap(FullWidthPunctuationTest::inLines))
                .isEmpty();
    }

    @Test
    void theSearchFindsWhatItIsFor() {
        assertThat(List.of("请填写召开日期,应在反馈之后。", "村(居)", "是否同意?", "依据:", "不得早于(2026-03-05)。"))
                .filteredOn(text -> BESIDE_CHINESE.matcher(text).find())
                .hasSize(5);
        assertThat(List.of("08:00至12:00", "填写“全部完成”，没有的填0。", "[我的清单](/camunda/lists/)中填写"))
                .noneMatch(text -> BESIDE_CHINESE
                        .matcher(LINK.matcher(text).replaceAll("]"))
                        .find());
    }

    private static Stream<String> inLiterals(Path file) {
        return LITERAL_OR_COMMENT
                .matcher(read(file))
                .results()
                .map(MatchResult::group)
                .filter(literal -> literal.startsWith("\""))
                .filter(literal -> !NO_SENTENCE.matcher(literal).find())
                .filter(literal -> BESIDE_CHINESE.matcher(literal).find())
                .map(literal -> file + ": " + literal);
    }

    private static Stream<String> inLines(Path file) {
        return read(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("//") && !line.startsWith("#") && !line.startsWith("/*"))
                .filter(line -> !line.startsWith("*") && !line.startsWith("<!--"))
                .map(line -> LINK.matcher(line).replaceAll("]"))
                .filter(line -> BESIDE_CHINESE.matcher(line).find())
                .map(line -> file + ": " + line);
    }

    private static Stream<Path> files(String folder, String... endings) {
        try (var all = Files.walk(Path.of(folder))) {
            return all
                    .filter(file -> !file.toString().contains("node_modules"))
                    .filter(file -> !OF_PATTERNS.contains(file.getFileName().toString()))
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
