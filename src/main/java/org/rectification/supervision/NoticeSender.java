package org.rectification.supervision;

import java.util.List;
import java.util.stream.Stream;
import org.rectification.people.Role;

/** In whose name a notice goes out: a county body's to a township (S36), the township's to a village (S36, S11). */
public enum NoticeSender {
    DISCIPLINE_SUPERVISION(Role.DISCIPLINE_SUPERVISION, "市纪委监委纪检监察室"),
    CADRE_SUPERVISION(Role.CADRE_SUPERVISION, "市委组织部干监室"),
    INSPECTION_OFFICE(Role.INSPECTION_OFFICE, "市委巡察办"),
    TOWNSHIP_DISCIPLINE(Role.TOWNSHIP_DISCIPLINE, "镇纪委"),
    PARTY_SECRETARY(Role.PARTY_SECRETARY, "镇党委书记");

    private final Role role;
    private final String label;

    NoticeSender(Role role, String label) {
        this.role = role;
        this.label = label;
    }

    /** Who sends to a village, or else to a township. */
    static List<NoticeSender> to(boolean village) {
        return Stream.of(values()).filter(each -> each.ofCounty() != village).toList();
    }

    public Role role() {
        return role;
    }

    public String label() {
        return label;
    }

    public boolean ofCounty() {
        return role.supervises();
    }
}
