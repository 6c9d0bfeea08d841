package org.rectification.sample.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.rectification.round.CaseKey;
import org.rectification.sample.CaseSample;
import org.rectification.sample.Sample;
import org.rectification.sample.Samples;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 市级抽查: draws with their seeds, drawing again, results. */
@RestController
@RequestMapping("/api/samples")
class SampleController {

    private final Samples samples;

    SampleController(Samples samples) {
        this.samples = samples;
    }

    /** Cases in which the person may draw or look into samples. */
    @GetMapping("/cases")
    List<Case> cases(Principal person) {
        var mayDraw = samples.ofTheCounty(person.getName());
        return samples.cases(person.getName()).stream()
                .map(each -> new Case(each, mayDraw))
                .toList();
    }

    /** The samples drawn in a case. */
    @GetMapping
    List<Sample> samples(@RequestParam String round, @RequestParam String organisation, Principal person) {
        return samples.of(person.getName(), new CaseKey(round, organisation));
    }

    /** One sample with its seed, its findings and what was seen at each. */
    @GetMapping("/{id}")
    Sample sample(@PathVariable String id, Principal person) {
        return samples.find(person.getName(), id).orElseThrow(NoSuchElementException::new);
    }

    /** The findings that a seed draws from the population of this draw: the recorded seed gives the recorded list. */
    @GetMapping("/{id}/again")
    Set<String> again(@PathVariable String id, @RequestParam String seed, Principal person) {
        return samples.again(person.getName(), id, seed);
    }

    /** Draws a sample that anybody can draw again from its seed; for the county's bodies. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> draw(@RequestBody DrawRequest request, Principal person) {
        return Map.of("id", samples.draw(person.getName(), new CaseKey(request.round(), request.organisation())));
    }

    /** What the county saw when it looked at one finding of a sample. */
    @PostMapping("/findings/{findingId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void record(@PathVariable String findingId, @RequestBody Samples.Look look, Principal person) {
        samples.record(person.getName(), findingId, look);
    }

    @ExceptionHandler(NoSuchElementException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, Object> nothingHere() {
        return Map.of("message", "没有这次抽查，或不由您办理。");
    }

    /** @param mayDraw whether the person draws samples and records what was found */
    record Case(@JsonUnwrapped CaseSample counts, boolean mayDraw) {}

    record DrawRequest(String round, String organisation) {}
}
