package org.rectification.meeting;

import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;

/**
 * A member of the township's team who owes a comparison text.
 *
 * @param version of the text that counts; 0: none was handed in
 * @param excuse why there is none
 */
record ComparisonDuty(
        String id,
        String roundId,
        String organisationId,
        String memberId,
        String memberName,
        String memberOffice,
        int version,
        @Nullable String excuse) {

    CaseKey key() {
        return new CaseKey(roundId, organisationId);
    }

    boolean missing() {
        return version == 0 && excuse == null;
    }
}
