package org.rectification.engine.gate;

/**
 * What a {@link ProcessStartDoor} answers.
 *
 * @param status HTTP status; 200 for a start, the first one or its repetition
 * @param contentType of the body
 * @param body JSON for the client; after a success the gate answers with the engine's own representation instead
 * @param processInstanceId null unless the status is 200
 * @param processDefinitionId null unless the status is 200
 * @param businessKey null unless the status is 200
 */
public record StartAnswer(
        int status,
        String contentType,
        String body,
        String processInstanceId,
        String processDefinitionId,
        String businessKey) {

    /** The process runs; the same start again gives the same answer. */
    public static StartAnswer started(
            String body, String processInstanceId, String processDefinitionId, String businessKey) {
        return new StartAnswer(200, "application/json", body, processInstanceId, processDefinitionId, businessKey);
    }

    /** Nothing was started. */
    public static StartAnswer refused(int status, String contentType, String body) {
        return new StartAnswer(status, contentType, body, null, null, null);
    }

    public boolean isStarted() {
        return status == 200;
    }
}
