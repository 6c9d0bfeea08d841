package org.rectification.meeting.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rectification.meeting.ComparisonEntry;
import org.rectification.meeting.ComparisonReadings;
import org.rectification.meeting.Comparisons;
import org.rectification.meeting.CriticismEntry;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 对照检查: one's own text, and reading for the Secretary and the supervising bodies (S38). Kept by no browser. */
@RestController
@RequestMapping("/api/comparisons")
class ComparisonController {

    private final ComparisonReadings readings;
    private final Comparisons comparisons;

    ComparisonController(ComparisonReadings readings, Comparisons comparisons) {
        this.readings = readings;
        this.comparisons = comparisons;
    }

    /** The reader's own, one for each case. */
    @GetMapping
    ResponseEntity<List<ComparisonReadings.Reading>> own(Principal person) {
        return kept(readings.own(person.getName()));
    }

    /** One comparison text with its criticisms; for the member, the Secretary and the county's three bodies alone. */
    @GetMapping("/{id}")
    ResponseEntity<ComparisonReadings.Reading> read(@PathVariable String id, Principal person) {
        return kept(readings.read(person.getName(), id));
    }

    /** The member hands in a text on every aspect of the own portfolio. 200 with its hash. */
    @PostMapping("/{id}/text")
    Map<String, String> handIn(@PathVariable String id, @RequestBody ComparisonEntry entry, Principal person) {
        return Map.of("sha256", comparisons.handIn(person.getName(), id, entry));
    }

    /** What the member was told at the meeting. */
    @PostMapping("/{id}/criticisms")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void criticised(@PathVariable String id, @RequestBody CriticismEntry entry, Principal person) {
        comparisons.criticised(person.getName(), id, entry);
    }

    private static <T> ResponseEntity<T> kept(T content) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(content);
    }

    @ExceptionHandler(NoSuchElementException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, Object> nothingHere() {
        return Map.of("message", "没有这份对照检查材料，或您无权查看。");
    }
}
