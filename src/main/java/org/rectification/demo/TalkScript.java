package org.rectification.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rectification.consultation.Consultations;
import org.rectification.consultation.ConsultedBody;
import org.rectification.consultation.RequestEntry;
import org.rectification.demo.Story.Line;
import org.rectification.demo.Story.Talk;
import org.rectification.demo.Story.Township;
import org.rectification.demo.process.DemoActs;
import org.rectification.people.Duties;
import org.rectification.period.ProgressLists;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What is said about findings while they are worked on: talks with bodies of the county, lines of progress lists. */
@Component
@Profile("demo")
class TalkScript {

    private static final int TO_ANSWER = 2;

    private final DemoActs acts;
    private final DemoFindings findings;
    private final Consultations consultations;
    private final ProgressLists lists;
    private final Duties duties;

    TalkScript(DemoActs acts, DemoFindings findings, Consultations consultations, ProgressLists lists, Duties duties) {
        this.acts = acts;
        this.findings = findings;
        this.consultations = consultations;
        this.lists = lists;
        this.duties = duties;
    }

    List<Step> of(Township township, DemoCalendar days) {
        var steps = new ArrayList<Step>();
        township.talks().forEach(talk -> talk(township, talk, days, steps));
        township.progress().stream()
                .filter(line -> !days.listOpensOn(line.report()).isAfter(days.lastDay()))
                .forEach(line -> steps.add(progress(township, line, days)));
        return steps;
    }

    private void talk(Township township, Talk talk, DemoCalendar days, List<Step> steps) {
        steps.add(step(township, days.at(talk.day(), 10), "约请沟通", () -> request(township, talk)));
        if (talk.held() == null) {
            return;
        }
        var held = days.working(talk.held());
        steps.add(step(
                township,
                days.at(talk.day() + TO_ANSWER, 11),
                "同意沟通",
                () -> acts.complete(
                        township.code(),
                        "userTask_answerConsultation",
                        Map.of("decision", "ACCEPT", "talkOn", held, "talkTime", "15:00", "place", talk.place()))));
        steps.add(step(
                township,
                DemoCalendar.at(held, 17, 0),
                "登记沟通纪要",
                () -> acts.complete(
                        township.code(),
                        "userTask_minuteConsultation",
                        Map.of("heldOn", held, "advice", talk.advice(), "effect", talk.effect()))));
        steps.add(step(
                township,
                DemoCalendar.at(held, 17, 40),
                "确认沟通纪要",
                () -> acts.complete(township.code(), "userTask_confirmConsultation", Map.of("decision", "CONFIRM"))));
    }

    private void request(Township township, Talk talk) {
        var clerk = duties.clerk(township.code());
        var about = findings.of(township, township.finding(null, talk.number()));
        var entry = new RequestEntry(ConsultedBody.valueOf(talk.body()), List.of(about.id()), talk.question(), null);
        acts.as(clerk, () -> consultations.request(clerk, entry));
    }

    /** Before the clerk drafts the report; for a report that is still to come, on the last morning that is told of. */
    private Step progress(Township township, Line line, DemoCalendar days) {
        var due = days.progressReports().get(line.report() - 1);
        LocalDate day = due.isAfter(days.lastDay()) ? days.lastDay() : due;
        return step(township, DemoCalendar.at(day, 8, 40), "填报第" + line.report() + "期进展", () -> {
            var finding = findings.of(township, township.finding(line.village(), line.number()));
            acts.as(finding.person(), () -> lists.enter(finding.person(), finding.id(), line.text()));
        });
    }

    private static Step step(Township township, Instant at, String label, Runnable act) {
        return new Step(at, township.name() + "：" + label, act);
    }
}
