package org.rectification.hearing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.people.Role;
import org.rectification.period.CaseCalendar;
import org.rectification.period.PersonalActs;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.trail.Trail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** On which day a hearing is held (S35): the computed one, or another by agreement. Every day that was set is kept. */
@Service
public class HearingDays {

    private final JdbcClient jdbc;
    private final CaseCalendar calendar;
    private final WorkingCalendar workingDays;
    private final InspectedOrganisations organisations;
    private final PersonalActs acts;
    private final ObjectProvider<HearingProcess> process;
    private final Trail trail;
    private final Clock clock;

    HearingDays(
            JdbcClient jdbc,
            CaseCalendar calendar,
            WorkingCalendar workingDays,
            InspectedOrganisations organisations,
            PersonalActs acts,
            ObjectProvider<HearingProcess> process,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.workingDays = workingDays;
        this.organisations = organisations;
        this.acts = acts;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    /** The computed day of the hearing. */
    public LocalDate computed(CaseKey key) {
        return deadline(key).date();
    }

    /** Whether the day that counts is the computed one and may still change (暂定); a day that people set does not. */
    public boolean isProvisional(CaseKey key) {
        return all(key).isEmpty() && deadline(key).provisional();
    }

    private Deadline deadline(CaseKey key) {
        return calendar.deadlines(key)
                .monthTwoReview()
                .orElseThrow(() -> new IllegalStateException("this profile holds no hearing: " + key));
    }

    /** The day that counts now: the one set last, else the computed one. */
    public LocalDate current(CaseKey key) {
        var set = all(key);
        return set.isEmpty() ? computed(key) : set.get(set.size() - 1).day();
    }

    /** The day to propose for the invitation: the current one while it is possible, else the next possible one. */
    public LocalDate proposed(CaseKey key) {
        var window = window(key);
        return window.allows(current(key)) ? current(key) : window.proposed();
    }

    public HearingWindow window(CaseKey key) {
        return HearingWindow.of(computed(key), calendar.today(), workingDays);
    }

    /** The count-th working day after the day. */
    LocalDate workingDaysAfter(LocalDate day, int count) {
        return workingDays.plusWorkingDays(day, count);
    }

    /** The day five working days before the current one, on which the invitation is due. */
    LocalDate invitation(CaseKey key) {
        return workingDays.minusWorkingDays(current(key), HearingWindow.WORKING_DAYS);
    }

    /**
     * The clerk moves the hearing by agreement, before it was held. Where the three bodies were invited already, this is a
     * new invitation to the same three.
     *
     * @throws Refusal by anybody else, outside the window (naming the allowed days), without a reason, or once a body spoke
     */
    @Transactional
    public void move(String actor, CaseKey key, DayEntry entry) {
        acts.done(actor, Role.RECTIFICATION_OFFICE, key.organisationId(), () -> moveAsClerk(actor, key, entry));
    }

    private void moveAsClerk(String actor, CaseKey key, DayEntry entry) {
        var organisation = organisations.lock(key);
        if (!organisation.hearingRequired()) {
            throw Refusal.of("本轮口径不要求集中听取，不用安排日期。");
        }
        if (organisation.has(Milestone.HEARING_HELD) || spoken(key)) {
            throw Refusal.of("集中听取已经召开，日期不能再调整。");
        }
        var expected = current(key);
        Hearing.checkMove(entry, expected, window(key));
        var place = invitedTo(key);
        set(
                actor,
                key,
                entry.plannedOn(),
                expected,
                entry.reason(),
                place == null || entry.place() == null ? place : entry.place());
        jdbc.sql(
                        "update rectification.hearing set planned_on = ?, place = coalesce(?, place) where round_id = ? and organisation_id = ?")
                .params(entry.plannedOn(), entry.place(), key.roundId(), key.organisationId())
                .update();
        process.getObject().dayMoved(key);
    }

    /** Keeps a day; with a place it is an invitation to the three. */
    void set(
            String actor,
            CaseKey key,
            LocalDate day,
            @Nullable LocalDate previous,
            @Nullable String reason,
            @Nullable String place) {
        jdbc.sql(
                        """
                        insert into rectification.hearing_day (round_id, organisation_id, number, day, previous_day, reason,
                            place, addressees, set_by, set_at)
                        select ?, ?, count(*) + 1, ?, ?, ?, ?, ?, ?, ? from rectification.hearing_day
                         where round_id = ? and organisation_id = ?""")
                .params(key.roundId(), key.organisationId(), day, previous, reason, place)
                .param(place == null ? null : HearingBody.names().toArray(String[]::new))
                .params(actor, OffsetDateTime.now(clock), key.roundId(), key.organisationId())
                .update();
        var content = new HashMap<String, Object>(Map.of("plannedOn", day.toString(), "invited", place != null));
        if (previous != null) {
            content.put("previousDay", previous.toString());
            content.put("reason", reason);
        }
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                previous == null ? "HEARING_CALLED" : "HEARING_MOVED",
                content);
    }

    /** Every day that was set, first to last. */
    public List<Agreed> all(CaseKey key) {
        return jdbc.sql(
                        """
                        select d.number, d.day, d.previous_day, d.reason, d.place, p.name as set_by, d.set_at
                          from rectification.hearing_day d join rectification.person p on p.id = d.set_by
                         where d.round_id = ? and d.organisation_id = ? order by d.number""")
                .params(key.roundId(), key.organisationId())
                .query(Agreed.class)
                .list();
    }

    @Nullable private String invitedTo(CaseKey key) {
        return jdbc.sql("select place from rectification.hearing where round_id = ? and organisation_id = ?")
                .params(key.roundId(), key.organisationId())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private boolean spoken(CaseKey key) {
        return jdbc.sql(
                        "select count(*) > 0 from rectification.hearing_opinion where round_id = ? and organisation_id = ?")
                .params(key.roundId(), key.organisationId())
                .query(Boolean.class)
                .single();
    }

    /**
     * A day that was set.
     *
     * @param previousDay that it replaced
     * @param place null: the three were not invited yet
     */
    public record Agreed(
            int number,
            LocalDate day,
            @Nullable LocalDate previousDay,
            @Nullable String reason,
            @Nullable String place,
            String setBy,
            OffsetDateTime setAt) {}
}
