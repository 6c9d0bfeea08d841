package org.rectification.people;

import java.util.Set;

/**
 * How far a person sees.
 *
 * @param organisationId null for county bodies and for {@link Reach#NOTHING}
 * @param villages codes of the villages that the person is responsible for
 * @param principal whether the person is the one to whom confidential findings are addressed
 */
public record Scope(String personId, Reach reach, String organisationId, Set<String> villages, boolean principal) {

    /** From the widest to none at all. */
    public enum Reach {
        /** Supervising bodies: every case. */
        COUNTY,
        /** The inspection team: every case, until a set number of days after its feedback. */
        TEAM,
        /** The township's leadership, its rectification office and its discipline commission: their own organisation. */
        ORGANISATION,
        /** Who answers for villages: their findings, and those the person is responsible for. */
        VILLAGES,
        /** The findings that the person is responsible for. */
        OWN,
        NOTHING
    }

    static Scope nothing(String personId) {
        return new Scope(personId, Reach.NOTHING, null, Set.of(), false);
    }
}
