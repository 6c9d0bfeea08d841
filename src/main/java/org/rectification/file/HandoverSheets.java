package org.rectification.file;

import org.rectification.people.HandoverSheetFiled;
import org.rectification.refusal.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the signed sheets of hand-overs (工作交接). */
@Component
class HandoverSheets {

    private static final String PURPOSE = "工作交接单";

    private final StoredFiles files;

    HandoverSheets(StoredFiles files) {
        this.files = files;
    }

    /** @throws Refusal when there is no such file of this case */
    @EventListener
    void keep(HandoverSheetFiled filed) {
        try {
            files.demand(filed.fileId(), filed.roundId(), filed.organisationId());
        } catch (Refusal refusal) {
            throw Refusal.of("sheetFile", refusal.getMessage());
        }
        files.attach(filed.fileId(), null, PURPOSE);
    }
}
