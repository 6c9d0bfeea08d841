package org.rectification.round;

import java.util.Arrays;
import java.util.List;

/** The supervising bodies that a township keeps in touch with (S33). */
enum LiaisonBody {
    INSPECTION_OFFICE("市委巡察办"),
    DISCIPLINE_SUPERVISION("市纪委监委相关纪检监察室"),
    CADRE_SUPERVISION("市委组织部干监室");

    private final String label;

    LiaisonBody(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
