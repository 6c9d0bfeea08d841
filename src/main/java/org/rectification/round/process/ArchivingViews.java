package org.rectification.round.process;

import java.util.List;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.engine.TaskEntries;
import org.rectification.round.Archiving;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Missing;
import org.springframework.stereotype.Component;

/** What the form at the archiving gate shows. */
@Component("archivingViews")
public class ArchivingViews {

    private final Archiving archiving;
    private final InspectedOrganisations organisations;
    private final TaskEntries entries;

    ArchivingViews(Archiving archiving, InspectedOrganisations organisations, TaskEntries entries) {
        this.archiving = archiving;
        this.organisations = organisations;
        this.entries = entries;
    }

    /** The organisation and everything that was missing when the task appeared. */
    public JsonValue missing(String roundId, String organisationId) {
        var key = new CaseKey(roundId, organisationId);
        var missing = archiving.missing(key);
        return entries.of(new Gate(organisations.get(key).name(), roundId, organisationId, missing.size(), missing));
    }

    private record Gate(
            String organisation, String roundId, String organisationId, int missingCount, List<Missing> missing) {}
}
