package org.rectification.people.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.rectification.engine.CaseVariables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A finding addressed to the principal is for no substitute until the plan is issued, as it is for nobody else. */
@Component
class ConfidentialTasks {

    private final JdbcClient jdbc;

    ConfidentialTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean mayBeShown(VariableScope task) {
        return !(task.getVariable(CaseVariables.FINDING_ID) instanceof String findingId) || !confidential(findingId);
    }

    boolean confidential(String findingId) {
        return jdbc.sql(
                        """
                        select exists (select from rectification.finding f
                          join rectification.inspected_organisation c using (round_id, organisation_id)
                         where f.id = ? and f.addressee = 'PRINCIPAL' and c.plan_issued_at is null)""")
                .param(findingId)
                .query(Boolean.class)
                .single();
    }
}
