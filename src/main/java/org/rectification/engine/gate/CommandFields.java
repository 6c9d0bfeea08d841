package org.rectification.engine.gate;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.beans.PropertyAccessorFactory;

/** Looks into a command. The engine keeps what a client sent in fields without getters; 7.24.0 is the last of its line. */
final class CommandFields {

    private CommandFields() {}

    @SuppressWarnings("unchecked")
    static <T> T read(Command<?> command, String field) {
        return (T) PropertyAccessorFactory.forDirectFieldAccess(command).getPropertyValue(field);
    }
}
