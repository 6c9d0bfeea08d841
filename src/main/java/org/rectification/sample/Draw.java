package org.rectification.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws from struck-off findings (R1–R4). Everything whose rule says so is drawn; of the others at least a tenth of each
 * village, at least one, twice as many where the inspection was a pin-point one. Within a village those come first whose
 * SHA-256 of {@code seed:key} is smallest: whoever has the seed and the printed ledger draws the same by hand.
 */
final class Draw {

    private static final int TENTH = 10;
    private static final int PIN_POINT = 2;

    private Draw() {}

    /**
     * A struck-off finding.
     *
     * @param key village code and number, such as {@code qx-v1/3}; unique within the case
     * @param rule ALL or TEN_PERCENT, as the decision {@code routeFinding} said
     */
    record Candidate(String findingId, String key, String village, String rule, boolean pinPoint) {

        boolean always() {
            return "ALL".equals(rule);
        }
    }

    /** Ids of those that are drawn. The order of the candidates does not matter. */
    static Set<String> of(String seed, List<Candidate> candidates) {
        var drawn = new LinkedHashSet<String>();
        candidates.stream().filter(Candidate::always).map(Candidate::findingId).forEach(drawn::add);
        candidates.stream()
                .filter(candidate -> !candidate.always())
                .collect(Collectors.groupingBy(Candidate::village))
                .values()
                .forEach(village -> village.stream()
                        .sorted(Comparator.comparing((Candidate candidate) -> hash(seed, candidate.key()))
                                .thenComparing(Candidate::key))
                        .limit(quota(village))
                        .map(Candidate::findingId)
                        .forEach(drawn::add));
        return drawn;
    }

    /** How many of a village are looked at again. */
    static int quota(List<Candidate> village) {
        var tenth = (village.size() + TENTH - 1) / TENTH;
        var pinPoint = village.stream().anyMatch(Candidate::pinPoint);
        return Math.min(village.size(), pinPoint ? PIN_POINT * tenth : tenth);
    }

    static String hash(String seed, String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((seed + ":" + key).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
