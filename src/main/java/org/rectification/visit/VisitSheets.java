package org.rectification.visit;

import java.util.Optional;
import org.rectification.finding.SignedSheets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the ledger which signed sheet lists a result. */
@Component
class VisitSheets implements SignedSheets {

    private final JdbcClient jdbc;

    VisitSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> of(String findingId, int attempt) {
        return jdbc.sql(
                        """
                        select v.id from rectification.visit v join rectification.visit_finding vf on vf.visit_id = v.id
                         where vf.finding_id = ? and vf.attempt = ? and vf.active and v.sheet_file is not null""")
                .params(findingId, attempt)
                .query(String.class)
                .optional();
    }
}
