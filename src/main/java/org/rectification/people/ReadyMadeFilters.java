package org.rectification.people;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people see on the left of Tasklist without having made anything: their own tasks, and for supervising bodies
 * those of their office. Brought up to date at every start, each readable for the groups that it is for. The gate lets
 * a filter hold only a few exact expressions; these filters use no others.
 */
@Component
@Order(EngineAuthorizations.ORDER + 10)
class ReadyMadeFilters implements ApplicationRunner {

    private static final String BLUE = "#2f6db5";
    private static final String AMBER = "#b87a00";
    private static final String RED = "#b5352f";
    private static final String SOON = "${dateTime().plusDays(7)}";
    private static final String ME = "${currentUser()}";
    private static final String NOW = "${now()}";

    /** In the order in which Tasklist shows them; it opens the first. */
    private static final List<ReadyMade> ALL = List.of(
            new ReadyMade("我的待办", "由本人办理的任务，先到期的在前", BLUE, false, tasks -> mine(tasks)),
            new ReadyMade(
                    "代行职责待办", "他人不在岗期间由本人代行的任务，先到期的在前", BLUE, false, tasks -> tasks.taskCandidateUserExpression(ME)
                            .includeAssignedTasks()),
            new ReadyMade("应跟进", "由本人办理、距期限不足三个工作日的任务", AMBER, false, tasks -> mine(tasks)
                    .followUpBeforeExpression(NOW)
                    .dueAfterExpression(NOW)),
            new ReadyMade("即将到期", "由本人办理、七日内到期的任务", AMBER, false, tasks -> mine(tasks)
                    .dueAfterExpression(NOW)
                    .dueBeforeExpression(SOON)),
            new ReadyMade(
                    "已逾期", "由本人办理、已过期限的任务", RED, false, tasks -> mine(tasks).dueBeforeExpression(NOW)),
            new ReadyMade("本机构待办", "由本机构办理的任务，含尚未签收的", BLUE, true, tasks -> ours(tasks)),
            new ReadyMade("本机构即将到期", "由本机构办理、七日内到期的任务", AMBER, true, tasks -> ours(tasks)
                    .dueAfterExpression(NOW)
                    .dueBeforeExpression(SOON)),
            new ReadyMade(
                    "本机构已逾期", "由本机构办理、已过期限的任务", RED, true, tasks -> ours(tasks).dueBeforeExpression(NOW)));

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    ReadyMadeFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        for (int place = 0; place < ALL.size(); place++) {
            var readyMade = ALL.get(place);
            var id = save(readyMade, place);
            Arrays.stream(Role.values())
                    .filter(role -> role.supervises() || !readyMade.forSupervisors())
                    .forEach(role -> letRead(role, id));
        }
    }

    private String save(ReadyMade readyMade, int place) {
        var filter =
                filters.createTaskFilterQuery().filterName(readyMade.name()).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(readyMade.name());
        }
        filter.setQuery(readyMade
                .query()
                .apply(tasks.createTaskQuery())
                .orderByDueDate()
                .asc());
        filter.setProperties(Map.of(
                "description",
                readyMade.description(),
                "color",
                readyMade.color(),
                "priority",
                place,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of()));
        return filters.saveFilter(filter).getId();
    }

    private void letRead(Role role, String filterId) {
        boolean granted = authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.FILTER)
                        .resourceId(filterId)
                        .groupIdIn(role.group())
                        .count()
                > 0;
        if (!granted) {
            var row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            row.setGroupId(role.group());
            row.setResource(Resources.FILTER);
            row.setResourceId(filterId);
            row.addPermission(Permissions.READ);
            authorizations.saveAuthorization(row);
        }
    }

    private static TaskQuery mine(TaskQuery query) {
        return query.taskAssigneeExpression(ME);
    }

    private static TaskQuery ours(TaskQuery query) {
        return query.taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
    }

    private record ReadyMade(
            String name, String description, String color, boolean forSupervisors, UnaryOperator<TaskQuery> query) {}
}
