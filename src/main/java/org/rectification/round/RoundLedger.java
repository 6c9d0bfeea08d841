package org.rectification.round;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rectification.deadline.DeadlineCalculator;
import org.rectification.deadline.Profiles;
import org.rectification.finding.FindingDates;
import org.rectification.finding.Findings;
import org.rectification.finding.NewFinding;
import org.rectification.round.intake.RoundRequest;
import org.rectification.round.intake.RoundRequest.Organisation;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a checked round into the ledger, always within the registration's transaction. */
@Component
class RoundLedger {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Findings findings;
    private final FindingDates findingDates;
    private final Profiles profiles;
    private final DeadlineCalculator calculator;
    private final Clock clock;

    RoundLedger(
            JdbcClient jdbc,
            JdbcTemplate batch,
            Findings findings,
            FindingDates findingDates,
            Profiles profiles,
            DeadlineCalculator calculator,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.findings = findings;
        this.findingDates = findingDates;
        this.profiles = profiles;
        this.calculator = calculator;
        this.clock = clock;
    }

    /**
     * Claims the round's number, batch and team. Whoever comes second waits here until the first has committed or rolled
     * back: uniqueness is the database's, never the engine's.
     *
     * @return whether the claim is ours
     */
    boolean claim(String roundId, RoundRequest round, String contentHash, String actor) {
        return jdbc.sql(
                                """
                                insert into rectification.round
                                    (id, round_number, batch, inspection_team, inspected_from, inspected_to,
                                     leading_group_heard_on, five_person_group_heard_on, profile, content_hash,
                                     registered_at, registered_by)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict on constraint round_unique do nothing""")
                        .params(
                                roundId,
                                round.roundNumber(),
                                round.batch(),
                                round.inspectionTeam(),
                                round.inspectedFrom(),
                                round.inspectedTo(),
                                round.leadingGroupHeardOn(),
                                round.fivePersonGroupHeardOn(),
                                round.profile(),
                                contentHash,
                                OffsetDateTime.now(clock),
                                actor)
                        .update()
                == 1;
    }

    /** What stands under the same number, batch and team. */
    Optional<Standing> standing(RoundRequest round) {
        return jdbc.sql(
                        """
                        select id, content_hash, process_instance_id, process_definition_id from rectification.round
                         where round_number = ? and batch = ? and inspection_team = ?""")
                .params(round.roundNumber(), round.batch(), round.inspectionTeam())
                .query((row, number) -> new Standing(
                        row.getString("id"),
                        row.getString("content_hash"),
                        row.getString("process_instance_id"),
                        row.getString("process_definition_id")))
                .optional();
    }

    /** Enters organisations, villages, opinions and findings of a round that was claimed. */
    void enter(String roundId, RoundRequest round) {
        for (int position = 0; position < round.organisations().size(); position++) {
            enter(roundId, round, round.organisations().get(position), position);
        }
    }

    void started(String roundId, String processInstanceId, String processDefinitionId) {
        jdbc.sql("update rectification.round set process_instance_id = ?, process_definition_id = ? where id = ?")
                .params(processInstanceId, processDefinitionId, roundId)
                .update();
    }

    private void enter(String roundId, RoundRequest round, Organisation organisation, int position) {
        var profile = profiles.get(round.profile());
        var deadlines = calculator.deadlinesFor(profile, organisation.feedbackOn(), organisation.completeBy(), null);
        var completeBy = deadlines.completeBy().date();
        jdbc.sql(
                        """
                        insert into rectification.inspected_organisation
                            (round_id, organisation_id, position, name, inspected_from, inspected_to, inspection_team,
                             feedback_on, complete_by, complete_by_given, feedback_number, hearing_required)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        roundId,
                        organisation.code(),
                        position,
                        organisation.name(),
                        or(organisation.inspectedFrom(), round.inspectedFrom()),
                        or(organisation.inspectedTo(), round.inspectedTo()),
                        round.inspectionTeam(),
                        organisation.feedbackOn(),
                        completeBy,
                        organisation.completeBy() != null,
                        organisation.feedbackNumber(),
                        deadlines.monthTwoReview().isPresent())
                .update();
        villages(roundId, organisation);
        opinions(roundId, organisation);
        var immediateDue = deadlines.immediateDue().date();
        var ids = findings.register(
                roundId,
                organisation.code(),
                organisation.findings().stream()
                        .map(finding -> newFinding(finding, immediateDue, completeBy))
                        .toList());
        findingDates.markComputed(IntStream.range(0, ids.size())
                .filter(at -> isComputed(organisation.findings().get(at), organisation))
                .mapToObj(ids::get)
                .toList());
    }

    private static boolean isComputed(RoundRequest.Finding finding, Organisation organisation) {
        return finding.immediate() ? finding.immediateDueOn() == null : organisation.completeBy() == null;
    }

    private void villages(String roundId, Organisation organisation) {
        var rows = new ArrayList<Object[]>();
        for (var village : organisation.villages()) {
            rows.add(new Object[] {
                roundId,
                organisation.code(),
                village.code(),
                rows.size(),
                village.name(),
                village.inspection().name()
            });
        }
        batch.batchUpdate(
                """
                insert into rectification.village (round_id, organisation_id, code, position, name, inspection)
                values (?, ?, ?, ?, ?, ?)""",
                rows);
    }

    private void opinions(String roundId, Organisation organisation) {
        var rows = new ArrayList<Object[]>();
        for (var opinion : organisation.opinions()) {
            rows.add(new Object[] {roundId, organisation.code(), opinion.number(), rows.size(), opinion.text()});
        }
        batch.batchUpdate(
                """
                insert into rectification.opinion (round_id, organisation_id, number, position, text)
                values (?, ?, ?, ?, ?)""",
                rows);
    }

    private static NewFinding newFinding(RoundRequest.Finding finding, LocalDate immediateDue, LocalDate completeBy) {
        var due = finding.immediate() ? or(finding.immediateDueOn(), immediateDue) : completeBy;
        return new NewFinding(
                finding.number(),
                finding.title(),
                finding.level().name(),
                finding.village(),
                finding.area(),
                finding.aspect(),
                finding.source().name(),
                finding.originDate(),
                finding.originNumber(),
                finding.problem(),
                finding.opinion(),
                finding.immediate(),
                finding.immediateNoticeOn(),
                finding.immediateNoticeNumber(),
                finding.keyConcern(),
                finding.special().stream().map(Enum::name).toList(),
                finding.addressee().name(),
                finding.topic().name(),
                due);
    }

    private static LocalDate or(LocalDate own, LocalDate otherwise) {
        return own == null ? otherwise : own;
    }

    /** A registered round, as far as a repeated start must know it. */
    record Standing(String roundId, String contentHash, String processInstanceId, String processDefinitionId) {}
}
