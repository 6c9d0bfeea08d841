package org.rectification.finding;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists that findings are kept in: the township's own and one per village (S10, S17). */
@Service("subLedgers")
public class SubLedgers {

    private final JdbcClient jdbc;
    private final Findings findings;
    private final Trail trail;
    private final Clock clock;

    SubLedgers(JdbcClient jdbc, Findings findings, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.trail = trail;
        this.clock = clock;
    }

    /** Ids of the lists that the feedback opened, the township's first; those of added findings run by themselves. */
    public List<String> ids(String roundId, String organisationId) {
        return jdbc.sql(
                        "select id from rectification.sub_ledger where round_id = ? and organisation_id = ? and not added order by position")
                .params(roundId, organisationId)
                .query(String.class)
                .list();
    }

    /** Whether every list of the organisation is settled, those of added findings too. */
    public boolean allSettled(String roundId, String organisationId) {
        return jdbc.sql(
                        """
                        select not exists (select from rectification.sub_ledger
                         where round_id = ? and organisation_id = ? and settled_at is null)""")
                .params(roundId, organisationId)
                .query(Boolean.class)
                .single();
    }

    /**
     * All findings of the list are struck off or on the long-term list. Settling twice changes nothing.
     *
     * @throws IllegalStateException when one is not: the model ended a finding that the ledger did not
     */
    @Transactional
    public void settle(String subLedgerId) {
        var counts = findings.countsOf(subLedgerId);
        if (counts.unsettled() > 0) {
            throw new IllegalStateException("list " + subLedgerId + " still holds unsettled findings");
        }
        var settled = jdbc.sql(
                        """
                        update rectification.sub_ledger set settled_at = ? where id = ? and settled_at is null
                        returning round_id, organisation_id""")
                .params(OffsetDateTime.now(clock), subLedgerId)
                .query((row, number) -> List.of(row.getString(1), row.getString(2)))
                .list();
        for (var key : settled) {
            trail.organisation(
                    "system",
                    key.get(0),
                    key.get(1),
                    "SUB_LEDGER_SETTLED",
                    Map.of(
                            "sub_ledger", subLedgerId,
                            "struck_off", counts.of(FindingState.STRUCK_OFF),
                            "long_term", counts.of(FindingState.LONG_TERM)));
        }
    }
}
