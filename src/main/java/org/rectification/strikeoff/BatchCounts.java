package org.rectification.strikeoff;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far the strike-offs of a case are noted.
 *
 * @param struckOff all of them
 * @param listed in any batch
 * @param noted in a batch that the leading group noted
 */
public record BatchCounts(
        String roundId, String organisationId, String organisationName, int struckOff, int listed, int noted) {

    /** Struck off and on no list. */
    @JsonProperty
    public int unlisted() {
        return struckOff - listed;
    }
}
