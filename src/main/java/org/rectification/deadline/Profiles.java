package org.rectification.deadline;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    private Profiles() {}

    /**
     * The profiles packaged with the application.
     *
     * @throws IllegalArgumentException naming the file, when one is incomplete or misspelt
     */
    public static Profiles packaged() {
        Profiles profiles = new Profiles();
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
            Profile profile = MAPPER.convertValue(tree, Profile.class);
            requireComplete(profile);
            if (!fileName.equals(profile.id() + ".yaml")) {
                throw new IllegalArgumentException("the file must be named after the id " + profile.id());
            }
            return profile;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("Rule profile " + fileName + ": " + e.getMessage(), e);
        }
    }

    /** The profile of this id, empty when it is unknown. */
    public Optional<Profile> find(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
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

    /** All profiles in the order of their ids. */
    public List<Profile> all() {
        return List.copyOf(byId.values());
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
