package org.rectification.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.rectification.sample.Draw.Candidate;

/** Whatever was struck off in whichever villages: a tenth at least, one of each village, twice as many where pin-pointed. */
class DrawTest {

    record Village(int ordinary, int always, boolean pinPoint) {}

    @Provide
    Arbitrary<List<Village>> villages() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 45),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(true, false))
                .as(Village::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> seeds() {
        return Arbitraries.longs().map(number -> "%016x".formatted(number));
    }

    @Property(tries = 500)
    void everyVillageIsRepresentedByATenthAtLeastAndTwiceWherePinPointed(
            @ForAll("villages") List<Village> villages, @ForAll("seeds") String seed) {
        var candidates = candidates(villages);
        var drawn = Draw.of(seed, candidates);

        assertThat(drawn)
                .containsAll(candidates.stream()
                        .filter(Candidate::always)
                        .map(Candidate::findingId)
                        .toList());
        for (int village = 0; village < villages.size(); village++) {
            var told = villages.get(village);
            var name = "v" + village;
            var mine = candidates.stream()
                    .filter(each -> each.village().equals(name) && !each.always())
                    .map(Candidate::findingId)
                    .collect(Collectors.toSet());
            var mineDrawn = mine.stream().filter(drawn::contains).count();
            var share = told.pinPoint() ? 2 : 1;
            assertThat(mineDrawn * 10)
                    .as(name + " a tenth")
                    .isGreaterThanOrEqualTo(Math.min(mine.size() * 10L, (long) share * mine.size()));
            assertThat(mineDrawn)
                    .as(name + " at least one, two where pin-pointed")
                    .isGreaterThanOrEqualTo(Math.min(mine.size(), share));
            assertThat(mineDrawn)
                    .as(name + " no more than needed")
                    .isLessThanOrEqualTo((long) share * (mine.size() / 10 + 1));
        }
    }

    @Property(tries = 200)
    void theSameSeedDrawsTheSameInWhateverOrderTheLedgerIsRead(
            @ForAll("villages") List<Village> villages, @ForAll("seeds") String seed) {
        var candidates = candidates(villages);
        var shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(Draw.of(seed, shuffled)).containsExactlyInAnyOrderElementsOf(Draw.of(seed, candidates));
    }

    @Test
    void anotherSeedDrawsOthersAndTheHashIsTheOneOfAnyTool() {
        var candidates = candidates(List.of(new Village(40, 0, false)));
        assertThat(Draw.of("0000000000000001", candidates)).isNotEqualTo(Draw.of("0000000000000002", candidates));
        // printf '0000000000000001:v0/3' | sha256sum
        assertThat(Draw.hash("0000000000000001", "v0/3"))
                .isEqualTo("6741009411ed289754b14573960de949d52ae252982eebe31d60d33eb65aae19");
    }

    private static List<Candidate> candidates(List<Village> villages) {
        var all = new ArrayList<Candidate>();
        for (int village = 0; village < villages.size(); village++) {
            var told = villages.get(village);
            for (int number = 1; number <= told.ordinary() + told.always(); number++) {
                var key = "v" + village + "/" + number;
                all.add(new Candidate(
                        "id-" + key,
                        key,
                        "v" + village,
                        number <= told.ordinary() ? "TEN_PERCENT" : "ALL",
                        told.pinPoint()));
            }
        }
        return all;
    }
}
