package org.rectification.hearing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.deadline.Deadline;
import org.rectification.people.Role;
import org.rectification.period.CaseCalendar;
import org.rectification.period.CaseLedger;
import org.rectification.period.PersonalActs;
import org.rectification.period.StoredJson;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The joint hearings of all organisations (S35): invitation, advice, minutes, gaps. */
@Service("hearings")
public class Hearings {

    private static final int LONGEST_OUTCOME = 4_000;

    private final JdbcClient jdbc;
    private final CaseCalendar calendar;
    private final CaseLedger ledger;
    private final InspectedOrganisations organisations;
    private final PersonalActs acts;
    private final StoredJson json;
    private final Trail trail;
    private final Clock clock;

    Hearings(
            JdbcClient jdbc,
            CaseCalendar calendar,
            CaseLedger ledger,
            InspectedOrganisations organisations,
            PersonalActs acts,
            StoredJson json,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.ledger = ledger;
        this.organisations = organisations;
        this.acts = acts;
        this.json = json;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws IllegalStateException before the invitation */
    public Hearing get(CaseKey key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no hearing was called: " + key));
    }

    public Optional<Hearing> find(CaseKey key) {
        return jdbc.sql(
                        """
                        select planned_on, place, advice, advice_reason, held_on, minutes_number
                          from rectification.hearing where round_id = ? and organisation_id = ?""")
                .params(key.roundId(), key.organisationId())
                .query(Hearing.class)
                .optional();
    }

    /** The computed day of the hearing. */
    public LocalDate computedDay(CaseKey key) {
        return calendar.deadlines(key)
                .monthTwoReview()
                .map(Deadline::date)
                .orElseThrow(() -> new IllegalStateException("this profile holds no hearing: " + key));
    }

    /** The clerk invites the three bodies. */
    @Transactional
    public void invite(String actor, CaseKey key, InvitationEntry entry) {
        acts.demand(actor, Role.RECTIFICATION_OFFICE, key.organisationId());
        Hearing.checkInvitation(entry, computedDay(key), calendar.today());
        jdbc.sql(
                        """
                        insert into rectification.hearing
                            (round_id, organisation_id, planned_on, place, addressees, invited_by, invited_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.roundId(),
                        key.organisationId(),
                        entry.plannedOn(),
                        entry.place(),
                        HearingBody.names().toArray(new String[0]),
                        actor,
                        OffsetDateTime.now(clock))
                .update();
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                "HEARING_CALLED",
                Map.of("plannedOn", entry.plannedOn().toString()));
    }

    /** Keeps what the decision advised; it binds nobody. */
    @Transactional
    public void advise(CaseKey key, String advice, String reason) {
        jdbc.sql(
                        """
                        update rectification.hearing set advice = ?, advice_reason = ?
                         where round_id = ? and organisation_id = ?""")
                .params(advice, reason, key.roundId(), key.organisationId())
                .update();
    }

    /**
     * The inspection office records the hearing; with that it is held.
     *
     * @throws org.rectification.refusal.Refusal without minutes, without a body's opinion, or with a gap nobody answers
     */
    @Transactional
    public void record(String actor, CaseKey key, HearingEntry entry) {
        acts.demand(actor, Role.INSPECTION_OFFICE);
        Hearing.checkRecord(entry, calendar.feedbackOn(key), calendar.today());
        jdbc.sql(
                        """
                        update rectification.hearing
                           set held_on = ?, minutes_number = ?, opinions = ?::jsonb, figures = ?::jsonb,
                               recorded_by = ?, recorded_at = ?
                         where round_id = ? and organisation_id = ?""")
                .params(
                        entry.heldOn(),
                        entry.minutesNumber(),
                        json.write(entry.opinions()),
                        json.write(ledger.figures(key)),
                        actor,
                        OffsetDateTime.now(clock),
                        key.roundId(),
                        key.organisationId())
                .update();
        for (int index = 0; index < entry.gaps().size(); index++) {
            store(key, index + 1, entry.gaps().get(index));
        }
        organisations.reach(key, Milestone.HEARING_HELD, actor);
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                "HEARING_RECORDED",
                Map.of("minutes", entry.minutesNumber(), "gaps", entry.gaps().size()));
    }

    /** Gaps that are followed up, in the order of the minutes. */
    public List<FollowUp> followUps(CaseKey key) {
        return jdbc.sql(
                        """
                        select position, description, due_on, outcome from rectification.hearing_gap
                         where round_id = ? and organisation_id = ? and disposition = 'FOLLOW_UP' order by position""")
                .params(key.roundId(), key.organisationId())
                .query(FollowUp.class)
                .list();
    }

    /**
     * Says what became of every follow-up.
     *
     * @param outcomes by position
     * @throws org.rectification.refusal.Refusal naming each follow-up without an outcome
     */
    @Transactional
    public void settleFollowUps(CaseKey key, Map<Integer, String> outcomes) {
        var violations = new Violations();
        for (var followUp : followUps(key)) {
            violations.requireText(
                    outcomes.get(followUp.position()),
                    "followUps[" + followUp.position() + "]",
                    "集中听取提出的第" + followUp.position() + "个问题的办理情况",
                    LONGEST_OUTCOME);
        }
        violations.refuseAny();
        outcomes.forEach((position, outcome) -> jdbc.sql(
                        """
                        update rectification.hearing_gap set outcome = ?
                         where round_id = ? and organisation_id = ? and position = ? and disposition = 'FOLLOW_UP'""")
                .params(outcome, key.roundId(), key.organisationId(), position)
                .update());
    }

    private void store(CaseKey key, int position, HearingEntry.Gap gap) {
        jdbc.sql(
                        """
                        insert into rectification.hearing_gap
                            (round_id, organisation_id, position, description, disposition, due_on, reason)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.roundId(),
                        key.organisationId(),
                        position,
                        gap.description(),
                        gap.disposition(),
                        gap.followedUp() ? gap.dueOn() : null,
                        gap.followedUp() ? null : gap.reason())
                .update();
    }
}
