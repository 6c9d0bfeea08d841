package org.rectification.deadline;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    @Bean
    WorkingCalendar workingCalendar() {
        return WorkingCalendar.ofPublishedNotices();
    }

    @Bean
    Profiles profiles() {
        return Profiles.packaged();
    }

    @Bean
    DeadlineCalculator deadlineCalculator(WorkingCalendar workingCalendar) {
        return new DeadlineCalculator(workingCalendar);
    }
}
