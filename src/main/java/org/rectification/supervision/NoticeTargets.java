package org.rectification.supervision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.people.Visibility;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** To whom a person may send a notice, and about what; nothing for who may send none. */
@Service
public class NoticeTargets {

    private final Duties duties;
    private final Visibility visibility;
    private final NoticeFindings findings;
    private final SupervisionNotices notices;
    private final JdbcClient jdbc;

    NoticeTargets(
            Duties duties,
            Visibility visibility,
            NoticeFindings findings,
            SupervisionNotices notices,
            JdbcClient jdbc) {
        this.duties = duties;
        this.visibility = visibility;
        this.findings = findings;
        this.notices = notices;
        this.jdbc = jdbc;
    }

    /** In whose names the person may send: those of the county or those of the township, never both. */
    public List<NoticeSender> senders(String person) {
        Set<Role> roles = duties.exercised(person);
        return Arrays.stream(NoticeSender.values())
                .filter(sender -> roles.contains(sender.role()))
                .toList();
    }

    /** The county's choose among organisations, the township's among its villages; the newest round first. */
    @Transactional(readOnly = true)
    public List<Target> of(String person) {
        var senders = senders(person);
        if (senders.isEmpty()) {
            return List.of();
        }
        var seen = visibility.cases(person);
        var toVillages = !senders.get(0).ofCounty();
        return jdbc.sql(
                        """
                        select c.round_id, c.organisation_id, r.round_number || r.batch as round, c.name as organisation,
                               v.code as village, coalesce(v.name, c.name) as name
                          from rectification.inspected_organisation c
                          join rectification.round r on r.id = c.round_id
                          left join rectification.village v on :villages and v.round_id = c.round_id
                               and v.organisation_id = c.organisation_id
                         where c.feedback_held_at is not null and (not :villages or v.code is not null) and (%s)
                         order by c.feedback_on desc, c.round_id, c.organisation_id, v.position"""
                                .formatted(seen.sql()))
                .params(seen.params())
                .param("villages", toVillages)
                .query(Target.class)
                .list();
    }

    /** What a notice to that target may be about. */
    @Transactional(readOnly = true)
    public List<FindingChoice> findings(String person, CaseKey key, @Nullable String village) {
        return senders(person).isEmpty() ? List.of() : findings.choices(person, key, village);
    }

    public LocalDate usualReplyDay() {
        return notices.usualReplyDay();
    }

    /** @param village code; null: the township's party committee */
    public record Target(
            String roundId,
            String organisationId,
            String round,
            String organisation,
            @Nullable String village,
            String name) {}
}
