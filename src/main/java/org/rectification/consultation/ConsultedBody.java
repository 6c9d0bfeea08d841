package org.rectification.consultation;

import org.rectification.people.Role;

/** Whom an organisation may ask for a talk (S34). */
public enum ConsultedBody {
    DISCIPLINE_SUPERVISION(Role.DISCIPLINE_SUPERVISION, "市纪委监委纪检监察室"),
    CADRE_SUPERVISION(Role.CADRE_SUPERVISION, "市委组织部干监室"),
    INSPECTION_OFFICE(Role.INSPECTION_OFFICE, "市委巡察办");

    private final Role role;
    private final String label;

    ConsultedBody(Role role, String label) {
        this.role = role;
        this.label = label;
    }

    public Role role() {
        return role;
    }

    public String label() {
        return label;
    }
}
