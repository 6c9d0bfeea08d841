package org.rectification.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Deploys every model, decision and form as one deployment before the doors open. Unchanged resources make no new
 * version; one changed resource makes a new version of all, because calls and forms are bound to their deployment.
 */
@Component
class EngineDeployer implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(EngineDeployer.class);
    private static final String NAME = "rectification";

    private final RepositoryService repository;

    EngineDeployer(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, Resource> resources =
                DeployableResources.of(getClass().getClassLoader()).byName();
        if (resources.isEmpty()) {
            LOG.warn("No model and no form on the class path: nothing is deployed");
            return;
        }
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
        resources.forEach((name, resource) -> add(deployment, name, resource));
        deployment.deploy();
    }

    private static void add(DeploymentBuilder deployment, String name, Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            deployment.addInputStream(name, content);
        } catch (IOException e) {
            throw new IllegalStateException("Resource " + name + " cannot be read", e);
        }
    }
}
