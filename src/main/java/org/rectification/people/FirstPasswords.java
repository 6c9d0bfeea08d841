package org.rectification.people;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** First passwords: random, within the password policy, without letters that look alike on paper. */
@Component
class FirstPasswords {

    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
    private static final String DIGITS = "23456789";
    private static final String SIGNS = "!#%+=?";
    private static final int LENGTH = 14;

    private final SecureRandom random = new SecureRandom();

    String next() {
        var password = new StringBuilder();
        for (var kind : new String[] {UPPER, LOWER, DIGITS, SIGNS}) {
            password.append(oneOf(kind));
        }
        while (password.length() < LENGTH) {
            password.append(oneOf(UPPER + LOWER + DIGITS));
        }
        for (int place = LENGTH - 1; place > 0; place--) {
            int other = random.nextInt(place + 1);
            char kept = password.charAt(place);
            password.setCharAt(place, password.charAt(other));
            password.setCharAt(other, kept);
        }
        return password.toString();
    }

    private char oneOf(String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }
}
