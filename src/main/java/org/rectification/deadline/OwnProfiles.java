package org.rectification.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The administrator's own profiles as versions that never change, so that any node may keep what it has read. */
@Component
class OwnProfiles {

    private static final String PREFIX = "own-";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<String, Profile> known = new ConcurrentHashMap<>();

    OwnProfiles(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Profile> find(String id) {
        if (!id.startsWith(PREFIX) || id.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        var kept = known.get(id);
        if (kept != null) {
            return Optional.of(kept);
        }
        return jdbc.sql("select content::text from rectification.own_profile where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    List<Profile> newest() {
        return ofIds("select distinct on (series) id from rectification.own_profile order by series, version desc");
    }

    /** All versions: a round keeps the one that it was registered with. */
    List<Profile> every() {
        return ofIds("select id from rectification.own_profile order by series, version");
    }

    private List<Profile> ofIds(String sql) {
        return jdbc.sql(sql).query(String.class).list().stream()
                .map(id -> find(id).orElseThrow())
                .toList();
    }

    /** The id of the next version: of the profile of this name, or of a new one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Place next(String name) {
        jdbc.sql("lock table rectification.own_profile in share row exclusive mode")
                .update();
        return jdbc.sql(
                        "select series, max(version) + 1 as version from rectification.own_profile where name = ? group by series")
                .param(name)
                .query(Place.class)
                .optional()
                .orElseGet(() -> new Place(
                        jdbc.sql("select coalesce(max(series), 0) + 1 from rectification.own_profile")
                                .query(Integer.class)
                                .single(),
                        1));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Place place, String name, Profile profile, String actor) {
        jdbc.sql(
                        """
                        insert into rectification.own_profile (id, series, version, name, content, made_by, made_at)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?)""")
                .params(
                        profile.id(),
                        place.series(),
                        place.version(),
                        name,
                        Profiles.asTree(profile).toString(),
                        actor,
                        OffsetDateTime.now(clock))
                .update();
    }

    private Profile read(String content) {
        try {
            var profile = Profiles.of(json.readTree(content));
            known.put(profile.id(), profile);
            return profile;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored profile is JSON", e);
        }
    }

    record Place(int series, int version) {

        String id() {
            return PREFIX + series + "-v" + version;
        }
    }
}
