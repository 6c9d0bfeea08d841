package org.rectification.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.period.CaseCalendar;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.warning.WatchedItem;
import org.rectification.warning.WatchedItem.Kind;
import org.rectification.warning.WatchedItem.People;
import org.rectification.warning.WatchedItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Thematic meetings that are still to be held, or to be decided about, as the warning ladder sees them (S37, R25). */
@Component
class MeetingItems implements WatchedItems {

    private final JdbcClient jdbc;
    private final ThematicMeetings meetings;
    private final MeetingHands hands;
    private final CaseCalendar calendar;
    private final InspectedOrganisations organisations;
    private final Duties duties;

    MeetingItems(
            JdbcClient jdbc,
            ThematicMeetings meetings,
            MeetingHands hands,
            CaseCalendar calendar,
            InspectedOrganisations organisations,
            Duties duties) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.hands = hands;
        this.calendar = calendar;
        this.organisations = organisations;
        this.duties = duties;
    }

    /** Of the cases that are not signed for yet. */
    @Override
    public List<WatchedItem> open() {
        return jdbc
                .sql("select distinct round_id, organisation_id from rectification.comparison_duty order by 1, 2")
                .query(CaseKey.class)
                .list()
                .stream()
                .filter(key -> !organisations.get(key).has(Milestone.SIGNED))
                .flatMap(this::of)
                .toList();
    }

    private Stream<WatchedItem> of(CaseKey key) {
        var due = calendar.deadlines(key).thematicMeetingsDue().date();
        var start = organisations
                .get(key)
                .when(Milestone.FEEDBACK_HELD)
                .map(at -> LocalDate.ofInstant(at, ShanghaiTime.ZONE))
                .orElseGet(calendar::today);
        return meetings.missing(key).stream()
                .map(meeting -> new WatchedItem(
                        Kind.THEMATIC_MEETING,
                        key.roundId() + "/" + key.organisationId() + "/" + meeting.code(),
                        key.roundId(),
                        key.organisationId(),
                        start,
                        due,
                        people(key, meeting),
                        meeting.name()));
    }

    /** The clerk hears of every meeting: the list of all is the clerk's. */
    private People people(CaseKey key, Meeting meeting) {
        var organisation = key.organisationId();
        var secretary = duties.secretary(organisation);
        var recorder = meeting.ofTown() ? duties.clerk(organisation) : hands.ofVillage(organisation, meeting.code());
        var handler = meeting.standing() == MeetingStanding.SUBMITTED ? decider(meeting, secretary) : List.of(recorder);
        var leader = meeting.ofTown()
                ? List.of(secretary)
                : duties.ofVillage(organisation, Role.VILLAGE_LEADER, meeting.code())
                        .map(List::of)
                        .orElse(List.of());
        return new People(
                handler,
                Stream.concat(leader.stream(), Stream.of(duties.clerk(organisation)))
                        .distinct()
                        .toList(),
                List.of(secretary),
                duties.holders(Role.INSPECTION_OFFICE));
    }

    private List<String> decider(Meeting meeting, String secretary) {
        return meeting.ofTown() && !meeting.held() ? duties.holders(Role.INSPECTION_OFFICE) : List.of(secretary);
    }
}
