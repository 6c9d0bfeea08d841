package org.rectification.meeting;

import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/**
 * One line of 批评意见清单.
 *
 * @param critic who said it
 * @param content what was said
 */
public record CriticismEntry(@Nullable String critic, @Nullable String content) {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_TEXT = 2_000;

    void check() {
        new Violations()
                .requireText(critic, "critic", "提出批评意见的同志", LONGEST_NAME)
                .requireText(content, "content", "批评意见", LONGEST_TEXT)
                .refuseAny();
    }
}
