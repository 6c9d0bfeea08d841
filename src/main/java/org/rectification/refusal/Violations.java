package org.rectification.refusal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.lang.Nullable;

/** Collects everything that is wrong with what a person typed, so that all of it is said at once. */
public final class Violations {

    private final List<Refusal.Violation> found = new ArrayList<>();

    /** Refuses unless the condition holds. */
    public Violations require(boolean condition, String field, String message) {
        if (!condition) {
            found.add(new Refusal.Violation(field, message));
        }
        return this;
    }

    /** Refuses a text that is blank, longer than {@code longest} characters, or not storable. */
    public Violations requireText(@Nullable String text, String field, String label, int longest) {
        if (text == null || text.isBlank()) {
            return require(false, field, "请填写" + label + "。");
        }
        return require(text.length() <= longest, field, label + "不得超过" + longest + "个字。")
                .require(text.codePoints().allMatch(Violations::storable), field, label + "含有不允许的字符，请删除后重试。");
    }

    /** As {@link #requireText}, for a text that may be left out. */
    public Violations optionalText(@Nullable String text, String field, String label, int longest) {
        return text == null || text.isBlank() ? this : requireText(text, field, label, longest);
    }

    /** The database takes no NUL and no half of a surrogate pair; other control characters are never meant. */
    private static boolean storable(int c) {
        return c == '\n'
                || c == '\r'
                || c == '\t'
                || !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }

    /** @throws Refusal with everything found so far */
    public void refuseAny() {
        Refusal.ifAny(found);
    }
}
