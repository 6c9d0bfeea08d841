package org.rectification.plan;

import org.springframework.lang.Nullable;

/**
 * One thing in a plan that may not stand up to a look from outside. Advice, never a block: the drafter decides.
 *
 * @param findingId of the line; null where it is about the plan as a whole or about one leader
 * @param line how people speak of the line, or of whatever it is about
 * @param field as in {@link PlanLineEntry}; empty for the whole
 * @param phrase the words that gave rise to it; empty: none in particular
 * @param text one Chinese sentence that names the phrase
 */
public record Advice(@Nullable String findingId, String line, String field, Kind kind, String phrase, String text) {

    /** What a plan is tested for before it is submitted. */
    public enum Kind {
        VAGUE("表述空泛"),
        NO_QUANTITY("措施没有数量"),
        GOAL_NOT_TESTABLE("目标难以检验"),
        ONLY_PAPER("只有开会发文"),
        ONLY_ACCOUNTABILITY("只有问责"),
        SAME_TEXT("内容雷同"),
        CROWDED("时限扎堆"),
        LAST_DAY("时限压在最后一天"),
        SIMILAR_NOT_LISTED("同类问题未列自查");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
