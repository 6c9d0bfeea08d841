package org.rectification.people.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.rectification.people.HandoverEntry;
import org.rectification.people.Handovers;
import org.rectification.people.People;
import org.rectification.people.Person;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of 工作交接: asking for one. Both confirm in their task lists. */
@RestController
@RequestMapping("/api/handovers")
class HandoverController {

    private final Handovers handovers;
    private final People people;

    HandoverController(Handovers handovers, People people) {
        this.handovers = handovers;
        this.people = people;
    }

    /** Hand-overs of office under way and done, with who was in office when. */
    @GetMapping
    Overview overview(Principal person) {
        return new Overview(named(handovers.mayStartFor(person.getName())), handovers.of(person.getName()));
    }

    /** Who may take over from that person. */
    @GetMapping("/candidates")
    List<Somebody> candidates(@RequestParam String from, Principal person) {
        return handovers.mayStartFor(person.getName()).stream()
                .filter(each -> each.id().equals(from))
                .findFirst()
                .map(each -> named(people.of(each.organisationId()).stream()
                        .filter(other -> !other.id().equals(from))
                        .toList()))
                .orElse(List.of());
    }

    /** Begins a hand-over of office; both sides confirm it by tasks of their own. 201 with its id. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> start(@RequestBody HandoverEntry entry, Principal person) {
        return Map.of("id", handovers.start(person.getName(), entry));
    }

    private static List<Somebody> named(List<Person> people) {
        return people.stream()
                .map(person -> new Somebody(person.id(), person.name(), person.office()))
                .toList();
    }

    record Overview(List<Somebody> mayStartFor, List<Map<String, Object>> rows) {}

    record Somebody(String id, String name, String office) {}
}
