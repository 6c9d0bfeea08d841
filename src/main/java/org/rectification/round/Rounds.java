package org.rectification.round;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rectification.refusal.Refusal;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rounds as a whole: which organisations they have, and how they end. */
@Service("rounds")
public class Rounds {

    private static final int TEXT = 4_000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Trail trail;
    private final Clock clock;

    Rounds(JdbcClient jdbc, ObjectMapper json, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.trail = trail;
        this.clock = clock;
    }

    /** Codes of the organisations in the order of the registration. */
    public List<String> organisationIds(String roundId) {
        return jdbc.sql(
                        "select organisation_id from rectification.inspected_organisation where round_id = ? order by position")
                .param(roundId)
                .query(String.class)
                .list();
    }

    /**
     * The Leading Group heard the summary of the round, and with that the round ends (R06).
     *
     * @throws Refusal for a day before the last feedback or after today, or without a conclusion
     */
    @Transactional
    public void recordLeadingGroupHearing(String roundId, LeadingGroupHearing hearing, String actor) {
        var lastFeedback = jdbc.sql(
                        "select max(feedback_on) from rectification.inspected_organisation where round_id = ?")
                .param(roundId)
                .query(LocalDate.class)
                .single();
        new EntryRules()
                .day("heardOn", "听取汇报日期", hearing.heardOn(), lastFeedback, "反馈日期", LocalDate.now(clock))
                .text("conclusion", "会议意见", hearing.conclusion(), TEXT)
                .demand();
        try {
            jdbc.sql("update rectification.round set leading_group_hearing = ?::jsonb where id = ?")
                    .params(json.writeValueAsString(hearing), roundId)
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain data", e);
        }
        trail.round(
                actor,
                roundId,
                "LEADING_GROUP_HEARD",
                Map.of("heardOn", hearing.heardOn().toString()));
    }

    /** How the Leading Group heard the summary of the round. */
    public record LeadingGroupHearing(LocalDate heardOn, String conclusion) {}
}
