package org.rectification.finding;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.rectification.file.FileCard;

/**
 * A claimed result and how it stands.
 *
 * @param label kind in words
 * @param unit what the quantity counts
 * @param claimedBy name
 */
public record Claim(
        String id,
        ClaimKind kind,
        String label,
        BigDecimal quantity,
        String unit,
        String text,
        Standing standing,
        String claimedBy,
        OffsetDateTime claimedAt,
        List<FileCard> files) {

    public Claim {
        files = List.copyOf(files);
    }

    /** Only what a verification accepted counts (S22). */
    public enum Standing {
        CLAIMED("申报"),
        ACCEPTED("已核验"),
        RETURNED("随结果退回"),
        WITHDRAWN("已撤回");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether it belongs to the result in hand, or to a measure that stands. */
    public boolean live() {
        return standing == Standing.CLAIMED || standing == Standing.ACCEPTED;
    }

    /** One line for a screen. */
    public String words() {
        return label + quantity.stripTrailingZeros().toPlainString() + unit + "：" + text;
    }
}
