package org.rectification.round.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rectification.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two questions for a whole round: a batch of 500 organisations must not cost thousands of them. */
@Component
class JdbcOrganisationDirectory implements OrganisationDirectory {

    private static final String IN_FORCE = " d.role = ? and d.since <= ? and (d.until is null or d.until >= ?)";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcOrganisationDirectory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<String, Integer> secretaries(Collection<String> codes) {
        var today = LocalDate.now(clock);
        var secretaries = new HashMap<String, Integer>();
        jdbc.sql(
                        """
                        select o.id, count(p.id) as secretaries from rectification.organisation o
                          left join rectification.duty d on d.organisation_id = o.id and %s
                          left join rectification.person p on p.id = d.person_id and p.active
                         where o.id = any (?) group by o.id"""
                                .formatted(IN_FORCE))
                .params(Role.PARTY_SECRETARY.name(), today, today, codes.toArray(String[]::new))
                .query(row -> {
                    secretaries.put(row.getString("id"), row.getInt("secretaries"));
                });
        return secretaries;
    }

    @Override
    public Set<String> villagesWithLogin(Collection<String> organisationCodes) {
        var today = LocalDate.now(clock);
        return new HashSet<>(jdbc.sql(
                        """
                        select d.organisation_id || '/' || d.village_code from rectification.duty d
                          join rectification.person p on p.id = d.person_id and p.active
                         where d.village_code is not null and %s and d.organisation_id = any (?)"""
                                .formatted(IN_FORCE))
                .params(Role.VILLAGE_SECRETARY.name(), today, today, organisationCodes.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
