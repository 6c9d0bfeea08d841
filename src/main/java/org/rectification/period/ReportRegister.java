package org.rectification.period;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rectification.deadline.CaseRows;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.people.Scope.Reach;
import org.rectification.people.Visibility;
import org.rectification.people.Visibility.Condition;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The progress reports of all cases, for those who receive or watch them (S45, row 25): both recipients, the inspection
 * office with its copy, and the township's own leadership. Supervisors also see which were not sent.
 */
@Service
public class ReportRegister {

    private static final Set<Reach> READERS = EnumSet.of(Reach.COUNTY, Reach.ORGANISATION);
    private static final ZoneId ZONE = ShanghaiTime.ZONE;

    private static final String SELECT =
            """
            select r.*, c.name as organisation, o.round_number, o.batch, p.name as prepared_by_name,
                   a.name as approved_by_name, """
                    + CaseRows.COLUMNS
                    + """

              from rectification.progress_report r
              join rectification.inspected_organisation c using (round_id, organisation_id)
              join rectification.round o on o.id = r.round_id
              left join rectification.person p on p.id = r.prepared_by
              left join rectification.person a on a.id = r.approved_by
             where r.standing = 'DUE' and (%s)%s
             order by o.round_number, o.batch, c.position, r.number""";

    private static final String ONE =
            " and r.round_id = :round and r.organisation_id = :organisation and r.number = :number";

    private final JdbcClient jdbc;
    private final Visibility visibility;
    private final ProgressReports reports;
    private final CaseCalendar calendar;
    private final CaseRows caseRows;

    ReportRegister(
            JdbcClient jdbc, Visibility visibility, ProgressReports reports, CaseCalendar calendar, CaseRows caseRows) {
        this.jdbc = jdbc;
        this.visibility = visibility;
        this.reports = reports;
        this.calendar = calendar;
        this.caseRows = caseRows;
    }

    /** What the person may know of; empty for whoever has nothing to do with reports. */
    @Transactional(readOnly = true)
    public Overview of(String personId) {
        var reach = visibility.scopeOf(personId).reach();
        if (!READERS.contains(reach)) {
            return new Overview(false, List.of(), List.of());
        }
        var county = reach == Reach.COUNTY;
        var all = rows(personId, "", Map.of());
        var sent = all.stream().filter(row -> known(row, county)).toList();
        return new Overview(
                county, county ? all.stream().filter(this::missing).toList() : List.of(), newestFirst(sent));
    }

    /** One report as it was sent; to the township also as it was prepared. Empty for whoever may not know of it. */
    @Transactional(readOnly = true)
    public Optional<Detail> find(String personId, CaseKey key, int number) {
        var reach = visibility.scopeOf(personId).reach();
        if (!READERS.contains(reach)) {
            return Optional.empty();
        }
        return rows(
                        personId,
                        ONE,
                        Map.of("round", key.roundId(), "organisation", key.organisationId(), "number", number))
                .stream()
                .filter(row -> known(row, reach == Reach.COUNTY))
                .findFirst()
                .map(row -> detail(row, key));
    }

    private static boolean known(Row row, boolean county) {
        return row.sentAt() != null || !county && row.preparedAt() != null;
    }

    /** Listed from the next working day on: nobody is asked about a report in the night after its day. */
    private boolean missing(Row row) {
        return row.sentAt() == null && !calendar.today().isBefore(calendar.nextWorkingDay(row.dueOn()));
    }

    private Detail detail(Row row, CaseKey key) {
        var report = reports.get(key, row.number());
        var similarity = report.similarity();
        return new Detail(
                row,
                report.content(),
                report.figures(),
                report.figuresAt().atZone(ZONE).toOffsetDateTime(),
                similarity,
                similarity == null ? null : reports.get(key, similarity.to()).content());
    }

    private List<Row> rows(String personId, String more, Map<String, Object> params) {
        Condition seen = visibility.cases(personId);
        var receipts = receipts(seen, more, params);
        var cases = caseRows.reader();
        return jdbc.sql(SELECT.formatted(seen.sql(), more))
                .params(seen.params())
                .params(params)
                .query((row, index) -> row(row, receipts, cases))
                .list();
    }

    private Row row(ResultSet row, Map<String, List<Receipt>> receipts, CaseRows.Reader cases) throws SQLException {
        var round = row.getString("round_id");
        var organisation = row.getString("organisation_id");
        var dueOn = row.getObject("due_on", LocalDate.class);
        var number = row.getInt("number");
        return new Row(
                round,
                organisation,
                row.getString("round_number") + row.getString("batch"),
                row.getString("organisation"),
                number,
                dueOn,
                row.getObject("approved_at") == null
                        && cases.nearOpenYear(dueOn)
                        && CaseCalendar.isProvisional(cases.of(row), number, dueOn),
                calendar.nextWorkingDay(dueOn),
                at(row, "prepared_at"),
                row.getString("prepared_by_name"),
                at(row, "approved_at"),
                row.getString("approved_by_name"),
                row.getString("return_reason") != null,
                row.getObject("similar_percent", Integer.class),
                receipts.getOrDefault(place(round, organisation, number), List.of()));
    }

    private Map<String, List<Receipt>> receipts(Condition seen, String more, Map<String, Object> params) {
        var receipts = new HashMap<String, List<Receipt>>();
        jdbc.sql(
                        """
                        select r.*, p.name from rectification.report_receipt r
                          join rectification.inspected_organisation c using (round_id, organisation_id)
                          join rectification.person p on p.id = r.received_by
                         where (%s)%s order by r.received_at"""
                                .formatted(seen.sql(), more))
                .params(seen.params())
                .params(params)
                .query(row -> {
                    receipts.computeIfAbsent(
                                    place(
                                            row.getString("round_id"),
                                            row.getString("organisation_id"),
                                            row.getInt("number")),
                                    any -> new ArrayList<>())
                            .add(new Receipt(
                                    Recipient.of(row.getString("body")).label(),
                                    row.getString("name"),
                                    at(row, "received_at"),
                                    row.getString("remark")));
                });
        return receipts;
    }

    private static String place(String round, String organisation, int number) {
        return round + "/" + organisation + "/" + number;
    }

    private static List<Row> newestFirst(List<Row> rows) {
        var turned = new ArrayList<>(rows);
        Collections.reverse(turned);
        return turned;
    }

    @Nullable private static OffsetDateTime at(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(ZONE).toOffsetDateTime();
    }

    /**
     * @param supervisor whether the reader watches over reports, so that an empty list of missing ones means something
     * @param missing not sent by their day, in the order of the ledger of cases
     * @param sent newest first
     */
    public record Overview(boolean supervisor, List<Row> missing, List<Row> sent) {}

    /**
     * @param provisional whether its day may still change (暂定)
     * @param missingSince the working day after its day
     * @param returned whether it lies with the clerk again
     */
    public record Row(
            String roundId,
            String organisationId,
            String round,
            String organisation,
            int number,
            LocalDate dueOn,
            boolean provisional,
            LocalDate missingSince,
            @Nullable OffsetDateTime preparedAt,
            @Nullable String preparedBy,
            @Nullable OffsetDateTime sentAt,
            @Nullable String sentBy,
            boolean returned,
            @Nullable Integer similarPercent,
            List<Receipt> receipts) {

        /** With whom an unsent report lies. */
        @JsonProperty
        public String standing() {
            return preparedAt == null ? "待整改办起草" : returned ? "退回整改办修改" : "待党委书记审定";
        }

        /** Sent after 24:00 of its day. */
        @JsonProperty
        public boolean late() {
            return sentAt != null && !sentAt.toInstant().isBefore(ShanghaiTime.dueInstant(dueOn));
        }
    }

    public record Receipt(String body, String by, OffsetDateTime at, @Nullable String remark) {}

    /** @param earlier text of the report that this one repeats */
    public record Detail(
            Row report,
            String content,
            LedgerFigures figures,
            OffsetDateTime figuresAt,
            @Nullable ProgressReport.Similarity similarity,
            @Nullable String earlier) {}
}
