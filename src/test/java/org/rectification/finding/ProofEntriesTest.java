package org.rectification.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.support.Clause;

/** Whatever people type into rows of evidence and claims: what may not pass never does, and each mistake is named at its field. */
class ProofEntriesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 12);

    @Provide
    Arbitrary<BigDecimal> quantities() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000"), new BigDecimal("1000000000000000"))
                .ofScale(3);
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of("a", "a,b", " , a ,a, ", "", " ", ",", " ,, ");
    }

    @Property
    @Clause("S22")
    void claimPassesOnlyWithAFileAndAQuantityThatItsUnitAllows(
            @ForAll ClaimKind kind, @ForAll("quantities") BigDecimal quantity, @ForAll("files") String files) {
        var named = files.contains("a");
        var sound = quantity.signum() > 0
                && quantity.compareTo(new BigDecimal("999999999999.99")) <= 0
                && quantity.stripTrailingZeros().scale() <= (kind == ClaimKind.MONEY_RECOVERED ? 2 : 0);
        var claim = new ClaimEntry(kind, quantity, "说明", files);
        var refusal = refusal(new Proofs(null, null, List.of(claim)));
        assertThat(refusal == null).isEqualTo(named && sound);
        if (refusal != null) {
            assertThat(refusal.violations())
                    .extracting(Refusal.Violation::field)
                    .allMatch(field ->
                            !named && field.equals("claims[0].files") || !sound && field.equals("claims[0].quantity"));
        }
    }

    @Property
    @Clause("S30")
    void evidenceNeverShowsADayThatHasNotCome(
            @ForAll EvidenceKind kind, @ForAll("files") String files, @ForAll("days") LocalDate day) {
        var refusal = refusal(new Proofs(List.of(new EvidenceEntry(files, kind, day)), null, null));
        assertThat(refusal == null).isEqualTo(files.contains("a") && !day.isAfter(TODAY));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-400, 400).map(TODAY::plusDays);
    }

    @Property
    void rowThatNobodyFilledInIsDroppedWhereverItStands(@ForAll("blanks") List<EvidenceEntry> blanks) {
        var proofs = new Proofs(blanks, " ", List.of(new ClaimEntry(null, null, " ", ",")));
        assertThat(proofs.prove()).isFalse();
        assertThat(refusal(proofs)).isNull();
    }

    @Provide
    Arbitrary<List<EvidenceEntry>> blanks() {
        return Arbitraries.of(EvidenceKind.values())
                .injectNull(0.5)
                .map(kind -> new EvidenceEntry(" , ", kind, null))
                .list()
                .ofMaxSize(5);
    }

    private static Refusal refusal(Proofs proofs) {
        var violations = new Violations();
        proofs.check(violations, TODAY);
        return catchThrowableOfType(Refusal.class, violations::refuseAny);
    }
}
