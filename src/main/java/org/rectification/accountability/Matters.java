package org.rectification.accountability;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rectification.accountability.ConsiderationEntry.Choice;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.privacy.ReferenceNumber;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.trail.Trail;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people make of a suggestion. Everything but the statement is the discipline supervision's own act (S47). */
@Service
public class Matters {

    private static final int REASON = 2_000;
    private static final int PERSON = 100;
    private static final int TEXT = 4_000;
    private static final int BODY = 200;
    private static final int NUMBER = 64;

    private final SuggestionStore store;
    private final Duties duties;
    private final Trail trail;
    private final Clock clock;

    Matters(SuggestionStore store, Duties duties, Trail trail, Clock clock) {
        this.store = store;
        this.duties = duties;
        this.trail = trail;
        this.clock = clock;
    }

    public Matter get(String suggestionId) {
        return store.get(suggestionId);
    }

    /** What the organisation or the person said; the matter must be explained. */
    public StatementEntry statement(String suggestionId) {
        return store.statement(suggestionId);
    }

    /** What was referred; the matter must be referred. */
    public ReferralEntry referral(String suggestionId) {
        return store.referral(suggestionId);
    }

    /** What was decided; the matter must be concluded. */
    public OutcomeEntry outcome(String suggestionId) {
        return store.outcome(suggestionId);
    }

    /** Keeps what the decision table advises; advice only. */
    @Transactional
    public void judge(String suggestionId, Shortcoming shortcoming, Severity severity) {
        store.judged(suggestionId, shortcoming, severity);
    }

    /**
     * Takes the suggestion up or dismisses it.
     *
     * @return whether it was taken up
     * @throws Refusal for anybody else, without a choice, or for a dismissal without a reason
     */
    @Transactional
    public boolean consider(String actor, String suggestionId, ConsiderationEntry entry) {
        demandDiscipline(actor);
        if (entry.decision() == null) {
            throw Refusal.of("decision", "请选择采纳或者不采纳。");
        }
        var matter = store.lock(suggestionId);
        var takenUp = entry.decision() == Choice.TAKE_UP;
        if (!takenUp) {
            new Violations()
                    .requireText(entry.reason(), "reason", "不采纳的理由", REASON)
                    .refuseAny();
        }
        var considered = takenUp ? matter.takeUp() : matter.dismiss(entry.reason());
        store.considered(actor, considered);
        trace(actor, considered);
        return takenUp;
    }

    /**
     * The Secretary hands in the statement of the organisation or of the person concerned, in that person's words.
     *
     * @throws Refusal for anybody else, or without a text
     */
    @Transactional
    public void explain(String actor, String suggestionId, StatementEntry entry) {
        var matter = store.lock(suggestionId);
        if (!duties.exercises(actor, Role.PARTY_SECRETARY, matter.suggestion().organisationId())) {
            throw Refusal.of("书面说明须由党委书记提交，您没有这项职责。");
        }
        new Violations()
                .optionalText(entry.personConcerned(), "personConcerned", "说明人", PERSON)
                .requireText(entry.text(), "text", "情况说明", TEXT)
                .refuseAny();
        var explained = matter.explain();
        store.explained(actor, explained, entry);
        trace(actor, explained);
    }

    /** @throws Refusal for anybody but discipline supervision, before the statement, or for an incomplete entry */
    @Transactional
    public void refer(String actor, String suggestionId, ReferralEntry entry) {
        demandDiscipline(actor);
        new Violations()
                .requireText(entry.referredTo(), "referredTo", "移送单位", BODY)
                .requireText(entry.facts(), "facts", "移送事实", TEXT)
                .require(chosen(entry.basis()), "basis", "请选择移送依据。")
                .refuseAny();
        var referred = store.lock(suggestionId).refer();
        store.referred(actor, referred, entry);
        trace(actor, referred);
    }

    /**
     * Number, date and forms of what the body with the power over the cadre decided.
     *
     * @throws Refusal for anybody but discipline supervision, before the referral, or for an incomplete entry
     */
    @Transactional
    public void conclude(String actor, String suggestionId, OutcomeEntry entry) {
        demandDiscipline(actor);
        var day = entry.decidedOn();
        new Violations()
                .requireText(entry.documentNumber(), "documentNumber", "处理决定文号", NUMBER)
                .require(
                        entry.documentNumber() == null
                                || entry.documentNumber().isBlank()
                                || ReferenceNumber.fits(entry.documentNumber()),
                        "documentNumber",
                        "处理决定文号" + ReferenceNumber.SENTENCE)
                .require(day != null, "decidedOn", "请填写处理决定日期。")
                .require(day == null || !day.isAfter(LocalDate.now(clock)), "decidedOn", "处理决定日期不得晚于今天。")
                .require(chosen(entry.forms()), "forms", "请选择问责方式。")
                .require(
                        !chosen(entry.forms())
                                || !entry.forms().contains(AccountabilityForm.NONE)
                                || entry.forms().stream().distinct().count() == 1,
                        "forms",
                        "“不予问责”不能与其他问责方式同时选择。")
                .refuseAny();
        var concluded = store.lock(suggestionId).conclude();
        store.concluded(actor, concluded, entry);
        trace(actor, concluded);
    }

    private void demandDiscipline(String actor) {
        if (!duties.holds(actor, Role.DISCIPLINE_SUPERVISION)) {
            throw Refusal.of("此事项须由纪检监察室办理，您没有这项职责。");
        }
    }

    private static boolean chosen(@Nullable List<?> choices) {
        return choices != null && !choices.isEmpty() && choices.stream().allMatch(Objects::nonNull);
    }

    private void trace(String actor, Matter matter) {
        trail.organisation(
                actor,
                matter.suggestion().roundId(),
                matter.suggestion().organisationId(),
                "ACCOUNTABILITY_" + matter.state().name(),
                Map.of("suggestion", matter.id()));
    }
}
