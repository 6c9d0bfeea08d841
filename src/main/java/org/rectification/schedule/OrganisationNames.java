package org.rectification.schedule;

import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.springframework.stereotype.Component;

/** Names of organisations as their round has them. */
@Component
class OrganisationNames {

    private final InspectedOrganisations organisations;

    OrganisationNames(InspectedOrganisations organisations) {
        this.organisations = organisations;
    }

    String of(String roundId, String organisationId) {
        return organisations.get(new CaseKey(roundId, organisationId)).name();
    }
}
