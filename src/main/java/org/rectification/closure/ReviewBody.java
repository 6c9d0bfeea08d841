package org.rectification.closure;

/** A body that reviews the reports together with the inspection office. */
public enum ReviewBody {
    DISCIPLINE_SUPERVISION("纪检监察室"),
    CADRE_SUPERVISION("干监室");

    private final String label;

    ReviewBody(String label) {
        this.label = label;
    }

    /** The words on screens. */
    public String label() {
        return label;
    }
}
