package org.rectification.engine.gate;

import java.util.Locale;
import java.util.Map;

/**
 * A process that is not started by the engine itself: whichever command asks for it, the gate hands the wish to the one
 * application service of the capability that owns the process. The engine never sees the start variables.
 */
public interface ProcessStartDoor {

    /** Key of the process definition that this door guards. */
    String processKey();

    /**
     * Starts the process, or says why not. Nothing is stored when the answer is not a success.
     *
     * @param variables what the client sent, by name: a JSON variable as its unparsed text, one of any other type as null
     * @param businessKey as the client sent it, or null
     * @param actor login of the person who asks
     * @param locale language of the messages
     */
    StartAnswer start(Map<String, Object> variables, String businessKey, String actor, Locale locale);
}
