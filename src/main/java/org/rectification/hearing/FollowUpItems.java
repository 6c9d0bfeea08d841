package org.rectification.hearing;

import java.util.List;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.round.CaseKey;
import org.rectification.warning.WatchedItem;
import org.rectification.warning.WatchedItem.Kind;
import org.rectification.warning.WatchedItem.People;
import org.rectification.warning.WatchedItems;
import org.springframework.stereotype.Component;

/** Follow-ups that nobody has settled climb the ladder like everything with a due day (R25). */
@Component
class FollowUpItems implements WatchedItems {

    private final FollowUps followUps;
    private final Duties duties;

    FollowUpItems(FollowUps followUps, Duties duties) {
        this.followUps = followUps;
        this.duties = duties;
    }

    @Override
    public List<WatchedItem> open() {
        return followUps.open().stream().map(this::item).toList();
    }

    private WatchedItem item(FollowUps.Item item) {
        CaseKey key = item.key();
        return new WatchedItem(
                Kind.HEARING_FOLLOW_UP,
                item.id(),
                key.roundId(),
                key.organisationId(),
                item.raisedAt().atZoneSameInstant(ShanghaiTime.ZONE).toLocalDate(),
                item.dueOn(),
                () -> people(item),
                "集中听取跟进事项");
    }

    private People people(FollowUps.Item item) {
        var organisation = item.key().organisationId();
        return new People(
                List.of(item.owner()),
                duties.holders(organisation, Role.RECTIFICATION_OFFICE),
                List.of(duties.secretary(organisation)),
                duties.holders(Role.INSPECTION_OFFICE));
    }
}
