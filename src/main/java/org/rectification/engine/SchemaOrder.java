package org.rectification.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Makes the engine wait for Flyway: the engine's configuration collects all plugins, and this one exists only after the
 * migrations of schema {@code rectification} have run.
 */
@Component
@DependsOnDatabaseInitialization
class SchemaOrder extends AbstractProcessEnginePlugin {}
