package org.rectification.round;

import java.util.List;
import org.rectification.round.intake.Problem;

/** What became of the wish to register a round. */
public sealed interface Registration {

    /**
     * A round that stands in the ledger.
     *
     * @param warnings what the inspection office should know, such as villages without a login
     */
    record Round(
            String roundId,
            String processInstanceId,
            String processDefinitionId,
            String roundNumber,
            String batch,
            String inspectionTeam,
            int organisations,
            int findings,
            List<Problem> warnings) {

        public String businessKey() {
            return roundNumber + "/" + batch + "/" + inspectionTeam;
        }
    }

    /** It was registered now. */
    record Registered(Round round) implements Registration {}

    /** The same content was registered before; that first round stands. */
    record AlreadyRegistered(Round round) implements Registration {}

    /** Other content was registered under the same number, batch and team. */
    record Conflict(String roundId) implements Registration {}

    /** It breaks rules; nothing was written. */
    record Rejected(List<Problem> problems) implements Registration {}
}
