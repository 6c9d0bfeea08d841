package org.rectification.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.engine.ActingAs;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;

@RectificationTest
class ReadyMadeFiltersIT {

    @Autowired
    ProcessEngine engine;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    ReadyMadeFilters readyMade;

    @Autowired
    ActingAs actingAs;

    @Autowired
    Clock clock;

    RightsProbe probe;

    @BeforeEach
    void deployProbe() {
        probe = new RightsProbe(engine);
    }

    @Test
    void townshipPeopleFindTheirOwnTasksAndSupervisorsThoseOfTheirOfficeToo() {
        assertThat(namesFor("qx-village1")).containsExactly("我的待办", "代行职责待办", "应跟进", "即将到期", "已逾期");
        assertThat(namesFor("bs-secretary")).containsExactly("我的待办", "代行职责待办", "应跟进", "即将到期", "已逾期");
        assertThat(namesFor("cadre"))
                .containsExactly("我的待办", "代行职责待办", "应跟进", "即将到期", "已逾期", "本机构待办", "本机构即将到期", "本机构已逾期");
    }

    /** In the order in which Tasklist lists them. */
    private List<String> namesFor(String login) {
        return actingAs.call(login, () -> filters.createTaskFilterQuery().list().stream()
                .sorted(Comparator.comparing(
                        filter -> (Integer) filter.getProperties().get("priority")))
                .map(Filter::getName)
                .toList());
    }

    @Test
    void eachFilterListsWhatItsNameSays() {
        var late = probe.start("qingxi-town", "qx-person4", in(Duration.ofHours(-1)));
        var soon = probe.start("qingxi-town", "qx-person4", in(Duration.ofDays(6)));
        var far = probe.start("qingxi-town", "qx-person4", in(Duration.ofDays(8)));
        var foreign = probe.start("qingxi-town", "qx-person3", in(Duration.ofDays(1)));
        // Other tests leave tasks of their own behind.
        assertThat(instances("qx-person4", "我的待办"))
                .containsSubsequence(late, soon, far)
                .doesNotContain(foreign);
        assertThat(instances("qx-person4", "即将到期")).contains(soon).doesNotContain(late, far, foreign);
        assertThat(instances("qx-person4", "已逾期")).contains(late).doesNotContain(soon, far, foreign);
        assertThat(instances("office", "本机构待办")).containsSubsequence(late, soon, far);
        assertThat(instances("office", "本机构即将到期")).contains(soon).doesNotContain(late, far);
        assertThat(instances("office", "本机构已逾期")).contains(late).doesNotContain(soon, far);
        assertThat(instances("cadre", "本机构待办")).doesNotContain(late, soon, far, foreign);
    }

    @Test
    void aTaskThatSomebodyOfTheOfficeTookStaysOnTheOfficesList() {
        var instance = probe.start("qingxi-town", "qx-person3", in(Duration.ofDays(30)));
        assertThat(instances("office", "本机构待办")).contains(instance);
        assertThat(instances("office", "我的待办")).doesNotContain(instance);
        actingAs.run("office", () -> tasks.claim(probeOffered(instance), "office"));
        assertThat(instances("office", "本机构待办")).contains(instance);
        assertThat(instances("office", "我的待办")).contains(instance);
    }

    private String probeOffered(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey("userTask_offered")
                .singleResult()
                .getId();
    }

    private List<String> instances(String login, String filter) {
        var id = filters.createTaskFilterQuery()
                .filterName(filter)
                .singleResult()
                .getId();
        return actingAs.call(login, () -> filters.<Task>list(id).stream()
                .map(Task::getProcessInstanceId)
                .toList());
    }

    private Date in(Duration span) {
        return Date.from(clock.instant().plus(span));
    }

    @Test
    void theGateLetsTheseFiltersInFromAnAdministratorAndFromNobodyElse() {
        for (Filter filter : filters.createTaskFilterQuery().list()) {
            assertThatCode(() -> actingAs.run("admin", () -> filters.saveFilter(filter)))
                    .as(filter.getName())
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> actingAs.run("office", () -> filters.saveFilter(filter)))
                    .as(filter.getName())
                    .isNotNull();
        }
        assertThatThrownBy(() -> actingAs.call("qx-clerk", () -> filters.newTaskFilter("自建")))
                .isNotNull();
    }

    @Test
    void theNextStartRepairsAChangedFilterAndMakesNoSecondOne() {
        var before = filters.createTaskFilterQuery().count();
        var mine = filters.createTaskFilterQuery().filterName("我的待办").singleResult();
        mine.setQuery(tasks.createTaskQuery().taskAssignee("nobody"));
        filters.saveFilter(mine);
        readyMade.run(null);
        assertThat(filters.createTaskFilterQuery().count()).isEqualTo(before);
        var instance = probe.start("qingxi-town", "qx-person2", in(Duration.ofDays(2)));
        assertThat(instances("qx-person2", "我的待办")).contains(instance);
    }
}
