package org.rectification.ledger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.rectification.plan.StatementCounter;
import org.rectification.support.RectificationTest;
import org.springframework.context.annotation.Import;

/** The whole application with a township whose ledger a test fills as it likes; statements can be counted. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RectificationTest
@Import({LedgerTown.class, StatementCounter.class})
public @interface LedgerTest {}
