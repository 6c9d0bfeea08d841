package org.rectification.period;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What list owners wrote about their findings, report by report. Only ever added to; the last text counts. */
@Component
class ProgressEntries {

    private final JdbcClient jdbc;
    private final Clock clock;

    ProgressEntries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One text.
     *
     * @param number of the report that it fed
     * @param person whose finding it is
     * @param filledInBy who entered it for that person; null: the person
     */
    record Entry(int number, String text, String person, @Nullable String filledInBy, OffsetDateTime at) {

        /** Both names where somebody entered it for another (代填). */
        String by() {
            return filledInBy == null ? person : person + "（" + filledInBy + "代填）";
        }
    }

    void add(CaseKey key, int number, String findingId, String text, String enteredFor, String enteredBy) {
        jdbc.sql(
                        """
                        insert into rectification.progress_entry
                            (finding_id, round_id, organisation_id, number, text, entered_for, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        findingId,
                        key.roundId(),
                        key.organisationId(),
                        number,
                        text,
                        enteredFor,
                        enteredBy,
                        OffsetDateTime.now(clock))
                .update();
    }

    /** Oldest first. */
    List<Entry> of(String findingId) {
        return jdbc.sql(
                        """
                        select e.number, e.text, e.entered_at, p.name as person,
                               case when e.entered_by <> e.entered_for then b.name end as filled_in_by
                          from rectification.progress_entry e
                          join rectification.person p on p.id = e.entered_for
                          join rectification.person b on b.id = e.entered_by
                         where e.finding_id = ? order by e.id""")
                .param(findingId)
                .query((row, index) -> new Entry(
                        row.getInt("number"),
                        row.getString("text"),
                        row.getString("person"),
                        row.getString("filled_in_by"),
                        row.getObject("entered_at", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toOffsetDateTime()))
                .list();
    }

    /** The text that counts, by finding; findings without one have no change to tell. */
    Map<String, String> lastTexts(CaseKey key, int number) {
        var texts = new HashMap<String, String>();
        jdbc.sql(
                        """
                        select distinct on (finding_id) finding_id, text from rectification.progress_entry
                         where round_id = ? and organisation_id = ? and number = ? order by finding_id, id desc""")
                .params(key.roundId(), key.organisationId(), number)
                .query(row -> {
                    texts.put(row.getString("finding_id"), row.getString("text"));
                });
        return texts;
    }
}
