package org.rectification.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rectification.demo.process.DemoActs;
import org.rectification.people.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Everything that happened in the demo round, in order of time. The same story and feedback day always give the same
 * steps: a start after a crash counts on it.
 */
@Component
@Profile("demo")
class DemoScript {

    private static final int REGISTERED = -2;

    private final RoundPaper paper;
    private final OrganisationScript organisations;
    private final TalkScript talks;
    private final MeetingScript meetings;
    private final PlanScript plans;
    private final FindingScript findings;
    private final NoticeScript notices;

    DemoScript(
            RoundPaper paper,
            OrganisationScript organisations,
            TalkScript talks,
            MeetingScript meetings,
            PlanScript plans,
            FindingScript findings,
            NoticeScript notices) {
        this.paper = paper;
        this.organisations = organisations;
        this.talks = talks;
        this.meetings = meetings;
        this.plans = plans;
        this.findings = findings;
        this.notices = notices;
    }

    Instant start(DemoCalendar days) {
        return DemoCalendar.at(days.counted(REGISTERED), 9, 0);
    }

    List<Step> of(Story story, DemoCalendar days) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                DemoCalendar.at(days.counted(REGISTERED), 10, 0),
                Role.INSPECTION_OFFICE.label() + "登记巡察轮次",
                () -> paper.register(story, days, DemoActs.office())));
        for (var township : story.organisations()) {
            steps.addAll(organisations.of(story, township, days));
            steps.addAll(talks.of(township, days));
            steps.addAll(meetings.of(township, days));
            steps.addAll(plans.of(story, township, days));
            steps.addAll(findings.of(story, township, days));
            steps.addAll(notices.of(township, days));
        }
        // Stable: what happens at the same minute stays in the order told.
        steps.sort(Comparator.comparing(Step::at));
        return List.copyOf(steps);
    }
}
