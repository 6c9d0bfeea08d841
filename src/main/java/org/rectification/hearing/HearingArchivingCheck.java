package org.rectification.hearing;

import java.util.List;
import java.util.stream.Stream;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.rectification.round.Missing;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the hearing still owes before archiving: an accepted outcome of each follow-up, told in the final reports. */
@Component
@Order(2)
class HearingArchivingCheck implements ArchivingCheck {

    private final Hearings hearings;
    private final FollowUps followUps;

    HearingArchivingCheck(Hearings hearings, FollowUps followUps) {
        this.hearings = hearings;
        this.followUps = followUps;
    }

    @Override
    public List<Missing> missing(CaseKey key) {
        var open = followUps.of(key).stream()
                .filter(item -> item.settledAt() == null)
                .map(item -> Missing.task(
                        "集中听取跟进事项“" + item.description() + "”的办结", item.ownerName() + "、市委巡察办", "办理集中听取跟进事项"));
        var untold = hearings.followUps(key).stream()
                .filter(followUp -> followUp.outcome() == null)
                .map(followUp -> Missing.task("集中听取所提第" + followUp.position() + "个问题的办理情况", "整改办", "起草两份整改报告"));
        return Stream.concat(open, untold).toList();
    }
}
