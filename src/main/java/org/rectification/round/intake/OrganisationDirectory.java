package org.rectification.round.intake;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What is known about the organisations that a round names. */
interface OrganisationDirectory {

    /** Known organisations among these codes, each with the number of its Secretaries today. */
    Map<String, Integer> secretaries(Collection<String> codes);

    /** Villages with a person of their own to fill in for them, as {@code organisation/village}. */
    Set<String> villagesWithLogin(Collection<String> organisationCodes);
}
