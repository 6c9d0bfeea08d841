package org.rectification.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.period.CaseCalendar;
import org.rectification.round.CaseKey;
import org.rectification.warning.WatchedItem;
import org.rectification.warning.WatchedItem.Kind;
import org.rectification.warning.WatchedItem.People;
import org.rectification.warning.WatchedItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Thematic meetings that nobody has recorded yet (S37), on the ladder of everything with a due day (row 30). */
@Component
class MeetingItems implements WatchedItems {

    private final JdbcClient jdbc;
    private final MeetingStore store;
    private final MeetingHands hands;
    private final CaseCalendar calendar;
    private final Duties duties;

    MeetingItems(JdbcClient jdbc, MeetingStore store, MeetingHands hands, CaseCalendar calendar, Duties duties) {
        this.jdbc = jdbc;
        this.store = store;
        this.hands = hands;
        this.calendar = calendar;
        this.duties = duties;
    }

    @Override
    public List<WatchedItem> open() {
        return jdbc
                .sql(
                        """
                        select round_id, organisation_id from rectification.inspected_organisation
                         where feedback_held_at is not null and archived_at is null order by round_id, organisation_id""")
                .query((row, number) -> new CaseKey(row.getString("round_id"), row.getString("organisation_id")))
                .list()
                .stream()
                .flatMap(this::open)
                .toList();
    }

    private Stream<WatchedItem> open(CaseKey key) {
        var owed = store.of(key).stream()
                .filter(meeting -> meeting.standing().open())
                .toList();
        if (owed.isEmpty()) {
            return Stream.empty();
        }
        var begins = calendar.feedbackOn(key);
        var due = calendar.deadlines(key).thematicMeetingsDue().date();
        return owed.stream().map(meeting -> item(key, meeting, begins, due));
    }

    private WatchedItem item(CaseKey key, Meeting meeting, LocalDate begins, LocalDate due) {
        return new WatchedItem(
                Kind.THEMATIC_MEETING,
                key.roundId() + "/" + key.organisationId() + "/" + meeting.code(),
                key.roundId(),
                key.organisationId(),
                begins,
                due,
                people(key.organisationId(), meeting),
                meeting.name());
    }

    private People people(String organisation, Meeting meeting) {
        var secretary = duties.holders(organisation, Role.PARTY_SECRETARY);
        var supervisors = duties.ofCountyBodies();
        if (meeting.ofTown()) {
            return new People(
                    duties.holders(organisation, Role.RECTIFICATION_OFFICE), secretary, secretary, supervisors);
        }
        return new People(
                List.of(hands.ofVillage(organisation, meeting.code())),
                duties.ofVillage(organisation, Role.VILLAGE_LEADER, meeting.code()).stream()
                        .toList(),
                secretary,
                supervisors);
    }
}
