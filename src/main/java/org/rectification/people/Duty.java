package org.rectification.people;

import org.springframework.lang.Nullable;

/** A duty that somebody holds or held. */
record Duty(
        String personId, @Nullable String organisationId, Role role, @Nullable String village, @Nullable String area) {

    /** Such as 包村领导(qx-v1). */
    String inWords() {
        var where = village == null ? area : village;
        return role.label() + (where == null ? "" : "（" + where + "）");
    }
}
