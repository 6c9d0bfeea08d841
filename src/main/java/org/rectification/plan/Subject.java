package org.rectification.plan;

import org.springframework.lang.Nullable;

/**
 * The finding that a line answers: the problem comes from there and cannot be changed here (S19).
 *
 * @param villageCode null for the township's own findings
 * @param principalOnly addressed to the principal: until the plan is issued only the Secretary reads it in the township,
 *     lists and messages name its number alone
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

    boolean ofVillage() {
        return villageCode != null;
    }

    /** How people speak of it, such as 镇本级第3号问题“…”. */
    String label() {
        return (ofVillage() ? villageName : "镇本级") + numbered(number) + (principalOnly ? "" : "“" + title + "”");
    }

    /** 第3号问题, or 自查1号问题 where the number names its own series. */
    static String numbered(String number) {
        return (Character.isDigit(number.charAt(0)) ? "第" : "") + number + "号问题";
    }
}
