package org.rectification.finding;

import java.time.LocalDate;
import java.util.List;
import org.rectification.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who was in office when, for one finding: everybody who held a duty that answers for it since the ledger was opened.
 * Accountability is lifelong (R17), so this never forgets.
 */
@Component
public class OfficeHolders {

    private final JdbcClient jdbc;

    OfficeHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param since first day, {@code until} last day; null: still in office
     * @param handover such as 工作交接(纸面); null where the duty changed by the register alone
     */
    public record Holder(
            String office,
            String person,
            String name,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable String handover) {}

    /** By office, then by time. Asks nobody who may see the finding. */
    public List<Holder> of(String findingId) {
        return jdbc.sql(
                        """
                        select d.role, d.person_id, p.name, d.since, d.until, h.on_paper
                          from rectification.finding f
                          join rectification.duty d on d.organisation_id = f.organisation_id
                           and (d.role in ('PARTY_SECRETARY', 'RECTIFICATION_OFFICE', 'TOWNSHIP_DISCIPLINE')
                                or d.role in ('LEADERSHIP_MEMBER', 'RESPONSIBLE_PERSON') and d.area = f.area
                                or d.village_code = f.village_code)
                           and (d.until is null or d.until >= coalesce(f.opened_on, d.until))
                           and (d.until is null or d.until >= d.since)
                          join rectification.person p on p.id = d.person_id
                          left join rectification.handover h on h.to_id = d.person_id and h.in_office_from = d.since
                         where f.id = ? order by d.role, d.since, d.id""")
                .param(findingId)
                .query((row, number) -> new Holder(
                        Role.valueOf(row.getString("role")).label(),
                        row.getString("person_id"),
                        row.getString("name"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getObject("on_paper") == null ? null : row.getBoolean("on_paper") ? "工作交接（纸面）" : "工作交接"))
                .list();
    }
}
