package org.rectification.plan;

import java.util.regex.Pattern;

/** What the words of a measure give away. Knows phrases, not grammar: whoever writes plainly is understood. */
final class Wording {

    private static final Pattern ACCOUNTABILITY =
            Pattern.compile("批评教育|提醒谈话|谈话提醒|诫勉|约谈|书面检查|作出检查|通报批评|警示谈话|问责|追责|处分|组织处理|扣发|扣减");
    private static final Pattern CLAUSE = Pattern.compile("[,，;；。、]|并(?!案)|同时");

    private Wording() {}

    /** Every clause is about holding somebody to account. */
    static boolean onlyHoldsToAccount(String text) {
        var clauses = CLAUSE.splitAsStream(text)
                .map(String::strip)
                .filter(clause -> !clause.isEmpty())
                .toList();
        return !clauses.isEmpty()
                && clauses.stream()
                        .allMatch(clause -> ACCOUNTABILITY.matcher(clause).find());
    }
}
