package org.rectification.demo;

import java.util.List;
import java.util.stream.Stream;
import org.rectification.demo.Story.Chase;
import org.rectification.demo.Story.Township;
import org.rectification.supervision.NoticeEntry;
import org.rectification.supervision.SupervisionNotices;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A supervision notice that waits for the township's reply while the demo stands. */
@Component
@Profile("demo")
class NoticeScript {

    private final SupervisionNotices notices;
    private final DemoFindings findings;

    NoticeScript(SupervisionNotices notices, DemoFindings findings) {
        this.notices = notices;
        this.findings = findings;
    }

    List<Step> of(Township township, DemoCalendar days) {
        return Stream.ofNullable(township.notice())
                .map(told -> new Step(
                        DemoCalendar.at(days.invitation(), 11, 20),
                        township.name() + "：发出督办函",
                        () -> send(township, told)))
                .toList();
    }

    private void send(Township township, Chase told) {
        var about = findings.of(township, told.village(), told.number());
        notices.send(
                told.sender(),
                new NoticeEntry(
                        about.roundId(),
                        township.code(),
                        null,
                        null,
                        List.of(about.id()),
                        told.title(),
                        told.demand(),
                        null,
                        told.documentNumber()));
    }
}
