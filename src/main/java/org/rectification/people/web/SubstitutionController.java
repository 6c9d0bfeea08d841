package org.rectification.people.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.rectification.people.Person;
import org.rectification.people.Substitution;
import org.rectification.people.SubstitutionEntry;
import org.rectification.people.SubstitutionNaming;
import org.rectification.people.Substitutions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of 代行职责. */
@RestController
@RequestMapping("/api/substitutions")
class SubstitutionController {

    private final Substitutions substitutions;
    private final SubstitutionNaming naming;

    SubstitutionController(Substitutions substitutions, SubstitutionNaming naming) {
        this.substitutions = substitutions;
        this.naming = naming;
    }

    /** Substitutions of the person's organisation or body, and who may be named. */
    @GetMapping
    Overview overview(Principal person) {
        return new Overview(named(naming.mayNameFor(person.getName())), substitutions.of(person.getName()));
    }

    /** Who may act in that person's place; nobody for a reader who may not name a substitute there. */
    @GetMapping("/candidates")
    List<Somebody> candidates(@RequestParam String absent, Principal person) {
        var mayName = naming.mayNameFor(person.getName()).stream()
                .anyMatch(each -> each.id().equals(absent));
        return mayName ? named(naming.candidatesFor(absent)) : List.of();
    }

    /** Names a substitute for a period (代行职责). 201 with its id. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> name(@RequestBody SubstitutionEntry entry, Principal person) {
        return Map.of("id", substitutions.name(person.getName(), entry));
    }

    /** Ends a substitution before its last day. */
    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, Principal person) {
        substitutions.end(person.getName(), id);
    }

    private static List<Somebody> named(List<Person> people) {
        return people.stream()
                .map(person -> new Somebody(person.id(), person.name(), person.office()))
                .toList();
    }

    record Overview(List<Somebody> mayNameFor, List<Substitution> rows) {}

    record Somebody(String id, String name, String office) {}
}
