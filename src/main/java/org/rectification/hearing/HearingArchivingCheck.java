package org.rectification.hearing;

import java.util.List;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.rectification.round.Missing;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the hearing still owes before archiving: an outcome for each of its follow-ups. */
@Component
@Order(2)
class HearingArchivingCheck implements ArchivingCheck {

    private final Hearings hearings;

    HearingArchivingCheck(Hearings hearings) {
        this.hearings = hearings;
    }

    @Override
    public List<Missing> missing(CaseKey key) {
        return hearings.followUps(key).stream()
                .filter(followUp -> followUp.outcome() == null)
                .map(followUp -> Missing.task("集中听取所提第" + followUp.position() + "个问题的办理情况", "整改办", "起草两份整改报告"))
                .toList();
    }
}
