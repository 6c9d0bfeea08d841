package org.rectification.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.finding.CoOwners;
import org.rectification.finding.FindingInstances;
import org.springframework.stereotype.Service;

/** The rows of a co-owner: findings that others lead and in which a part is open. A part is no task of the engine. */
@Service
public class Parts {

    private final CoOwners coOwners;
    private final FindingInstances instances;
    private final WorkRows rows;
    private final Clock clock;

    Parts(CoOwners coOwners, FindingInstances instances, WorkRows rows, Clock clock) {
        this.coOwners = coOwners;
        this.instances = instances;
        this.rows = rows;
        this.clock = clock;
    }

    public List<WorkRow> of(String person) {
        var open = coOwners.open(person);
        if (open.isEmpty()) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        var carrying = instances.of(open).stream()
                .map(FindingInstances.Instance::processInstanceId)
                .toList();
        return rows.of(carrying).stream()
                .map(content -> new WorkRow(
                        "",
                        ShanghaiTime.dueInstant(content.finding().dueOn()),
                        content.finding().dueOn().isBefore(today),
                        null,
                        content.finding()))
                .toList();
    }
}
