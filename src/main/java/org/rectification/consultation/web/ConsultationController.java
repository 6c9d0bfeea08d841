package org.rectification.consultation.web;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rectification.consultation.Consultations;
import org.rectification.consultation.ConsultedBody;
import org.rectification.consultation.RequestEntry;
import org.rectification.deadline.ShanghaiTime;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 约请沟通: asking a body for a talk, and what came of it. Answers and minutes are given in tasks. */
@RestController
@RequestMapping("/api/consultations")
class ConsultationController {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Consultations consultations;

    ConsultationController(Consultations consultations) {
        this.consultations = consultations;
    }

    /** Talks that the person may read, findings about which one may be asked for, and with whom. */
    @GetMapping
    Overview overview(Principal person) {
        return new Overview(
                Stream.of(ConsultedBody.values())
                        .map(body -> new Choice(body.name(), body.label()))
                        .toList(),
                consultations.askable(person.getName()),
                consultations.of(person.getName()).stream()
                        .map(ConsultationController::line)
                        .toList());
    }

    /** 201 once the body has its task; 422 with everything that is wrong. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> request(@RequestBody RequestEntry entry, Principal person) {
        return Map.of("id", consultations.request(person.getName(), entry));
    }

    private static Line line(Consultations.Row row) {
        var each = row.consultation();
        return new Line(
                each.body().label(),
                row.labels(),
                each.question(),
                each.preferredOn(),
                each.requester(),
                each.standing(),
                each.talkAt() == null
                        ? null
                        : MOMENT.format(each.talkAt().atZoneSameInstant(ShanghaiTime.ZONE)) + "，" + each.place(),
                each.answer(),
                each.confirmedAt() == null ? null : each.advice(),
                each.confirmedAt() == null ? null : each.effect(),
                each.minutesFile());
    }

    record Overview(List<Choice> bodies, List<Consultations.Askable> findings, List<Line> rows) {}

    record Choice(String value, String label) {}

    /** @param advice and effect only once the body has confirmed the minutes */
    record Line(
            String body,
            List<String> findings,
            String question,
            @Nullable LocalDate preferredOn,
            String requester,
            String standing,
            @Nullable String talk,
            @Nullable String answer,
            @Nullable String advice,
            @Nullable String effect,
            @Nullable String minutesFile) {}
}
