package org.rectification.finding;

import java.math.BigDecimal;
import org.rectification.file.FileIds;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/**
 * A claimed result, as people hand it in.
 *
 * @param quantity in the kind's unit; money in yuan with at most two decimals
 * @param text what exactly: the rule's name, the payer, the case number
 * @param files ids of the files that prove it, joined by commas: none, no claim (row 22)
 */
public record ClaimEntry(
        @Nullable ClaimKind kind, @Nullable BigDecimal quantity, @Nullable String text, @Nullable String files) {

    private static final BigDecimal MOST = new BigDecimal("999999999999.99");
    private static final int LONGEST_TEXT = 500;

    /** A row that nobody filled in, as a form sends it. */
    boolean blank() {
        return kind == null
                && quantity == null
                && (text == null || text.isBlank())
                && FileIds.parse(files).isEmpty();
    }

    void check(Violations violations, String path) {
        violations
                .require(kind != null, path + ".kind", "请选择整改成效的类别。")
                .require(positive(), path + ".quantity", "整改成效的数量须大于0，没有的不填。")
                .require(!positive() || exact(), path + ".quantity", "整改成效的数量须为整数，资金最多保留两位小数。")
                .requireText(text, path + ".text", "整改成效的说明", LONGEST_TEXT)
                .require(!FileIds.parse(files).isEmpty(), path + ".files", missing());
    }

    private boolean positive() {
        return quantity != null && quantity.signum() > 0 && quantity.compareTo(MOST) <= 0;
    }

    private boolean exact() {
        return quantity.stripTrailingZeros().scale() <= (kind == null || kind.counted() ? 0 : 2);
    }

    private String missing() {
        return kind == ClaimKind.MONEY_RECOVERED ? "报告挽回资金的，必须上传凭证，没有凭证不予认定。" : "报告整改成效的，必须上传佐证文件，没有文件不予认定。";
    }
}
