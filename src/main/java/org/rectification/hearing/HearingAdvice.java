package org.rectification.hearing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.rectification.finding.FindingState;
import org.rectification.period.CaseCalendar;
import org.rectification.round.CaseKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What judge-progress advises about each finding on the hearing's day. Advice binds nobody, is never shown as what the
 * bodies concluded, and not shown at all before each of them has spoken.
 */
@Service
public class HearingAdvice {

    private final JdbcClient jdbc;
    private final CaseCalendar calendar;
    private final HearingOpinions opinions;
    private final ObjectProvider<HearingProcess> process;
    private final Clock clock;

    HearingAdvice(
            JdbcClient jdbc,
            CaseCalendar calendar,
            HearingOpinions opinions,
            ObjectProvider<HearingProcess> process,
            Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.opinions = opinions;
        this.process = process;
        this.clock = clock;
    }

    /** Judges every finding as it stands; doing it twice keeps what was judged first. */
    @Transactional
    public void judge(CaseKey key) {
        var standings = standings(key);
        var judged = process.getObject().judge(standings);
        jdbc.sql(
                        """
                        insert into rectification.hearing_advice
                            (round_id, organisation_id, finding_id, advice, reason, judged_at)
                        select :round, :organisation, judged.*, :now
                          from unnest(:findings, :advice, :reasons) as judged (finding, advice, reason)
                        on conflict do nothing""")
                .param("round", key.roundId())
                .param("organisation", key.organisationId())
                .param("findings", standings.stream().map(Standing::findingId).toArray(String[]::new))
                .param(
                        "advice",
                        judged.stream().map(each -> each.advice().name()).toArray(String[]::new))
                .param("reasons", judged.stream().map(each -> each.reason()).toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Empty until each body has spoken, whoever asks. */
    public List<Advice> of(CaseKey key) {
        if (!opinions.complete(key)) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select a.finding_id, coalesce(v.name, '镇本级') as place, f.number, f.title, a.advice, a.reason
                          from rectification.hearing_advice a
                          join rectification.finding f on f.id = a.finding_id
                          join rectification.sub_ledger s on s.id = f.sub_ledger_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where a.round_id = ? and a.organisation_id = ? order by s.position, f.position""")
                .params(key.roundId(), key.organisationId())
                .query(Advice.class)
                .list();
    }

    private List<Standing> standings(CaseKey key) {
        var today = calendar.today();
        return jdbc.sql(
                        """
                        select id, state, coalesce(continued_until, due_on) as due_on, returns from rectification.finding
                         where round_id = ? and organisation_id = ? order by id""")
                .params(key.roundId(), key.organisationId())
                .query((row, number) -> new Standing(
                        row.getString("id"),
                        stage(FindingState.valueOf(row.getString("state"))),
                        (int) ChronoUnit.DAYS.between(today, row.getObject("due_on", LocalDate.class)),
                        row.getInt("returns")))
                .list();
    }

    private static String stage(FindingState state) {
        if (state.settled()) {
            return "SETTLED";
        }
        return switch (state) {
            case LEADER_REVIEW, VERIFICATION -> "CHECKING";
            case CONTINUED -> "CONTINUED";
            default -> "WORKING";
        };
    }

    /** @param daysLeft calendar days until the due day; negative when late */
    public record Standing(String findingId, String stage, int daysLeft, int returns) {}

    public record Advice(String findingId, String place, String number, String title, Progress advice, String reason) {}
}
