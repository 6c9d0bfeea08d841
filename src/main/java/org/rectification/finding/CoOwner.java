package org.rectification.finding;

import java.time.OffsetDateTime;
import org.springframework.lang.Nullable;

/**
 * Somebody who helps the one who leads (配合责任人, S20).
 *
 * @param part what this person is to do
 * @param confirmedBy who confirmed it in this person's place; null: the person, or nobody yet
 * @param confirmation what was done; null while the part is open
 * @param releasedAt when the part was taken back; null while it stands
 */
public record CoOwner(
        String personId,
        String name,
        String part,
        OffsetDateTime namedAt,
        @Nullable OffsetDateTime confirmedAt,
        @Nullable String confirmedBy,
        @Nullable String confirmation,
        @Nullable OffsetDateTime releasedAt,
        @Nullable String releaseReason) {

    /** Where it stands, in words. */
    String words() {
        if (confirmedAt == null) {
            return "未确认";
        }
        return "已确认" + (confirmedBy == null ? "" : "，" + confirmedBy + "代行") + "：" + confirmation;
    }

    /** Whether the result has to wait for this part. */
    public boolean open() {
        return confirmedAt == null && releasedAt == null;
    }
}
