package org.rectification.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.rectification.finding.AccountabilityWords;
import org.springframework.lang.Nullable;

/**
 * One measure of a plan line.
 *
 * @param id stays the same however often the line is saved; null: a new one
 * @param dueOn its own time limit, due at 24:00 of the day; null: the line's limit. Only a lasting measure may have one
 *     after the completion date
 * @param accountabilityOnly said to do nothing but hold subordinates to account (S15); left out: no
 * @param commonId of the common problem whose measure this is, which changes there alone (S17); null: the line's own
 */
public record Measure(
        @Nullable String id,
        Horizon horizon,
        String text,
        @Nullable LocalDate dueOn,
        Boolean accountabilityOnly,
        @Nullable String commonId) {

    public Measure {
        accountabilityOnly = Boolean.TRUE.equals(accountabilityOnly);
    }

    /** A new measure. */
    public Measure(Horizon horizon, String text, @Nullable LocalDate dueOn) {
        this(null, horizon, text, dueOn, false, null);
    }

    /**
     * The given measures with the identities of those before: one that was sent without its id, as from a sheet, is known
     * by its words. An id that the line does not have makes a new measure; a common measure stays,
     * sent or not.
     */
    static List<Measure> keepingIdentity(List<Measure> before, List<Measure> given) {
        var left = new ArrayList<>(before);
        var known = new Measure[given.size()];
        claim(left, given, known, (former, measure) -> former.id().equals(measure.id()));
        claim(
                left,
                given,
                known,
                (former, measure) -> measure.id() == null
                        && former.horizon() == measure.horizon()
                        && former.text().equals(measure.text()));
        var result = new ArrayList<Measure>();
        for (var i = 0; i < known.length; i++) {
            result.add(given.get(i).as(known[i]));
        }
        left.stream().filter(former -> former.commonId() != null).forEach(result::add);
        return result;
    }

    private static void claim(
            List<Measure> left, List<Measure> given, Measure[] known, BiPredicate<Measure, Measure> same) {
        for (var i = 0; i < known.length; i++) {
            var measure = given.get(i);
            if (known[i] == null) {
                known[i] = left.stream()
                        .filter(former -> same.test(former, measure))
                        .findFirst()
                        .orElse(null);
                left.remove(known[i]);
            }
        }
    }

    /** What it says, whichever measure it is. */
    Measure words() {
        return withId(null);
    }

    /** This one in the place of the former; null: a new one of the line's own. */
    private Measure as(@Nullable Measure former) {
        return new Measure(
                former == null ? null : former.id(),
                horizon,
                text,
                dueOn,
                accountabilityOnly,
                former == null ? null : former.commonId());
    }

    /** Whether a common measure would say something else. */
    boolean changes(Measure former) {
        return former.commonId() != null
                && former.id().equals(id)
                && !(former.text().equals(text)
                        && former.horizon() == horizon
                        && Objects.equals(former.dueOn(), dueOn));
    }

    private Measure withId(@Nullable String identity) {
        return new Measure(identity, horizon, text, dueOn, accountabilityOnly, commonId);
    }

    /** Whether it does nothing else, by its own word or by its wording. */
    boolean onlyHoldsToAccount() {
        return accountabilityOnly || text != null && AccountabilityWords.only(text);
    }
}
