package org.rectification.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;

/** Checks what a person typed into a form, field by field, and refuses with every mistake at once. */
final class EntryRules {

    private final List<Violation> violations = new ArrayList<>();

    /** Text of 1 to {@code longest} characters without control characters. */
    EntryRules text(String field, String label, String value, int longest) {
        if (value == null || value.isBlank()) {
            violations.add(new Violation(field, "请填写" + label + "。"));
        } else {
            optionalText(field, label, value, longest);
        }
        return this;
    }

    EntryRules optionalText(String field, String label, String value, int longest) {
        if (value == null) {
            return this;
        }
        if (value.codePointCount(0, value.length()) > longest) {
            violations.add(new Violation(field, label + "最多 " + longest + " 个字。"));
        }
        if (!value.codePoints().allMatch(EntryRules::storable)) {
            violations.add(new Violation(field, label + "含有不允许的字符，请删除后重试。"));
        }
        return this;
    }

    /** A day from {@code earliest} to {@code latest}. */
    EntryRules day(String field, String label, LocalDate value, LocalDate earliest, String why, LocalDate latest) {
        if (value == null) {
            violations.add(new Violation(field, "请填写" + label + "。"));
        } else if (value.isBefore(earliest)) {
            violations.add(new Violation(field, label + "不得早于" + why + "（" + earliest + "）。"));
        } else if (value.isAfter(latest)) {
            violations.add(new Violation(field, label + "不得晚于今天（" + latest + "）。"));
        }
        return this;
    }

    EntryRules that(boolean holds, String field, String sentence) {
        if (!holds) {
            violations.add(new Violation(field, sentence));
        }
        return this;
    }

    /** @throws Refusal with every mistake that was found */
    void demand() {
        Refusal.ifAny(violations);
    }

    private static boolean storable(int c) {
        return c == '\n'
                || c == '\r'
                || c == '\t'
                || !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }
}
