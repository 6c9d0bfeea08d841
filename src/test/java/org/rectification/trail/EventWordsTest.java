package org.rectification.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rectification.accountability.MatterState;
import org.rectification.round.Milestone;
import org.rectification.support.Feature;

/** Nothing that the program writes into the trail is shown as a code or as some other record. */
@Feature(59)
class EventWordsTest {

    private static final Pattern CODE = Pattern.compile("\"([A-Z]{2,}(?:_[A-Z]+)*)\"");

    private static final Pattern WRITES = Pattern.compile("\\bTrail\\b|\\bFindingMoves\\b");

    /** Codes beside the writing that are answers, kinds of files, kinds of warnings or states, and never kinds of events. */
    private static final Set<String> NO_EVENTS = Set.of(
            "AGREE",
            "BATCH_MINUTES",
            "CONSULTATION_MINUTES",
            "DONE",
            "EVIDENCE",
            "FALSIFIED",
            "HEARD_BEHIND",
            "HEARING_FOLLOW_UP",
            "HEARING_MINUTES",
            "HEARING_OPINION",
            "LASTING",
            "MOSTLY_DONE",
            "NOT_DONE",
            "NOW",
            "OVER",
            "PLAN_AMENDMENT_MINUTES",
            "PLAN_MINUTES",
            "PLAN_REVIEW_PAPER",
            "RETURN",
            "RUNNING",
            "SECRETARY",
            "STUDY_MEETING",
            "THEMATIC_MEETING",
            "TOWN",
            "UPCOMING",
            "VILLAGE",
            "VISIT_SHEET");

    /** Every code that stands in a class that writes into the trail, and the two families that are put together there. */
    private static Set<String> written() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var codes = files.filter(file -> file.toString().endsWith(".java"))
                    .map(EventWordsTest::text)
                    .filter(text -> WRITES.matcher(text).find())
                    .flatMap(text -> CODE.matcher(text).results().map((MatchResult found) -> found.group(1)))
                    .filter(code -> !NO_EVENTS.contains(code))
                    .collect(Collectors.toCollection(TreeSet::new));
            Stream.of(Milestone.values()).map(Enum::name).forEach(codes::add);
            Stream.of(MatterState.values())
                    .map(state -> "ACCOUNTABILITY_" + state)
                    .forEach(codes::add);
            return codes;
        }
    }

    @Test
    void everyKindThatTheProgramCanWriteHasChineseWords() throws IOException {
        assertThat(written())
                .contains("DATES_MOVED", "PROFILE_SWITCHED", "CALENDAR_IMPORTED", "WARNED")
                .hasSizeGreaterThan(120)
                .allSatisfy(kind -> {
                    assertThat(EventWords.has(kind)).as(kind).isTrue();
                    assertThat(EventWords.of(kind)).as(kind).matches("[\\p{IsHan}（）、]{2,16}");
                });
    }

    @Test
    void whatIsUnknownIsARecordAndNoCode() {
        assertThat(EventWords.of("SOMETHING_OF_LATER")).isEqualTo("其他记录");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
