package org.rectification.ledger;

import java.util.stream.Stream;
import org.rectification.deadline.Profiles;
import org.rectification.round.intake.RoundRequest.Source;
import org.springframework.stereotype.Component;

/** Turns codes into the words that people read. */
@Component
class Labels {

    private final Profiles profiles;

    Labels(Profiles profiles) {
        this.profiles = profiles;
    }

    /** The area in the words of the round's profile; a code that the profile no longer knows stays as it is. */
    String area(String profileId, String code) {
        return profiles.areaLabel(profileId, code);
    }

    /** Who found a problem (S08). */
    String source(String code) {
        return Stream.of(Source.values())
                .filter(source -> source.name().equals(code))
                .map(Source::label)
                .findFirst()
                .orElse(code);
    }
}
