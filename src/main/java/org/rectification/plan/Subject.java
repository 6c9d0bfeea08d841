package org.rectification.plan;

import org.springframework.lang.Nullable;

/**
 * The finding that a line answers: the problem comes from there and cannot be changed here (S19).
 *
 * @param villageCode null for the township's own findings
 * @param principalOnly addressed to the principal: until the plan is issued only the Secretary reads it in the township
 */
record Subject(
        String findingId,
        String number,
        String title,
        @Nullable String villageCode,
        @Nullable String villageName,
        String problem,
        String opinion,
        boolean principalOnly) {

    private static final String HIDDEN = "致主要负责人的问题(印发前仅书记可见)";

    boolean ofVillage() {
        return villageCode != null;
    }

    /** How people speak of it, such as 镇本级第3号问题“…”. */
    String label() {
        return (ofVillage() ? villageName : "镇本级") + "第" + number + "号问题" + (principalOnly ? "" : "“" + title + "”");
    }

    Subject hidden() {
        return principalOnly
                ? new Subject(findingId, number, HIDDEN, villageCode, villageName, HIDDEN, "", true)
                : this;
    }
}
