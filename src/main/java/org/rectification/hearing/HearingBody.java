package org.rectification.hearing;

import java.util.Arrays;
import java.util.List;
import org.rectification.people.Role;

/** The three bodies that hear the progress together (S35); exactly these are invited. */
public enum HearingBody {
    DISCIPLINE("市纪委监委", Role.DISCIPLINE_SUPERVISION),
    ORGANISATION("市委组织部", Role.CADRE_SUPERVISION),
    INSPECTION_OFFICE("市委巡察办", Role.INSPECTION_OFFICE);

    private final String label;
    private final Role role;

    HearingBody(String label, Role role) {
        this.label = label;
        this.role = role;
    }

    public String label() {
        return label;
    }

    /** Whose people speak for the body. */
    public Role role() {
        return role;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
