package org.rectification.deadline;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    @Bean
    WorkingCalendar workingCalendar(CalendarTable table) {
        return new WorkingCalendar(table::days);
    }

    @Bean
    Profiles profiles(OwnProfiles own) {
        return Profiles.packagedWith(own::find, own::newest, own::every);
    }

    @Bean
    DeadlineCalculator deadlineCalculator(WorkingCalendar workingCalendar) {
        return new DeadlineCalculator(workingCalendar);
    }
}
