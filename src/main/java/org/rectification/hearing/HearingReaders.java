package org.rectification.hearing;

import java.util.Set;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.people.Visibility;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** Who reads about a hearing and gets its pack (S35): the clerk, the Secretary, the three bodies, and who stands in for them. */
@Component
class HearingReaders {

    private final Visibility visibility;
    private final Duties duties;

    HearingReaders(Visibility visibility, Duties duties) {
        this.visibility = visibility;
        this.duties = duties;
    }

    boolean mayRead(String person, CaseKey key) {
        return visibility.seesCase(person, key.roundId(), key.organisationId())
                && (ofBody(person)
                        || isClerk(person, key)
                        || duties.exercises(person, Role.PARTY_SECRETARY, key.organisationId()));
    }

    boolean isClerk(String person, CaseKey key) {
        return duties.exercises(person, Role.RECTIFICATION_OFFICE, key.organisationId());
    }

    boolean speaksFor(String person, HearingBody body) {
        return duties.exercises(person, body.role());
    }

    /** Ids of the case's findings that the person sees, however many there are, in one statement. */
    Set<String> seenFindings(String person, CaseKey key) {
        return visibility.findingsOf(person, key.roundId(), key.organisationId());
    }

    private boolean ofBody(String person) {
        return duties.exercised(person).stream().anyMatch(Role.countyBodies()::contains);
    }
}
