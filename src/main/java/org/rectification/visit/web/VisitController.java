package org.rectification.visit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rectification.visit.Visit;
import org.rectification.visit.VisitPaper;
import org.rectification.visit.Visits;
import org.rectification.visit.Waiting;
import org.rectification.word.WordDownload;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 现场核验: visits to villages with their lists. Verdicts are not given here but row by row, through 我的清单. */
@RestController
@RequestMapping("/api/visits")
class VisitController {

    private final Visits visits;
    private final VisitPaper paper;

    VisitController(Visits visits, VisitPaper paper) {
        this.visits = visits;
        this.paper = paper;
    }

    /** Visits of the person's cases, and the villages with findings to verify. */
    @GetMapping
    Overview overview(Principal person) {
        return new Overview(visits.waiting(person.getName()), visits.open(person.getName()));
    }

    /** One visit with its findings and verdicts. */
    @GetMapping("/{id}")
    Visit visit(@PathVariable String id, Principal person) {
        return visits.find(person.getName(), id).orElseThrow(NoSuchElementException::new);
    }

    /** The visit's sheet as Word, to be signed on site. */
    @GetMapping("/{id}/sheet.docx")
    void sheet(@PathVariable String id, Principal person, HttpServletResponse response) throws IOException {
        var visit = visit(id, person);
        WordDownload.send(
                response, "现场核验清单-" + visit.villageName() + "-" + visit.plannedOn(), out -> paper.write(visit, out));
    }

    /** Plans one visit to a village, for all of its findings to verify. 201 with its id. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> plan(@RequestBody Visits.Plan plan, Principal person) {
        return Map.of("id", visits.plan(person.getName(), plan));
    }

    /** Takes in what came to wait in the village since, and moves the day where one is given. */
    @PostMapping("/{id}/renewal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renew(@PathVariable String id, @RequestBody Renewal renewal, Principal person) {
        visits.renew(person.getName(), id, renewal.plannedOn());
    }

    /** Cancels a planned visit, with a reason. */
    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id, @RequestBody Cancellation cancellation, Principal person) {
        visits.cancel(person.getName(), id, cancellation.reason());
    }

    /** Files the signed sheet: each row keeps its own verdict. */
    @PostMapping("/{id}/signature")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sign(@PathVariable String id, @RequestBody Visits.Signature signature, Principal person) {
        visits.sign(person.getName(), id, signature);
    }

    /** Whoever may not see a visit, or not plan one there, is told that there is none. */
    @ExceptionHandler(NoSuchElementException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, Object> nothingHere() {
        return Map.of("message", "没有这份核验清单，或不由您办理。");
    }

    record Overview(List<Waiting> waiting, List<Visit> visits) {}

    record Renewal(@Nullable LocalDate plannedOn) {}

    record Cancellation(@Nullable String reason) {}
}
