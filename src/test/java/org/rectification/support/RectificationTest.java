package org.rectification.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.rectification.RectificationApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a random port, with demo people but no demo round, with the movable clock, on a database of
 * its own. Classes with the same settings share one context, and with it the database: they must not rely on it being
 * empty. Let a test set more with {@code @TestPropertySource}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
        classes = RectificationApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"rectification.demo.round=false", "management.server.port=0", "server.shutdown=immediate"})
@ActiveProfiles({"demo", "rehearsal"})
@ContextConfiguration(initializers = EmbeddedDatabase.Initializer.class)
public @interface RectificationTest {}
