package org.rectification.round;

import java.util.List;

/**
 * What a capability still misses before an organisation's case may be archived (row 46, S44). Every capability with
 * something to deliver implements one.
 */
public interface ArchivingCheck {

    /** Names of what is missing, in Chinese, each a phrase such as {@code 第3期整改进展报告}; empty when nothing is. */
    List<String> missing(CaseKey key);
}
