package org.rectification.hearing;

import java.util.Arrays;
import java.util.List;

/** The three bodies that hear the progress together (S35); exactly these are invited. */
public enum HearingBody {
    DISCIPLINE("市纪委监委"),
    ORGANISATION("市委组织部"),
    INSPECTION_OFFICE("市委巡察办");

    private final String label;

    HearingBody(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
