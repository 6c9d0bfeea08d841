package org.rectification.ledger;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rectification.deadline.WarningLadder.Step;
import org.rectification.trail.EventWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;

/** What happened to one finding: every move with who and when, every version of its plan line. Asks nobody who may see it. */
@Service
public class FindingHistory {

    private final JdbcClient jdbc;
    private final MoveWords words;
    private final Clock clock;

    FindingHistory(JdbcClient jdbc, MoveWords words, Clock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.clock = clock;
    }

    /** Oldest first. */
    List<Move> moves(String findingId) {
        record Event(
                OffsetDateTime at,
                String actor,
                String actorName,
                String kind,
                String before,
                String after,
                String note) {}
        var events = jdbc.sql(
                        """
                        select e.at, e.actor, coalesce(p.name, case e.actor when 'system' then '系统' else e.actor end)
                                 || coalesce('（代' || coalesce(a.name, e.on_behalf_of) || '）', '') as actor_name,
                               e.kind, e.before, e.after, e.note
                          from rectification.event e left join rectification.person p on p.id = e.actor
                          left join rectification.person a on a.id = e.on_behalf_of
                         where e.finding_id = ? order by e.id""")
                .param(findingId)
                .query((row, number) -> new Event(
                        shanghai(row.getObject("at", OffsetDateTime.class)),
                        row.getString("actor"),
                        row.getString("actor_name"),
                        row.getString("kind"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("note")))
                .list();
        var logins = new TreeSet<String>();
        events.forEach(event -> logins.addAll(words.people(event.before(), event.after())));
        var names = names(logins);
        return events.stream()
                .map(event -> new Move(
                        event.at(),
                        event.actor(),
                        event.actorName(),
                        event.kind(),
                        EventWords.of(event.kind()),
                        event.before(),
                        event.after(),
                        words.changes(event.before(), event.after(), names),
                        event.note()))
                .toList();
    }

    List<PlanVersion> planVersions(String findingId) {
        return jdbc.sql(
                        """
                        select v.version, v.document_number, v.issued_on, l.content
                          from rectification.plan_version_line l
                          join rectification.plan_version v using (round_id, organisation_id, version)
                         where l.finding_id = ? order by v.version""")
                .param(findingId)
                .query((row, number) -> new PlanVersion(
                        row.getInt("version"),
                        row.getString("document_number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("content")))
                .list();
    }

    List<Warned> warnings(String findingId) {
        return jdbc.sql(
                        """
                        select w.kind, w.occasion, w.raised_at,
                               (select string_agg(coalesce(p.name, r), '、' order by r) from unnest(w.recipients) r
                                  left join rectification.person p on p.id = r) as recipients
                          from rectification.warning w where w.finding_id = ? order by w.id""")
                .param(findingId)
                .query((row, number) -> new Warned(
                        Warned.label(row.getString("kind")),
                        row.getString("occasion"),
                        row.getString("recipients"),
                        shanghai(row.getObject("raised_at", OffsetDateTime.class))))
                .list();
    }

    /** How often the due day moved from one day to another. */
    int dueDayChanges(List<Move> moves) {
        return (int) moves.stream()
                .filter(move -> words.dueDayChanged(move.before(), move.after()))
                .count();
    }

    private Map<String, String> names(java.util.Collection<String> logins) {
        var names = new HashMap<String, String>();
        jdbc.sql("select id, name from rectification.person where id = any (?)")
                .param(logins.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("id"), row.getString("name"));
                });
        return names;
    }

    private OffsetDateTime shanghai(OffsetDateTime at) {
        return at.atZoneSameInstant(clock.getZone()).toOffsetDateTime();
    }

    /** One entry of the trail; before and after are JSON as it was written, {@code changes} the same in words. */
    public record Move(
            OffsetDateTime at,
            String actor,
            String actorName,
            String kind,
            String label,
            @Nullable @JsonRawValue String before,
            @Nullable @JsonRawValue String after,
            List<MoveWords.Change> changes,
            @Nullable String note) {}

    /** @param content the line word by word, as it was issued */
    public record PlanVersion(int version, String documentNumber, LocalDate issuedOn, @JsonRawValue String content) {}

    /** @param occasion the due day, or the number of the return */
    public record Warned(String label, String occasion, @Nullable String recipients, OffsetDateTime at) {

        /** What is told besides the rungs of the ladder. */
        private static final Map<String, String> OTHERS =
                Map.of("RETURNED", "多次退回提示", "FALSIFIED", "弄虚作假提示", "HEARD_BEHIND", "集中听取认定进展滞后提示");

        static String label(String kind) {
            return Stream.of(Step.values())
                    .filter(step -> step.name().equals(kind))
                    .map(Step::label)
                    .findFirst()
                    .orElseGet(() -> OTHERS.getOrDefault(kind, "提醒"));
        }
    }
}
