package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rectification.plan.PlanTown.CLERK;
import static org.rectification.plan.PlanTown.TOWN;
import static org.rectification.plan.PlanTown.refusal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rectification.finding.AddedFinding;
import org.rectification.finding.AddedFindings;
import org.rectification.finding.FindingOrigin;
import org.rectification.finding.FindingState;
import org.rectification.finding.Owners;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.springframework.beans.factory.annotation.Autowired;

/** A self-found finding that came after the plan: an amendment brings it into the plan, and nothing else lets it be struck off. */
@PlanTest
class SelfFoundAfterIssueProcessTest {

    private static final String OFFICE = "pt-office";
    private static final LocalDate DUE = LocalDate.of(2026, 5, 25);

    @Autowired
    PlanTown town;

    @Autowired
    PlanHistory history;

    @Autowired
    AddedFindings added;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    @Feature(13)
    @Clause({"S22", "S27"})
    void isStruckOffOnceAnAmendmentBroughtItIntoThePlan() {
        var ids = town.issued(1, 0);
        var found = added.add(
                        CLERK,
                        new AddedFinding(
                                FindingOrigin.SELF_FOUND, ids.get(0), null, "救助评议未公示", "自查发现救助评议未公示。", null, DUE))
                .findingId();
        jobsOf(found);
        act(
                "pt-person",
                found,
                "userTask_rectifyFinding",
                Map.of(
                        "result", "已公示，已修订制度。",
                        "measures",
                                List.of(
                                        Map.of("text", "补办公示", "kind", "NOW"),
                                        Map.of("text", "修订评议公示制度", "kind", "LASTING")),
                        "documentNumber", "方案镇〔2026〕3号"));
        act("pt-portfolio", found, "userTask_reviewResult", Map.of("answer", "AGREE", "reason", "同意"));
        act("pt-discipline", found, "userTask_verifyFinding", Map.of("verdict", "DONE", "reason", "已核验"));
        assertThat(town.findings.get(found).awaitsStrikeOff())
                .as("done, but in no plan: it waits")
                .isTrue();

        // Other owners of other lines make a version, and it is not in it.
        town.findings.assign(CLERK, ids.get(0), new Owners("pt-portfolio", "党政办", "pt-other"), "分工调整");
        assertThat(history.diff(CLERK, town.key(), 1, 2))
                .extracting(LineDifference::findingId)
                .containsExactly(ids.get(0));

        town.amendment("补充自查发现的问题");
        assertThat(refusal(() -> town.complete(
                        CLERK,
                        "userTask_prepareAmendment",
                        null,
                        Map.of("action", "SUBMIT", "changes", List.of(Map.of("finding", found, "goal", "公示"))))))
                .extracting(Violation::message)
                .anyMatch(message -> message.contains("整改措施未填写"))
                .anyMatch(message -> message.contains("会议日期未填写"));
        town.complete(CLERK, "userTask_prepareAmendment", null, amendment(found));
        assertThat(town.findings.get(found).state())
                .as("not before it is consented to")
                .isEqualTo(FindingState.VERIFICATION);
        town.complete(OFFICE, "userTask_consentToAmendment", null, Map.of("decision", "CONSENT"));

        assertThat(history.diff(CLERK, town.key(), 2, 3))
                .extracting(LineDifference::findingId, LineDifference::kind)
                .containsExactly(tuple(found, LineDifference.Kind.ADDED));
        jobsOf(found);
        assertThat(town.findings.get(found).state()).isEqualTo(FindingState.STRUCK_OFF);
        assertThat(town.findings.get(found).originalDueOn()).isEqualTo(DUE);
    }

    private Map<String, Object> amendment(String found) {
        var change = new HashMap<String, Object>(Map.of(
                "finding",
                found,
                "goal",
                "评议结果100%公示",
                "dueOn",
                DUE.toString(),
                "branch",
                "民政办",
                "rootCause",
                "制度执行不严",
                "similarCheck",
                "排查全部评议事项",
                "similarChecked",
                3,
                "similarFound",
                0));
        change.put(
                "measures",
                List.of(Map.of("horizon", "NOW", "text", "补办公示"), Map.of("horizon", "LASTING", "text", "修订评议公示制度")));
        return Map.of(
                "action", "SUBMIT",
                "changes", List.of(change),
                "meetingOn", town.today().toString(),
                "minutesNumber", "方案镇委纪〔2026〕13号",
                "minutesFile", town.paper("党委会会议记录"));
    }

    private void act(String person, String finding, String taskKey, Map<String, ?> entry) {
        var task = town.tasks
                .createTaskQuery()
                .processInstanceId(instance(finding))
                .taskDefinitionKey(taskKey)
                .singleResult();
        town.tasks.setAssignee(task.getId(), person);
        town.identity.setAuthentication(
                person,
                town.jdbc
                        .sql(
                                "select distinct replace(lower(role), '_', '-') from rectification.duty where person_id = ?")
                        .param(person)
                        .query(String.class)
                        .list(),
                List.of(TOWN));
        try {
            town.tasks.complete(
                    task.getId(),
                    Map.of(
                            "entry",
                            SpinValues.jsonValue(Spin.JSON(entry).toString()).create()));
        } finally {
            town.identity.clearAuthentication();
        }
        jobsOf(finding);
    }

    /** Runs what is due at once in the round of the finding. */
    private void jobsOf(String finding) {
        for (int ran = 1; ran > 0; ) {
            ran = 0;
            for (var process : town.runtime
                    .createProcessInstanceQuery()
                    .variableValueEquals(
                            "roundId", town.findings.get(finding).facts().roundId())
                    .list()) {
                for (var job : town.management
                        .createJobQuery()
                        .processInstanceId(process.getId())
                        .messages()
                        .list()) {
                    town.management.executeJob(job.getId());
                    ran++;
                }
            }
        }
    }

    private String instance(String finding) {
        return town.jdbc
                .sql("select process_instance_id from rectification.finding where id = ?")
                .param(finding)
                .query(String.class)
                .single();
    }
}
