package org.rectification.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;

/**
 * A person as the list of people names them, with all duties they hold.
 *
 * @param organisationId null for county supervisors and administrators
 * @param password of a login that does not exist yet; an existing login keeps its own
 * @param email where the person is written to; null leaves it as registered, {@link MailAddresses#NONE} takes it away
 */
public record PersonEntry(
        String id,
        String name,
        String office,
        String organisationId,
        String password,
        List<DutyEntry> duties,
        @Nullable String email) {

    public PersonEntry {
        duties = duties == null ? List.of() : List.copyOf(duties);
    }

    /** Says nothing about a mail address. */
    public PersonEntry(
            String id, String name, String office, String organisationId, String password, List<DutyEntry> duties) {
        this(id, name, office, organisationId, password, duties, null);
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
