package org.rectification.privacy;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The only thing that this system holds of a clue, a petition or a case: its number in the books of whoever keeps it, such
 * as 审报〔2023〕6号 (R03). Content and people stay where the number leads.
 */
public final class ReferenceNumber {

    /** In Chinese, for every field that takes one. */
    public static final String SENTENCE = "只填文号或编号，不得填写线索内容、信访内容或人员信息。";

    private static final int LONGEST = 40;
    private static final int MOST_CHARACTERS = 16;
    private static final Pattern SHAPE =
            Pattern.compile("[\\p{IsHan}0-9A-Za-z\\[\\]〔〕()【】\\-–—_/.·#第 ]*[0-9A-Za-z\\])〕】号]");
    private static final Pattern LONG_WORDS = Pattern.compile("\\p{IsHan}{9}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private ReferenceNumber() {}

    /** Whether the text has the shape of a number: few words, at least one figure, no sentence. */
    public static boolean fits(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return plain.length() <= LONGEST
                && plain.chars().anyMatch(Character::isDigit)
                && SHAPE.matcher(plain).matches()
                && !LONG_WORDS.matcher(plain).find()
                && HAN.matcher(plain).results().count() <= MOST_CHARACTERS
                && PersonalData.in(text).isEmpty();
    }
}
