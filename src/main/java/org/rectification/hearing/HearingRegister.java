package org.rectification.hearing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rectification.people.Visibility;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hearings that somebody has to do with, for the page 集中听取: days, opinions, conclusion, follow-ups. */
@Service
public class HearingRegister {

    private final JdbcClient jdbc;
    private final Visibility visibility;
    private final HearingReaders readers;
    private final HearingDays days;
    private final HearingOpinions opinions;
    private final HearingAdvice advice;
    private final FollowUps followUps;

    HearingRegister(
            JdbcClient jdbc,
            Visibility visibility,
            HearingReaders readers,
            HearingDays days,
            HearingOpinions opinions,
            HearingAdvice advice,
            FollowUps followUps) {
        this.jdbc = jdbc;
        this.visibility = visibility;
        this.readers = readers;
        this.days = days;
        this.opinions = opinions;
        this.advice = advice;
        this.followUps = followUps;
    }

    @Transactional(readOnly = true)
    public List<Sheet> of(String person) {
        return cases(person).map(each -> sheet(person, each)).toList();
    }

    /** Whether there is a hearing of this case that the person has to do with. */
    @Transactional(readOnly = true)
    public boolean concerns(String person, CaseKey key) {
        return cases(person).anyMatch(each -> each.key().equals(key));
    }

    private Stream<Case> cases(String person) {
        var seen = visibility.cases(person);
        return jdbc
                .sql(
                        """
                        select c.round_id, c.organisation_id, c.name as organisation, o.round_number || ' ' || o.batch as round
                          from rectification.inspected_organisation c join rectification.round o on o.id = c.round_id
                         where c.hearing_required and c.feedback_held_at is not null and (%s)
                         order by o.round_number, o.batch, c.position"""
                                .formatted(seen.sql()))
                .params(seen.params())
                .query(Case.class)
                .list()
                .stream()
                .filter(each -> readers.mayRead(person, each.key()));
    }

    private Sheet sheet(String person, Case each) {
        var key = each.key();
        var recorded = recorded(key);
        var given = opinions.of(key);
        var complete = opinions.complete(key);
        var seen = readers.seenFindings(person, key);
        return new Sheet(
                each.roundId(),
                each.organisationId(),
                each.organisation(),
                each.round(),
                days.computed(key),
                days.current(key),
                days.isProvisional(key),
                readers.isClerk(person, key) && recorded.isEmpty() && given.isEmpty()
                        ? days.window(key).days()
                        : List.of(),
                days.all(key),
                given.stream()
                        .map(opinion -> new Said(
                                opinion.heading(),
                                // Nobody reads what another body said before all three have spoken.
                                complete || readers.speaksFor(person, opinion.body()) ? opinion.text() : null,
                                opinion.paperFile()))
                        .toList(),
                HearingBody.values().length - given.size(),
                recorded.orElse(null),
                conclusions(seen, key),
                advice.of(key).stream()
                        .filter(row -> seen.contains(row.findingId()))
                        .map(row -> new Advised(
                                row.place(),
                                row.number(),
                                row.title(),
                                row.advice().label(),
                                row.reason()))
                        .toList(),
                declined(key),
                followUps.of(key).stream()
                        .map(item -> new Followed(
                                item.description(),
                                item.ownerName(),
                                item.dueOn(),
                                item.standing(),
                                item.answer(),
                                item.evidenceFile(),
                                item.remark()))
                        .toList());
    }

    private Optional<Recorded> recorded(CaseKey key) {
        return jdbc.sql(
                        """
                        select held_on, minutes_number, minutes_file, conclusion from rectification.hearing
                         where round_id = ? and organisation_id = ? and recorded_at is not null""")
                .params(key.roundId(), key.organisationId())
                .query((row, number) -> new Recorded(
                        row.getObject("held_on", LocalDate.class),
                        row.getString("minutes_number"),
                        row.getString("minutes_file"),
                        row.getString("conclusion") == null
                                ? null
                                : Conclusion.valueOf(row.getString("conclusion"))
                                        .label()))
                .optional();
    }

    private List<Concluded> conclusions(Set<String> seen, CaseKey key) {
        record Row(String findingId, String place, String number, String title, Conclusion conclusion, String note) {}
        return jdbc
                .sql(
                        """
                        select h.finding_id, coalesce(v.name, '镇本级') as place, f.number, f.title, h.conclusion, h.note
                          from rectification.hearing_conclusion h
                          join rectification.finding f on f.id = h.finding_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where h.round_id = ? and h.organisation_id = ? order by v.position nulls first, f.position""")
                .params(key.roundId(), key.organisationId())
                .query(Row.class)
                .list()
                .stream()
                .filter(row -> seen.contains(row.findingId()))
                .map(row -> new Concluded(
                        row.place(), row.number(), row.title(), row.conclusion().label(), row.note()))
                .toList();
    }

    private List<Declined> declined(CaseKey key) {
        return jdbc.sql(
                        """
                        select description, reason from rectification.hearing_gap
                         where round_id = ? and organisation_id = ? and disposition = 'DECLINED' order by position""")
                .params(key.roundId(), key.organisationId())
                .query(Declined.class)
                .list();
    }

    private record Case(String roundId, String organisationId, String organisation, String round) {

        CaseKey key() {
            return new CaseKey(roundId, organisationId);
        }
    }

    /**
     * One hearing as its reader sees it.
     *
     * @param allowed days to which the reader may move it; empty for whoever may not
     * @param provisional whether the day may still change (暂定)
     * @param silent how many of the three bodies have not spoken
     * @param recorded null before the minutes
     * @param advice empty until each body has spoken
     */
    public record Sheet(
            String roundId,
            String organisationId,
            String organisation,
            String round,
            LocalDate computedOn,
            LocalDate plannedOn,
            boolean provisional,
            List<LocalDate> allowed,
            List<HearingDays.Agreed> days,
            List<Said> opinions,
            int silent,
            @Nullable Recorded recorded,
            List<Concluded> conclusions,
            List<Advised> advice,
            List<Declined> declined,
            List<Followed> followUps) {}

    /** @param text null while others have to speak */
    public record Said(String heading, @Nullable String text, @Nullable String paperFile) {}

    public record Recorded(
            LocalDate heldOn, String minutesNumber, @Nullable String minutesFile, @Nullable String conclusion) {}

    public record Concluded(String place, String number, String title, String conclusion, @Nullable String note) {}

    public record Advised(String place, String number, String title, String advice, String reason) {}

    public record Declined(String description, String reason) {}

    public record Followed(
            String description,
            String owner,
            LocalDate dueOn,
            String standing,
            @Nullable String answer,
            @Nullable String evidenceFile,
            @Nullable String remark) {}
}
