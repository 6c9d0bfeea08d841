package org.rectification.finding;

import java.time.OffsetDateTime;
import org.springframework.lang.Nullable;

/**
 * Somebody who helps the one who leads (配合责任人, S20).
 *
 * @param part what this person is to do
 * @param confirmation what was done; null while the part is open
 * @param releasedAt when the part was taken back; null while it stands
 */
public record CoOwner(
        String personId,
        String name,
        String part,
        OffsetDateTime namedAt,
        @Nullable OffsetDateTime confirmedAt,
        @Nullable String confirmation,
        @Nullable OffsetDateTime releasedAt,
        @Nullable String releaseReason) {

    /** Whether the result has to wait for this part. */
    public boolean open() {
        return confirmedAt == null && releasedAt == null;
    }
}
