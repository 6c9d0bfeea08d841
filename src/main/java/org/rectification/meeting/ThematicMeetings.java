package org.rectification.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.people.Role;
import org.rectification.period.CaseCalendar;
import org.rectification.period.PersonalActs;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The thematic meetings (S37): one of the township's team, one of every village branch, or a reason for none. */
@Service("thematicMeetings")
public class ThematicMeetings {

    /** The township's own row. */
    public static final String TOWN = "town";

    private static final int LONGEST_TEXT = 4_000;

    private final JdbcClient jdbc;
    private final CaseCalendar calendar;
    private final PersonalActs acts;
    private final Trail trail;
    private final Clock clock;

    ThematicMeetings(JdbcClient jdbc, CaseCalendar calendar, PersonalActs acts, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.acts = acts;
        this.trail = trail;
        this.clock = clock;
    }

    /** Who owes a meeting: the township first, then its villages. */
    public List<Owed> owed(CaseKey key) {
        return jdbc.sql(
                        """
                        select 'town' as code, name || ':巡察整改专题民主生活会' as name, -1 as position
                          from rectification.inspected_organisation where round_id = :round and organisation_id = :organisation
                        union all
                        select code, name || ':巡察整改专题组织生活会', position
                          from rectification.village where round_id = :round and organisation_id = :organisation
                         order by position""")
                .param("round", key.roundId())
                .param("organisation", key.organisationId())
                .query((row, number) -> new Owed(row.getString("code"), row.getString("name")))
                .list();
    }

    /** Meetings that were neither held nor excused. */
    public List<Owed> missing(CaseKey key) {
        var recorded = jdbc.sql(
                        """
                        select coalesce(village_code, 'town') from rectification.thematic_meeting
                         where round_id = ? and organisation_id = ?""")
                .params(key.roundId(), key.organisationId())
                .query(String.class)
                .set();
        return owed(key).stream()
                .filter(meeting -> !recorded.contains(meeting.code()))
                .toList();
    }

    /**
     * The clerk records all meetings in one list.
     *
     * @throws Refusal naming each row that is missing, or says neither when and what nor why not
     */
    @Transactional
    public void record(String actor, CaseKey key, MeetingsEntry entry) {
        acts.demand(actor, Role.RECTIFICATION_OFFICE, key.organisationId());
        check(key, entry.meetings());
        for (var row : entry.meetings()) {
            jdbc.sql(
                            """
                            insert into rectification.thematic_meeting
                                (round_id, organisation_id, village_code, held_on, record, reason, recorded_by, recorded_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            key.roundId(),
                            key.organisationId(),
                            TOWN.equals(row.code()) ? null : row.code(),
                            row.heldOn(),
                            row.tellsOfMeeting() ? row.record() : null,
                            row.tellsOfMeeting() ? null : row.reason(),
                            actor,
                            OffsetDateTime.now(clock))
                    .update();
        }
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                "THEMATIC_MEETINGS_RECORDED",
                Map.of("meetings", entry.meetings().size()));
    }

    private void check(CaseKey key, List<MeetingsEntry.Row> rows) {
        var owed = owed(key).stream().collect(Collectors.toMap(Owed::code, Function.identity()));
        var seen = new ArrayList<String>();
        var violations = new Violations();
        for (int index = 0; index < rows.size(); index++) {
            var row = rows.get(index);
            var path = "meetings[" + index + "].";
            var known = row.code() != null && owed.containsKey(row.code()) && !seen.contains(row.code());
            violations.require(known, path + "code", "第" + (index + 1) + "行不是本次应登记的会议,或重复登记。");
            if (known) {
                seen.add(row.code());
                checkRow(violations, path, row, owed.get(row.code()).name(), calendar.feedbackOn(key));
            }
        }
        owed.values().stream()
                .filter(meeting -> !seen.contains(meeting.code()))
                .forEach(meeting -> violations.require(false, "meetings", "缺少“" + meeting.name() + "”的登记。"));
        violations.refuseAny();
    }

    private void checkRow(
            Violations violations, String path, MeetingsEntry.Row row, String name, LocalDate feedbackOn) {
        if (!row.tellsOfMeeting()) {
            violations.requireText(row.reason(), path + "reason", "“" + name + "”的召开情况,或未召开的理由", LONGEST_TEXT);
            return;
        }
        violations
                .require(
                        row.heldOn() != null
                                && !row.heldOn().isBefore(feedbackOn)
                                && !row.heldOn().isAfter(calendar.today()),
                        path + "heldOn",
                        "请填写“" + name + "”的召开日期,应在反馈之后且不晚于今日。")
                .requireText(row.record(), path + "record", "“" + name + "”的会议记录", LONGEST_TEXT)
                .require(
                        row.reason() == null || row.reason().isBlank(),
                        path + "reason",
                        "“" + name + "”已填写召开情况,不应再填写未召开的理由。");
    }

    /** A meeting that is owed. */
    public record Owed(String code, String name) {}
}
