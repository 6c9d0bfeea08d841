package org.rectification.strikeoff;

import java.util.List;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** No case is archived while a strike-off was not noted by the leading group (S22, row 46). */
@Component
class BatchArchivingCheck implements ArchivingCheck {

    private static final int NAMED = 10;

    private final BatchStore store;

    BatchArchivingCheck(BatchStore store) {
        this.store = store;
    }

    @Override
    public List<String> missing(CaseKey key) {
        var unnoted = store.unnoted(key);
        if (unnoted.isEmpty()) {
            return List.of();
        }
        var named = String.join("、", unnoted.subList(0, Math.min(NAMED, unnoted.size())));
        return List.of("销号清单会议通报（尚有" + unnoted.size() + "个已销号问题：" + named + (unnoted.size() > NAMED ? "等" : "") + "）");
    }
}
