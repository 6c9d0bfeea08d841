package org.rectification.sample;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A draw.
 *
 * @param seed 16 hexadecimal digits; with it anybody draws the same from the same population
 * @param population how many struck-off findings it was drawn from
 */
public record Sample(
        String id,
        String roundId,
        String organisationId,
        String organisationName,
        int number,
        String seed,
        String drawnByName,
        LocalDate drawnOn,
        int population,
        List<Item> items) {

    /**
     * A finding of the population.
     *
     * @param key what is hashed after the seed and a colon
     * @param hash SHA-256 of both, by which a village's findings are ordered
     * @param consequence what followed from a bad outcome
     */
    public record Item(
            String findingId,
            String place,
            String number,
            String title,
            String rule,
            boolean pinPoint,
            String key,
            String hash,
            boolean drawn,
            @Nullable String outcome,
            @Nullable String outcomeLabel,
            @Nullable String remark,
            @Nullable LocalDate lookedOn,
            @Nullable String lookedByName,
            @Nullable String consequence) {}
}
