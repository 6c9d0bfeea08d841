package org.rectification.engine;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Says on the console where to go once the application is ready and, in the demo, who may log in. */
@Component
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);
    private static final int NAMES_SHOWN = 60;

    private final Environment environment;
    private final IdentityService identity;

    Welcome(Environment environment, IdentityService identity) {
        this.environment = environment;
        this.identity = identity;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        LOG.info("{}", text());
    }

    String text() {
        String host = environment.getProperty("server.address", "localhost");
        boolean secure = environment.getProperty("server.ssl.enabled", Boolean.class, false);
        String base = (secure ? "https://" : "http://") + host + ":"
                + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String addresses =
                """

                巡察整改系统已启动 / ready
                  Tasklist  %s/camunda/app/tasklist
                  Cockpit   %s/camunda/app/cockpit
                """
                        .formatted(base, base);
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            return addresses;
        }
        return addresses
                + "  演示登录 / demo logins: %s%n  口令 / password: %s%n"
                        .formatted(
                                identity.createUserQuery().orderByUserId().asc().listPage(0, NAMES_SHOWN).stream()
                                        .map(User::getId)
                                        .collect(Collectors.joining(", ")),
                                environment.getProperty("rectification.demo.password"));
    }
}
