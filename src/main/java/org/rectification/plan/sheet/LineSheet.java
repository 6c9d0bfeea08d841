package org.rectification.plan.sheet;

import java.util.List;
import java.util.function.Function;
import org.springframework.lang.Nullable;

/**
 * A sheet whose rows begin with what the plan says about a finding and can be read back; what follows is for reading only.
 *
 * @param <T> what a row is made of
 * @param measures the most that a row has
 * @param further columns after the shared ones
 */
public record LineSheet<T>(String name, int measures, List<Further<T>> further, Function<T, SheetLine> line) {

    /** Name of the sheet that drafters fill in. */
    static final String PLAN = "整改方案";

    /** Name of the sheet that the ledger is exported to. */
    public static final String LEDGER = "整改台账";

    /**
     * A column for reading only.
     *
     * @param name without the words that say so
     * @param width in characters
     */
    public record Further<T>(String name, int width, Function<T, String> value) {

        @Nullable String of(T row) {
            return value.apply(row);
        }
    }

    List<String> headers() {
        return Columns.headers(measures, further.stream().map(Further::name).toList());
    }
}
