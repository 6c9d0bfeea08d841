package org.rectification.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rectification.demo.Story.Township;
import org.rectification.demo.process.DemoActs;
import org.rectification.people.SubstitutionEntry;
import org.rectification.people.Substitutions;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Feedback, progress reports and the invitation of one township. */
@Component
@Profile("demo")
class OrganisationScript {

    private static final int RECEIPTS = 2;

    private final DemoActs acts;
    private final Substitutions substitutions;

    OrganisationScript(DemoActs acts, Substitutions substitutions) {
        this.acts = acts;
        this.substitutions = substitutions;
    }

    List<Step> of(Story story, Township township, DemoCalendar days) {
        var steps = new ArrayList<Step>();
        feedback(story, township, days, steps);
        reports(township, days, steps);
        invitation(township, days, steps);
        absence(township, days, steps);
        return steps;
    }

    private void feedback(Story story, Township township, DemoCalendar days, List<Step> steps) {
        var told = township.feedback();
        steps.add(step(
                township,
                DemoCalendar.at(days.feedbackOn(), 14, 30),
                "登记反馈会议",
                "userTask_recordFeedbackMeeting",
                Map.of(
                        "heldOn", days.feedbackOn(),
                        "place", told.place(),
                        "host", told.host(),
                        "attendance", told.attendance())));
        steps.add(step(
                township,
                DemoCalendar.at(days.feedbackOn(), 17, 0),
                "签收反馈意见",
                "userTask_signForFeedback",
                Map.of("receivedOn", days.feedbackOn(), "statement", told.statement())));
        var received = days.working(RECEIPTS);
        steps.add(step(
                township,
                DemoCalendar.at(received, 17, 30),
                "汇总签收",
                "userTask_collectReceipts",
                Map.of(
                        "receivedOn",
                        days.feedbackOn(),
                        "receivedBy",
                        told.receivedBy(),
                        "villages",
                        township.villages().stream()
                                .map(village -> Map.of(
                                        "code", village.code(),
                                        "name", village.name(),
                                        "receivedOn", received,
                                        "receivedBy", village.receivedBy()))
                                .toList(),
                        "contacts",
                        story.contacts())));
    }

    private void reports(Township township, DemoCalendar days, List<Step> steps) {
        var due = days.progressReports();
        for (int index = 0; index < township.reports().size(); index++) {
            var report = township.reports().get(index);
            var day = due.get(index);
            var name = "第" + (index + 1) + "期进展报告";
            steps.add(step(
                    township,
                    DemoCalendar.at(day, 15, 10),
                    "起草" + name,
                    "userTask_prepareProgressReport",
                    Map.of("content", report.content())));
            steps.add(step(
                    township,
                    DemoCalendar.at(day, 17, 20),
                    "审定" + name,
                    "userTask_approveProgressReport",
                    report.returned() == null
                            ? Map.of("decision", "APPROVE")
                            : Map.of("decision", "RETURN", "reason", report.returned())));
            for (var body : report.receipts()) {
                steps.add(new Step(
                        DemoCalendar.at(day, 17, 50),
                        township.name() + "：" + DemoActs.nameOf(body) + "签收" + name,
                        () -> acts.completeAs(
                                body,
                                township.code(),
                                "userTask_acknowledgeProgressReport",
                                Map.of("received", true))));
            }
        }
    }

    /** Somebody is away while the demo stands: both find the tasks, and the record will name both. */
    private void absence(Township township, DemoCalendar days, List<Step> steps) {
        var told = township.absence();
        if (told == null) {
            return;
        }
        var from = days.invitation();
        steps.add(new Step(
                DemoCalendar.at(from, 8, 50),
                township.name() + "：指定代行人",
                () -> substitutions.name(
                        told.absent(),
                        new SubstitutionEntry(
                                told.absent(), told.substitute(), from, from.plusDays(told.days()), told.reason()))));
    }

    private void invitation(Township township, DemoCalendar days, List<Step> steps) {
        var day = days.invitation();
        steps.add(step(
                township,
                DemoCalendar.at(day, 9, 40),
                "邀请集中听取",
                "userTask_inviteThreeBodies",
                Map.of(
                        "plannedOn",
                        days.hearing(),
                        "place",
                        township.feedback().place(),
                        "addressees",
                        List.of("DISCIPLINE", "ORGANISATION", "INSPECTION_OFFICE"))));
    }

    private Step step(Township township, Instant at, String label, String taskKey, Map<String, ?> entry) {
        return new Step(at, township.name() + "：" + label, () -> acts.complete(township.code(), taskKey, entry));
    }
}
