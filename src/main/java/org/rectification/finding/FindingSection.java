package org.rectification.finding;

import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;

/**
 * A part of a finding's page. Every bean of this type is shown there, in the order of {@link
 * org.springframework.core.annotation.Order}, so that a room can add what it knows about a finding without the page
 * knowing the room.
 */
public interface FindingSection {

    /**
     * What there is to show; empty where nothing is. That the viewer may see the finding has been checked already.
     *
     * @param viewer login of who reads
     */
    Optional<Section> of(String findingId, String viewer);

    /** @param key stable name, used as an anchor; title and columns are what people read */
    record Section(String key, String title, List<String> columns, List<List<Cell>> rows) {}

    /** @param link address on this server that the text leads to, null: plain text */
    record Cell(@Nullable String text, @Nullable String link) {

        public static Cell of(@Nullable String text) {
            return new Cell(text, null);
        }
    }
}
