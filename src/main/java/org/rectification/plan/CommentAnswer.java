package org.rectification.plan;

import org.springframework.lang.Nullable;

/**
 * What the clerk answers to one comment (R24).
 *
 * @param id of the comment
 * @param decision null: not answered
 * @param reason why it is not adopted, or how it was met
 */
public record CommentAnswer(long id, @Nullable Decision decision, @Nullable String reason) {

    /** Whether the comment leads to a change. */
    public enum Decision {
        ADOPTED("采纳"),
        NOT_ADOPTED("未采纳");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
