package org.rectification.ledger.web;

import java.util.List;
import org.rectification.ledger.Menu;
import org.rectification.people.People;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose pages these are and where they may go next. */
@RestController
class PagesController {

    private static final String ADMINISTRATORS = "camunda-admin";

    private final Menu menu;
    private final People people;

    PagesController(Menu menu, People people) {
        this.menu = menu;
        this.people = people;
    }

    /** Which pages the person's menu has. */
    @GetMapping("/api/pages")
    Pages pages(Authentication person) {
        var administrator =
                person.getAuthorities().stream().anyMatch(authority -> ADMINISTRATORS.equals(authority.getAuthority()));
        return new Pages(
                people.name(person.getName()),
                menu.of(person.getName(), administrator).stream()
                        .map(page -> new Item(page.path(), page.label()))
                        .toList());
    }

    record Pages(String personName, List<Item> pages) {}

    record Item(String path, String label) {}
}
