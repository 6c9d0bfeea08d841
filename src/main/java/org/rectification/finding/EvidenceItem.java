package org.rectification.finding;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.rectification.file.FileCard;
import org.springframework.lang.Nullable;

/**
 * A piece of evidence of a finding.
 *
 * @param label the kind in words
 * @param representsOn the day that it shows; the upload time is the file's
 * @param file null for classified paper that was handed in offline
 * @param documentNumber number of that paper, else null
 * @param measure words of the measure that it was given with, or null
 * @param givenBy name
 * @param alsoAt other findings of the organisation where a file of the same content was given
 */
public record EvidenceItem(
        String id,
        EvidenceKind kind,
        String label,
        LocalDate representsOn,
        @Nullable FileCard file,
        @Nullable String documentNumber,
        @Nullable String measure,
        String givenBy,
        OffsetDateTime givenAt,
        List<String> alsoAt) {

    public EvidenceItem {
        alsoAt = List.copyOf(alsoAt);
    }
}
