package org.rectification.warning;

import org.rectification.deadline.Profiles;
import org.rectification.deadline.WarningLadder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ladder that the profile of a round sets. */
@Component
public class RoundLadders {

    private final JdbcClient jdbc;
    private final Profiles profiles;

    RoundLadders(JdbcClient jdbc, Profiles profiles) {
        this.jdbc = jdbc;
        this.profiles = profiles;
    }

    /** @throws IllegalArgumentException when the round's profile is not known any more */
    public WarningLadder of(String roundId) {
        var profile = jdbc.sql("select profile from rectification.round where id = ?")
                .param(roundId)
                .query(String.class)
                .single();
        return profiles.get(profile).ladder().value();
    }
}
