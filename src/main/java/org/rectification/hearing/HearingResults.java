package org.rectification.hearing;

import java.time.LocalDate;
import java.util.List;
import org.rectification.accountability.Suggestion;
import org.rectification.accountability.Suggestions;
import org.rectification.accountability.Trigger;
import org.rectification.engine.CurrentPerson;
import org.rectification.finding.FindingState;
import org.rectification.finding.FindingWarnings;
import org.rectification.finding.Findings;
import org.rectification.people.Duties;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a recorded hearing sets going (S35): a follow-up for each gap and each red conclusion. A red one is also told to the
 * leader and the Secretary, and the supervising body considers whether anybody is to be held to account (S47); no case
 * starts by itself.
 */
@Service
public class HearingResults {

    /** Local default, in working days after the hearing. */
    static final int FOR_RED = 10;

    private final JdbcClient jdbc;
    private final Hearings hearings;
    private final HearingDays days;
    private final FollowUps followUps;
    private final Findings findings;
    private final FindingWarnings warnings;
    private final Suggestions suggestions;
    private final Duties duties;

    HearingResults(
            JdbcClient jdbc,
            Hearings hearings,
            HearingDays days,
            FollowUps followUps,
            Findings findings,
            FindingWarnings warnings,
            Suggestions suggestions,
            Duties duties) {
        this.jdbc = jdbc;
        this.hearings = hearings;
        this.days = days;
        this.followUps = followUps;
        this.findings = findings;
        this.warnings = warnings;
        this.suggestions = suggestions;
        this.duties = duties;
    }

    /** In one transaction: all of it, or, after a fault, nothing. */
    @Transactional
    public void raise(CaseKey key) {
        for (var gap : gaps(key)) {
            followUps.raise(key, gap.position(), null, gap.description(), gap.owner(), gap.dueOn());
        }
        var hearing = hearings.get(key);
        var dueOn = days.workingDaysAfter(hearing.heldOn(), FOR_RED);
        if (hearing.conclusion() == Conclusion.RED) {
            var facts = "集中听取整改进展情况的总体结论为“" + Conclusion.RED.label() + "”（纪要：" + hearing.minutesNumber() + "）。";
            followUps.raise(key, null, null, facts + "请研究加快整改的措施并报告。", duties.secretary(key.organisationId()), dueOn);
            suggest(key, null, facts, false);
        }
        for (var red : red(key)) {
            var finding = findings.get(red);
            var facts = "问题" + finding.facts().number() + "“" + finding.facts().title() + "”在集中听取整改进展情况时的结论为“"
                    + Conclusion.RED.label() + "”（纪要：" + hearing.minutesNumber() + "）。";
            var secretary = duties.secretary(key.organisationId());
            var leader = finding.owners().map(owners -> owners.leader()).orElse(secretary);
            followUps.raise(key, null, red, facts + "请研究加快整改的措施并报告。", leader, dueOn);
            warnings.heardBehind(red, hearing.heldOn());
            suggest(key, red, facts, finding.returns() > 0 || reported(finding.state()));
        }
    }

    private void suggest(CaseKey key, @Nullable String findingId, String facts, boolean workReported) {
        suggestions.raise(
                CurrentPerson.SYSTEM,
                new Suggestion(
                        key.roundId(),
                        key.organisationId(),
                        findingId,
                        Trigger.HEARD_BEHIND,
                        "hearing",
                        facts,
                        workReported));
    }

    private static boolean reported(FindingState state) {
        return state.settled() || state == FindingState.LEADER_REVIEW || state == FindingState.VERIFICATION;
    }

    private List<Gap> gaps(CaseKey key) {
        return jdbc.sql(
                        """
                        select position, description, owner, due_on from rectification.hearing_gap
                         where round_id = ? and organisation_id = ? and disposition = 'FOLLOW_UP' order by position""")
                .params(key.roundId(), key.organisationId())
                .query(Gap.class)
                .list();
    }

    private List<String> red(CaseKey key) {
        return jdbc.sql(
                        """
                        select finding_id from rectification.hearing_conclusion
                         where round_id = ? and organisation_id = ? and conclusion = 'RED' order by finding_id""")
                .params(key.roundId(), key.organisationId())
                .query(String.class)
                .list();
    }

    private record Gap(int position, String description, String owner, LocalDate dueOn) {}
}
