package org.rectification.hearing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rectification.deadline.Profiles;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.finding.FindingState;
import org.rectification.hearing.HearingPack.Row;
import org.rectification.hearing.HearingPack.Tally;
import org.rectification.period.CaseCalendar;
import org.rectification.period.CaseLedger;
import org.rectification.period.ProgressReports;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the hearing pack in one click (row 35). All of it is read from one snapshot, so no two numbers can disagree. */
@Service
public class HearingPacks {

    private static final String HIDDEN = "（按权限不显示）";

    private final JdbcClient jdbc;
    private final CaseCalendar calendar;
    private final CaseLedger ledger;
    private final ProgressReports reports;
    private final HearingDays days;
    private final HearingReaders readers;
    private final Profiles profiles;
    private final Clock clock;

    HearingPacks(
            JdbcClient jdbc,
            CaseCalendar calendar,
            CaseLedger ledger,
            ProgressReports reports,
            HearingDays days,
            HearingReaders readers,
            Profiles profiles,
            Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.ledger = ledger;
        this.reports = reports;
        this.days = days;
        this.readers = readers;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** Empty for whoever has nothing to do with the hearing, and where the profile holds none. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<HearingPack> of(String person, CaseKey key) {
        if (!readers.mayRead(person, key) || !calendar.hearingRequired(key)) {
            return Optional.empty();
        }
        var rows = rows(person, key);
        return Optional.of(new HearingPack(
                ledger.organisation(key),
                clock.instant(),
                days.current(key),
                ledger.figures(key),
                reports.all(key).stream()
                        .filter(report -> report.figures() != null)
                        .reduce((earlier, later) -> later)
                        .map(report -> new HearingPack.Before(report.number(), report.figures(), report.figuresAt()))
                        .orElse(null),
                tallies(rows, Row::place),
                tallies(rows, Row::area),
                rows,
                reports.missing(key).stream()
                        .map(report -> new HearingPack.Report(report.number(), report.dueOn()))
                        .toList()));
    }

    private static List<Tally> tallies(List<Row> rows, Function<Row, String> name) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(name.apply(row), any -> new ArrayList<>())
                .add(row));
        return groups.entrySet().stream()
                .map(group -> Tally.of(group.getKey(), group.getValue()))
                .toList();
    }

    private List<Row> rows(String person, CaseKey key) {
        var today = calendar.today();
        var seen = readers.seenFindings(person, key);
        return jdbc.sql(
                        """
                        select f.id, coalesce(v.name, '镇本级') as place, f.area, o.profile, f.number, f.title, f.state, f.due_on,
                               f.returns, f.struck_off_at, coalesce(l.name, '') as leader, coalesce(p.name, '') as person
                          from rectification.finding f
                          join rectification.round o on o.id = f.round_id
                          join rectification.sub_ledger s on s.id = f.sub_ledger_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                          left join rectification.person l on l.id = f.responsible_leader
                          left join rectification.person p on p.id = f.responsible_person
                         where f.round_id = ? and f.organisation_id = ? and f.origin = 'INSPECTION'
                         order by s.position, f.position""")
                .params(key.roundId(), key.organisationId())
                .query((row, number) -> row(row, seen, today))
                .list();
    }

    private Row row(ResultSet row, Set<String> seen, LocalDate today) throws SQLException {
        var state = FindingState.valueOf(row.getString("state"));
        var dueOn = row.getObject("due_on", LocalDate.class);
        var at = state == FindingState.STRUCK_OFF
                ? row.getObject("struck_off_at", OffsetDateTime.class).toInstant()
                : null;
        return new Row(
                row.getString("place"),
                profiles.areaLabel(row.getString("profile"), row.getString("area")),
                row.getString("number"),
                seen.contains(row.getString("id")) ? row.getString("title") : HIDDEN,
                state.label(),
                state.settled(),
                dueOn,
                dueOn.isBefore(today),
                row.getInt("returns"),
                row.getString("leader"),
                row.getString("person"),
                at,
                at == null ? null : LocalDate.ofInstant(at, ShanghaiTime.ZONE));
    }
}
