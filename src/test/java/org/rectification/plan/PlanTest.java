package org.rectification.plan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.rectification.support.FlowCoverage;
import org.rectification.support.RectificationTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole application without its job executor: tests run each job by hand and may count statements. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RectificationTest
@Import({PlanTown.class, FlowCoverage.class, StatementCounter.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
@interface PlanTest {}
