package org.rectification.architecture.broken.two;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.architecture.broken.one.First;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;

/** The other half of the cycle; also a delegate and a controller outside their rooms, which no test application picks up. */
@Controller
@Profile("never")
public class Second implements JavaDelegate {

    public LocalDate limit() {
        return LocalDate.now(Clock.systemUTC());
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("limit", new First().today());
    }
}
