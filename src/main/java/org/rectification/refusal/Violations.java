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

    /** Refuses a text that is blank or longer than {@code longest} characters. */
    public Violations requireText(@Nullable String text, String field, String label, int longest) {
        if (text == null || text.isBlank()) {
            return require(false, field, "请填写" + label + "。");
        }
        return require(text.length() <= longest, field, label + "不得超过" + longest + "个字。");
    }

    /** @throws Refusal with everything found so far */
    public void refuseAny() {
        Refusal.ifAny(found);
    }
}
