package org.rectification.people;

import java.util.List;

/**
 * A list of who is who, as an administrator hands it in. Whoever is not on it stays as registered; whoever is on it holds
 * exactly the duties named there.
 *
 * @param leaving logins of those who leave
 */
public record PeopleList(
        List<Organisation> organisations,
        List<Village> villages,
        List<PersonEntry> people,
        List<String> leaving,
        List<Contact> contacts) {

    public record Organisation(String code, String name) {}

    /** @param branch its Party branch */
    public record Village(String organisationId, String code, String name, String branch) {}

    /** @param body INSPECTION_OFFICE, DISCIPLINE_SUPERVISION or CADRE_SUPERVISION (S33) */
    public record Contact(String organisationId, String body, String office, String contact, String phone) {}
}
