package org.rectification.period;

import java.util.Arrays;
import java.util.List;
import org.rectification.people.Role;

/** The two bodies to which progress and final reports go (S44, S45). */
public enum Recipient {
    DISCIPLINE(Role.DISCIPLINE_SUPERVISION, "市纪委监委"),
    ORGANISATION(Role.CADRE_SUPERVISION, "市委组织部");

    private final Role role;
    private final String label;

    Recipient(Role role, String label) {
        this.role = role;
        this.label = label;
    }

    /** The engine's group that acknowledges for this body. */
    public String body() {
        return role.group();
    }

    /** The role whose holders acknowledge for this body. */
    public Role role() {
        return role;
    }

    public String label() {
        return label;
    }

    /** The groups of both, as models loop over them. */
    public static List<String> bodies() {
        return Arrays.stream(values()).map(Recipient::body).toList();
    }

    /** @throws IllegalArgumentException for a body that receives no reports */
    public static Recipient of(String body) {
        return Arrays.stream(values())
                .filter(recipient -> recipient.body().equals(body))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no recipient of reports: " + body));
    }
}
