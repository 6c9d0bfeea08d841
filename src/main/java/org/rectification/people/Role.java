package org.rectification.people;

import java.util.List;
import java.util.Locale;

/** A role that a duty gives; its group in the engine bears the same name in kebab case. */
public enum Role {
    INSPECTION_OFFICE("巡察办"),
    INSPECTION_TEAM("巡察组"),
    DISCIPLINE_SUPERVISION("纪检监察室"),
    CADRE_SUPERVISION("干监室"),
    PARTY_SECRETARY("党委书记"),
    LEADERSHIP_MEMBER("班子成员"),
    VILLAGE_LEADER("包村领导"),
    VILLAGE_CONTACT("包村干部"),
    RECTIFICATION_OFFICE("整改办"),
    TOWNSHIP_DISCIPLINE("镇纪委"),
    VILLAGE_SECRETARY("村（居）党支部书记"),
    RESPONSIBLE_PERSON("责任人员");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The engine's group id, such as {@code inspection-office}. */
    public String group() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    /** A duty that is about one village. */
    public boolean ofVillage() {
        return this == VILLAGE_LEADER || this == VILLAGE_CONTACT || this == VILLAGE_SECRETARY;
    }

    /** The three bodies that supervise rectification to its end; the inspection team leaves after the feedback. */
    public static List<Role> countyBodies() {
        return List.of(INSPECTION_OFFICE, DISCIPLINE_SUPERVISION, CADRE_SUPERVISION);
    }

    /** County bodies supervise; all other roles belong to an inspected organisation. */
    public boolean supervises() {
        return ordinal() <= CADRE_SUPERVISION.ordinal();
    }
}
