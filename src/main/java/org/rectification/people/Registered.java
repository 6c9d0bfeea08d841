package org.rectification.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the register holds at the moment in which a list is checked. Reads everything at once: lists are long. */
public final class Registered {

    private final Map<String, String> organisations;
    private final Set<String> villages;
    private final Map<String, Person> people;
    private final Map<String, String> secretaries;
    private final Set<String> administrators;

    Registered(
            Map<String, String> organisations,
            Set<String> villages,
            Map<String, Person> people,
            Map<String, String> secretaries,
            Set<String> administrators) {
        this.organisations = new HashMap<>(organisations);
        this.villages = new HashSet<>(villages);
        this.people = new HashMap<>(people);
        this.secretaries = new HashMap<>(secretaries);
        this.administrators = new HashSet<>(administrators);
    }

    public boolean organisation(String code) {
        return organisations.containsKey(code);
    }

    public boolean village(String organisationId, String code) {
        return villages.contains(organisationId + "/" + code);
    }

    /** Whether the login belongs to somebody registered who has not left. */
    public boolean active(String personId) {
        return people.containsKey(personId) && people.get(personId).active();
    }

    public boolean administers(String personId) {
        return administrators.contains(personId);
    }

    public String name(String personId) {
        return people.containsKey(personId) ? people.get(personId).name() : personId;
    }

    /** Login of the Secretary by organisation. */
    public Map<String, String> secretaries() {
        return Map.copyOf(secretaries);
    }
}
