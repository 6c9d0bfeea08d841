package org.rectification.support;

import java.util.Arrays;
import java.util.stream.Stream;
import org.rectification.RectificationApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts whole applications by hand, for tests of starting and stopping. */
public final class Applications {

    private Applications() {}

    /** Starts on a database with the profiles (comma separated); more settings as {@code key=value}. */
    public static ConfigurableApplicationContext start(String databaseUrl, String profiles, String... settings) {
        Stream<String> base = Stream.of(
                "spring.profiles.active=" + profiles,
                "spring.datasource.url=" + databaseUrl,
                "spring.datasource.username=" + EmbeddedDatabase.USER,
                "spring.datasource.password=not-a-known-password",
                "spring.datasource.hikari.maximum-pool-size=6",
                "server.port=0",
                "management.server.port=0",
                "rectification.demo.round=false");
        String[] arguments = Stream.concat(base, Arrays.stream(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new SpringApplicationBuilder(RectificationApplication.class).run(arguments);
    }
}
