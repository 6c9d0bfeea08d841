package org.rectification.hearing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rectification.people.Role;
import org.rectification.period.CaseCalendar;
import org.rectification.period.CaseLedger;
import org.rectification.period.PersonalActs;
import org.rectification.period.StoredJson;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The joint hearings of all organisations (S35): invitation, minutes, conclusion, gaps. */
@Service("hearings")
public class Hearings {

    private static final int LONGEST_OUTCOME = 4_000;

    private final JdbcClient jdbc;
    private final CaseCalendar calendar;
    private final CaseLedger ledger;
    private final InspectedOrganisations organisations;
    private final HearingDays days;
    private final HearingOpinions opinions;
    private final FollowUps followUps;
    private final CaseFiles files;
    private final PersonalActs acts;
    private final StoredJson json;
    private final Trail trail;
    private final Clock clock;

    Hearings(
            JdbcClient jdbc,
            CaseCalendar calendar,
            CaseLedger ledger,
            InspectedOrganisations organisations,
            HearingDays days,
            HearingOpinions opinions,
            FollowUps followUps,
            CaseFiles files,
            PersonalActs acts,
            StoredJson json,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.ledger = ledger;
        this.organisations = organisations;
        this.days = days;
        this.opinions = opinions;
        this.followUps = followUps;
        this.files = files;
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
                        select planned_on, place, held_on, minutes_number, conclusion
                          from rectification.hearing where round_id = ? and organisation_id = ?""")
                .params(key.roundId(), key.organisationId())
                .query(Hearing.class)
                .optional();
    }

    /** The computed day of the hearing. */
    public LocalDate computedDay(CaseKey key) {
        return days.computed(key);
    }

    /** The clerk invites the three bodies. */
    @Transactional
    public void invite(String actor, CaseKey key, InvitationEntry entry) {
        acts.demand(actor, Role.RECTIFICATION_OFFICE, key.organisationId());
        var expected = days.proposed(key);
        Hearing.checkInvitation(entry, expected, days.window(key));
        jdbc.sql(
                        """
                        insert into rectification.hearing
                            (round_id, organisation_id, planned_on, place, addressees, invited_by, invited_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(key.roundId(), key.organisationId(), entry.plannedOn(), entry.place())
                .params(HearingBody.names().toArray(new String[0]), actor, OffsetDateTime.now(clock))
                .update();
        var moved = !expected.equals(entry.plannedOn());
        days.set(actor, key, entry.plannedOn(), moved ? expected : null, moved ? entry.reason() : null, entry.place());
    }

    /**
     * The inspection office records the hearing; with that it is held.
     *
     * @throws Refusal before each body has spoken, without minutes or conclusion, or with a gap nobody answers
     */
    @Transactional
    public void record(String actor, CaseKey key, HearingEntry entry) {
        acts.demand(actor, Role.INSPECTION_OFFICE);
        if (!opinions.complete(key)) {
            throw Refusal.of("三家意见尚未齐全，不能登记会议纪要。");
        }
        Hearing.checkRecord(
                entry,
                calendar.feedbackOn(key),
                calendar.today(),
                findings(key),
                followUps.possibleOwners(key).stream().map(FollowUps.Owner::id).collect(Collectors.toSet()));
        var minutes = files.attach("minutesFile", entry.minutesFile(), key, "HEARING_MINUTES");
        jdbc.sql(
                        """
                        update rectification.hearing
                           set held_on = ?, minutes_number = ?, minutes_file = ?, conclusion = ?, figures = ?::jsonb,
                               recorded_by = ?, recorded_at = ?
                         where round_id = ? and organisation_id = ?""")
                .params(
                        entry.heldOn(),
                        entry.minutesNumber(),
                        minutes,
                        entry.conclusion().name())
                .params(json.write(ledger.figures(key)), actor, OffsetDateTime.now(clock))
                .params(key.roundId(), key.organisationId())
                .update();
        entry.findings().forEach(row -> conclude(actor, key, row));
        for (int index = 0; index < entry.gaps().size(); index++) {
            store(key, index + 1, entry.gaps().get(index));
        }
        organisations.reach(key, Milestone.HEARING_HELD, actor);
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                "HEARING_RECORDED",
                Map.of(
                        "minutes",
                        entry.minutesNumber(),
                        "minutesFile",
                        minutes,
                        "conclusion",
                        entry.conclusion(),
                        "gaps",
                        entry.gaps().size()));
    }

    private void conclude(String actor, CaseKey key, HearingEntry.OfFinding row) {
        jdbc.sql(
                        """
                        insert into rectification.hearing_conclusion
                            (round_id, organisation_id, finding_id, conclusion, note) values (?, ?, ?, ?, ?)""")
                .params(
                        key.roundId(),
                        key.organisationId(),
                        row.finding(),
                        row.conclusion().name(),
                        row.note())
                .update();
        trail.finding(
                actor,
                key.roundId(),
                key.organisationId(),
                row.finding(),
                "HEARING_CONCLUDED",
                null,
                Map.of("conclusion", row.conclusion().label()),
                row.note());
    }

    /** Gaps that are followed up, in the order of the minutes. */
    public List<FollowUp> followUps(CaseKey key) {
        return jdbc.sql(
                        """
                        select g.position, g.description, g.due_on, coalesce(g.outcome, u.outcome) as outcome
                          from rectification.hearing_gap g
                          left join rectification.hearing_follow_up u using (round_id, organisation_id, position)
                         where g.round_id = ? and g.organisation_id = ? and g.disposition = 'FOLLOW_UP' order by g.position""")
                .params(key.roundId(), key.organisationId())
                .query(FollowUp.class)
                .list();
    }

    /**
     * Says what the final reports tell of every follow-up.
     *
     * @param outcomes by position
     * @throws Refusal naming each follow-up without an outcome
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

    private Set<String> findings(CaseKey key) {
        return jdbc.sql("select id from rectification.finding where round_id = ? and organisation_id = ?")
                .params(key.roundId(), key.organisationId())
                .query(String.class)
                .set();
    }

    private void store(CaseKey key, int position, HearingEntry.Gap gap) {
        var followed = gap.followedUp();
        jdbc.sql(
                        """
                        insert into rectification.hearing_gap
                            (round_id, organisation_id, position, description, disposition, owner, due_on, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(key.roundId(), key.organisationId(), position, gap.description(), gap.disposition())
                .params(followed ? gap.owner() : null, followed ? gap.dueOn() : null, followed ? null : gap.reason())
                .update();
    }
}
