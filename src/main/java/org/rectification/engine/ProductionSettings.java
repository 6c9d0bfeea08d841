package org.rectification.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Looks at the settings of a production start before anything is touched, and refuses with one sentence for each thing
 * that is missing or unsafe.
 */
class ProductionSettings implements EnvironmentPostProcessor {

    private static final String[] REQUIRED = {
        "SPRING_DATASOURCE_URL",
        "SPRING_DATASOURCE_USERNAME",
        "SPRING_DATASOURCE_PASSWORD",
        "RECTIFICATION_ADMIN_USER",
        "RECTIFICATION_ADMIN_PASSWORD"
    };

    /** Passwords that stand in manuals, in lower case; the first is ours for demo people. */
    private static final Set<String> KNOWN_PASSWORDS = Set.of(
            "rectify!2026",
            "admin",
            "administrator",
            "camunda",
            "changeme",
            "change-me",
            "demo",
            "password",
            "postgres",
            "rectification",
            "secret",
            "123456",
            "12345678");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        List<String> reasons = reasonsAgainst(environment);
        if (!reasons.isEmpty()) {
            throw new StartRefused(String.join(System.lineSeparator(), reasons));
        }
    }

    static List<String> reasonsAgainst(Environment environment) {
        List<String> reasons = new ArrayList<>();
        if (!environment.acceptsProfiles(Profiles.of("production"))) {
            return reasons;
        }
        for (String profile : List.of("demo", "rehearsal")) {
            if (environment.acceptsProfiles(Profiles.of(profile))) {
                reasons.add(
                        "生产环境不得同时启用 " + profile + " / Profile " + profile + " must not be active beside production.");
            }
        }
        for (String variable : REQUIRED) {
            if (!StringUtils.hasText(value(environment, variable))) {
                reasons.add("缺少环境变量 " + variable + " / Environment variable " + variable + " is missing.");
            }
        }
        for (String variable : List.of("SPRING_DATASOURCE_PASSWORD", "RECTIFICATION_ADMIN_PASSWORD")) {
            String password = value(environment, variable);
            if (password != null && KNOWN_PASSWORDS.contains(password.toLowerCase(Locale.ROOT))) {
                reasons.add(variable + " 仍是默认口令 / " + variable + " is a default password.");
            }
        }
        return reasons;
    }

    private static String value(Environment environment, String variable) {
        return environment.getProperty(variable.toLowerCase(Locale.ROOT).replace('_', '.'));
    }
}
