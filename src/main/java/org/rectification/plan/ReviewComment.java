package org.rectification.plan;

import java.util.Collection;
import java.util.List;
import org.rectification.refusal.Refusal.Violation;
import org.springframework.lang.Nullable;

/**
 * What a reviewing body says about one line.
 *
 * @param finding id of the finding that the line answers
 * @param field the field meant; null: the line as a whole
 */
public record ReviewComment(@Nullable String finding, @Nullable LineField field, @Nullable String text) {

    private static final int LONGEST = 4_000;

    /** @param at where it stands in the entry, such as {@code comments[0].} */
    void violations(String at, Collection<String> lines, List<Violation> found) {
        if (finding == null || !lines.contains(finding)) {
            found.add(new Violation(at + "finding", "请选择方案中的问题。"));
        }
        if (text == null || text.isBlank()) {
            found.add(new Violation(at + "text", "逐条意见的内容未填写。"));
        } else if (text.length() > LONGEST) {
            found.add(new Violation(at + "text", "逐条意见不得超过" + LONGEST + "字。"));
        }
    }
}
