package org.rectification.trail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The Chinese words for every kind of event; all views of the trail take them from here. */
public final class EventWords {

    private static final String OTHER = "其他记录";

    private static final Properties WORDS = read();

    private EventWords() {}

    /** A kind without words of its own, such as one of a later version, is some other record and never a code. */
    public static String of(String kind) {
        return WORDS.getProperty(kind, OTHER);
    }

    static boolean has(String kind) {
        return WORDS.containsKey(kind);
    }

    private static Properties read() {
        try (var stream = EventWords.class.getResourceAsStream("kinds.properties")) {
            var words = new Properties();
            words.load(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
