package org.rectification.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;

/** Ids of files as a form's text field carries them: one, or several joined by commas. */
public final class FileIds {

    private FileIds() {}

    /** Each id once, in the order given. */
    public static List<String> parse(@Nullable String field) {
        return field == null
                ? List.of()
                : Arrays.stream(field.split(","))
                        .map(String::trim)
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toList();
    }

    /** The one id of a field that takes one file; the last one where several were sent. */
    public static Optional<String> one(@Nullable String field) {
        var ids = parse(field);
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(ids.size() - 1));
    }
}
