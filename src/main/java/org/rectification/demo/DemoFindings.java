package org.rectification.demo;

import java.time.LocalDate;
import org.rectification.demo.Story.Problem;
import org.rectification.demo.Story.Township;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Finds in the ledger what the story tells of. The demo round is the only round while it is played. */
@Component
@Profile("demo")
class DemoFindings {

    private final JdbcClient jdbc;

    DemoFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A finding as it stands now. */
    record Standing(
            String id, String roundId, @Nullable String processInstanceId, @Nullable String person, LocalDate dueOn) {}

    Standing of(Township township, Problem problem) {
        return of(township, problem.village(), problem.number());
    }

    /** @param village code; null: the township's own list */
    Standing of(Township township, @Nullable String village, String number) {
        return jdbc.sql(
                        """
                        select id, round_id, process_instance_id, responsible_person as person, due_on from rectification.finding
                         where organisation_id = ? and village_code is not distinct from ? and number = ?""")
                .params(township.code(), village, number)
                .query(Standing.class)
                .single();
    }
}
