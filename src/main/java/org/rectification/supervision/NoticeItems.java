package org.rectification.supervision;

import java.util.List;
import java.util.stream.Stream;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.warning.WatchedItem;
import org.rectification.warning.WatchedItem.Kind;
import org.rectification.warning.WatchedItem.People;
import org.rectification.warning.WatchedItems;
import org.springframework.stereotype.Component;

/**
 * Notices that nobody has answered, on the ladder of everything with a due day (S36, row 32): settled by the reply, moved
 * with its date, and aimed at whoever is the addressee on the day.
 */
@Component
class NoticeItems implements WatchedItems {

    private final NoticeStore store;
    private final NoticeHands hands;
    private final Duties duties;

    NoticeItems(NoticeStore store, NoticeHands hands, Duties duties) {
        this.store = store;
        this.hands = hands;
        this.duties = duties;
    }

    @Override
    public List<WatchedItem> open() {
        return store.in(NoticeState.WAITING).stream().map(this::item).toList();
    }

    /** From the day on which it was last asked for a reply. */
    WatchedItem item(Notice notice) {
        return new WatchedItem(
                Kind.SUPERVISION_NOTICE,
                notice.id(),
                notice.roundId(),
                notice.organisationId(),
                notice.since().atZoneSameInstant(ShanghaiTime.ZONE).toLocalDate(),
                notice.replyDueOn(),
                () -> people(notice),
                notice.label());
    }

    private People people(Notice notice) {
        var organisation = notice.organisationId();
        var secretary = duties.holders(organisation, Role.PARTY_SECRETARY);
        if (!notice.toVillage()) {
            return new People(
                    List.of(hands.replier(notice)),
                    secretary,
                    secretary,
                    supervisors(notice.sender().role()));
        }
        return new People(
                List.of(hands.replier(notice)),
                duties.ofVillage(organisation, Role.VILLAGE_LEADER, notice.villageCode()).stream()
                        .toList(),
                Stream.concat(
                                secretary.stream(),
                                duties.holders(organisation, notice.sender().role()).stream())
                        .distinct()
                        .toList(),
                duties.ofCountyBodies());
    }

    private List<String> supervisors(Role sender) {
        return Stream.concat(duties.holders(sender).stream(), duties.holders(Role.INSPECTION_OFFICE).stream())
                .distinct()
                .toList();
    }
}
