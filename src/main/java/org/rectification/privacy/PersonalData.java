package org.rectification.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/**
 * Finds personal data in texts: identity numbers of citizens (18 digits with a valid date and check digit), mobile
 * numbers, and who reported or petitioned. The numbers themselves are never part of an answer. The page beside this class
 * that warns while typing, {@code personal-data.js}, follows the same rules.
 */
public final class PersonalData {

    /** What was found. */
    public enum Kind {
        IDENTITY_NUMBER("公民身份证号码"),
        MOBILE_NUMBER("手机号码"),
        /** R03: a clue or petition is a reference number and an outcome here, never a person. */
        PETITIONER("信访举报人身份");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param field path below the entry, such as {@code measures[0].text} */
    public record Hit(String field, Kind kind) {}

    // People write the groups of a number apart, with spaces or hyphens.
    private static final Pattern IDENTITY =
            Pattern.compile("(?<![0-9A-Za-z])([1-9]\\d{5})[ -]?(\\d{8})[ -]?(\\d{3}[\\dXx])(?![0-9A-Za-z])");
    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9A-Za-z])(?:\\+?86[ -]?)?1[3-9]\\d(?:[ -]?\\d{4}){2}(?![0-9A-Za-z])");
    private static final Pattern PETITIONER =
            Pattern.compile("(?:举报|信访|上访|来访|来信|控告|检举|申诉|反映)人(?:员)?(?:姓名|身份|为)?\\s*[::]\\s*\\p{IsHan}{2,4}");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    private PersonalData() {}

    /** Every kind of personal data in one text. */
    public static Set<Kind> in(@Nullable String text) {
        var kinds = EnumSet.noneOf(Kind.class);
        if (text == null || text.isEmpty()) {
            return kinds;
        }
        // Full-width digits are digits.
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (IDENTITY.matcher(plain)
                .results()
                .anyMatch(found -> isIdentityNumber(found.group(1) + found.group(2) + found.group(3)))) {
            kinds.add(Kind.IDENTITY_NUMBER);
        }
        if (MOBILE.matcher(plain).find()) {
            kinds.add(Kind.MOBILE_NUMBER);
        }
        if (PETITIONER.matcher(plain).find()) {
            kinds.add(Kind.PETITIONER);
        }
        return kinds;
    }

    /** Every text of an entry, with the path of its field. */
    public static List<Hit> in(JsonNode entry) {
        var hits = new ArrayList<Hit>();
        collect("", entry, hits);
        return hits;
    }

    private static void collect(String path, JsonNode node, List<Hit> hits) {
        if (node.isTextual()) {
            in(node.textValue()).forEach(kind -> hits.add(new Hit(path, kind)));
        }
        node.fields()
                .forEachRemaining(field ->
                        collect(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), hits));
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect(path + "[" + index + "]", node.get(index), hits);
            }
        }
    }

    /** ISO 7064, MOD 11-2, and a day of birth that exists. */
    private static boolean isIdentityNumber(String number) {
        int sum = 0;
        for (int index = 0; index < WEIGHTS.length; index++) {
            sum += WEIGHTS[index] * (number.charAt(index) - '0');
        }
        return CHECK_DIGITS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17))
                && isDay(number.substring(6, 14));
    }

    private static boolean isDay(String digits) {
        int year = Integer.parseInt(digits.substring(0, 4));
        try {
            LocalDate.of(year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6)));
            return year >= FIRST_YEAR && year <= LAST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
