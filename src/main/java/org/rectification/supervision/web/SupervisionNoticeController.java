package org.rectification.supervision.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.round.CaseKey;
import org.rectification.supervision.ChangeEntry;
import org.rectification.supervision.NoticeActs;
import org.rectification.supervision.NoticeEntry;
import org.rectification.supervision.NoticePaper;
import org.rectification.supervision.NoticeReadings;
import org.rectification.supervision.NoticeReadings.Answer;
import org.rectification.supervision.NoticeReadings.Sheet;
import org.rectification.supervision.NoticeTargets;
import org.rectification.supervision.ReplyEntry;
import org.rectification.supervision.SupervisionNotices;
import org.rectification.word.WordDownload;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 督办: notices that the reader may read, sending one, answering it, and what its sender may change. */
@RestController
@RequestMapping("/api/supervision-notices")
class SupervisionNoticeController {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final NoticeReadings readings;
    private final NoticeTargets targets;
    private final SupervisionNotices notices;
    private final NoticeActs acts;
    private final NoticePaper paper;

    SupervisionNoticeController(
            NoticeReadings readings,
            NoticeTargets targets,
            SupervisionNotices notices,
            NoticeActs acts,
            NoticePaper paper) {
        this.readings = readings;
        this.targets = targets;
        this.notices = notices;
        this.acts = acts;
        this.paper = paper;
    }

    /** Notices that the reader may read, and in whose names the reader may send one. */
    @GetMapping
    Overview overview(Principal person) {
        return new Overview(
                targets.senders(person.getName()).stream()
                        .map(sender -> new Choice(sender.name(), sender.label()))
                        .toList(),
                targets.of(person.getName()),
                targets.usualReplyDay(),
                readings.of(person.getName()).stream()
                        .map(SupervisionNoticeController::line)
                        .toList());
    }

    /** What a notice to that addressee may be about. */
    @GetMapping("/findings")
    List<Choice> findings(
            @RequestParam String round,
            @RequestParam String organisation,
            @RequestParam(required = false) @Nullable String village,
            Principal person) {
        return targets.findings(person.getName(), new CaseKey(round, organisation), village).stream()
                .map(finding -> new Choice(finding.id(), finding.label()))
                .toList();
    }

    /** 201 once the addressee has a task; 422 with everything that is wrong. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> send(@RequestBody NoticeEntry entry, Principal person) {
        return Map.of("id", notices.send(person.getName(), entry).id());
    }

    /** The addressee answers; 422 for everybody else, and once the notice is settled. */
    @PostMapping("/{id}/reply")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reply(@PathVariable String id, @RequestBody ReplyEntry entry, Principal person) {
        acts.reply(person.getName(), id, entry);
    }

    /** The sender sets another day for the reply, with a reason. */
    @PostMapping("/{id}/date")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(@PathVariable String id, @RequestBody ChangeEntry entry, Principal person) {
        acts.move(person.getName(), id, entry);
    }

    /** The sender raises a notice a level, with a reason: once its day has passed without a reply. */
    @PostMapping("/{id}/raising")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void raise(@PathVariable String id, @RequestBody ChangeEntry entry, Principal person) {
        acts.raise(person.getName(), id, entry);
    }

    /** The sender takes a notice back, with a reason; it stays readable. */
    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, @RequestBody ChangeEntry entry, Principal person) {
        acts.withdraw(person.getName(), id, entry);
    }

    /** The notice as a Word file, with its replies; 404 for whoever may not read it. */
    @GetMapping("/{id}/notice.docx")
    void word(@PathVariable String id, Principal person, HttpServletResponse response) throws IOException {
        var sheet = readings.sheet(person.getName(), id).orElseThrow(NoSuchElementException::new);
        WordDownload.send(
                response, sheet.notice().label() + "-" + sheet.notice().place(), out -> paper.write(sheet, out));
    }

    private static Line line(Sheet sheet) {
        var notice = sheet.notice();
        return new Line(
                notice.id(),
                notice.roundId(),
                notice.organisationId(),
                notice.label(),
                notice.documentNumber(),
                notice.sender().label(),
                notice.place(),
                notice.title(),
                notice.demand(),
                notice.sentOn(),
                notice.sentByName(),
                notice.replyDueOn(),
                notice.state().name(),
                notice.standing(),
                sheet.colour() == null ? null : sheet.colour().name(),
                sheet.colour() == null ? null : sheet.colour().label(),
                sheet.late(),
                sheet.findings().stream()
                        .map(each -> new Choice(each.id(), each.label()))
                        .toList(),
                sheet.replies().stream().map(SupervisionNoticeController::said).toList(),
                sheet.changes().stream()
                        .map(each -> new Changed(
                                words(each.kind()),
                                each.reason(),
                                each.dueBefore().equals(each.dueAfter()) ? null : each.dueAfter(),
                                each.madeByName(),
                                moment(each.madeAt())))
                        .toList(),
                sheet.mayReply(),
                sheet.nameNeeded(),
                sheet.mayChange(),
                notice.toVillage(),
                notice.toSecretary());
    }

    private static Said said(Answer answer) {
        var reply = answer.reply();
        return new Said(
                reply.text(),
                reply.by(),
                moment(reply.repliedAt()),
                answer.files().stream()
                        .map(file -> new Choice(file.id(), file.name()))
                        .toList(),
                reply.verdict());
    }

    private static String words(String kind) {
        return switch (kind) {
            case "MOVED" -> "调整回复期限";
            case "RAISED" -> "提级督办";
            case "TAKEN_UP" -> "由市级督办";
            case "GIVEN_BACK" -> "市级交回继续督办";
            default -> "撤回";
        };
    }

    private static String moment(OffsetDateTime at) {
        return MOMENT.format(at.atZoneSameInstant(ShanghaiTime.ZONE));
    }

    /** What a person may not see does not exist for that person. */
    @ExceptionHandler(NoSuchElementException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, Object> nothingHere() {
        return Map.of("message", "没有这份督办，或不由您办理。");
    }

    /** @param usualReplyDay the day that is proposed */
    record Overview(
            List<Choice> senders, List<NoticeTargets.Target> targets, LocalDate usualReplyDay, List<Line> rows) {}

    record Choice(String value, String label) {}

    record Said(String text, String by, String at, List<Choice> files, String verdict) {}

    record Changed(String what, @Nullable String reason, @Nullable LocalDate newDueOn, String by, String at) {}

    record Line(
            String id,
            String roundId,
            String organisationId,
            String label,
            @Nullable String documentNumber,
            String sender,
            String place,
            String title,
            String demand,
            LocalDate sentOn,
            String sentBy,
            LocalDate replyDueOn,
            String state,
            String standing,
            @Nullable String colour,
            @Nullable String colourLabel,
            boolean late,
            List<Choice> findings,
            List<Said> replies,
            List<Changed> changes,
            boolean mayReply,
            boolean nameNeeded,
            boolean mayChange,
            boolean toVillage,
            boolean toSecretary) {}
}
