package org.rectification.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The people of an organisation with the duties they hold today, for whoever divides work among them. */
@Component
class Officers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Officers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param office as people are addressed, such as 副镇长 */
    record Member(Officer officer, String office) {}

    /** Who is in office, in the order of their logins. */
    List<Member> of(String organisationId) {
        return jdbc.sql(
                        """
                        select p.id, p.name, p.office,
                               (select coalesce(array_agg(d.role || coalesce('@' || d.village_code, '')), '{}')
                                  from rectification.duty d where d.person_id = p.id and d.organisation_id = p.organisation_id
                                   and d.since <= ? and (d.until is null or d.until >= ?)) as duties
                          from rectification.person p where p.organisation_id = ? and p.active order by p.id""")
                .params(LocalDate.now(clock), LocalDate.now(clock), organisationId)
                .query(Officers::read)
                .list();
    }

    Map<String, Officer> byId(String organisationId) {
        return of(organisationId).stream()
                .map(Member::officer)
                .collect(Collectors.toMap(Officer::id, Function.identity()));
    }

    /** @throws Refusal at the field when nobody is named, or somebody who does not lead */
    Officer leader(String organisationId, @Nullable String person, String field) {
        var leader = byId(organisationId).get(person == null ? "" : person);
        if (leader == null || !leader.leads()) {
            throw Refusal.of(field, "责任领导须由镇领导班子成员或包村领导担任，请从名单中选择。");
        }
        return leader;
    }

    private static Member read(ResultSet row, int number) throws SQLException {
        Collection<String> duties =
                Arrays.asList((String[]) row.getArray("duties").getArray());
        return new Member(
                new Officer(row.getString("id"), row.getString("name"), Set.copyOf(duties)), row.getString("office"));
    }
}
