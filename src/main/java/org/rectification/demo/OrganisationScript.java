package org.rectification.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectification.deadline.Deadline;
import org.rectification.demo.Story.Township;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Feedback, progress reports, thematic meetings and the invitation of one township. */
@Component
@Profile("demo")
class OrganisationScript {

    private static final int RECEIPTS = 2;
    private static final int MEETINGS_RECORDED = 29;

    private final DemoActs acts;
    private final Days days;

    OrganisationScript(DemoActs acts, Days days) {
        this.acts = acts;
        this.days = days;
    }

    List<Step> of(Story story, Township township, LocalDate feedbackOn) {
        var steps = new ArrayList<Step>();
        feedback(story, township, feedbackOn, steps);
        reports(township, feedbackOn, steps);
        meetings(township, feedbackOn, steps);
        invitation(township, feedbackOn, steps);
        return steps;
    }

    private void feedback(Story story, Township township, LocalDate feedbackOn, List<Step> steps) {
        var told = township.feedback();
        steps.add(step(
                township,
                Days.at(feedbackOn, 14, 30),
                "登记反馈会议",
                "userTask_recordFeedbackMeeting",
                Map.of(
                        "heldOn", feedbackOn,
                        "place", told.place(),
                        "host", told.host(),
                        "attendance", told.attendance())));
        steps.add(step(
                township,
                Days.at(feedbackOn, 17, 0),
                "签收反馈意见",
                "userTask_signForFeedback",
                Map.of("receivedOn", feedbackOn, "statement", told.statement())));
        var received = days.working(feedbackOn, RECEIPTS);
        steps.add(step(
                township,
                Days.at(received, 17, 30),
                "汇总签收",
                "userTask_collectReceipts",
                Map.of(
                        "receivedOn",
                        feedbackOn,
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

    private void reports(Township township, LocalDate feedbackOn, List<Step> steps) {
        var due = days.of(feedbackOn).progressReports().stream()
                .map(Deadline::date)
                .toList();
        for (int index = 0; index < township.reports().size(); index++) {
            var report = township.reports().get(index);
            var day = due.get(index);
            var name = "第" + (index + 1) + "期进展报告";
            steps.add(step(
                    township,
                    Days.at(day, 15, 10),
                    "起草" + name,
                    "userTask_prepareProgressReport",
                    Map.of("content", report.content())));
            steps.add(step(
                    township,
                    Days.at(day, 17, 20),
                    "审定" + name,
                    "userTask_approveProgressReport",
                    Map.of("decision", "APPROVE")));
            for (var body : report.receipts()) {
                steps.add(new Step(
                        Days.at(day, 17, 50),
                        township.name() + ":" + body + "签收" + name,
                        () -> acts.completeAs(
                                body,
                                township.code(),
                                "userTask_acknowledgeProgressReport",
                                Map.of("received", true))));
            }
        }
    }

    private void meetings(Township township, LocalDate feedbackOn, List<Step> steps) {
        var rows = township.meetings().stream()
                .map(meeting -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("code", meeting.code());
                    if (meeting.day() == null) {
                        row.put("reason", meeting.reason());
                    } else {
                        row.put("heldOn", days.working(feedbackOn, meeting.day()));
                        row.put("record", meeting.record());
                    }
                    return row;
                })
                .toList();
        steps.add(step(
                township,
                Days.at(days.working(feedbackOn, MEETINGS_RECORDED), 16, 0),
                "登记专题会议",
                "userTask_recordThematicMeetings",
                Map.of("meetings", rows)));
    }

    private void invitation(Township township, LocalDate feedbackOn, List<Step> steps) {
        var day = days.of(feedbackOn).monthTwoInvitation().map(Deadline::date).orElseThrow();
        steps.add(step(
                township,
                Days.at(day, 9, 40),
                "邀请集中听取",
                "userTask_inviteThreeBodies",
                Map.of(
                        "plannedOn",
                        days.hearing(feedbackOn),
                        "place",
                        township.feedback().place(),
                        "addressees",
                        List.of("DISCIPLINE", "ORGANISATION", "INSPECTION_OFFICE"))));
    }

    private Step step(Township township, Instant at, String label, String taskKey, Map<String, ?> entry) {
        return new Step(at, township.name() + ":" + label, () -> acts.complete(township.code(), taskKey, entry));
    }
}
