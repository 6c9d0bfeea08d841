package org.rectification.finding;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rectification.engine.InPlaceOf;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 勘误: the inspection office corrects the text of a finding before the plan is issued; the old text stays in the trail. */
@Service
public class Corrections {

    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_TEXT = 4_000;

    private final JdbcClient jdbc;
    private final FindingStore store;
    private final FindingMoves moves;
    private final Duties duties;
    private final ApplicationEventPublisher events;

    Corrections(
            JdbcClient jdbc, FindingStore store, FindingMoves moves, Duties duties, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.store = store;
        this.moves = moves;
        this.duties = duties;
        this.events = events;
    }

    /**
     * How the text should read.
     *
     * @param opinion may be empty
     */
    public record Text(@Nullable String title, @Nullable String problem, @Nullable String opinion) {}

    public boolean mayCorrect(String actor) {
        return duties.exercises(actor, Role.INSPECTION_OFFICE);
    }

    /**
     * Puts the text right, with the old one and the reason kept.
     *
     * @throws Refusal for anybody but the inspection office, once the plan is issued, without a reason, or when nothing
     *     would change
     */
    @Transactional
    public void correct(String actor, String findingId, Text text, @Nullable String reason) {
        var capacity =
                duties.capacity(actor, Role.INSPECTION_OFFICE).orElseThrow(() -> Refusal.of("问题文字的勘误只能由市委巡察办办理。"));
        var finding = store.lock(findingId);
        demandBeforeIssue(finding);
        Finding.demandReason(reason);
        new Violations()
                .requireText(text.title(), "title", "问题标题", LONGEST_TITLE)
                .requireText(text.problem(), "problem", "问题", LONGEST_TEXT)
                .optionalText(text.opinion(), "opinion", "整改意见", LONGEST_TEXT)
                .refuseAny();
        var before = new LinkedHashMap<String, String>();
        var after = new LinkedHashMap<String, String>();
        var facts = finding.facts();
        changed("title", facts.title(), text.title().strip(), before, after);
        changed("problem", facts.problem(), text.problem().strip(), before, after);
        changed(
                "opinion",
                facts.opinion(),
                text.opinion() == null ? "" : text.opinion().strip(),
                before,
                after);
        if (after.isEmpty()) {
            throw Refusal.of("problem", "文字没有变化，无需勘误。");
        }
        jdbc.sql(
                        """
                        update rectification.finding set title = ?, problem = ?, opinion = ?, version = version + 1
                         where id = ?""")
                .params(
                        after.getOrDefault("title", facts.title()),
                        after.getOrDefault("problem", facts.problem()),
                        after.getOrDefault("opinion", facts.opinion()),
                        findingId)
                .update();
        InPlaceOf.run(capacity, () -> moves.note(actor, finding, "CORRECTED", before, after, reason));
        events.publishEvent(new CardChanged(findingId));
    }

    /** Freezing a plan takes the row of every finding, so the answer holds until this transaction ends. */
    private void demandBeforeIssue(Finding finding) {
        var facts = finding.facts();
        var issued = jdbc.sql(
                        """
                        select plan_issued_at is not null from rectification.inspected_organisation
                         where round_id = ? and organisation_id = ?""")
                .params(facts.roundId(), facts.organisationId())
                .query(Boolean.class)
                .single();
        if (issued || finding.inBaseline()) {
            throw Refusal.of("整改方案已经印发，问题文字不能再作勘误。");
        }
    }

    private static void changed(
            String name, String old, String fresh, Map<String, String> before, Map<String, String> after) {
        if (!old.equals(fresh)) {
            before.put(name, old);
            after.put(name, fresh);
        }
    }
}
