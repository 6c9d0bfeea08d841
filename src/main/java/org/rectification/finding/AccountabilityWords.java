package org.rectification.finding;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the words of a measure give away about itself: that it does nothing but hold somebody to account, which never takes
 * the place of rectifying at one's own level (S15). One reading for what a plan promises and for what is reported as done.
 */
public final class AccountabilityWords {

    private static final Pattern ACCOUNTABILITY =
            Pattern.compile("批评教育|提醒谈话|谈话提醒|诫勉|约谈|书面检查|作出检查|通报批评|警示谈话|问责|追责|处分|组织处理|扣发|扣减");
    private static final Pattern CLAUSE = Pattern.compile("[,，;；。、\\s]|并(?!案)|同时");

    private AccountabilityWords() {}

    /** Every clause is about holding somebody to account. */
    public static boolean only(String text) {
        return clauses(text).findAny().isPresent()
                && clauses(text)
                        .allMatch(clause -> ACCOUNTABILITY.matcher(clause).find());
    }

    /** The parts of a sentence that each say something, blanks at both ends gone. */
    public static Stream<String> clauses(String text) {
        return CLAUSE.splitAsStream(text).map(String::strip).filter(clause -> !clause.isEmpty());
    }
}
