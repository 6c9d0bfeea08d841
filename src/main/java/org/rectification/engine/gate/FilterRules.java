package org.rectification.engine.gate;

import java.util.Set;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.query.Query;
import org.springframework.stereotype.Component;

/** Stored filters may evaluate expressions in the engine; only exact, known ones get in. */
@Component
class FilterRules {

    /** What our own filters use; nothing else is ever evaluated. */
    static final Set<String> EXPRESSIONS = Set.of(
            "${currentUser()}",
            "${currentUserGroups()}",
            "${now()}",
            "${dateTime().plusDays(3)}",
            "${dateTime().plusDays(7)}",
            "${dateTime().plusDays(20)}");

    private final QueryGuard queries;
    private final AdministrationRules administration;

    FilterRules(QueryGuard queries, AdministrationRules administration) {
        this.queries = queries;
        this.administration = administration;
    }

    void execute(Command<?> command, Authentication person) {
        queries.refuseExpressions(CommandFields.<Query<?, ?>>read(command, "extendingQuery"));
    }

    void save(Command<?> command, Authentication person) {
        administration.administer(command, person);
        queries.refuseOthers(CommandFields.<Filter>read(command, "filter").getQuery(), EXPRESSIONS);
    }
}
