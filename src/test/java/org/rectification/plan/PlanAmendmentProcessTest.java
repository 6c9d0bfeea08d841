package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.rectification.plan.PlanTown.CLERK;
import static org.rectification.plan.PlanTown.PERSON;
import static org.rectification.plan.PlanTown.SECRETARY;
import static org.rectification.plan.PlanTown.VILLAGE;
import static org.rectification.plan.PlanTown.refusal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rectification.finding.Owners;
import org.rectification.plan.LineDifference.FieldChange;
import org.rectification.plan.PlanHistory.VersionCard;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.rectification.support.FlowCoverage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PlanTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanAmendmentProcessTest {

    private static final String OFFICE = "pt-office";
    private static final Map<String, ?> CONSENT = Map.of("decision", "CONSENT");
    private static final String REASON = "县里下达新的公示要求";

    @Autowired
    PlanTown town;

    @Autowired
    PlanHistory history;

    @Autowired
    PlanAmendments amendments;

    @Autowired
    AmendmentReadings readings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    FlowCoverage coverage;

    @Test
    @Feature(15)
    @Clause("S18")
    void afterApprovalAnyEditMakesVersionTwoWithFieldLevelDifferenceAndReason() {
        var ids = town.issued(2, 1);
        town.findingsAreWorkedOn();
        var timer = town.warningDue(ids.get(0));
        var first = history.version(CLERK, town.key(), 1);
        town.amendment(REASON);
        town.complete(CLERK, "userTask_prepareAmendment", null, amended(ids.get(0), "公示率100%，公示不少于7日", "2026-05-31"));
        assertThat(town.view("userTask_consentToAmendment"))
                .contains(REASON, "\"before\":\"评议结果100%公示\",\"after\":\"公示率100%，公示不少于7日\"", "\"deliberated\":true");
        town.complete(OFFICE, "userTask_consentToAmendment", null, CONSENT);

        assertThat(town.ended()).isTrue();
        assertThat(history.versions(CLERK, town.key()))
                .extracting(VersionCard::version, VersionCard::kind, VersionCard::reason)
                .containsExactly(tuple(1, "印发", null), tuple(2, "方案调整", REASON));
        var difference = history.diff(CLERK, town.key(), 1, 2);
        assertThat(difference).extracting(LineDifference::findingId).containsExactly(ids.get(0));
        assertThat(difference.get(0).changes())
                .containsExactly(
                        new FieldChange(LineField.GOAL, "整改目标", "评议结果100%公示", "公示率100%，公示不少于7日"),
                        new FieldChange(LineField.DUE_ON, "整改时限", "2026-05-20", "2026-05-31"));
        assertThat(history.version(CLERK, town.key(), 1)).isEqualTo(first);
        var finding = town.findings.get(ids.get(0));
        assertThat(finding.dueOn()).isEqualTo(LocalDate.of(2026, 5, 31));
        assertThat(finding.originalDueOn()).isEqualTo(LocalDate.of(2026, 5, 20));
        assertThat(town.warningDue(ids.get(0))).isEqualTo(timer.plusDays(11));
        assertThat(town.warningDue(ids.get(1))).isEqualTo(timer);
        assertThat(town.trail())
                .contains(
                        "PLAN_AMENDMENT_SUBMITTED pt-clerk",
                        "PLAN_LINE_AMENDED pt-office",
                        "LIMIT_AMENDED pt-office",
                        "PLAN_VERSION_FROZEN pt-office");
    }

    @Test
    void changedMeasuresGoalOrLimitNeedTheCommitteesMeetingAndItsMinutes() {
        var ids = town.issued(1, 0);
        town.amendment(REASON);
        for (var change : List.of(
                Map.of("finding", ids.get(0), "goal", "公示率100%"),
                Map.of("finding", ids.get(0), "dueOn", "2026-05-30"),
                Map.of("finding", ids.get(0), "measures", measures("补办公示并张贴", "修订评议公示制度")))) {
            assertThat(refusal(() -> town.complete(
                            CLERK,
                            "userTask_prepareAmendment",
                            null,
                            Map.of("action", "SUBMIT", "changes", List.of(change)))))
                    .extracting(Violation::message)
                    .containsExactly("会议日期未填写。", "请上传党委会会议记录或纪要。");
        }
        assertThat(refusal(() -> town.complete(
                        CLERK,
                        "userTask_prepareAmendment",
                        null,
                        Map.of(
                                "action",
                                "SUBMIT",
                                "changes",
                                List.of(Map.of("finding", ids.get(0), "goal", "公示率100%")),
                                "meetingOn",
                                "2026-03-10",
                                "minutesFile",
                                town.paper("党委会会议记录")))))
                .extracting(Violation::message)
                .containsExactly("会议日期不能早于方案印发日期2026-03-11。");
        assertThat(town.openTasks()).containsExactly("userTask_prepareAmendment");
    }

    @Test
    void otherFieldsAreTakenOnFileWithoutAMeeting() {
        var ids = town.issued(1, 0);
        town.amendment("根源剖析不够深入");
        town.complete(
                CLERK,
                "userTask_prepareAmendment",
                null,
                Map.of("action", "SUBMIT", "changes", List.of(Map.of("finding", ids.get(0), "rootCause", "评议程序无人把关"))));
        assertThat(town.view("userTask_consentToAmendment")).contains("\"deliberated\":false");
        town.complete(OFFICE, "userTask_consentToAmendment", null, CONSENT);
        assertThat(fields(1, 2)).containsExactly("根源剖析");
    }

    @Test
    void amendmentGivenBackKeepsWhatWasWrittenAndCanBeWithdrawn() {
        var ids = town.issued(1, 0);
        var amendment = town.amendment(REASON);
        town.complete(CLERK, "userTask_prepareAmendment", null, amended(ids.get(0), "公示率100%", "2026-05-31"));
        assertThat(refusal(
                        () -> town.complete(OFFICE, "userTask_consentToAmendment", null, Map.of("decision", "RETURN"))))
                .containsExactly(new Violation("remark", "退回须说明理由。"));
        town.complete(OFFICE, "userTask_consentToAmendment", null, Map.of("decision", "RETURN", "remark", "理由不充分"));
        assertThat(town.openTasks()).containsExactly("userTask_prepareAmendment");
        assertThat(town.view("userTask_prepareAmendment")).contains("巡察办退回：理由不充分");
        assertThat(town.entry("userTask_prepareAmendment")).contains("公示率100%", "2026-05-31", "minutesFile");
        assertThat(readings.of(CLERK, town.key()).get(0).taskId()).isNotNull();
        assertThat(refusal(() -> amendments.open(CLERK, town.key(), "再调整一次")))
                .extracting(Violation::message)
                .containsExactly("上一次方案调整尚未办结，办结或撤回后再提出。");
        town.complete(CLERK, "userTask_prepareAmendment", null, Map.of("action", "WITHDRAW"));

        assertThat(town.ended()).isTrue();
        assertThat(history.versions(CLERK, town.key())).hasSize(1);
        assertThat(readings.of(CLERK, town.key()))
                .extracting(AmendmentReadings.Card::id, AmendmentReadings.Card::state)
                .containsExactly(tuple(amendment, "已撤回"));
        assertThat(amendments.open(CLERK, town.key(), "再调整一次")).isNotNull();
    }

    @Test
    void lineOfAStruckOffFindingStaysAsItWasStruckOff() {
        var ids = town.issued(2, 0);
        town.struckOff(ids.get(0));
        town.amendment(REASON);
        assertThat(refusal(() -> town.complete(
                        CLERK, "userTask_prepareAmendment", null, amended(ids.get(0), "公示率100%", "2026-05-31"))))
                .extracting(Violation::message)
                .contains("镇本级第1号问题“低保评议不公开”已销号，不能再调整方案。");
        town.complete(CLERK, "userTask_prepareAmendment", null, amended(ids.get(1), "公示率100%", "2026-05-31"));
        town.struckOff(ids.get(1));
        assertThat(refusal(() -> town.complete(OFFICE, "userTask_consentToAmendment", null, CONSENT)))
                .containsExactly(new Violation("decision", "镇本级第2号问题“低保评议不公开”已销号，不能再调整方案。请退回整改办重新拟订。"));
    }

    @Test
    void limitOfALateFindingIsNotMovedByAnAmendment() {
        var ids = town.issued(1, 0);
        town.today(LocalDate.of(2026, 5, 21));
        town.amendment(REASON);
        assertThat(refusal(() -> town.complete(
                        CLERK, "userTask_prepareAmendment", null, amended(ids.get(0), "公示率100%", "2026-06-05"))))
                .extracting(Violation::message)
                .containsExactly("镇本级第1号问题“低保评议不公开”：已经逾期的问题须申请延期，不能通过调整方案变更时限。");
    }

    @Test
    void amendmentBreaksNoRuleOfDrafting() {
        var ids = town.issued(1, 0);
        town.amendment(REASON);
        assertThat(refusal(() -> town.complete(
                        CLERK, "userTask_prepareAmendment", null, amended(ids.get(0), "公示率100%", "2026-07-01"))))
                .extracting(Violation::field)
                .contains("changes[0].dueOn");
        assertThat(refusal(() -> town.complete(
                        CLERK,
                        "userTask_prepareAmendment",
                        null,
                        Map.of("action", "SUBMIT", "changes", List.of(Map.of("finding", ids.get(0)))))))
                .extracting(Violation::message)
                .containsExactly("镇本级第1号问题“低保评议不公开”没有任何变化。");
        assertThat(refusal(() -> town.complete(CLERK, "userTask_prepareAmendment", null, Map.of("action", "SUBMIT"))))
                .extracting(Violation::message)
                .containsExactly("请至少调整一个问题的方案内容。");
    }

    @Test
    @Clause("S13")
    void newOwnerAloneMakesAVersionWithTheReasonOnePerActHoweverManyFindings() {
        var ids = town.issued(3, 0);
        var owners = new Owners("pt-portfolio", "民政办", "pt-other");
        transaction.executeWithoutResult(status -> {
            town.findings.assign(CLERK, ids.get(0), owners, "江同志调离");
            town.findings.assign(CLERK, ids.get(1), owners, "江同志调离");
        });
        assertThat(history.versions(CLERK, town.key()))
                .extracting(VersionCard::version, VersionCard::kind, VersionCard::reason)
                .containsExactly(tuple(1, "印发", null), tuple(2, "责任人调整", "江同志调离"));
        assertThat(history.diff(CLERK, town.key(), 1, 2))
                .extracting(LineDifference::findingId)
                .containsExactly(ids.get(0), ids.get(1));
        assertThat(fields(1, 2)).contains("责任人员");
        assertThat(town.trail()).contains("PLAN_VERSION_FROZEN pt-clerk");
    }

    @Test
    void amendmentThatAlsoChangesOwnersMakesOneVersion() {
        var ids = town.issued(1, 0);
        town.amendment(REASON);
        var entry = new HashMap<String, Object>(amended(ids.get(0), "公示率100%", "2026-05-31"));
        entry.put("changes", List.of(Map.of("finding", ids.get(0), "goal", "公示率100%", "person", "pt-other")));
        town.complete(CLERK, "userTask_prepareAmendment", null, entry);
        town.complete(OFFICE, "userTask_consentToAmendment", null, CONSENT);
        assertThat(history.versions(CLERK, town.key())).hasSize(2);
        assertThat(fields(1, 2)).containsExactly("整改目标", "责任人员");
        assertThat(town.findings.get(ids.get(0)).owners().orElseThrow().person())
                .isEqualTo("pt-other");
    }

    @Test
    void consentIsRefusedOnceTheLineHasChangedMeanwhile() {
        var ids = town.issued(1, 0);
        town.amendment(REASON);
        town.complete(CLERK, "userTask_prepareAmendment", null, amended(ids.get(0), "公示率100%", "2026-05-31"));
        town.findings.assign(CLERK, ids.get(0), new Owners("pt-portfolio", "民政办", "pt-other"), "江同志调离");
        assertThat(refusal(() -> town.complete(OFFICE, "userTask_consentToAmendment", null, CONSENT)))
                .extracting(Violation::message)
                .containsExactly("镇本级第1号问题“低保评议不公开”在拟订之后已另行调整，请退回整改办重新拟订。");
    }

    @Test
    void onlyTheClerkProposesAndOnlyTheInspectionOfficeConsents() {
        var ids = town.issued(1, 0);
        for (var person : List.of(SECRETARY, PERSON, OFFICE, "admin")) {
            assertThat(refusal(() -> amendments.open(person, town.key(), REASON)))
                    .extracting(Violation::message)
                    .containsExactly("方案调整由整改办提出，您没有这项职责。");
        }
        var amendment = town.amendment(REASON);
        town.complete(CLERK, "userTask_prepareAmendment", null, amended(ids.get(0), "公示率100%", "2026-05-31"));
        for (var person : List.of(CLERK, SECRETARY, "pt-discipline", "admin")) {
            assertThat(refusal(() -> amendments.decide(
                            person, amendment, new AmendmentDecision(AmendmentDecision.Decision.CONSENT, null))))
                    .extracting(Violation::message)
                    .containsExactly("方案调整由巡察办同意或备案，您没有这项职责。");
        }
    }

    @Test
    void planThatIsNotIssuedIsRevisedNotAmended() {
        town.planRequested(1, 0);
        assertThat(refusal(() -> amendments.open(CLERK, town.key(), REASON)))
                .extracting(Violation::message)
                .containsExactly("整改方案尚未印发，请直接修改方案。");
    }

    @Test
    void databaseLetsNoVersionChange() {
        var ids = town.issued(1, 1);
        var key = town.key();
        for (var act : List.of(
                "update rectification.plan_version_line set content = '{}' where round_id = ?",
                "delete from rectification.plan_version_line where round_id = ?",
                "update rectification.plan_version set reason = 'x' where round_id = ?",
                "delete from rectification.plan_submission_line where round_id = ?",
                "insert into rectification.plan_version_line (round_id, organisation_id, version, finding_id, content)"
                        + " select round_id, organisation_id, 1, (select id from rectification.finding where round_id <> ?"
                        + " limit 1), '{}' from rectification.plan_version where round_id = '" + key.roundId() + "'")) {
            assertThatThrownBy(() -> town.jdbc.sql(act).param(key.roundId()).update())
                    .as(act)
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
        assertThat(town.jdbc
                        .sql(
                                """
                                select hash = rectification.plan_version_hash(round_id, organisation_id, version)
                                  from rectification.plan_version where round_id = ?""")
                        .param(key.roundId())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(history.version(CLERK, key, 1)).hasSize(ids.size());
    }

    @Test
    void whoDoesNotSeeAFindingDoesNotSeeItsLineInAnyVersion() {
        var ids = town.issued(2, 1);
        assertThat(history.version(VILLAGE, town.key(), 1))
                .extracting(PlanHistory.StateLine::findingId)
                .containsExactly(ids.get(2));
        assertThat(history.version("pt-cadre", town.key(), 1)).hasSize(3);
        assertThatThrownBy(() -> history.versions("bs-clerk", town.key())).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> history.diff(CLERK, town.key(), 1, 7)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowOfTheModelWasWalked() {
        assertThat(coverage.missedIn("bpmn/plan-amendment.bpmn")).isEmpty();
    }

    private List<String> fields(int from, int to) {
        return history.diff(CLERK, town.key(), from, to).stream()
                .flatMap(line -> line.changes().stream())
                .map(FieldChange::label)
                .distinct()
                .toList();
    }

    private Map<String, Object> amended(String finding, String goal, String dueOn) {
        return Map.of(
                "action", "SUBMIT",
                "changes", List.of(Map.of("finding", finding, "goal", goal, "dueOn", dueOn)),
                "meetingOn", town.today().toString(),
                "minutesNumber", "方案镇委纪〔2026〕12号",
                "minutesFile", town.paper("党委会会议记录"));
    }

    private static List<Map<String, Object>> measures(String now, String lasting) {
        return List.of(Map.of("horizon", "NOW", "text", now), Map.of("horizon", "LASTING", "text", lasting));
    }
}
