package org.rectification.meeting;

import java.time.LocalDate;
import java.util.List;
import org.rectification.people.Scope.Reach;
import org.rectification.people.Visibility;
import org.rectification.period.CaseCalendar;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All meetings of a case on one page, each with what the reader may do about it. */
@Service
@Transactional(readOnly = true)
public class MeetingLists {

    private final JdbcClient jdbc;
    private final ThematicMeetings meetings;
    private final ComparisonReadings comparisons;
    private final MeetingHands hands;
    private final Visibility visibility;
    private final CaseCalendar calendar;

    MeetingLists(
            JdbcClient jdbc,
            ThematicMeetings meetings,
            ComparisonReadings comparisons,
            MeetingHands hands,
            Visibility visibility,
            CaseCalendar calendar) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.comparisons = comparisons;
        this.hands = hands;
        this.visibility = visibility;
        this.calendar = calendar;
    }

    /**
     * A case's meetings.
     *
     * @param dueOn by when all are to be held
     * @param provisional whether that day may still change (暂定)
     * @param members of the township's team, as far as the reader may know who has written
     */
    public record OfCase(
            String roundId,
            String roundName,
            String organisationId,
            String organisation,
            LocalDate dueOn,
            boolean provisional,
            boolean late,
            List<Row> meetings,
            List<ComparisonReadings.Member> members,
            boolean excuses) {}

    /**
     * @param mayRecord whether it is the reader's to record now
     * @param mayDecide whether it is the reader's to confirm, or to accept a reason
     * @param nameNeeded whether whoever fills in has to write for whom
     */
    public record Row(
            Meeting meeting, String name, String state, boolean mayRecord, boolean mayDecide, boolean nameNeeded) {}

    /** Of every open case that the person sees; who answers for villages sees theirs. */
    public List<OfCase> of(String person) {
        var scope = visibility.scopeOf(person);
        if (scope.reach().compareTo(Reach.VILLAGES) > 0) {
            return List.of();
        }
        var cases = visibility.cases(person);
        return jdbc
                .sql(
                        """
                        select c.round_id, c.organisation_id, c.name, r.round_number || r.batch as round_name
                          from rectification.inspected_organisation c join rectification.round r on r.id = c.round_id
                         where c.feedback_held_at is not null and (%s)
                           and exists (select from rectification.comparison_duty d where d.round_id = c.round_id
                                        and d.organisation_id = c.organisation_id)
                         order by c.archived_at nulls first, r.registered_at desc, c.position"""
                                .formatted(cases.sql()))
                .params(cases.params())
                .query((row, number) -> new Case(
                        new CaseKey(row.getString("round_id"), row.getString("organisation_id")),
                        row.getString("name"),
                        row.getString("round_name")))
                .list()
                .stream()
                .map(each -> ofCase(person, scope.reach() == Reach.VILLAGES ? scope.villages() : null, each))
                .filter(each -> !each.meetings().isEmpty())
                .toList();
    }

    private record Case(CaseKey key, String name, String round) {}

    private OfCase ofCase(String person, java.util.Set<String> villages, Case of) {
        var due = calendar.deadlines(of.key()).thematicMeetingsDue();
        var rows = meetings.of(of.key()).stream()
                .filter(meeting -> villages == null || villages.contains(meeting.code()))
                .map(meeting -> row(person, of.key(), meeting))
                .toList();
        return new OfCase(
                of.key().roundId(),
                of.round(),
                of.key().organisationId(),
                of.name(),
                due.date(),
                due.provisional(),
                calendar.today().isAfter(due.date()),
                rows,
                comparisons.members(person, of.key()),
                hands.mayRecord(person, of.key(), ThematicMeetings.TOWN));
    }

    private Row row(String person, CaseKey key, Meeting meeting) {
        var waits = meeting.standing() == MeetingStanding.SUBMITTED;
        return new Row(
                meeting,
                meeting.name(),
                state(meeting),
                meeting.standing().open() && hands.mayRecord(person, key, meeting.code()),
                waits && hands.mayDecide(person, key, meeting),
                !meeting.ofTown() && hands.nameNeeded(key.organisationId(), meeting.code()));
    }

    private static String state(Meeting meeting) {
        return switch (meeting.standing()) {
            case OWED, RETURNED -> meeting.standing().label();
            case SUBMITTED -> meeting.held() ? "待党委书记确认" : meeting.ofTown() ? "未召开，待巡察办审核理由" : "未召开，待党委书记审核理由";
            case ACCEPTED -> meeting.held() ? "已召开" : "未召开，理由已认可";
        };
    }
}
