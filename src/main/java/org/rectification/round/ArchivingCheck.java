package org.rectification.round;

import java.util.List;

/**
 * What a capability still misses before an organisation's case may be archived (row 46, S44). Every capability with
 * something to deliver implements one, ordered as the stages of a case.
 */
public interface ArchivingCheck {

    /** Everything that is missing, one by one, with where to settle it; empty when nothing is. */
    List<Missing> missing(CaseKey key);
}
