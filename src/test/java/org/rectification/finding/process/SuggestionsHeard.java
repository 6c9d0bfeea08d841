package org.rectification.finding.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.engine.CaseVariables;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;

/** Takes the place of the accountability capability's delegate and remembers what was suggested. */
class SuggestionsHeard implements BeanDefinitionRegistryPostProcessor {

    static final List<String> HEARD = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        var bean = "suggestAccountabilityDelegate";
        if (registry.containsBeanDefinition(bean)) {
            registry.removeBeanDefinition(bean);
        }
        BeanDefinition standIn = new RootBeanDefinition(StandIn.class);
        registry.registerBeanDefinition(bean, standIn);
    }

    /** Triggers suggested for a finding, in order. */
    static List<String> about(String finding) {
        return HEARD.stream()
                .filter(heard -> heard.startsWith(finding))
                .map(heard -> heard.substring(finding.length() + 1))
                .toList();
    }

    static class StandIn implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            HEARD.add(CaseVariables.findingId(execution) + " " + CaseVariables.required(execution, "trigger"));
        }
    }
}
