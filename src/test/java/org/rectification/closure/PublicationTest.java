package org.rectification.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rectification.refusal.Refusal;

class PublicationTest {

    private static final LocalDate PASSED = LocalDate.of(2026, 6, 10);
    private static final LocalDate TODAY = PASSED.plusDays(5);

    private final Publication circulated = Publication.circulate(circular(PASSED), PASSED, TODAY);

    @Test
    void theCircularNamesItsNumberDayAndScope() {
        var nothing = new CircularEntry(" ", null, null);
        assertThat(fields(() -> Publication.circulate(nothing, PASSED, TODAY)))
                .containsExactly("number", "circulatedOn", "scope");
    }

    @Test
    void theCircularFollowsTheReviewAndIsNotAheadOfToday() {
        assertThat(fields(() -> Publication.circulate(circular(PASSED.minusDays(1)), PASSED, TODAY)))
                .containsExactly("circulatedOn");
        assertThat(fields(() -> Publication.circulate(circular(TODAY.plusDays(1)), PASSED, TODAY)))
                .containsExactly("circulatedOn");
        assertThat(Publication.circulate(circular(TODAY), PASSED, TODAY).published())
                .isFalse();
    }

    @Test
    void aReturnedTextIsProposedAgainBeforeItCanBeApproved() {
        var returned = circulated.propose("初稿").giveBack("数字与台账不一致");
        assertThat(returned.returns()).isEqualTo(1);
        assertThatThrownBy(() -> returned.approve(TODAY)).isInstanceOf(Refusal.class);

        var approved = returned.propose("修改稿").approve(TODAY);
        assertThat(approved.draft()).isEqualTo("修改稿");
        assertThat(approved.approvedOn()).isEqualTo(TODAY);
        assertThat(approved.returnReason()).isNull();
    }

    @Test
    void aReturnNeedsAReasonAndAnOpenText() {
        assertThat(fields(() -> circulated.propose("初稿").giveBack(""))).containsExactly("reason");
        assertThatThrownBy(() -> circulated.giveBack("理由")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> circulated.approve(TODAY)).isInstanceOf(Refusal.class);
    }

    @Test
    void anApprovedTextStaysAsItIs() {
        var approved = circulated.propose("审定稿").approve(TODAY);
        assertThatThrownBy(() -> approved.propose("另一稿")).hasMessageContaining("已经审定");
        assertThatThrownBy(() -> approved.giveBack("理由")).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyAnApprovedTextIsPublishedAndOnlyOnce() {
        var proposed = circulated.propose("初稿");
        assertThatThrownBy(() -> proposed.publish(place(TODAY, TODAY), TODAY)).hasMessageContaining("尚未经巡察办审定");

        var published = proposed.approve(TODAY).publish(place(TODAY, TODAY), TODAY);
        assertThat(published.published()).isTrue();
        assertThatThrownBy(() -> published.publish(place(TODAY, TODAY), TODAY)).hasMessageContaining("已经公开");
    }

    @Test
    void thePublicationNeverBeginsBeforeTheApprovalNorEndsBeforeItBegins() {
        var approved = circulated.propose("审定稿").approve(TODAY);
        assertThat(fields(() -> approved.publish(place(TODAY.minusDays(1), TODAY), TODAY)))
                .containsExactly("from");
        assertThat(fields(() -> approved.publish(place(TODAY.plusDays(1), TODAY.plusDays(9)), TODAY)))
                .containsExactly("from");
        assertThat(fields(() -> approved.publish(place(TODAY, TODAY.minusDays(1)), TODAY)))
                .containsExactly("until");
        assertThat(fields(() -> approved.publish(new PublicationEntry("", null, null), TODAY)))
                .containsExactly("where", "from", "until");
    }

    private static CircularEntry circular(LocalDate day) {
        return new CircularEntry("溪巡整〔2026〕3号", day, "镇村干部");
    }

    private static PublicationEntry place(LocalDate from, LocalDate until) {
        return new PublicationEntry("镇公开栏", from, until);
    }

    private static List<String> fields(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).violations().stream()
                .map(Refusal.Violation::field)
                .toList();
    }
}
