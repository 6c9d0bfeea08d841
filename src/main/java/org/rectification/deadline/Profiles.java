package org.rectification.deadline;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.lang.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rule profiles, by id. */
public final class Profiles {

    private static final String LOCATION = "classpath*:deadline/profiles/*.yaml";

    // A typing mistake in a rule book must stop the start, not silently fall back to something.
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private final Map<String, Profile> byId = new TreeMap<>();
    private final Function<String, Optional<Profile>> own;
    private final Supplier<List<Profile>> newestOwn;
    private final Supplier<List<Profile>> everyOwn;

    private Profiles(
            Function<String, Optional<Profile>> own,
            Supplier<List<Profile>> newestOwn,
            Supplier<List<Profile>> everyOwn) {
        this.own = own;
        this.newestOwn = newestOwn;
        this.everyOwn = everyOwn;
    }

    /**
     * The profiles packaged with the application.
     *
     * @throws IllegalArgumentException naming the file, when one is incomplete or misspelt
     */
    public static Profiles packaged() {
        return packagedWith(id -> Optional.empty(), List::of, List::of);
    }

    /**
     * As {@link #packaged}, and the administrator's own.
     *
     * @param own any version by its id
     * @param newestOwn the newest version of each
     * @param everyOwn all versions of all
     */
    static Profiles packagedWith(
            Function<String, Optional<Profile>> own,
            Supplier<List<Profile>> newestOwn,
            Supplier<List<Profile>> everyOwn) {
        Profiles profiles = new Profiles(own, newestOwn, everyOwn);
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(LOCATION)) {
                try (InputStream yaml = file.getInputStream()) {
                    Profile profile = read(yaml, String.valueOf(file.getFilename()));
                    profiles.byId.put(profile.id(), profile);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Rule profiles cannot be read", e);
        }
        return profiles;
    }

    static Profile read(InputStream yaml, String fileName) {
        try {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            Profile profile = of(tree);
            if (!fileName.equals(profile.id() + ".yaml")) {
                throw new IllegalArgumentException("the file must be named after the id " + profile.id());
            }
            return profile;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("Rule profile " + fileName + ": " + e.getMessage(), e);
        }
    }

    /** A profile from plain data, complete in every part. */
    static Profile of(@Nullable Object tree) {
        Profile profile = MAPPER.convertValue(tree, Profile.class);
        requireComplete(profile);
        return profile;
    }

    /** A profile as plain data, such as {@link #of} reads. */
    static ObjectNode asTree(Profile profile) {
        return MAPPER.valueToTree(profile);
    }

    /** The profile of this id, empty when it is unknown. */
    public Optional<Profile> find(@Nullable String id) {
        if (id == null) {
            return Optional.empty();
        }
        Profile packaged = byId.get(id);
        return packaged == null ? own.apply(id) : Optional.of(packaged);
    }

    /**
     * The profile of an id that was checked before.
     *
     * @throws IllegalArgumentException naming the known ids, when it is unknown
     */
    public Profile get(String id) {
        return find(id).orElseThrow(
                        () -> new IllegalArgumentException("Unknown profile '" + id + "', known are " + byId.keySet()));
    }

    /** An area in the words of a profile; a code that the profile no longer knows stays as it is. */
    public String areaLabel(@Nullable String profileId, String code) {
        return find(profileId).stream()
                .flatMap(profile -> profile.areas().value().stream())
                .filter(area -> area.code().equals(code))
                .map(CodedLabel::label)
                .findFirst()
                .orElse(code);
    }

    /** All profiles that a new round may have: the packaged ones in the order of their ids, then the own ones' newest. */
    public List<Profile> all() {
        return Stream.concat(byId.values().stream(), newestOwn.get().stream()).toList();
    }

    /** Every profile that a round may have, earlier versions of own ones included. */
    public List<Profile> everyVersion() {
        return Stream.concat(byId.values().stream(), everyOwn.get().stream()).toList();
    }

    private static void requireComplete(@Nullable Profile profile) {
        if (profile == null) {
            throw new IllegalArgumentException("the file is empty");
        }
        for (RecordComponent component : Profile.class.getRecordComponents()) {
            if (!component.getAccessor().isAnnotationPresent(Nullable.class) && valueOf(component, profile) == null) {
                throw new IllegalArgumentException(component.getName() + " is missing");
            }
        }
    }

    @Nullable private static Object valueOf(RecordComponent component, Profile profile) {
        try {
            return component.getAccessor().invoke(profile);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
