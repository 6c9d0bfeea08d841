package org.rectification.plan;

import org.rectification.file.FileIds;
import org.rectification.file.StoredFiles;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Minutes and scanned papers: a file that an act rests on is one of the case, and stays with it. */
@Component
class PlanFiles {

    private final StoredFiles files;

    PlanFiles(StoredFiles files) {
        this.files = files;
    }

    /**
     * Makes the file part of the case; nothing where there is none.
     *
     * @param field of the entry, for the refusal
     * @throws Refusal for a file that does not exist or belongs to another case
     */
    void attach(String field, @Nullable String given, CaseKey key, String purpose) {
        FileIds.one(given).ifPresent(id -> {
            try {
                files.demand(id, key.roundId(), key.organisationId());
            } catch (Refusal refusal) {
                throw Refusal.of(field, refusal.getMessage());
            }
            files.attach(id, null, purpose);
        });
    }
}
