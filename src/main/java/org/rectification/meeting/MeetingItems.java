package org.rectification.meeting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.meeting.MeetingStore.OfCase;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisation;
import org.rectification.round.InspectedOrganisations;
import org.rectification.warning.WatchedItem;
import org.rectification.warning.WatchedItem.Kind;
import org.rectification.warning.WatchedItem.People;
import org.rectification.warning.WatchedItems;
import org.springframework.stereotype.Component;

/**
 * Thematic meetings that nobody has recorded yet (S37), and those that wait for the word of the level above, on the ladder of
 * everything with a due day (row 30). Two statements, however many cases are open.
 */
@Component
class MeetingItems implements WatchedItems {

    private final MeetingStore store;
    private final MeetingHands hands;
    private final InspectedOrganisations organisations;
    private final Duties duties;

    MeetingItems(MeetingStore store, MeetingHands hands, InspectedOrganisations organisations, Duties duties) {
        this.store = store;
        this.hands = hands;
        this.organisations = organisations;
        this.duties = duties;
    }

    @Override
    public List<WatchedItem> open() {
        var open = organisations.open();
        Map<CaseKey, LocalDate> due = open.stream()
                .collect(Collectors.toMap(InspectedOrganisation::key, each -> organisations
                        .deadlines(each)
                        .thematicMeetingsDue()
                        .date()));
        var cases = open.stream().collect(Collectors.toMap(InspectedOrganisation::key, Function.identity()));
        return store.unfinished().stream()
                .filter(each -> cases.containsKey(each.key()))
                .map(each -> each.meeting().standing().open()
                        ? owed(each, cases.get(each.key()).feedbackOn(), due.get(each.key()))
                        : handedIn(each, cases.get(each.key()), due.get(each.key())))
                .toList();
    }

    private WatchedItem owed(OfCase of, LocalDate begins, LocalDate due) {
        return item(of, "", begins, due, of.meeting().name());
    }

    /** Whoever decides has the profile's span for it, and never less time than the meeting itself has. */
    private WatchedItem handedIn(OfCase of, InspectedOrganisation organisation, LocalDate meetingsDue) {
        var on = day(of.recordedAt());
        var decided = organisations.reviewDue(organisation, on);
        return item(
                of,
                "/confirm",
                on,
                decided.isAfter(meetingsDue) ? decided : meetingsDue,
                of.meeting().name() + "的确认");
    }

    private WatchedItem item(OfCase of, String part, LocalDate begins, LocalDate due, String label) {
        var key = of.key();
        return new WatchedItem(
                Kind.THEMATIC_MEETING,
                key.roundId() + "/" + key.organisationId() + "/" + of.meeting().code() + part,
                key.roundId(),
                key.organisationId(),
                begins,
                due,
                () -> part.isEmpty()
                        ? recorders(key.organisationId(), of.meeting())
                        : deciders(key.organisationId(), of.meeting()),
                label);
    }

    private People recorders(String organisation, Meeting meeting) {
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

    private People deciders(String organisation, Meeting meeting) {
        var decider = hands.decider(meeting);
        var people = decider.supervises() ? duties.holders(decider) : duties.holders(organisation, decider);
        return new People(
                people, people, duties.holders(organisation, Role.RECTIFICATION_OFFICE), duties.ofCountyBodies());
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(ShanghaiTime.ZONE).toLocalDate();
    }
}
