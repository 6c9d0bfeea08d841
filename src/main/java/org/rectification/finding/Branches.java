package org.rectification.finding;

import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/** Which branch or office a person works for, read from the office that they hold: 财政所所长 works for 财政所. */
final class Branches {

    private static final Pattern FURTHER_OFFICES = Pattern.compile("[、，,;；（(].*$");
    private static final Pattern TITLE =
            Pattern.compile("(?:常务|第一)?副?(?:主任|所长|站长|科长|股长|队长|局长|院长|组长|书记|委员|干事|干部|办事员|科员|联络员|负责人|部长|专干|会计)$");
    private static final Pattern UNIT = Pattern.compile("(?:办|办公室|所|站|中心|室|局|队|院|科|股|支部|组|部|协会|妇联|工会)$");

    private Branches() {}

    /** @param otherwise what stands where the office names no branch, such as the organisation itself */
    static String ofOffice(@Nullable String office, String otherwise) {
        if (office == null) {
            return otherwise;
        }
        var branch =
                TITLE.matcher(FURTHER_OFFICES.matcher(office).replaceFirst("")).replaceFirst("");
        return UNIT.matcher(branch).find() ? branch : otherwise;
    }
}
