package org.rectification.engine.gate;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.springframework.stereotype.Component;

/**
 * Keeps expressions out of queries. Stock 7.24.0 looks for them in the outer query only and evaluates those of nested
 * {@code orQueries}: whoever may query tasks may then run code.
 */
@Component
class QueryGuard {

    /** Rows that the REST door answers at most without a page size. */
    static final int LIST_LIMIT = 1_000;

    private final DoorAnswers answers;

    QueryGuard(DoorAnswers answers) {
        this.answers = answers;
    }

    /** A query that somebody sends holds no expression at any depth. */
    void refuseExpressions(Object query) {
        refuseOthers(query, Set.of());
    }

    /** A stored filter's query holds no expression but the exact ones of the list. */
    void refuseOthers(Object query, Collection<String> allowed) {
        check(query, allowed, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Nested queries may share one list with their parent, so each is looked at once. */
    private void check(Object query, Collection<String> allowed, Set<Object> seen) {
        if (!seen.add(query)) {
            return;
        }
        if (query instanceof AbstractQuery<?, ?> abstractQuery
                && !allowed.containsAll(abstractQuery.getExpressions().values())) {
            throw answers.badRequest("查询条件中不允许使用表达式。");
        }
        if (query instanceof TaskQueryImpl taskQuery) {
            taskQuery.getQueries().forEach(nested -> check(nested, allowed, seen));
        }
    }

    /** Asks for one row more than may be answered, so that a cut list is noticed. */
    void limit(AbstractQuery<?, ?> query) {
        if (query.getMaxResults() == Integer.MAX_VALUE) {
            query.setMaxResults(LIST_LIMIT + 1);
        } else if (query.getMaxResults() > LIST_LIMIT) {
            throw answers.badRequest("maxResults 不得超过 " + LIST_LIMIT + "。");
        }
    }

    /** Never a silently cut list: who asks for too much is told to page. */
    void refuseCut(AbstractQuery<?, ?> query, Object result) {
        if (query.getMaxResults() == LIST_LIMIT + 1 && result instanceof List<?> rows && rows.size() > LIST_LIMIT) {
            throw answers.badRequest("结果超过 " + LIST_LIMIT + " 条，请使用 firstResult 和 maxResults 分页查询。");
        }
    }
}
