package org.rectification.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person as the list of people names them, with all duties they hold.
 *
 * @param organisationId null for county supervisors and administrators
 * @param password of a login that does not exist yet; an existing login keeps its own
 */
public record PersonEntry(
        String id, String name, String office, String organisationId, String password, List<DutyEntry> duties) {

    public PersonEntry {
        duties = duties == null ? List.of() : List.copyOf(duties);
    }

    Set<Role> roles() {
        return duties.stream().map(DutyEntry::role).collect(Collectors.toSet());
    }

    /**
     * One duty.
     *
     * @param village code of the village, for the duties that are about one
     * @param area portfolio of a leader or work field of a responsible person; may be absent
     * @param since first day, Asia/Shanghai
     */
    public record DutyEntry(Role role, String village, String area, LocalDate since) {}
}
