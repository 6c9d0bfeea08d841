package org.rectification.closure;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.rectification.people.Role;
import org.rectification.period.PersonalActs;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How well an organisation rectified: points with reasons, and the grade that the decision table gives for them. */
@Service("evaluations")
public class Evaluations {

    private final JdbcClient jdbc;
    private final InspectedOrganisations organisations;
    private final PersonalActs acts;
    private final Trail trail;
    private final Clock clock;

    Evaluations(JdbcClient jdbc, InspectedOrganisations organisations, PersonalActs acts, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.acts = acts;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Refusal for anybody but the inspection office, before publication, a second time, or incomplete */
    @Transactional
    public void evaluate(String actor, CaseKey key, EvaluationEntry entry) {
        acts.demand(actor, Role.INSPECTION_OFFICE);
        if (!organisations.lock(key).has(Milestone.PUBLISHED)) {
            throw Refusal.of("整改情况尚未通报和公开，不能评估。");
        }
        if (find(key).isPresent()) {
            throw Refusal.of("整改成效评估已经登记，不能重复登记。");
        }
        var evaluation = Evaluation.of(actor, entry);
        jdbc.sql(
                        """
                        insert into rectification.evaluation
                            (round_id, organisation_id, score, contradictions, reasons, evaluated_by, evaluated_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.roundId(),
                        key.organisationId(),
                        evaluation.score(),
                        evaluation.contradictions(),
                        evaluation.reasons(),
                        actor,
                        OffsetDateTime.now(clock))
                .update();
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                "EVALUATION_ENTERED",
                Map.of("score", evaluation.score(), "contradictions", evaluation.contradictions()));
    }

    /** The case is evaluated: the grade stands, in the name of the person who evaluated. */
    @Transactional
    public void record(CaseKey key, Grade grade, boolean vetoed) {
        organisations.lock(key);
        var evaluation = get(key).graded(grade, vetoed);
        jdbc.sql(
                        """
                        update rectification.evaluation set grade = ?, vetoed = ?, recorded_at = ?
                         where round_id = ? and organisation_id = ?""")
                .params(grade.name(), vetoed, OffsetDateTime.now(clock), key.roundId(), key.organisationId())
                .update();
        organisations.reach(key, Milestone.EVALUATED, evaluation.evaluatedBy());
    }

    public Optional<Evaluation> find(CaseKey key) {
        return jdbc.sql("select * from rectification.evaluation where round_id = ? and organisation_id = ?")
                .params(key.roundId(), key.organisationId())
                .query((row, number) -> new Evaluation(
                        row.getInt("score"),
                        row.getInt("contradictions"),
                        row.getString("reasons"),
                        row.getString("evaluated_by"),
                        row.getString("grade") == null ? null : Grade.valueOf(row.getString("grade")),
                        row.getBoolean("vetoed")))
                .optional();
    }

    /** Points as given, for the decision table. */
    public int score(String roundId, String organisationId) {
        return get(new CaseKey(roundId, organisationId)).score();
    }

    /** Items in which the report contradicts the facts, for the decision table. */
    public int contradictions(String roundId, String organisationId) {
        return get(new CaseKey(roundId, organisationId)).contradictions();
    }

    private Evaluation get(CaseKey key) {
        return find(key).orElseThrow(() -> new IllegalStateException("nothing was evaluated yet: " + key));
    }
}
