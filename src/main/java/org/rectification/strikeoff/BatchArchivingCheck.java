package org.rectification.strikeoff;

import java.util.List;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.rectification.round.Missing;
import org.springframework.stereotype.Component;

/** No case is archived while a strike-off was not noted by the leading group (S22, row 46). */
@Component
class BatchArchivingCheck implements ArchivingCheck {

    private final BatchStore store;

    BatchArchivingCheck(BatchStore store) {
        this.store = store;
    }

    @Override
    public List<Missing> missing(CaseKey key) {
        return store.unnoted(key).stream()
                .map(finding -> new Missing("已销号的" + finding + "问题的会议通报", "整改办的页面“销号清单”"))
                .toList();
    }
}
