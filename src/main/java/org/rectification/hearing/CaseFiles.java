package org.rectification.hearing;

import org.rectification.file.FileIds;
import org.rectification.file.StoredFiles;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Minutes, scans and evidence of the hearing: a file that an act rests on is one of the case, and stays with it. */
@Component
class CaseFiles {

    private final StoredFiles files;

    CaseFiles(StoredFiles files) {
        this.files = files;
    }

    /**
     * Makes the file part of the case and answers its id; null where there is none.
     *
     * @throws Refusal for a file that does not exist or belongs to another case
     */
    @Nullable String attach(String field, @Nullable String given, CaseKey key, String purpose) {
        var id = FileIds.one(given).orElse(null);
        if (id == null) {
            return null;
        }
        try {
            files.demand(id, key.roundId(), key.organisationId());
        } catch (Refusal refusal) {
            throw Refusal.of(field, refusal.getMessage());
        }
        files.attach(id, null, purpose);
        return id;
    }
}
