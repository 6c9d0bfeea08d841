package org.rectification.engine.clock;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** Zone Asia/Shanghai. */
    @Bean
    Clock clock() {
        return new EngineClock(EngineClock.SHANGHAI);
    }
}
