package org.rectification.period;

import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.rectification.period.ProgressReport.Similarity;

/**
 * Whether a report says nothing new (S14, row 26). Compared are letters and figures alone: white space, punctuation, dates
 * and the report's own number differ in every copy.
 */
final class ReportSimilarity {

    /** From here on a reader is told: a local default. */
    static final int TOLD_FROM = 90;

    private static final int ALL = 100;
    private static final Pattern DATES = Pattern.compile(
            "(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日)?|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|第\\d+期|\\d{1,2}[:：]\\d{2}|\\d{1,2}时\\d{1,2}分");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ReportSimilarity() {}

    /** Empty when the text says something new. */
    static Optional<Similarity> between(ProgressReport earlier, String content) {
        var percent = earlier.content() == null ? OptionalInt.empty() : percent(earlier.content(), content);
        return percent.isPresent()
                ? Optional.of(new Similarity(earlier.number(), percent.getAsInt()))
                : Optional.empty();
    }

    /** Share of the longer text that is the same, in whole percent, rounded down; empty below {@link #TOLD_FROM}. */
    static OptionalInt percent(String earlier, String later) {
        var one = plain(earlier);
        var other = plain(later);
        int longest = Math.max(one.length(), other.length());
        if (longest == 0) {
            return OptionalInt.of(ALL);
        }
        // With a limit the comparison looks at a narrow band only, so that long reports take no noticeable time.
        int limit = longest * (ALL - TOLD_FROM) / ALL;
        int distance = new LevenshteinDistance(limit).apply(one, other);
        return distance < 0 ? OptionalInt.empty() : OptionalInt.of(ALL - (distance * ALL + longest - 1) / longest);
    }

    private static String plain(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return SIGNS.matcher(DATES.matcher(normal).replaceAll("")).replaceAll("");
    }
}
