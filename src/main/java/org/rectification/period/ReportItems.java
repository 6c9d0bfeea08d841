package org.rectification.period;

import java.time.LocalDate;
import java.util.List;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.warning.WatchedItem;
import org.rectification.warning.WatchedItem.Kind;
import org.rectification.warning.WatchedItem.People;
import org.rectification.warning.WatchedItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Progress reports that were not sent yet, on the ladder of everything with a due day (S45, row 30). Each begins on the day
 * on which its lists open: nobody is warned about what cannot be written yet.
 */
@Component
class ReportItems implements WatchedItems {

    private final JdbcClient jdbc;
    private final CaseCalendar calendar;
    private final Duties duties;

    ReportItems(JdbcClient jdbc, CaseCalendar calendar, Duties duties) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.duties = duties;
    }

    @Override
    public List<WatchedItem> open() {
        return jdbc.sql(
                        """
                        select r.round_id, r.organisation_id, r.number, r.due_on from rectification.progress_report r
                          join rectification.inspected_organisation c using (round_id, organisation_id)
                         where r.standing = 'DUE' and r.approved_at is null and c.archived_at is null
                         order by r.round_id, r.organisation_id, r.number""")
                .query((row, position) -> {
                    var organisation = row.getString("organisation_id");
                    int number = row.getInt("number");
                    var due = row.getObject("due_on", LocalDate.class);
                    return new WatchedItem(
                            Kind.PROGRESS_REPORT,
                            row.getString("round_id") + "/" + organisation + "/" + number,
                            row.getString("round_id"),
                            organisation,
                            calendar.listsOpenOn(due),
                            due,
                            () -> people(organisation),
                            "第" + number + "期整改进展报告");
                })
                .list();
    }

    /** The clerk drafts and the Secretary approves; both recipients and the inspection office miss it. */
    private People people(String organisation) {
        var secretary = duties.holders(organisation, Role.PARTY_SECRETARY);
        return new People(
                duties.holders(organisation, Role.RECTIFICATION_OFFICE), secretary, secretary, duties.ofCountyBodies());
    }
}
