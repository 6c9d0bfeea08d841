package org.rectification.round.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.rectification.engine.CaseVariables;
import org.rectification.engine.TaskEntries;
import org.rectification.people.Role;
import org.rectification.round.InspectedOrganisations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The county's bodies have tasks of many organisations: the card of each says of which, by its name. Cards show variables
 * only, so the name is one of the task, where it goes with the task.
 */
@Component
class OrganisationOnCard {

    private final InspectedOrganisations organisations;

    OrganisationOnCard(InspectedOrganisations organisations) {
        this.organisations = organisations;
    }

    @EventListener(condition = "#task.eventName == 'create'")
    void name(DelegateTask task) {
        if (task.getVariable(CaseVariables.ROUND_ID) instanceof String round
                && task.getVariable(CaseVariables.ORGANISATION_ID) instanceof String organisation
                && task.getCandidates().stream().anyMatch(OrganisationOnCard::ofTheCounty)) {
            organisations
                    .name(round, organisation)
                    .ifPresent(name -> task.setVariableLocal(TaskEntries.ORGANISATION, name));
        }
    }

    private static boolean ofTheCounty(IdentityLink candidate) {
        return Role.countyBodies().stream().anyMatch(body -> body.group().equals(candidate.getGroupId()));
    }
}
