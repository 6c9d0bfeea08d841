package org.rectification.round.process;

import org.rectification.round.ArchivingCheck;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The round without the others: where their processes are stand-ins, nobody asks for what those would have produced. */
@TestConfiguration(proxyBeanMethods = false)
class RoundAlone {

    @Bean
    static BeanFactoryPostProcessor withoutTheOthersChecks() {
        return factory -> {
            for (var name : factory.getBeanNamesForType(ArchivingCheck.class, false, false)) {
                var type = factory.getBeanDefinition(name).getBeanClassName();
                if (type != null && !type.startsWith("org.rectification.round.")) {
                    ((BeanDefinitionRegistry) factory).removeBeanDefinition(name);
                }
            }
        };
    }
}
