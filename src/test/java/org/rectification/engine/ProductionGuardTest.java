package org.rectification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ProductionGuardTest {

    private final Map<String, Object> variables = new HashMap<>(Map.of(
            "SPRING_DATASOURCE_URL", "jdbc:postgresql://db.example/rectification",
            "SPRING_DATASOURCE_USERNAME", "rectification_app",
            "SPRING_DATASOURCE_PASSWORD", "Long-And-Own-1",
            "RECTIFICATION_ADMIN_USER", "keeper",
            "RECTIFICATION_ADMIN_PASSWORD", "Long-And-Own-2"));

    @Test
    void completeSettingsPass() {
        assertThat(ProductionSettings.reasonsAgainst(environment("production"))).isEmpty();
    }

    @Test
    void otherProfilesNeedNothing() {
        variables.clear();
        assertThat(ProductionSettings.reasonsAgainst(environment("demo", "rehearsal")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPRING_DATASOURCE_URL",
                "SPRING_DATASOURCE_USERNAME",
                "SPRING_DATASOURCE_PASSWORD",
                "RECTIFICATION_ADMIN_USER",
                "RECTIFICATION_ADMIN_PASSWORD"
            })
    void eachMissingVariableIsNamedInASentenceOfItsOwn(String variable) {
        variables.remove(variable);
        assertThat(ProductionSettings.reasonsAgainst(environment("production")))
                .containsExactly("缺少环境变量 " + variable + " / Environment variable " + variable + " is missing.");
    }

    @Test
    void everythingMissingIsToldAtOnce() {
        variables.clear();
        assertThatThrownBy(() -> new ProductionSettings()
                        .postProcessEnvironment(environment("production"), new SpringApplication()))
                .isInstanceOf(StartRefused.class)
                .message()
                .hasLineCount(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rectify!2026", "rectify!2026", "camunda", "Admin", "postgres"})
    void aPasswordFromAManualIsRefused(String password) {
        variables.put("RECTIFICATION_ADMIN_PASSWORD", password);
        assertThat(ProductionSettings.reasonsAgainst(environment("production")))
                .singleElement()
                .asString()
                .contains("RECTIFICATION_ADMIN_PASSWORD is a default password")
                .doesNotContain(password + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "rehearsal"})
    void playProfilesAreRefusedBesideProduction(String profile) {
        assertThat(ProductionSettings.reasonsAgainst(environment("production", profile)))
                .singleElement()
                .asString()
                .contains("Profile " + profile + " must not be active beside production.");
    }

    private StandardEnvironment environment(String... profiles) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        environment.setActiveProfiles(profiles);
        return environment;
    }
}
