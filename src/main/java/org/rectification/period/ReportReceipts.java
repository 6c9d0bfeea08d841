package org.rectification.period;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The receipts of both recipients for progress reports (S45). */
@Service("reportReceipts")
public class ReportReceipts {

    private static final int LONGEST_REMARK = 1_000;

    private final JdbcClient jdbc;
    private final ProgressReports reports;
    private final PersonalActs acts;
    private final Trail trail;
    private final Clock clock;

    ReportReceipts(JdbcClient jdbc, ProgressReports reports, PersonalActs acts, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.acts = acts;
        this.trail = trail;
        this.clock = clock;
    }

    /** Both bodies, as the model loops over them. */
    public List<String> recipients() {
        return Recipient.bodies();
    }

    /** @throws Refusal by somebody who is not of that body, or without the confirmation */
    @Transactional
    public void acknowledge(String actor, CaseKey key, int number, String body, ReceiptEntry entry) {
        acts.demand(actor, Recipient.of(body).role());
        reports.get(key, number).demandSent();
        new Violations()
                .require(Boolean.TRUE.equals(entry.received()), "received", "请确认已收到本期报告。")
                .require(
                        entry.remark() == null || entry.remark().length() <= LONGEST_REMARK,
                        "remark",
                        "备注不得超过" + LONGEST_REMARK + "个字。")
                .refuseAny();
        jdbc.sql(
                        """
                        insert into rectification.report_receipt
                            (round_id, organisation_id, number, body, received_by, received_at, remark)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.roundId(),
                        key.organisationId(),
                        number,
                        body,
                        actor,
                        OffsetDateTime.now(clock),
                        entry.remark())
                .update();
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                "PROGRESS_REPORT_RECEIVED",
                Map.of("number", number, "body", body));
    }

    /** Numbers of the reports that were sent but not acknowledged by both recipients. */
    public List<Integer> unacknowledged(CaseKey key) {
        return jdbc.sql(
                        """
                        select p.number from rectification.progress_report p
                          left join rectification.report_receipt r using (round_id, organisation_id, number)
                         where p.round_id = ? and p.organisation_id = ? and p.approved_at is not null
                         group by p.number having count(r.body) < ? order by p.number""")
                .params(key.roundId(), key.organisationId(), Recipient.values().length)
                .query(Integer.class)
                .list();
    }
}
