package org.rectification.engine.gate;

import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;

/** Says whether a logged-in person may give this very command; throws an HTTP answer when not. */
@FunctionalInterface
interface CommandRule {

    /** Lets pass whatever the engine's own authorizations allow. */
    CommandRule ALLOWED = (command, person) -> {};

    void check(Command<?> command, Authentication person);

    /** First the one, then the other. */
    static CommandRule both(CommandRule one, CommandRule other) {
        return (command, person) -> {
            one.check(command, person);
            other.check(command, person);
        };
    }
}
