package org.rectification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.rectification.support.Applications;
import org.rectification.support.EmbeddedDatabase;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** Production on a database of its own, and on one that was a demo before. */
class ProductionStartIT {

    private static final String[] ADMINISTRATOR = {
        "rectification.admin.user=keeper", "rectification.admin.password=Long-And-Own-2"
    };

    private final String database = EmbeddedDatabase.fresh();

    @Test
    void aNewDatabaseGetsItsAdministratorAndNobodyElse() {
        try (ConfigurableApplicationContext production = Applications.start(database, "production", ADMINISTRATOR)) {
            IdentityService identity = production.getBean(IdentityService.class);
            assertThat(identity.createUserQuery().list())
                    .singleElement()
                    .extracting("id")
                    .isEqualTo("keeper");
            assertThat(production
                            .getBean(ServerProperties.class)
                            .getServlet()
                            .getSession()
                            .getCookie()
                            .getSecure())
                    .isTrue();
            assertThat(production.getEnvironment().getProperty("server.address"))
                    .isNull();
        }
    }

    @Test
    void aDemoDatabaseIsRefused() {
        Applications.start(database, "demo").close();

        assertThatThrownBy(() -> Applications.start(database, "production", ADMINISTRATOR))
                .hasRootCauseInstanceOf(StartRefused.class)
                .hasStackTraceContaining("holds demo people");
    }
}
