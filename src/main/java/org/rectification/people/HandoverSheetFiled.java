package org.rectification.people;

/**
 * The signed sheet of a hand-over is on record; the room of files checks and keeps it, in the same transaction.
 *
 * @param roundId the organisation's running case, under which the sheet was uploaded
 */
public record HandoverSheetFiled(String fileId, String roundId, String organisationId) {}
