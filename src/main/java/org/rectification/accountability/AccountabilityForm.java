package org.rectification.accountability;

/** The forms of the Accountability Regulation (R17, R18); several may be combined. */
public enum AccountabilityForm {
    ORGANISATION_CHECK("党组织：检查"),
    ORGANISATION_CIRCULAR("党组织：通报"),
    ORGANISATION_REORGANISED("党组织：改组"),
    CADRE_CIRCULAR("干部：通报"),
    CADRE_ADMONITION("干部：诫勉"),
    CADRE_MEASURES("干部：组织调整或组织处理"),
    CADRE_DISCIPLINE("干部：纪律处分"),
    /** The body with the power over the cadre decided against it. */
    NONE("不予问责");

    private final String label;

    AccountabilityForm(String label) {
        this.label = label;
    }

    /** The words on screens. */
    public String label() {
        return label;
    }
}
